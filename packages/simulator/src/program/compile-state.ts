import type { ChoiceRule, ChoiceState, State, TaskState, WaitState } from "@statewright/asl";
import { assertNever } from "@statewright/diagnostics";
import { compileChoiceTest } from "./choice-test.ts";
import {
  optionalAssign,
  optionalPath,
  optionalPlace,
  optionalSetting,
  optionalTemplate,
  templateOf,
} from "./compile-fields.ts";
import { compileMap } from "./compile-map.ts";
import { recoveryOf } from "./compile-recovery.ts";
import type { ChoicePlan, RulePlan, StatePlan, TaskPlan, WaitPlan } from "./plan.ts";
import type { CommonPlan, ResultPlan } from "./plan-fields.ts";
import { readResource } from "./resource.ts";
import { refuse, reject, type StateCompiling } from "./state-compiling.ts";

/** Compiles one state. */
export function compileState(state: StateCompiling, definition: State): StatePlan {
  const common = commonOf(state, definition);
  switch (definition.Type) {
    case "Pass": {
      const result = definition.Result;
      return {
        ...common,
        ...resultOf(state, definition),
        type: "Pass",
        ...(result !== undefined && { result }),
      };
    }
    case "Task":
      return compileTask(state, common, definition);
    case "Choice":
      return compileChoice(state, common, definition);
    case "Wait":
      return compileWait(state, common, definition);
    case "Parallel": {
      const branches = definition.Branches.map((branch, index) =>
        state.compiling.compile(state.compiling, branch, `${state.pointer}/Branches/${index}`),
      );
      if (branches.length === 0) reject(state, "Branches", "it is empty");
      return {
        ...common,
        ...resultOf(state, definition),
        ...recoveryOf(state, definition),
        type: "Parallel",
        branches,
      };
    }
    case "Map":
      return compileMap(
        state,
        { ...common, ...resultOf(state, definition), ...recoveryOf(state, definition) },
        definition,
      );
    case "Succeed":
      return { ...common, type: "Succeed" };
    case "Fail":
      return {
        ...common,
        type: "Fail",
        ...optionalSetting(state, "error", definition.Error, definition.ErrorPath, "Error"),
        ...optionalSetting(state, "cause", definition.Cause, definition.CausePath, "Cause"),
      };
    default:
      return assertNever(definition);
  }
}

function commonOf(state: StateCompiling, definition: State): CommonPlan {
  const fields: Partial<Pick<TaskState, "Next" | "End" | "Assign" | "Output" | "InputPath" | "OutputPath">> =
    definition.Type === "Fail" ? {} : definition;
  const ends = definition.Type === "Succeed" || definition.Type === "Fail" || definition.Type === "Choice";
  if (!ends && fields.Next === undefined && fields.End !== true) {
    reject(state, "Next", "it has neither a next state nor an end.");
  }
  return {
    name: state.name,
    pointer: state.pointer,
    jsonata: state.jsonata,
    ...(fields.Next !== undefined && fields.End !== true && { next: fields.Next }),
    ...optionalAssign(state, fields.Assign),
    ...(state.jsonata && optionalTemplate(state, "output", fields.Output, "Output")),
    ...optionalPath(state, "inputPath", fields.InputPath, "InputPath"),
    ...optionalPath(state, "outputPath", fields.OutputPath, "OutputPath"),
  };
}

function resultOf(
  state: StateCompiling,
  definition: Partial<Pick<TaskState, "Arguments" | "Parameters" | "ResultSelector" | "ResultPath">> & {
    readonly Type: string;
  },
): ResultPlan {
  const isMap = definition.Type === "Map"; // its Parameters are the older name of ItemSelector
  const payload = state.jsonata ? definition.Arguments : isMap ? undefined : definition.Parameters;
  return {
    ...optionalTemplate(state, "payload", payload, state.jsonata ? "Arguments" : "Parameters"),
    ...(!state.jsonata &&
      optionalTemplate(state, "resultSelector", definition.ResultSelector, "ResultSelector")),
    ...optionalPlace(state, definition.ResultPath, "ResultPath"),
  };
}

function compileTask(state: StateCompiling, common: CommonPlan, definition: TaskState): TaskPlan {
  const resource = readResource(definition.Resource, state.compiling.activities);
  if (resource === undefined) refuse(state, "Resource", `the resource \`${definition.Resource}\``);
  const credentials = definition.Credentials;
  const role = credentials?.RoleArn;
  const rolePath = credentials?.["RoleArn.$"];
  if (rolePath !== undefined && !state.jsonata) {
    const roleTemplate = templateOf(state, { "RoleArn.$": rolePath }, "Credentials");
    return { ...taskOf(state, common, definition, resource), roleArn: roleTemplate };
  }
  return {
    ...taskOf(state, common, definition, resource),
    ...(role !== undefined && { roleArn: templateOf(state, { RoleArn: role }, "Credentials") }),
  };
}

function taskOf(
  state: StateCompiling,
  common: CommonPlan,
  definition: TaskState,
  resource: TaskPlan["resource"] | undefined,
): TaskPlan {
  const arn = definition.Resource;
  const { TimeoutSeconds, TimeoutSecondsPath, HeartbeatSeconds, HeartbeatSecondsPath } = definition;
  return {
    ...common,
    ...resultOf(state, definition),
    ...recoveryOf(state, definition),
    type: "Task",
    resource: resource ?? {
      kind: "service",
      arn,
      resourceType: arn,
      resource: arn,
      pattern: "requestResponse",
    },
    ...optionalSetting(state, "timeout", TimeoutSeconds, TimeoutSecondsPath, "TimeoutSeconds"),
    ...optionalSetting(state, "heartbeat", HeartbeatSeconds, HeartbeatSecondsPath, "HeartbeatSeconds"),
  };
}

function compileChoice(state: StateCompiling, common: CommonPlan, definition: ChoiceState): ChoicePlan {
  return {
    ...common,
    type: "Choice",
    rules: definition.Choices.map((rule, index) => compileRule(state, rule, index)),
    ...(definition.Default !== undefined && {
      otherwise: { next: definition.Default, pointer: `${state.pointer}/Default` },
    }),
  };
}

function compileRule(state: StateCompiling, rule: ChoiceRule, index: number): RulePlan {
  const field = `Choices[${index}]`;
  const base = {
    pointer: `${state.pointer}/Choices/${index}`,
    next: rule.Next,
    ...(state.jsonata && optionalTemplate(state, "output", rule.Output, `${field}/Output`)),
    ...optionalAssign(state, rule.Assign, `${field}/Assign`),
  };
  if (state.jsonata) {
    if (rule.Condition === undefined) reject(state, field, "a rule needs `Condition`.");
    return { ...base, condition: templateOf(state, rule.Condition ?? false, `${field}/Condition`) };
  }
  const test = compileChoiceTest(rule.test ?? {});
  if (test.kind !== "problem") return { ...base, test };
  if (test.unsupported) refuse(state, field, test.what);
  else reject(state, field, test.what);
  return base;
}

function compileWait(state: StateCompiling, common: CommonPlan, definition: WaitState): WaitPlan {
  const seconds = optionalSetting(
    state,
    "until",
    definition.Seconds,
    definition.SecondsPath,
    "Seconds",
  ).until;
  if (seconds !== undefined) return { ...common, type: "Wait", unit: "seconds", until: seconds };
  const time = optionalSetting(
    state,
    "until",
    definition.Timestamp,
    definition.TimestampPath,
    "Timestamp",
  ).until;
  if (time === undefined) reject(state, "Seconds", "a Wait needs `Seconds` or `Timestamp`.");
  return {
    ...common,
    type: "Wait",
    unit: "timestamp",
    until: time ?? { template: { kind: "constant", value: "" } },
  };
}
