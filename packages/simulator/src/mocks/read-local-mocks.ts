import { type StateMachine, walkStates } from "@statewright/asl";
import { type Diagnostic, nearestName } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { acceptJson } from "../json/json-text.ts";
import { mockShape, unknownTestCase } from "./diagnostics.ts";
import type { MockAnswer } from "./mocks.ts";
import type { ReadMocks } from "./read-mocks.ts";

/** Which test case of a mock file is wanted. */
export interface LocalTestCase {
  /** Its name, or `Machine#Case` as Step Functions Local writes it. */
  readonly testCase: string;
  /** The name of the machine; not needed where only one machine of the file has such a test case. */
  readonly stateMachineName?: string | undefined;
}

type Fields = Readonly<Record<string, Json>>;

/** Whether a document is a mock file of Step Functions Local. */
export function isLocalMockFile(json: unknown): boolean {
  return typeof json === "object" && json !== null && Object.hasOwn(json, "StateMachines");
}

/**
 * Reads one test case of a mock file of AWS's former Step Functions Local (`MockConfigFile.json`): its answers
 * come in the order of the calls, as its indices (`"0"`, `"1-2"`) count them.
 *
 * A `Return` is the whole result: of `lambda:invoke` with the envelope; of a task token what the callback brings.
 *
 * @example
 * ```ts
 * const { mocks, diagnostics } = readLocalMocks(json, machine, { testCase: "RetryPath" });
 * ```
 */
export function readLocalMocks(json: unknown, machine: StateMachine, wanted: LocalTestCase): ReadMocks {
  const copied = acceptJson(json);
  const document = copied.ok ? fieldsOf(copied.value) : undefined;
  if (document === undefined) return broken("the top", "an object", "something else");
  const found = findTestCase(document, wanted);
  if ("diagnostics" in found) return found;
  const responses = fieldsOf(member(document, "MockedResponses"));
  if (responses === undefined) return broken("MockedResponses", "an object", "none");
  const tokens = new Set(
    walkStates(machine).flatMap(({ name, state }) =>
      state.Type === "Task" && state.Resource.endsWith(".waitForTaskToken") ? [name] : [],
    ),
  );
  const findings: Diagnostic[] = [];
  const states: [string, readonly MockAnswer[]][] = [];
  for (const [state, name] of Object.entries(found.states)) {
    const response = typeof name === "string" ? fieldsOf(member(responses, name)) : undefined;
    if (response !== undefined) {
      const answers = answersOf(response, `MockedResponses.${String(name)}`, tokens.has(state), findings);
      states.push([state, answers]);
      continue;
    }
    const closest = typeof name === "string" ? nearestName(name, Object.keys(responses)) : undefined;
    const expected = "the name of one of `MockedResponses`";
    findings.push(wrong(`${found.place}.${state}`, expected, shown(name), closest));
  }
  return findings.length > 0
    ? { diagnostics: findings }
    : { mocks: { states: Object.fromEntries(states) }, diagnostics: [] };
}

interface FoundCase {
  readonly place: string;
  readonly states: Fields;
}

function findTestCase(document: Fields, wanted: LocalTestCase): FoundCase | ReadMocks {
  const machines = fieldsOf(member(document, "StateMachines"));
  if (machines === undefined)
    return broken("StateMachines", "an object", shown(member(document, "StateMachines")));
  const [ofMachine, ofCase] = splitName(wanted.testCase);
  const cases = Object.entries(machines).flatMap(([machine, fields]) =>
    Object.entries(fieldsOf(member(fieldsOf(fields), "TestCases")) ?? {}).map(([name, states]) => ({
      machine,
      name,
      states,
    })),
  );
  const named = cases.filter(({ name, machine }) =>
    ofMachine === undefined ? name === ofCase : name === ofCase && machine === ofMachine,
  );
  const found = named.find(({ machine }) => machine === wanted.stateMachineName) ?? named[0];
  if (found === undefined) {
    const names = cases.map(({ machine, name }) => (ofMachine === undefined ? name : `${machine}#${name}`));
    const closest = nearestName(wanted.testCase, names);
    const facts = { testCase: wanted.testCase, known: [...new Set(names)] };
    return { diagnostics: [unknownTestCase.at({}, { ...facts, ...(closest !== undefined && { closest }) })] };
  }
  const machinesOfName = new Set(named.map(({ machine }) => machine));
  if (found.machine !== wanted.stateMachineName && machinesOfName.size > 1) {
    const expected = `a test case of one machine: ${[...machinesOfName].map((name) => `\`${name}#${ofCase}\``).join(" or ")}`;
    return broken("StateMachines", expected, `\`${ofCase}\` in several`);
  }
  const states = fieldsOf(found.states);
  const place = `StateMachines.${found.machine}.TestCases.${found.name}`;
  return states === undefined ? broken(place, "an object", shown(found.states)) : { place, states };
}

function splitName(name: string): readonly [string | undefined, string] {
  const at = name.indexOf("#");
  return at < 0 ? [undefined, name] : [name.slice(0, at), name.slice(at + 1)];
}

/** More answers than an execution can ask for. */
const mostAnswers = 25_000;

/** The answers of a response by the number of the call; each number must be there once, from 0. */
function answersOf(
  response: Fields,
  place: string,
  token: boolean,
  findings: Diagnostic[],
): readonly MockAnswer[] {
  const answers: MockAnswer[] = [];
  for (const [key, value] of Object.entries(response)) {
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(key);
    const first = Number(range?.[1]);
    const last = Number(range?.[2] ?? range?.[1]);
    if (range === null || last < first || last >= mostAnswers) {
      const expected = `a number or a range below ${mostAnswers} such as \`0\` or \`1-2\``;
      findings.push(wrong(`${place}.${key}`, expected, `\`${key}\``));
      continue;
    }
    const answer = answerOf(value, `${place}.${key}`, token, findings);
    if (answer === undefined) continue;
    for (let at = first; at <= last; at += 1) {
      if (answers[at] !== undefined)
        findings.push(wrong(`${place}.${key}`, "a number that is free", `\`${at}\` again`));
      answers[at] = answer;
    }
  }
  const gap = answers.findIndex((answer) => !answer);
  if (gap >= 0) findings.push(wrong(place, `an answer \`${gap}\``, "none"));
  return answers;
}

function answerOf(
  value: Json,
  place: string,
  token: boolean,
  findings: Diagnostic[],
): MockAnswer | undefined {
  const fields = fieldsOf(value);
  const result = member(fields, "Return");
  const thrown = member(fields, "Throw");
  if ((result === undefined) === (thrown === undefined)) {
    findings.push(wrong(place, "either `Return` or `Throw`", shown(value)));
    return undefined;
  }
  if (result !== undefined) return token ? { callback: { result } } : { envelope: result };
  const error = member(fieldsOf(thrown), "Error");
  const cause = member(fieldsOf(thrown), "Cause");
  if (typeof error === "string" && (cause === undefined || typeof cause === "string"))
    return { error, ...(cause !== undefined && { cause }) };
  findings.push(wrong(`${place}.Throw`, "`Error` and `Cause`, both text,", shown(thrown)));
  return undefined;
}

function broken(place: string, expected: string, found: string): ReadMocks {
  return { diagnostics: [wrong(place, expected, found)] };
}

function wrong(place: string, expected: string, found: string, closest?: string): Diagnostic {
  return mockShape.at({}, { place, expected, found, ...(closest !== undefined && { closest }) });
}

function member(fields: Fields | undefined, name: string): Json | undefined {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function fieldsOf(value: Json | undefined): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function shown(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}
