import { arrayShape, membersOf, type Shape, unionOf } from "@statewright/json-types";
import { parseSignature, type SignatureParameter } from "../jsonata/signature/parse-signature.ts";
import { spreadItems } from "./items.ts";
import { nothingValue } from "./join-values.ts";
import { judge } from "./ledger.ts";
import { mayBeMissing, present } from "./presence.ts";
import { refuseIf } from "./refuse.ts";
import type { CallSite, Session } from "./session.ts";
import type { Place, Value } from "./value.ts";

/** The arguments as a function takes them. */
export interface TakenArguments {
  readonly given: readonly Value[];
  /** One of them is of a type that is refused. */
  readonly refused: boolean;
}

interface Parameters {
  readonly parameters: readonly SignatureParameter[];
  /** It cannot be told which argument is for which of them. */
  readonly unclear: boolean;
  /** How many are taken at least. */
  readonly required: number;
}

const parsed = new Map<string, Parameters>();

function parametersOf(signature: string): Parameters {
  const before = parsed.get(signature);
  if (before !== undefined) return before;
  const parameters = parseSignature(signature).signature?.parameters ?? [];
  const made: Parameters = {
    parameters,
    unclear: parameters.length > 1 && parameters.some(({ many }) => many),
    required: parameters.filter(({ least }) => least === 1).length,
  };
  parsed.set(signature, made);
  return made;
}

/** The places of the parameters that take arrays alone. */
export function arrayParameters(signature: string): readonly number[] {
  return parametersOf(signature).parameters.flatMap(({ type }, index) => (type === "a" ? [index] : []));
}

/**
 * Puts arguments under a signature as JSONata does: the context stands in for an argument that is left out, what is
 * no array becomes an array of one where an array is taken. Nothing if it cannot be told which is which.
 */
export function takeArguments(
  what: string,
  signature: string,
  given: readonly Value[],
  place: Place,
  session: Session,
  site: CallSite | undefined,
): TakenArguments | undefined {
  const declared = parametersOf(signature);
  if (declared.unclear) return undefined;
  const { parameters } = declared;
  const standsIn = takesContext(declared, given);
  if (standsIn === undefined) return undefined;
  const aligned = standsIn ? [place.context.value, ...given] : given;
  let refused = false;
  const taken: Value[] = [];
  for (let index = 0; index < aligned.length; index += 1) {
    const value = aligned[index] ?? nothingValue;
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    const node = site?.arguments[standsIn ? index - 1 : index];
    if (parameter !== undefined && node !== undefined && isKnown(value))
      refused = refuses({ parameter, value, node, what, place }, session) || refused;
    taken.push(parameter?.type === "a" ? asArrayOf(value) : value);
  }
  return { given: taken, refused };
}

/** Whether the context stands in for the first argument; nothing if that depends on what is given. */
function takesContext({ parameters, required }: Parameters, given: readonly Value[]): boolean | undefined {
  const [first] = parameters;
  if (first?.context === undefined || given.length >= parameters.length) return false;
  if (given.length <= required) return true;
  const [value] = given;
  if (value === undefined) return false;
  return symbolsIn(value).every((symbol) => first.symbols.includes(symbol)) ? false : undefined;
}

function isKnown({ shape, callable }: Value): boolean {
  return callable === undefined ? shape.kind !== "unknown" : callable.kind !== "any";
}

function asArrayOf(value: Value): Value {
  const { shape, callable } = value;
  if (callable !== undefined || shape.kind === "unknown" || shape.kind === "array") return value;
  return { ...value, shape: arrayOf(shape) };
}

function arrayOf(shape: Shape): Shape {
  const members = membersOf(shape).map((member) =>
    member.kind === "array" || member.kind === "missing"
      ? member
      : arrayShape(member, { items: [member], minItems: 1, maxItems: 1 }),
  );
  return unionOf(members);
}

interface Taking {
  readonly parameter: SignatureParameter;
  readonly value: Value;
  readonly node: CallSite["node"];
  readonly what: string;
  readonly place: Place;
}

function refuses({ parameter, value, node, what, place }: Taking, session: Session): boolean {
  const { shape, callable } = value;
  const there = present(shape);
  if (there.kind === "never" && callable === undefined) return false;
  const wrong = !takesOneOf(parameter.symbols, there, callable !== undefined);
  if (!wrong && parameter.subtype === undefined) {
    judge(session.ledger, "wrong-type", node, undefined);
    return false;
  }
  const { subtype } = parameter;
  const elements = wrong || parameter.type !== "a" || subtype === undefined ? undefined : spreadItems(there);
  const others = elements !== undefined && wrongElements(elements.element, subtype ?? "");
  if (!wrong && !others) {
    judge(session.ledger, "wrong-type", node, undefined);
    return false;
  }
  const sure = !mayBeMissing(shape) && callable === undefined;
  const demand = { node, what: `$${what}`, place };
  if (wrong) {
    const refusal = { expected: () => describe(parameter.type), found: there, sure };
    return refuseIf(true, refusal, { ...demand, code: "T0410" }, session);
  }
  const expected = () => `${describe("a")} of ${describe(subtype ?? "").replace(/^an? /, "")}s`;
  const refusal = { expected, found: there, sure: sure && (elements?.least ?? 0) > 0 };
  return refuseIf(true, refusal, { ...demand, code: "T0412" }, session);
}

function takesOneOf(symbols: string, shape: Shape, callable: boolean): boolean {
  if (callable && symbols.includes("f")) return true;
  for (const { kind } of membersOf(shape)) if (symbols.includes(symbolOf(kind))) return true;
  return false;
}

function wrongElements(element: Shape, subtype: string): boolean {
  if (element.kind === "unknown" || subtype.length !== 1) return false;
  const there = present(element);
  return there.kind !== "never" && !takesOneOf(subtype, there, false);
}

/** JSONata's letters for the kinds of a value. */
function symbolsIn({ shape, callable }: Value): readonly string[] {
  const kinds = membersOf(shape).map(({ kind }) => symbolOf(kind));
  return callable === undefined ? kinds : [...kinds, "f"];
}

function symbolOf(kind: Shape["kind"]): string {
  switch (kind) {
    case "string":
      return "s";
    case "number":
      return "n";
    case "boolean":
      return "b";
    case "null":
      return "l";
    case "array":
      return "a";
    case "object":
      return "o";
    default:
      return "m";
  }
}

const words: Readonly<Record<string, string>> = {
  s: "a string",
  n: "a number",
  b: "a boolean",
  l: "null",
  a: "an array",
  o: "an object",
  f: "a function",
};

function describe(type: string): string {
  const letters = type.replaceAll(/[()]/g, "");
  return [...letters].map((letter) => words[letter] ?? "a value").join(" or ");
}
