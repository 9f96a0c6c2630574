import type { Json } from "@statewright/json-types";
import type { ChoiceTest } from "./choice-test.ts";
import type { DistributedMap, MapPlan } from "./map-plan.ts";
import type { CommonPlan, RecoveryPlan, ResultPlan, Setting } from "./plan-fields.ts";
import type { Resource } from "./resource.ts";
import type { Template } from "./template.ts";
import type { FailPlan, SucceedPlan } from "./terminal-plan.ts";

/** One state of a scope, ready to run. */
export type StatePlan =
  | PassPlan
  | TaskPlan
  | ChoicePlan
  | WaitPlan
  | ParallelPlan
  | MapPlan
  | SucceedPlan
  | FailPlan;

export interface PassPlan extends CommonPlan, ResultPlan {
  readonly type: "Pass";
  readonly result?: Json;
}

export interface TaskPlan extends CommonPlan, ResultPlan, RecoveryPlan {
  readonly type: "Task";
  readonly resource: Resource;
  readonly timeout?: Setting;
  readonly heartbeat?: Setting;
  readonly roleArn?: Template;
}

export interface ChoicePlan extends CommonPlan {
  readonly type: "Choice";
  readonly rules: readonly RulePlan[];
  /** `Default`. */
  readonly otherwise?: Pick<RulePlan, "next" | "pointer">;
}

export interface RulePlan {
  readonly pointer: string;
  readonly next: string;
  readonly condition?: Template;
  readonly test?: ChoiceTest;
  readonly output?: Template;
  readonly assign?: Template;
}

export interface WaitPlan extends CommonPlan {
  readonly type: "Wait";
  readonly unit: "seconds" | "timestamp";
  readonly until: Setting;
}

export interface ParallelPlan extends CommonPlan, ResultPlan, RecoveryPlan {
  readonly type: "Parallel";
  /** Indices into the program's scopes. */
  readonly branches: readonly number[];
}

/** Whether a state is a Map whose iterations are child executions. */
export function isDistributed(plan: StatePlan): plan is DistributedMap {
  return plan.type === "Map" && plan.distributed !== undefined;
}
