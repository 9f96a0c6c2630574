import type { JsonPathFields, Origin, StateNode } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { misplacedCall, noState } from "../diagnostics.ts";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import { writtenPath } from "../template/raw-expression.ts";
import { originPlace } from "../template/read-template.ts";
import { brand } from "../types/workflow.ts";
import { type Branches, branchBlock } from "./branches.ts";
import { callOrigin } from "./call-origin.ts";
import {
  type ChainNode,
  currentState,
  emptyBranch,
  noted,
  withProblems,
  withState,
  withStep,
} from "./chain-node.ts";
import { frozen } from "./frozen.ts";
import { catchNode, handedData, retryNode, ruleNode } from "./handlers.ts";
import { jsonPathKinds, withJsonPathField } from "./json-path-fields.ts";
import { distributedMapState, mapState } from "./map-states.ts";
import {
  choiceState,
  failState,
  parallelState,
  passState,
  rawState,
  succeedState,
  taskState,
  waitState,
} from "./new-states.ts";
import { type CallPlace, computed, credentialsOf, templateOf } from "./work-fields.ts";

type Kind = StateNode["kind"];

const withData: readonly Kind[] = ["task", "pass", "wait", "parallel", "map"];
const withErrors: readonly Kind[] = ["task", "parallel", "map"];

const branches: Branches = {
  build(part) {
    const built = (part as (branch: Chain) => unknown)(new Chain(emptyBranch));
    return built instanceof Chain ? built.node : undefined;
  },
};

/**
 * The one implementation behind the typed interfaces: every call yields a new frozen chain, whose only content is
 * the tree so far.
 */
export class Chain {
  readonly node: ChainNode;

  constructor(node: ChainNode) {
    this.node = node;
    Object.freeze(this);
  }

  task(name: string, call: unknown, options?: unknown): Chain {
    return this.#add(name, this.task, (place) => taskState(place, call, options));
  }

  pass(name: string, options?: unknown): Chain {
    return this.#add(name, this.pass, (place) => passState(place, options));
  }

  wait(name: string, until: unknown, options?: unknown): Chain {
    return this.#add(name, this.wait, (place) => waitState(place, until, options));
  }

  choice(name: string, options?: unknown): Chain {
    return this.#add(name, this.choice, (place) => choiceState(place, options));
  }

  parallel(name: string, ...parts: readonly unknown[]): Chain {
    return this.#add(name, this.parallel, (place) => parallelState(place, parts, branches));
  }

  map(name: string, items: unknown, each: unknown, options?: unknown): Chain {
    return this.#add(name, this.map, (place) => mapState(place, items, each, options, branches));
  }

  distributedMap(name: string, items: unknown, each: unknown, options?: unknown): Chain {
    return this.#add(name, this.distributedMap, (place) =>
      distributedMapState(place, items, each, options, branches),
    );
  }

  succeed(name: string, options?: unknown): Chain {
    return this.#add(name, this.succeed, (place) => succeedState(place, options));
  }

  fail(name: string, options?: unknown): Chain {
    return this.#add(name, this.fail, (place) => failState(place, options));
  }

  raw(name: string, state: unknown, options?: unknown): Chain {
    return this.#add(name, this.raw, (place) => rawState(place, state, options));
  }

  /** `.withCatch(errors, handler, states)`, or with what the catcher hands on behind the errors. */
  withCatch(errors: unknown, ...rest: readonly unknown[]): Chain {
    const origin = callOrigin(this.withCatch);
    const problems: Diagnostic[] = [];
    const place: CallPlace = { state: "withCatch", origin, problems };
    const catcher = catchNode(errors, rest.at(-3), rest.at(-2), place, branches);
    const block = branchBlock(branches, rest.at(-1), place.state, origin, problems);
    const step = { kind: "catchGroup" as const, block, catcher, ...(origin && { origin }) };
    return new Chain(withStep(this.node, step, problems));
  }

  next(name: string): Chain {
    const origin = callOrigin(this.next);
    return new Chain(withStep(this.node, { kind: "jump", target: String(name), ...(origin && { origin }) }));
  }

  use(part: unknown): Chain {
    const problems: Diagnostic[] = [];
    const block = branchBlock(branches, part, "use", callOrigin(this.use), problems);
    const node = block.steps.reduce((chain, step) => withStep(chain, step), this.node);
    return new Chain(withProblems(node, problems));
  }

  end(): unknown {
    const { workflow, steps, problems } = this.node;
    const origin = callOrigin(this.end);
    if (!workflow) return new Chain(withStep(this.node, { kind: "end", ...(origin && { origin }) }));
    return frozen({ name: workflow.name, [brand]: frozen({ ...workflow, body: { steps }, problems }) });
  }

  input(schema?: unknown): Chain {
    return this.#promise("input", schema, callOrigin(this.input));
  }

  output(template?: unknown): Chain {
    const origin = callOrigin(this.output);
    if (this.node.workflow && this.node.steps.length === 0) return this.#promise("output", template, origin);
    return this.#configure("output", origin, withData, (state, place) => ({
      ...state,
      output: templateOf(template, "output", place),
    }));
  }

  assign(template: unknown): Chain {
    return this.#configure("assign", callOrigin(this.assign), withData, (state, place) => ({
      ...state,
      assign: templateOf(template, "assign", place),
    }));
  }

  arguments(template: unknown): Chain {
    return this.#configure("arguments", callOrigin(this.arguments), ["task", "parallel"], (state, place) => ({
      ...state,
      arguments: templateOf(template, "arguments", place),
    }));
  }

  inputPath(path: unknown): Chain {
    return this.#pathField("inputPath", callOrigin(this.inputPath), path);
  }

  parameters(template: unknown): Chain {
    return this.#pathField("parameters", callOrigin(this.parameters), template);
  }

  result(value: unknown): Chain {
    return this.#pathField("result", callOrigin(this.result), value);
  }

  resultSelector(template: unknown): Chain {
    return this.#pathField("resultSelector", callOrigin(this.resultSelector), template);
  }

  resultPath(path: unknown): Chain {
    return this.#pathField("resultPath", callOrigin(this.resultPath), path);
  }

  outputPath(path: unknown): Chain {
    return this.#pathField("outputPath", callOrigin(this.outputPath), path);
  }

  timeoutSecondsPath(path: string): Chain {
    return this.timeoutSeconds(writtenPath(path));
  }

  heartbeatSecondsPath(path: string): Chain {
    return this.heartbeatSeconds(writtenPath(path));
  }

  credentials(template: unknown): Chain {
    return this.#configure("credentials", callOrigin(this.credentials), ["task"], (state, place) => ({
      ...state,
      credentials: credentialsOf(template, place),
    }));
  }

  timeoutSeconds(seconds: unknown): Chain {
    return this.#configure("timeoutSeconds", callOrigin(this.timeoutSeconds), ["task"], (state, place) => ({
      ...state,
      timeoutSeconds: computed<number>(seconds, "number", "timeoutSeconds", place),
    }));
  }

  heartbeatSeconds(seconds: unknown): Chain {
    return this.#configure(
      "heartbeatSeconds",
      callOrigin(this.heartbeatSeconds),
      ["task"],
      (state, place) => ({
        ...state,
        heartbeatSeconds: computed<number>(seconds, "number", "heartbeatSeconds", place),
      }),
    );
  }

  comment(text: string): Chain {
    const origin = callOrigin(this.comment);
    const { workflow, steps } = this.node;
    if (steps.length === 0) {
      const own = workflow
        ? { workflow: { ...workflow, comment: String(text) } }
        : { comment: { text: String(text), ...(origin && { origin }) } };
      return new Chain({ ...this.node, ...own });
    }
    return this.#configure("comment", origin, undefined, (state) => ({
      ...state,
      comment: String(text),
    }));
  }

  retry(...retriers: readonly unknown[]): Chain {
    const origin = callOrigin(this.retry);
    return this.#configure("retry", origin, withErrors, (state) => ({
      ...state,
      retry: [
        ...("retry" in state ? (state.retry ?? []) : []),
        ...retriers.map((one) => retryNode(one, origin)),
      ],
    }));
  }

  /** `.catch(errors, handler)`, or with what the catcher hands on between them. */
  catch(errors: unknown, ...rest: readonly unknown[]): Chain {
    const origin = callOrigin(this.catch);
    return this.#configure("catch", origin, withErrors, (state, place) => ({
      ...state,
      catch: [
        ...("catch" in state ? (state.catch ?? []) : []),
        catchNode(errors, rest.at(-2), rest.at(-1), place, branches),
      ],
    }));
  }

  /** `.when(test, branch)`, or with what the rule hands on between them. */
  when(test: unknown, ...rest: readonly unknown[]): Chain {
    return this.#configure("when", callOrigin(this.when), ["choice"], (state, place) => ({
      ...state,
      rules: [
        ...("rules" in state ? state.rules : []),
        ruleNode(test, rest.at(-2), rest.at(-1), place, branches),
      ],
    }));
  }

  /** `.otherwise(branch)`, or with what the Choice hands on between them. */
  otherwise(...given: readonly unknown[]): Chain {
    const origin = callOrigin(this.otherwise);
    return this.#configure("otherwise", origin, ["choice"], (state, place) => ({
      ...state,
      ...handedData(given.at(-2), place),
      otherwise: {
        block: branchBlock(branches, given.at(-1), place.state, origin, place.problems),
        ...(origin && { origin }),
      },
    }));
  }

  #pathField(field: keyof JsonPathFields, origin: Origin | undefined, value: unknown): Chain {
    return this.#configure(field, origin, jsonPathKinds[field], (state, place) =>
      withJsonPathField(state, field, value, place),
    );
  }

  #add(name: string, method: (...args: never) => unknown, make: (place: CallPlace) => StateNode): Chain {
    const place: CallPlace = { state: String(name), origin: callOrigin(method), problems: [] };
    return new Chain(withStep(this.node, make(place), place.problems));
  }

  /** Changes the last state; `kinds` are those that have the field. */
  #configure(
    method: string,
    origin: Origin | undefined,
    kinds: readonly Kind[] | undefined,
    change: (state: StateNode, place: CallPlace) => object,
  ): Chain {
    const state = currentState(this.node);
    if (!state) {
      const problem = noState.at(originPlace(origin), { method });
      return new Chain(withProblems(this.node, [problem]));
    }
    if (kinds && !kinds.includes(state.kind)) {
      const facts = { method, state: state.name, kind: stateNames[state.kind] };
      const problem = misplacedCall.at({ ...originPlace(origin), state: state.name }, facts);
      return new Chain(withProblems(this.node, [problem]));
    }
    const problems: Diagnostic[] = [];
    const changed = change(state, { state: state.name, origin, problems }) as StateNode;
    return new Chain(withState(this.node, noted(changed, method, origin), problems));
  }

  #promise(field: "input" | "output", given: unknown, origin: Origin | undefined): Chain {
    const { workflow } = this.node;
    const { schema, problem } = jsonSchemaOf(given);
    const problems = problem ? [{ ...problem, ...originPlace(origin) }] : [];
    const changed = workflow && schema !== undefined ? { ...workflow, [field]: schema } : workflow;
    return new Chain(withProblems({ ...this.node, ...(changed && { workflow: changed }) }, problems));
  }
}

const stateNames: Readonly<Record<Kind, string>> = {
  task: "Task",
  pass: "Pass",
  choice: "Choice",
  wait: "Wait",
  parallel: "Parallel",
  map: "Map",
  succeed: "Succeed",
  fail: "Fail",
  raw: "raw state",
};
