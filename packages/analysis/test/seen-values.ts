import { includes, type Json, join, neverShape, type Shape } from "@statewright/json-types";
import type { Facts, StateFacts } from "../src/index.ts";

/** A value that an execution had, and the shape in which it must be. */
export interface SeenValue {
  /** What it is, for a message: `input of Charge`. */
  readonly what: string;
  /** Without the state: `input`, `result`, `output`. */
  readonly stage: string;
  /** Nothing if the facts say that no data gets there. */
  readonly shape: Shape | undefined;
  readonly value: Json;
}

/** An event of a history, its values read. */
export interface SeenEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly details: Readonly<Record<string, Json | undefined>>;
}

/** Every value in a history at its stage: of states by their names, as these are not told apart there. */
export function seenValues(history: readonly SeenEvent[], facts: Facts): readonly SeenValue[] {
  const byId = new Map(history.map((event) => [event.id, event]));
  return history.flatMap((event) => {
    if (event.type === "ExecutionSucceeded") {
      const { output } = event.details;
      return output === undefined
        ? []
        : [{ what: "the output", stage: "output of the machine", shape: facts.output, value: output }];
    }
    const state = stateOf(event, byId);
    return state === undefined ? [] : valuesOf(event, state, facts);
  });
}

/** The state an event belongs to: its own name, or that of the state entered last before it, on its way. */
export function stateOf(event: SeenEvent, byId: ReadonlyMap<number, SeenEvent>): string | undefined {
  if (/State(Entered|Exited)$/.test(event.type)) return text(event.details.name);
  let at: SeenEvent | undefined = event;
  for (let steps = 0; at !== undefined && steps < 20; steps += 1) {
    at = byId.get(at.previousEventId);
    if (at?.type.endsWith("StateEntered")) return text(at.details.name);
    // It points to what came before its state (R-HIST-11).
    if (at?.type === "EvaluationFailed") return text(at.details.state);
    if (at === undefined || /StateExited$|^MapIteration|^Execution/.test(at.type)) return undefined;
  }
  return undefined;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

type Candidate = readonly [pointer: string, facts: StateFacts];

function valuesOf({ type, details }: SeenEvent, state: string, facts: Facts): readonly SeenValue[] {
  const named = Object.entries(facts.states).filter(([, { name }]) => name === state);
  const seen = (
    stage: string,
    value: Json | undefined,
    shapeIn: (candidate: Candidate) => Shape | undefined,
  ): readonly SeenValue[] => {
    if (value === undefined) return [];
    const shapes = named.map(shapeIn).filter((shape) => shape !== undefined);
    const shape = shapes.find((one) => includes(one, value)) ?? shapes[0];
    return [{ what: `${stage} of ${state}`, stage, shape, value }];
  };
  if (type.endsWith("StateEntered")) return seen("input", details.input, ([, one]) => one.input);
  if (type.endsWith("StateExited"))
    return [
      ...seen("output", details.output, handedOn),
      ...Object.entries(recordOf(details.assignedVariables)).flatMap(([name, value]) =>
        seen(`assigned $${name}`, value, ([pointer]) => assigned(pointer, name, facts)),
      ),
    ];
  if (type === "TaskScheduled") return seen("arguments", details.parameters, given);
  if (type === "LambdaFunctionScheduled" || type === "ActivityScheduled")
    return seen("arguments", details.input, given);
  if (/^(Task|LambdaFunction|Activity)Succeeded$/.test(type))
    return seen("result", details.output, ([, one]) => one.result);
  return [];
}

function given([, { stages }]: Candidate): Shape | undefined {
  return stages.afterArguments ?? stages.afterParameters;
}

/** What a state can end with: its output, or what a catcher makes of an error. */
function handedOn([pointer, { output, ways }]: Candidate): Shape {
  const caught = ways.filter((way) => way.pointer.startsWith(`${pointer}/Catch/`));
  return caught.reduce((all, way) => join(all, way.output), output);
}

/** What any Assign of a state makes of a variable. */
function assigned(state: string, name: string, { places }: Facts): Shape | undefined {
  const shapes = Object.entries(places)
    .filter(([pointer]) => pointer.startsWith(`${state}/`))
    .filter(([pointer]) =>
      /^(\/(Catch|Choices)\/\d+)?\/Assign\/([^/]+?)(\.\$)?$/.test(pointer.slice(state.length)),
    )
    .filter(([pointer]) => pointer.replace(/\.\$$/, "").endsWith(`/${name}`))
    .map(([, { shape }]) => shape);
  return shapes.length === 0 ? undefined : shapes.reduce((all, one) => join(all, one), neverShape);
}

function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !isArray(value) ? value : {};
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
