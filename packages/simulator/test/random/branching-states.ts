import {
  addState,
  type Building,
  jsonataState,
  newName,
  type ScopeBuilding,
  type Statement,
} from "./building.ts";
import { type Fields, type Flow, meeting, randomAssign, sourcesOf } from "./flow.ts";
import { choiceTest } from "./json-path-text.ts";
import { jsonataCondition } from "./jsonata-text.ts";
import { addEnd, addFail } from "./simple-states.ts";
import { type Field, number, record, text, withField } from "./sketch.ts";
import { addCall } from "./task-state.ts";

/** Makes a number of statements one after the other. */
export type Block = (
  building: Building,
  scope: ScopeBuilding,
  flow: Flow,
  name: string,
  exit: string,
  statements: number,
) => Flow;

/** A Choice whose ways meet again, but for those that end. */
export function branching(block: Block): Statement {
  return (building, scope, flow, name, exit) => {
    const { chance } = building;
    const jsonata = jsonataState(building);
    const sources = sourcesOf(flow, jsonata);
    const way = (from: Flow, ends: boolean): { readonly entry: string; readonly at?: Flow } => {
      if (chance.often(0.2)) return { entry: exit, at: from };
      const entry = newName(building);
      if (ends && chance.often(0.1)) {
        addFail(building, scope, from, entry);
        return { entry };
      }
      if (ends && chance.often(0.08)) {
        addEnd(building, scope, from, entry);
        return { entry };
      }
      return { entry, at: block(building, scope, from, entry, exit, chance.between(1, 2)) };
    };
    const rules = Array.from({ length: chance.between(1, 2) }, () => {
      const assigned = chance.often(0.3)
        ? randomAssign(chance, flow, sources, jsonata)
        : { fields: {}, flow };
      const test: Fields = jsonata
        ? { Condition: `{% ${jsonataCondition(chance, sources)} %}` }
        : choiceTest(chance, sources);
      const taken = way(assigned.flow, true);
      return { ...taken, fields: { ...test, ...assigned.fields, Next: taken.entry } };
    });
    const otherwise = way(flow, false);
    // Without Default, States.NoChoiceMatched is possible; what follows must be reached by another way then.
    const open = rules.some(({ entry }) => entry === exit) && otherwise.entry === exit && chance.often(0.3);
    addState(building, scope, name, "Choice", jsonata, {
      Choices: rules.map(({ fields }) => fields),
      ...(!open && { Default: otherwise.entry }),
    });
    return [...rules, otherwise].flatMap(({ at }) => at ?? []).reduce(meeting);
  };
}

/** A loop that counts its rounds, in a variable or in the data, and ends. */
export function counting(block: Block): Statement {
  return (building, scope, flow, name, exit) => {
    const { chance } = building;
    const jsonata = jsonataState(building);
    const inData = flow.data.kind === "record" && chance.often(0.4);
    const counter = `turn${building.names}`;
    const [head, body, next] = [newName(building), newName(building), newName(building)] as const;
    const forms = jsonata ? jsonataCounter(counter, inData) : jsonPathCounter(counter, inData);
    const field: Field = { sketch: number, sure: true };
    const begun: Flow = {
      ...flow,
      keep: true,
      ...(inData
        ? { data: withField(flow.data, counter, record({ n: number })) }
        : { variables: { ...flow.variables, [counter]: field } }),
    };
    addState(building, scope, name, "Pass", jsonata, { ...forms.start, Next: head });
    addState(building, scope, head, "Choice", jsonata, {
      Choices: [{ ...forms.goesOn(chance.between(1, 3)), Next: body }],
      Default: exit,
    });
    const after = block(building, scope, begun, body, next, chance.between(1, 2));
    addState(building, scope, next, "Pass", jsonata, { ...forms.step, Next: head });
    return { ...meeting(begun, after), keep: flow.keep };
  };
}

interface CounterForms {
  readonly start: Fields;
  readonly step: Fields;
  readonly goesOn: (rounds: number) => Fields;
}

function jsonataCounter(counter: string, inData: boolean): CounterForms {
  const value = inData ? `$states.input.${counter}.n` : `$${counter}`;
  const put = (n: string): Fields =>
    inData
      ? { Output: `{% $merge([$states.input, {"${counter}": {"n": ${n}}}]) %}` }
      : { Assign: { [counter]: `{% ${n} %}` } };
  const goesOn = (rounds: number): Fields => ({ Condition: `{% ${value} < ${rounds} %}` });
  return { start: put("0"), step: put(`${value} + 1`), goesOn };
}

function jsonPathCounter(counter: string, inData: boolean): CounterForms {
  const value = inData ? `$.${counter}.n` : `$${counter}`;
  const goesOn = (rounds: number): Fields => ({ Variable: value, NumericLessThan: rounds });
  const added = `States.MathAdd(${value}, 1)`;
  return inData
    ? {
        start: { Result: { n: 0 }, ResultPath: `$.${counter}` },
        step: { Parameters: { "n.$": added }, ResultPath: `$.${counter}` },
        goesOn,
      }
    : { start: { Assign: { [counter]: 0 } }, step: { Assign: { [`${counter}.$`]: added } }, goesOn };
}

/** A loop that asks a task until it says that it is done; the last answer always does. */
export const polling: Statement = (building, scope, flow, name, exit) => {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const [test, rest] = [newName(building), newName(building)] as const;
  const status = record({ state: { kind: "text", of: ["open", "done"] }, seen: text });
  const open = Array.from({ length: chance.between(0, 2) }, () => ({ result: { state: "open", seen: "x" } }));
  building.answers[name] = [...open, { result: { state: "done", seen: "y" } }];
  const into = flow.data.kind === "record" ? "job" : undefined;
  const leaving: Fields = jsonata
    ? { Assign: { [jobOf(flow)]: "{% $states.result %}" }, Output: "{% $states.input %}" }
    : { Assign: { [`${jobOf(flow)}.$`]: "$" }, ResultPath: into === undefined ? null : `$.${into}` };
  addCall(building, scope, name, jsonata, status, { state: "done", seen: "y" }, { ...leaving, Next: test });
  const known: Flow = {
    ...flow,
    data: into === undefined || jsonata ? flow.data : withField(flow.data, into, status),
    variables: { ...flow.variables, [jobOf(flow)]: { sketch: status, sure: true } },
  };
  const rule: Fields = jsonata
    ? { Condition: `{% $${jobOf(flow)}.state = "done" %}` }
    : { Variable: `$${jobOf(flow)}.state`, StringEquals: "done" };
  addState(building, scope, test, "Choice", jsonata, { Choices: [{ ...rule, Next: exit }], Default: rest });
  addState(building, scope, rest, "Wait", jsonata, { Seconds: chance.between(1, 20), Next: name });
  return known;
};

function jobOf({ depth }: Flow): string {
  return depth === 0 ? "job" : `job${depth}`;
}
