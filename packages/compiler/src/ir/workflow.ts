import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { JsonSchema } from "@statewright/json-types";
import type { Arrow } from "./arrow.ts";
import type { JsonPathFields } from "./json-path.ts";
import type { Origin } from "./origin.ts";
import type { Computed, Constants, Template, Text } from "./template.ts";

/**
 * A workflow as a tree: what the builder makes and what lowering reads. Frozen and JSON-safe, so that it can
 * cross a process.
 */
export interface Workflow {
  readonly kind: "workflow";
  readonly name: string;
  readonly comment?: string;
  readonly version?: string;
  readonly queryLanguage: QueryLanguage;
  readonly timeoutSeconds?: number;
  readonly constants?: Constants;
  /** The reusable expressions among the constants, by their pointer; the body of each is a function. */
  readonly expressions?: Readonly<Record<JsonPointer, Arrow>>;
  /** What an execution is started with. */
  readonly input?: JsonSchema;
  /** What the workflow promises to return. */
  readonly output?: JsonSchema;
  readonly body: Block;
  /** What was found wrong while the tree was built. */
  readonly problems: readonly Diagnostic[];
  readonly origin?: Origin;
}

export type QueryLanguage = "JSONata" | "JSONPath";

/**
 * Steps in the order of the file. A state goes on to the step after it; after the last step of a branch the
 * execution goes on behind the Choice (or the catching state) that holds the branch, after the last step of
 * the workflow it ends.
 */
export interface Block {
  readonly steps: readonly Step[];
}

export type Step = StateNode | CatchGroupNode | JumpNode | EndNode;

/** A stretch of states with one catcher: it stands in each of them, and its handler once. */
export interface CatchGroupNode {
  readonly kind: "catchGroup";
  readonly block: Block;
  readonly catcher: CatchNode;
  readonly origin?: Origin;
}

/** `.next("Name")`: what stood before goes on at that state. */
export interface JumpNode {
  readonly kind: "jump";
  readonly target: string;
  readonly origin?: Origin;
}

/** `.end()` in a branch: what stood before ends the machine. */
export interface EndNode {
  readonly kind: "end";
  readonly origin?: Origin;
}

export type StateNode =
  | TaskNode
  | PassNode
  | ChoiceNode
  | WaitNode
  | ParallelNode
  | MapNode
  | SucceedNode
  | FailNode
  | RawNode;

interface StateCommon {
  readonly name: string;
  readonly comment?: string;
  /** The state's own language; absent: the workflow's (R-QL-01). */
  readonly queryLanguage?: QueryLanguage;
  readonly jsonPath?: JsonPathFields;
  readonly origin?: Origin;
}

/** Where a field of a state was written: `output`, `assign`, `retry.0`, …, for diagnostics to come home to. */
export type FieldOrigins = Readonly<Record<string, Origin>>;

interface DataNode extends StateCommon {
  readonly output?: Template;
  /** Variables and their templates; an arrow that returns an object assigns each of its keys. */
  readonly assign?: Template;
  readonly fieldOrigins?: FieldOrigins;
}

interface WorkNode extends DataNode {
  readonly arguments?: Template;
  readonly retry?: readonly RetryNode[];
  readonly catch?: readonly CatchNode[];
}

export interface TaskNode extends WorkNode {
  readonly kind: "task";
  readonly task: TaskDefinition;
  readonly timeoutSeconds?: Computed<number>;
  readonly heartbeatSeconds?: Computed<number>;
  readonly credentials?: Template;
}

/** What a task calls and how its arguments and result are wrapped. */
export interface TaskDefinition {
  readonly resource: Text;
  /** Arguments that belong to the definition: the function's name. Given, the user's arguments go into `argumentsField`. */
  readonly fixedArguments?: Readonly<Record<string, Template>>;
  /** The field of the arguments that holds the user's: `Payload`, `Input`. */
  readonly argumentsField?: string;
  /** The field of the answer that holds what the user calls `result`: `Payload` of an invoked function. */
  readonly resultField?: string;
  /** Schemas of what the user calls arguments and result, where known. */
  readonly argumentsSchema?: JsonSchema;
  readonly resultSchema?: JsonSchema;
  /** Errors the task declares. */
  readonly errors?: readonly string[];
}

export interface PassNode extends DataNode {
  readonly kind: "pass";
}

export interface ChoiceNode extends StateCommon {
  readonly kind: "choice";
  readonly rules: readonly RuleNode[];
  /** Absent where the rules use up every case. */
  readonly otherwise?: { readonly block: Block; readonly origin?: Origin };
  readonly output?: Template;
  readonly assign?: Template;
  readonly fieldOrigins?: FieldOrigins;
}

export interface RuleNode {
  readonly condition: Arrow;
  readonly block: Block;
  readonly output?: Template;
  readonly assign?: Template;
  readonly comment?: string;
  readonly origin?: Origin;
}

export interface WaitNode extends DataNode {
  readonly kind: "wait";
  readonly duration:
    | { readonly kind: "seconds"; readonly value: Computed<number> }
    | { readonly kind: "timestamp"; readonly value: Computed<string> };
}

export interface ParallelNode extends WorkNode {
  readonly kind: "parallel";
  readonly branches: readonly {
    readonly block: Block;
    readonly comment?: string;
    readonly origin?: Origin;
  }[];
}

export interface MapNode extends WorkNode {
  readonly kind: "map";
  /** What yields the items; absent with a reader. */
  readonly items?: Template;
  readonly itemSelector?: Template;
  readonly maxConcurrency?: Computed<number>;
  readonly body: Block;
  readonly bodyComment?: string;
  /** Absent: an inline Map. */
  readonly distributed?: DistributedOptions;
}

/** What only a Distributed Map has. The templates become the members of the ASL fields of the same name. */
export interface DistributedOptions {
  readonly executionType: "STANDARD" | "EXPRESS";
  readonly label?: string;
  readonly itemReader?: {
    readonly resource: string;
    readonly arguments?: Template;
    readonly readerConfig?: Template;
  };
  readonly itemBatcher?: Template;
  readonly resultWriter?: Template;
  readonly toleratedFailureCount?: Computed<number>;
  readonly toleratedFailurePercentage?: Computed<number>;
  /** What one item of the reader is, where known. */
  readonly itemSchema?: JsonSchema;
}

export interface SucceedNode extends StateCommon {
  readonly kind: "succeed";
  readonly output?: Template;
  readonly fieldOrigins?: FieldOrigins;
}

export interface FailNode extends StateCommon {
  readonly kind: "fail";
  readonly error?: Computed<string>;
  readonly cause?: Computed<string>;
  readonly fieldOrigins?: FieldOrigins;
}

/** A state as ASL has it, without the way on. Texts in it stand as they are. */
export interface RawNode extends StateCommon {
  readonly kind: "raw";
  readonly state: Template;
  /** What the state hands on, where known. */
  readonly outputSchema?: JsonSchema;
  readonly fieldOrigins?: FieldOrigins;
}

export interface RetryNode {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds?: number;
  readonly maxAttempts?: number;
  readonly backoffRate?: number;
  readonly maxDelaySeconds?: number;
  readonly jitterStrategy?: "FULL" | "NONE";
  readonly comment?: string;
  readonly origin?: Origin;
}

export interface CatchNode {
  readonly errorEquals: readonly string[];
  readonly block: Block;
  /** JSONPath: where in the state's input the Error Output goes (R-RP-04). */
  readonly resultPath?: string | null;
  readonly output?: Template;
  readonly assign?: Template;
  readonly comment?: string;
  readonly origin?: Origin;
}
