import { type JsonRecord, readMachine } from "@statewright/asl";
import { expect, test } from "vitest";
import { fields, number } from "../../test/schemas.ts";
import { analyze } from "../analyze.ts";

// Machines whose transitions are drawn at random, so that loops cross and stand in one another, with branches and
// iterations inside: every analysis ends, and data reaches the states that a walk over the transitions reaches.

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const machines = deep ? 2_000 : 60;
const mostStates = deep ? 60 : 16;
const deepestNesting = 3;
const input = fields({ n: number, list: { type: "array", items: number, minItems: 1 } });
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);

test("nested and cyclic machines end, with data in every state that transitions reach", () => {
  const total = { states: 0, reached: 0, nested: 0 };
  for (let seed = from; seed < from + machines; seed += 1) {
    const random = randomNumbers(seed);
    const language = seed % 2 === 0 ? "JSONata" : "JSONPath";
    const definition = { QueryLanguage: language, ...randomScope(language, 0, random, { next: 0 }) };
    const { machine, diagnostics } = readMachine(definition);
    if (machine === undefined) throw new Error(`seed ${seed}: ${diagnostics[0]?.message}`);
    const { facts } = analyze(machine, { types: { version: 1, input: input } });
    const found = new Set(Object.keys(facts.states));
    const reached = reachedIn(definition, "", false);
    // Where a list is forgotten in a loop it may be empty: then a Map is left though no iteration ends.
    const reachable = reachedIn(definition, "", true);
    expect(
      [...reached.states].filter((pointer) => !found.has(pointer)),
      `seed ${seed}`,
    ).toEqual([]);
    expect(
      [...found].filter((pointer) => !reachable.states.has(pointer)),
      `seed ${seed}`,
    ).toEqual([]);
    total.states += JSON.stringify(definition).split('"Type":').length - 1;
    total.reached += reached.states.size;
    total.nested += [...reached.states].filter((pointer) => pointer.split("/States/").length > 2).length;
  }
  console.log(
    `${machines} random graphs of ${total.states} states end; ${total.reached} states reached, ${total.nested} of them nested`,
  );
  expect(total.nested).toBeGreaterThan(machines);
});

type Language = "JSONata" | "JSONPath";

interface Scope extends JsonRecord {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, JsonRecord>>;
}

/** A scope whose states go on to any of its states; names are counted through the whole machine. */
function randomScope(language: Language, depth: number, random: Random, counter: { next: number }): Scope {
  const count = 1 + random(depth === 0 ? mostStates : 4);
  const names = Array.from({ length: count }, () => `S${counter.next++}`);
  const name = () => names[random(count)] ?? "";
  const onward = (): JsonRecord => (random(6) === 0 ? { End: true } : { Next: name() });
  const state = (): JsonRecord => {
    const kind = random(depth < deepestNesting ? 9 : 7);
    if (kind === 0) return { Type: "Succeed" };
    if (kind <= 2) return choice(language, name, random);
    if (kind === 3)
      return {
        Type: "Task",
        Resource: "arn:aws:lambda:us-east-1:123456789012:function:work",
        ...passedOn(language, "done"),
        Catch: [{ ErrorEquals: ["States.ALL"], ...passedOn(language, "error"), Next: name() }],
        ...onward(),
      };
    if (kind <= 6) return { Type: "Pass", ...passedOn(language, "made"), ...onward() };
    const scope = () => randomScope(language, depth + 1, random, counter);
    const branches = () => Array.from({ length: 1 + random(2) }, scope);
    return kind === 7
      ? { Type: "Parallel", Branches: branches(), ...passedOn(language, "branches"), ...onward() }
      : {
          Type: "Map",
          ...iterating[language],
          ItemProcessor: scope(),
          ...passedOn(language, "mapped"),
          ...onward(),
        };
  };
  return { StartAt: names[0] ?? "", States: Object.fromEntries(names.map((key) => [key, state()])) };
}

/** Nothing is known of which way it takes. */
function choice(language: Language, name: () => string, random: Random): JsonRecord {
  const Choices = Array.from({ length: 1 + random(3) }, () =>
    language === "JSONata"
      ? { Condition: "{% $random() > 0.5 %}", ...passedOn(language, "chosen"), Next: name() }
      : { Variable: "$.list[0]", NumericGreaterThan: random(100), Next: name() },
  );
  return { Type: "Choice", Choices, Default: name() };
}

/** Each state hands on what the others read, and more of it each time round. */
function passedOn(language: Language, field: string): JsonRecord {
  if (language === "JSONPath") return { ResultPath: `$.${field}` };
  return {
    Assign: { last: field, before: "{% $states.input %}" },
    Output: { ...same, n: "{% $states.input.n + 1 %}", [field]: "{% $states.input %}" },
  };
}

const same = { list: "{% $states.input.list %}" };

const iterating: Readonly<Record<Language, JsonRecord>> = {
  JSONata: {
    Items: "{% $states.input.list %}",
    ItemSelector: { ...same, n: "{% $states.context.Map.Item.Value %}" },
  },
  JSONPath: { ItemsPath: "$.list", ItemSelector: { "list.$": "$.list", "n.$": "$$.Map.Item.Value" } },
};

/** The states that a walk reaches: a Parallel or Map is left once what it runs can end. */
function reachedIn(
  scope: JsonRecord,
  pointer: string,
  noItems: boolean,
): { states: Set<string>; ends: boolean } {
  const { StartAt, States } = scope as Scope;
  const states = new Set<string>();
  const pending = [StartAt];
  const seen = new Set(pending);
  let ends = false;
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const at = `${pointer}/States/${name}`;
    const state = (States[name] ?? {}) as unknown as WalkedState;
    states.add(at);
    const bodies = [
      ...(state.Branches ?? []).map((body, index) => reachedIn(body, `${at}/Branches/${index}`, noItems)),
      ...(state.ItemProcessor ? [reachedIn(state.ItemProcessor, `${at}/ItemProcessor`, noItems)] : []),
    ];
    for (const body of bodies) for (const inner of body.states) states.add(inner);
    const left = bodies.every((body) => body.ends) || (noItems && state.Type === "Map");
    if (left && (state.Type === "Succeed" || state.End === true)) ends = true;
    const rules = [...(state.Choices ?? []), ...(state.Catch ?? [])].map(({ Next }) => Next);
    for (const next of [...rules, state.Default, left ? state.Next : undefined]) {
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      pending.push(next);
    }
  }
  return { states, ends };
}

interface WalkedState {
  readonly Type: string;
  readonly End?: boolean;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Branches?: readonly JsonRecord[];
  readonly ItemProcessor?: JsonRecord;
}

/** A whole number below a bound. */
type Random = (bound: number) => number;

function randomNumbers(seed: number): Random {
  let state = seed * 2_654_435_761;
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % bound;
  };
}
