import type { Facts, PlaceFacts, StageShapes, StateFacts, WayOut } from "@statewright/analysis";
import type { StateVisit } from "@statewright/asl";
import { type JsonSchema, printShape, type Shape, schemaFromShape } from "@statewright/json-types";

/** What `types` was asked about. */
export interface AskedTypes {
  readonly file: string;
  readonly machine: string;
  readonly states: readonly StateVisit[];
  readonly facts: Facts;
  /** All of the machine, or one state with what is known inside of it. */
  readonly whole: boolean;
}

/** A shape in the document. */
interface ShapeDocument {
  /** As TypeScript would write it, cut with `…` where it is long. */
  readonly text: string;
  /** What is JSON of it; left out once the document is very large. */
  readonly schema?: JsonSchema;
  /** `true` where there may be no value at all, which JSON Schema cannot say. */
  readonly mayBeMissing?: true;
}

/** Data that doubles from state to state is written down in full up to this many characters, then as text. */
const mostCharacters = 5_000_000;

const longestText = 400;

/** The stages in the order in which a state goes through them (R-JP-01, R-JA-12). */
export const stageNames: readonly (keyof StageShapes)[] = [
  "afterInputPath",
  "afterParameters",
  "afterArguments",
  "afterItemsPath",
  "afterItemSelector",
  "afterItemBatcher",
  "afterResultSelector",
  "afterResultPath",
];

/** The places that are evaluated inside of a state, and not in the states inside of that. */
export function placesOf(
  { pointer }: StateVisit,
  { places, states }: Facts,
): readonly (readonly [string, PlaceFacts])[] {
  const inner = Object.keys(states).filter((other) => other.startsWith(`${pointer}/`));
  const belongs = (at: string) =>
    at.startsWith(`${pointer}/`) && !inner.some((other) => at.startsWith(`${other}/`));
  return Object.entries(places).filter(([at]) => belongs(at));
}

/** The document of `types --json`. */
export function typesDocument({ file, machine, states, facts, whole }: AskedTypes): unknown {
  let left = mostCharacters;
  const shown = (shape: Shape): ShapeDocument => {
    const text = printShape(shape, { maxLength: longestText });
    const mayBeMissing = hasMissing(shape) && { mayBeMissing: true as const };
    if (left <= 0) return { text, ...mayBeMissing };
    const schema = schemaFromShape(shape);
    left -= JSON.stringify(schema).length;
    return { text, schema, ...mayBeMissing };
  };
  return {
    file,
    machine,
    ...(whole && { output: shown(facts.output), history: facts.history }),
    states: states.map((visit) => {
      const { name, pointer, state } = visit;
      const known = facts.states[pointer];
      const head = { state: name, pointer, type: state.Type };
      if (known === undefined) return { ...head, reached: false };
      const inside = whole ? {} : insideOf(visit, known, facts, shown);
      return { ...head, reached: true, ...outsideOf(known, shown), ...inside };
    }),
  };
}

type Show = (shape: Shape) => ShapeDocument;

function outsideOf({ input, variables, item, result, output }: StateFacts, shown: Show) {
  return {
    input: shown(input),
    variables: Object.fromEntries(Object.entries(variables).map(([name, shape]) => [name, shown(shape)])),
    ...(item && { item: shown(item) }),
    ...(result && { result: shown(result) }),
    output: shown(output),
  };
}

function insideOf(visit: StateVisit, { stages, ways }: StateFacts, facts: Facts, shown: Show) {
  const known = stageNames.flatMap((name) => {
    const shape = stages[name];
    return shape === undefined ? [] : [[name, shown(shape)] as const];
  });
  const places = placesOf(visit, facts).map(([pointer, { shape }]) => [pointer, shown(shape)] as const);
  return {
    stages: Object.fromEntries(known),
    ways: ways.map((way) => wayDocument(way, shown)),
    places: Object.fromEntries(places),
  };
}

function wayDocument({ pointer, target, given, output }: WayOut, shown: Show) {
  return { pointer, target, ...(given && { given: shown(given) }), output: shown(output) };
}

function hasMissing(shape: Shape): boolean {
  return (
    shape.kind === "missing" ||
    (shape.kind === "union" && shape.members.some(({ kind }) => kind === "missing"))
  );
}
