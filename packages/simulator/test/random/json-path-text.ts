import type { Json } from "@statewright/json-types";
import type { Chance } from "./chance.ts";
import { anything, boolean, list, number, record, type Sketch, text } from "./sketch.ts";
import { type Kind, optionalPath, randomPath, type Source, type Written } from "./source.ts";

type Wanted = "number" | "text" | "list" | "record" | "any";

/** The text of a `.$` member: a path or a call of an intrinsic function; nothing where no path fits. */
export function jsonPathText(
  chance: Chance,
  sources: readonly Source[],
  wanted: Wanted = "any",
  depth = 2,
): Written | undefined {
  if (depth === 0 || chance.often(0.55)) {
    const path = randomPath(chance, sources, kindsOf(wanted));
    if (path !== undefined || depth === 0) return path;
  }
  const of = (kind: Wanted): string => {
    const argument = jsonPathText(chance, sources, kind, depth - 1)?.text;
    return argument ?? literalArgument(chance, kind);
  };
  const call = (sketch: Sketch, name: string, ...given: readonly string[]): Written => ({
    text: `States.${name}(${given.join(", ")})`,
    sketch,
  });
  const scalar = (): string => of(chance.pick(["text", "number"]));
  switch (wanted) {
    case "text":
      return chance.weighted<() => Written>([
        [5, () => call(text, "Format", "'{}-{}'", scalar(), scalar())],
        [2, () => call(text, "JsonToString", of("any"))],
        [1, () => call(text, "Base64Encode", of("text"))],
        [1, () => call(text, "Hash", of("any"), "'SHA-256'")],
        [1, () => call(text, "UUID")],
      ])();
    case "number":
      return chance.often(0.6)
        ? call(number, "MathAdd", of("number"), String(chance.between(0, 3)))
        : call(number, "ArrayLength", of("list"));
    case "list":
      return chance.weighted<() => Written>([
        [4, () => call(list(anything, 2, 2), "Array", of("any"), of("any"))],
        [2, () => call(list(number, 1, 3), "ArrayRange", "1", String(chance.between(1, 3)), "1")],
        [2, () => call(list(text), "StringSplit", of("text"), "'-'")],
        [1, () => call(list(list(anything, 1, 2)), "ArrayPartition", of("list"), "2")],
        [1, () => call(list(anything, 0, 4), "ArrayUnique", of("list"))],
        [4, () => indefinite(chance, sources) ?? call(list(anything, 1, 1), "Array", of("any"))],
      ])();
    case "record":
      return call(record({}), "JsonMerge", of("record"), of("record"), "false");
    case "any": {
      const inner = chance.weighted<() => Written | undefined>([
        [6, () => jsonPathText(chance, sources, chance.pick(["text", "number", "list"]), depth)],
        [1, () => call(boolean, "ArrayContains", of("list"), of("any"))],
        [1, () => call(anything, "StringToJson", `States.JsonToString(${of("any")})`)],
        [1, () => call(anything, "ArrayGetItem", `States.Array(${of("any")}, 1)`, "0")],
      ]);
      return inner();
    }
  }
}

function kindsOf(wanted: Wanted): readonly Kind[] | undefined {
  return wanted === "any" ? undefined : wanted === "list" ? ["list", "tuple"] : [wanted];
}

function literalArgument(chance: Chance, wanted: Wanted): string {
  switch (wanted) {
    case "number":
      return String(chance.between(0, 9));
    case "list":
      return "States.Array(1, 'a')";
    case "record":
      return `States.StringToJson('\\{"k": 1\\}')`;
    default:
      return chance.pick(["'new'", "'a-b'", "'x'"]);
  }
}

/** A path that gives several values: always a list (R-PATH-04). */
function indefinite(chance: Chance, sources: readonly Source[]): Written | undefined {
  const at = randomPath(chance, sources, ["list", "tuple"]);
  if (at === undefined) return undefined;
  const of = at.sketch.kind === "list" ? at.sketch.of : anything;
  const fields = of.kind === "record" ? Object.entries(of.fields) : [];
  const [name, field] = fields[0] ?? ["id", undefined];
  return chance.weighted<() => Written>([
    [2, () => ({ text: `${at.text}[0:2]`, sketch: list(of, 0, 2) })],
    [3, () => ({ text: `${at.text}[*].${name}`, sketch: list(field?.sketch ?? anything) })],
    [2, () => ({ text: `${at.text}[?(@.${name} == 1)]`, sketch: list(of) })],
    [1, () => ({ text: `${at.text}..${name}`, sketch: list(anything) })],
  ])();
}

/** One data-test expression of a Choice (R-CHOICE-10), without Next. */
export function choiceTest(chance: Chance, sources: readonly Source[], depth = 2): Record<string, Json> {
  if (depth > 0 && chance.often(0.25)) {
    if (chance.often(0.3)) return { Not: choiceTest(chance, sources, depth - 1) };
    const parts = [choiceTest(chance, sources, depth - 1), choiceTest(chance, sources, depth - 1)];
    return { [chance.pick(["And", "Or"])]: parts };
  }
  const optional = optionalPath(chance, sources);
  if (optional !== undefined && chance.often(0.35)) {
    const present = { Variable: optional.text, IsPresent: true };
    if (chance.often(0.4)) return { ...present, IsPresent: chance.often(0.7) };
    return { And: [present, comparison(chance, sources, optional)] };
  }
  return comparison(chance, sources, randomPath(chance, sources) ?? { text: "$", sketch: anything });
}

function comparison(chance: Chance, sources: readonly Source[], of: Written): Record<string, Json> {
  const Variable = of.text;
  const is = chance.pick(["IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp"]);
  if (chance.often(0.25)) return { Variable, [is]: chance.often(0.7) };
  const twin = randomPath(chance, sources, [of.sketch.kind])?.text;
  const usesTwin = twin !== undefined && chance.often(0.3);
  switch (of.sketch.kind) {
    case "number": {
      const operator = chance.pick(["NumericEquals", "NumericLessThan", "NumericGreaterThanEquals"]);
      return usesTwin
        ? { Variable, [`${operator}Path`]: twin }
        : { Variable, [operator]: chance.between(0, 9) };
    }
    case "boolean":
      return usesTwin
        ? { Variable, BooleanEqualsPath: twin }
        : { Variable, BooleanEquals: chance.often(0.5) };
    case "text": {
      const operator = chance.pick(["StringEquals", "StringLessThan", "StringGreaterThan"]);
      if (usesTwin) return { Variable, [`${operator}Path`]: twin };
      if (chance.often(0.3)) return { Variable, StringMatches: chance.pick(["*a*", "n*", "x"]) };
      return { Variable, [operator]: chance.pick(["new", "a-b", "x", ""]) };
    }
    default:
      return { Variable, [is]: chance.often(0.7) };
  }
}
