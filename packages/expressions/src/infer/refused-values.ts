import { membersOf, type Shape } from "@statewright/json-types";
import { isIsoTime } from "../jsonata/builtins/date-time/iso-time.ts";
import { numberInText } from "../jsonata/builtins/number/number-in-text.ts";
import { mayBeMissing, present } from "./presence.ts";
import { refuseIf } from "./refuse.ts";
import type { CallSite, Session } from "./session.ts";
import type { Place, Value } from "./value.ts";

type Literal = string | number | boolean | null;

/** An argument that a function takes by its type, and refuses by its value. */
interface RefusedValue {
  /** Which argument. */
  readonly index: number;
  /** JSONata's code; `$parse` has none. */
  readonly code: string;
  readonly expected: string;
  readonly refuses: (value: Literal, given: readonly Value[]) => boolean;
}

/** Texts that are longer are not looked into. */
const longestText = 10_000;

const isText = (value: Literal): value is string => typeof value === "string" && value.length <= longestText;
const isNumber = (value: Literal): value is number => typeof value === "number";
const limit = (index: number, code: string): RefusedValue => ({
  index,
  code,
  expected: "0 or more",
  refuses: (value) => isNumber(value) && value < 0,
});
const decoded: RefusedValue = {
  index: 0,
  code: "D3140",
  expected: "text that is encoded for URLs",
  refuses: (value) => isText(value) && throws(() => decodeURIComponent(value)),
};

const refusedValues: ReadonlyMap<string, readonly RefusedValue[]> = new Map<string, readonly RefusedValue[]>([
  [
    "number",
    [
      {
        index: 0,
        code: "D3030",
        expected: "the text of a number",
        refuses: (value) => isText(value) && numberInText(value) === undefined,
      },
    ],
  ],
  [
    "toMillis",
    [
      {
        index: 0,
        code: "D3110",
        expected: "a timestamp in ISO 8601",
        refuses: (value, given) => given[1] === undefined && isText(value) && !isIsoTime(value),
      },
    ],
  ],
  [
    "parse",
    [
      {
        index: 0,
        code: "",
        expected: "the text of JSON",
        refuses: (value) => isText(value) && throws(() => JSON.parse(value)),
      },
    ],
  ],
  ["assert", [{ index: 0, code: "D3141", expected: "true", refuses: (value) => value === false }]],
  ["sqrt", [limit(0, "D3060")]],
  [
    "power",
    [
      {
        index: 1,
        code: "D3061",
        expected: "an exponent whose result is a finite number",
        refuses: (value, given) =>
          isNumber(value) &&
          literalsOf(given[0])?.every((base) => isNumber(base) && !Number.isFinite(base ** value)) === true,
      },
    ],
  ],
  [
    "formatBase",
    [
      {
        index: 1,
        code: "D3100",
        expected: "from 2 to 36",
        refuses: (value) => isNumber(value) && (value < 1.5 || value > 36.5),
      },
    ],
  ],
  [
    "formatNumber",
    [
      {
        index: 1,
        code: "D3080",
        expected: "a picture of at most two parts",
        refuses: (value, given) => given[2] === undefined && isText(value) && value.split(";").length > 2,
      },
    ],
  ],
  ["split", [limit(2, "D3020")]],
  ["match", [limit(2, "D3040")]],
  [
    "replace",
    [
      { index: 1, code: "D3010", expected: "a text that is not empty", refuses: (value) => value === "" },
      limit(3, "D3011"),
    ],
  ],
  ["decodeUrl", [decoded]],
  ["decodeUrlComponent", [decoded]],
]);

/**
 * Reports an argument whose value its function refuses, where all the values that can be there are known; whether it
 * was so. A function of nothing gives nothing before it looks at its other arguments.
 */
export function refusesValues(
  name: string,
  given: readonly Value[],
  place: Place,
  session: Session,
  site: CallSite | undefined,
): boolean {
  const rules = refusedValues.get(name);
  if (site === undefined || rules === undefined) return false;
  const refused = rules.find((rule) => isRefused(rule, given));
  if (refused === undefined && !session.ledger.whole) return false;
  const { index, code, expected } = refused ?? { index: 0, code: "", expected: "" };
  const shape = given[index]?.shape ?? { kind: "never" };
  const found = present(shape);
  const { node } = site;
  const at = site.arguments[index + site.arguments.length - given.length] ?? node;
  // The call is judged as an operand as well, and its arguments by their types.
  const judged = node.kind === "call" ? node.callee : node;
  const demand = { node: at, code, what: `$${name}`, place, judged };
  return refuseIf(refused !== undefined, { expected: () => expected, found, sure: true }, demand, session);
}

/** Whether it is refused whenever the function is called. */
function isRefused({ index, refuses }: RefusedValue, given: readonly Value[]): boolean {
  const value = given[index];
  if (value === undefined || !isThere(given[0]) || mayBeMissing(value.shape)) return false;
  return literalsOf(value)?.every((one) => refuses(one, given)) === true;
}

function isThere(value: Value | undefined): boolean {
  return value !== undefined && value.shape.kind !== "unknown" && !mayBeMissing(value.shape);
}

/** The values that can be there, if something is; nothing where they are not all known. */
function literalsOf(value: Value | undefined): readonly Literal[] | undefined {
  if (value === undefined || value.callable !== undefined || value.shape.kind === "unknown") return undefined;
  const literals: Literal[] = [];
  for (const member of membersOf(value.shape)) {
    if (member.kind === "missing") continue;
    const literal = literalOf(member);
    if (literal === undefined) return undefined;
    literals.push(literal);
  }
  return literals.length === 0 ? undefined : literals;
}

function literalOf(member: Shape): Literal | undefined {
  if (member.kind === "null") return null;
  return member.kind === "string" || member.kind === "number" || member.kind === "boolean"
    ? member.value
    : undefined;
}

function throws(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
