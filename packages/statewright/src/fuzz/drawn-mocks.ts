import { type MachineTypes, type StateMachine, walkStates } from "@statewright/asl";
import {
  drawValue,
  type Json,
  type RandomNumbers,
  type Shape,
  shapeFromSchema,
} from "@statewright/json-types";
import type { MockAnswer, Mocks } from "@statewright/simulator";

/** What the calls of one state may answer, as the types say. */
export interface AnswerShape {
  readonly state: string;
  readonly result: Shape;
  /** The errors that the types name. */
  readonly errors: readonly string[];
  /** Where the result goes in a mock. */
  readonly as: "result" | "envelope" | "callback";
}

/** The mocks that were drawn: one answer a state, for all of its calls. */
export type DrawnMocks = Readonly<Record<string, MockAnswer>>;

/** One call in so many fails with an error that the types name. */
const failsOnce = 6;

/** The states whose calls the given mocks leave to be answered, and whose results the types tell. */
export function answerShapes(
  machine: StateMachine,
  types: MachineTypes | undefined,
  given: Mocks,
): readonly AnswerShape[] {
  return walkStates(machine).flatMap(({ name, state, pointer }): readonly AnswerShape[] => {
    if (state.Type !== "Task" || own(given.states, name) !== undefined) return [];
    const { Resource } = state;
    if (own(given.resources, Resource) !== undefined) return [];
    const told = own(types?.states, pointer) ?? own(types?.resources, Resource);
    if (told?.result === undefined) return [];
    const invokes = /:lambda:invoke$/.test(Resource);
    const as = Resource.endsWith(".waitForTaskToken") ? "callback" : invokes ? "envelope" : "result";
    const result = shapeFromSchema(told.result as boolean | { readonly [key: string]: Json }, {
      closed: true,
    });
    return [{ state: name, result, errors: Object.keys(told.errors ?? {}), as }];
  });
}

/** Draws what the calls of each state answer. */
export function drawMocks(shapes: readonly AnswerShape[], random: RandomNumbers): DrawnMocks {
  const drawn = shapes.flatMap(({ state, result, errors, as }): readonly [string, MockAnswer][] => {
    const fails = random() < 1 / failsOnce;
    const error = errors[Math.floor(random() * errors.length)];
    if (fails && error !== undefined) return [[state, answerOf(as, { error, cause: "" })]];
    const value = drawValue(result, random);
    return value === undefined ? [] : [[state, answerOf(as, { result: value })]];
  });
  return Object.fromEntries(drawn);
}

/** The value that a mock answers with; nothing where it is an error. */
export function resultOf({ result, envelope, callback }: MockAnswer): Json | undefined {
  return result ?? envelope ?? callback?.result;
}

/** A mock that answers with `result` where the state expects it. */
export function answerOf(
  as: AnswerShape["as"],
  outcome: { readonly result: Json } | { readonly error: string; readonly cause: string },
): MockAnswer {
  if (as === "callback") return { callback: outcome };
  return as === "envelope" && "result" in outcome ? { envelope: outcome.result } : outcome;
}

function own<Value>(values: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
}
