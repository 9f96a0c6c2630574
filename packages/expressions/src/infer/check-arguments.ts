import { arrayShape, membersOf, type Shape, unionOf } from "@statewright/json-types";
import { parseSignature, type SignatureParameter } from "../jsonata/signature/parse-signature.ts";
import { spreadItems } from "./items.ts";
import { filtered, mayBeMissing, present } from "./presence.ts";
import { refuseIf } from "./refuse.ts";
import type { CallSite, Session } from "./session.ts";
import type { Place, Value } from "./value.ts";

/** The arguments as a function takes them. */
export interface TakenArguments {
  readonly given: readonly Value[];
  /** One of them is of a type that is refused. */
  readonly refused: boolean;
}

const parsed = new Map<string, readonly SignatureParameter[]>();

function parametersOf(signature: string): readonly SignatureParameter[] {
  const before = parsed.get(signature);
  if (before !== undefined) return before;
  const parameters = parseSignature(signature).signature?.parameters ?? [];
  parsed.set(signature, parameters);
  return parameters;
}

/** The places of the parameters that take arrays alone. */
export function arrayParameters(signature: string): readonly number[] {
  return parametersOf(signature).flatMap(({ type }, index) => (type === "a" ? [index] : []));
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
  const parameters = parametersOf(signature);
  if (parameters.length > 1 && parameters.some(({ many }) => many)) return undefined;
  const aligned = alignArguments(parameters, given, place);
  if (aligned === undefined) return undefined;
  let refused = false;
  const taken = aligned.given.map((value, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    if (parameter === undefined) return value;
    const node = site?.arguments[index - aligned.shift];
    if (node !== undefined && refuses({ parameter, value, node, what, place }, session)) refused = true;
    return parameter.type === "a" ? { ...value, shape: arrayOf(value) } : value;
  });
  return { given: taken, refused };
}

function alignArguments(
  parameters: readonly SignatureParameter[],
  given: readonly Value[],
  place: Place,
): { readonly given: readonly Value[]; readonly shift: number } | undefined {
  const [first] = parameters;
  if (first?.context === undefined || given.length >= parameters.length) return { given, shift: 0 };
  const required = parameters.filter(({ least }) => least === 1).length;
  if (given.length <= required) return { given: [place.context.value, ...given], shift: 1 };
  const [value] = given;
  return value === undefined || symbolsIn(value).every((symbol) => first.symbols.includes(symbol))
    ? { given, shift: 0 }
    : undefined;
}

function arrayOf({ shape, callable }: Value): Shape {
  if (callable !== undefined || shape.kind === "unknown") return shape;
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
  if (callable?.kind === "any" || (callable === undefined && shape.kind === "unknown")) return false;
  const there = filtered(shape, ({ kind }) => kind !== "missing");
  const symbols = symbolsIn({ ...value, shape: there });
  if (symbols.length === 0) return false;
  const wrong = symbols.every((symbol) => !parameter.symbols.includes(symbol));
  const sure = !mayBeMissing(shape) && callable === undefined;
  const demand = { node, what: `$${what}`, place };
  const refusal = { expected: () => describe(parameter.type), found: there, sure };
  if (wrong || parameter.type !== "a" || parameter.subtype === undefined)
    return refuseIf(wrong, refusal, { ...demand, code: "T0410" }, session);
  const { element, least } = spreadItems(there);
  const { subtype } = parameter;
  const expected = () => `${describe("a")} of ${describe(subtype).replace(/^an? /, "")}s`;
  return refuseIf(
    wrongElements(element, parameter.subtype),
    { expected, found: there, sure: sure && least > 0 },
    { ...demand, code: "T0412" },
    session,
  );
}

function wrongElements(element: Shape, subtype: string): boolean {
  if (element.kind === "unknown" || subtype.length !== 1) return false;
  const symbols = symbolsIn({ shape: present(element) });
  return symbols.length > 0 && !symbols.includes(subtype);
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
