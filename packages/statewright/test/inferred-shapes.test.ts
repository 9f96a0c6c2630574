import { analyze } from "@statewright/analysis";
import { type MachineTypes, readMachine, walkStates } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import {
  includes,
  type Json,
  literalShape,
  mismatches,
  printShape,
  type Shape,
  schemaFromShape,
  unionOf,
  widen,
} from "@statewright/json-types";
import {
  type HistoryEvent,
  type MockAnswer,
  type MockAnswers,
  type Mocks,
  simulate,
} from "@statewright/simulator";
import { expect, test, vi } from "vitest";
import { type SeenEvent, type SeenValue, seenValues, stateOf } from "../../analysis/test/seen-values.ts";
import { featuresOf, newDistribution } from "../../simulator/test/random/distribution.ts";
import { type RandomMachine, randomMachine } from "../../simulator/test/random/random-machine.ts";

// The law that ties the checker to the simulator: every value of a run is in its inferred shape.

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const machines = deep ? 20_000 : 300;
vi.setConfig({ testTimeout: deep ? 7_200_000 : 600_000 });
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);

/** Values outside of their shapes that are shown. */
const mostShown = 30;

/** How much of the data the types file tells. */
type Typing = "exact" | "widened" | "by schemas" | "untold";
const toldByValues: readonly Typing[] = ["exact", "widened"];
/** Of every fifth machine. */
const allTypings: readonly Typing[] = [...toldByValues, "by schemas", "untold"];

test("every value of a run is in its inferred shape, whatever the types file tells", async () => {
  const distribution = newDistribution();
  const counts = new Map<Typing, { values: number; unknown: number }>();
  const outside: string[] = [];
  const wrong: string[] = [];
  let succeeded = 0;
  for (let seed = from; seed < from + machines; seed += 1) {
    const made = randomMachine(seed);
    const { machine } = readMachine(made.definition);
    if (machine === undefined) throw new Error(`seed ${seed} gave no machine`);
    const mocks = asAwsAnswers(made);
    const run = await simulate(machine, { input: made.input, mocks, seed: seed % 3 });
    distribution.add(featuresOf(made), run.error ?? run.status);
    if (run.status === "SUCCEEDED") succeeded += 1;
    const events = run.events.map(readEvent);
    for (const typing of seed % 5 === 0 ? allTypings : toldByValues) {
      const { facts, diagnostics } = analyze(machine, { types: typesOf(made, events, typing) });
      const seen = seenValues(events, facts);
      for (const value of seen) {
        const problem = outsideOf(value);
        if (problem !== undefined && outside.length < mostShown)
          outside.push(`seed ${seed}, types ${typing}: ${problem}`);
      }
      const count = counts.get(typing) ?? { values: 0, unknown: 0 };
      const unknown = seen.filter(({ shape }) => shape?.kind === "unknown").length;
      counts.set(typing, { values: count.values + seen.length, unknown: count.unknown + unknown });
      if (run.status === "SUCCEEDED")
        wrong.push(...falseErrors(diagnostics, events).map((one) => `seed ${seed}, types ${typing}: ${one}`));
    }
  }
  expect(outside).toEqual([]);
  expect(wrong).toEqual([]);
  console.log(`${succeeded} runs that succeeded, none through a state that is said to fail`);
  console.log(distribution.lines().join("\n"));
  for (const [typing, { values, unknown }] of counts)
    console.log(
      `types ${typing}: ${values} values in their shapes, ${((100 * unknown) / values).toFixed(1)} % of these unknown`,
    );
  expect(counts.get("exact")?.values).toBeGreaterThan(machines * 5);
});

/**
 * Errors that a run refutes: an error says that an execution that gets there fails. What is evaluated only for some
 * executions (a rule, a catcher, what follows a call) refutes nothing.
 */
function falseErrors(diagnostics: readonly Diagnostic[], events: readonly SeenEvent[]): readonly string[] {
  const named = (type: RegExp, name: "name" | "state") =>
    new Set(events.filter((event) => type.test(event.type)).map(({ details }) => details[name]));
  const entered = named(/StateEntered$/, "name");
  const failed = named(/^EvaluationFailed$/, "state");
  return diagnostics
    .filter(({ severity, code }) => severity === "error" && /^(data|limit)\//.test(code))
    .filter(({ state = "" }) => entered.has(state) && !failed.has(state))
    .filter(({ pointer = "" }) => !/\/(Choices|Catch|Output|Assign|Result\w+|OutputPath)(\/|$)/.test(pointer))
    .map(({ code, pointer, message }) => `${code} at ${pointer}: ${message}`);
}

/** Where a value is not in its shape; nothing if it is. */
function outsideOf({ what, shape, value }: SeenValue): string | undefined {
  if (shape === undefined) return `${what} is ${JSON.stringify(value)}, but no data is known to get there`;
  if (includes(shape, value)) return undefined;
  const [first] = mismatches(shape, value);
  return `${what}${first?.pointer} is ${JSON.stringify(first?.found)}, not ${first && printShape(first.expected)}`;
}

/** The types file: by the values of this run, by these widened, or by the schemas they were made from. */
function typesOf(
  { definition, input, inputSchema, taskResultSchemas }: RandomMachine,
  events: readonly SeenEvent[],
  typing: Typing,
): MachineTypes {
  if (typing === "untold") return { version: 1 };
  if (typing === "by schemas")
    return {
      version: 1,
      input: inputSchema,
      states: Object.fromEntries(
        Object.entries(taskResultSchemas).map(([pointer, result]) => [pointer, { result }]),
      ),
    };
  const typed = (value: Json): Shape =>
    typing === "exact" ? literalShape(value) : widen(literalShape(value));
  const { machine } = readMachine(definition);
  const results = resultsIn(events);
  const states = machine === undefined ? [] : walkStates(machine);
  return {
    version: 1,
    input: schemaFromShape(typed(input)),
    states: Object.fromEntries(
      states.flatMap(({ name, pointer }) => {
        const values = results.get(name);
        const distributed = pointer in taskResultSchemas && values === undefined;
        if (values !== undefined) return [[pointer, { result: schemaFromShape(unionOf(values.map(typed))) }]];
        return distributed ? [[pointer, { result: taskResultSchemas[pointer] ?? true }]] : [];
      }),
    ),
  };
}

/** What AWS puts around the result of a function that `lambda:invoke` calls; the simulator leaves the metadata out. */
const metadata = {
  SdkHttpMetadata: { HttpStatusCode: 200 },
  SdkResponseMetadata: { RequestId: "00000000-0000-0000-0000-000000000000" },
};

/**
 * The mocks, with the whole of what AWS answers where `lambda:invoke` calls a function, and a cause with each error:
 * only who holds a token, or works for an activity, can leave it out.
 */
function asAwsAnswers({ definition, mocks }: RandomMachine): Mocks {
  const { machine } = readMachine(definition);
  const resources = new Map(
    (machine === undefined ? [] : walkStates(machine)).flatMap(({ name, state }) =>
      state.Type === "Task" ? [[name, state.Resource] as const] : [],
    ),
  );
  const answered = (answers: MockAnswers, resource: string): MockAnswers => {
    const whole = ({ result, ...answer }: MockAnswer): MockAnswer => {
      const said = resource.includes(":lambda:") && answer.error !== undefined ? { cause: "" } : {};
      if (result === undefined || resource !== "arn:aws:states:::lambda:invoke")
        return { ...said, ...answer, ...(result !== undefined && { result }) };
      const envelope = { ExecutedVersion: "$LATEST", Payload: result, StatusCode: 200, ...metadata };
      return { ...answer, envelope };
    };
    return isList(answers) ? answers.map(whole) : whole(answers);
  };
  const changed = (all: Readonly<Record<string, MockAnswers>> | undefined) =>
    Object.fromEntries(
      Object.entries(all ?? {}).map(([key, answers]) => {
        return [key, answered(answers, resources.get(key.slice(key.lastIndexOf(":") + 1)) ?? "")];
      }),
    );
  return { ...mocks, states: changed(mocks.states), resources: changed(mocks.resources) };
}

function isList(answers: MockAnswers): answers is readonly MockAnswer[] {
  return Array.isArray(answers);
}

/** What each task received, by its name. */
function resultsIn(events: readonly SeenEvent[]): ReadonlyMap<string, readonly Json[]> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const results = new Map<string, Json[]>();
  for (const event of events) {
    if (!/^(Task|LambdaFunction|Activity)Succeeded$/.test(event.type)) continue;
    const name = stateOf(event, byId);
    const { output } = event.details;
    if (name === undefined || output === undefined) continue;
    results.set(name, [...(results.get(name) ?? []), output]);
  }
  return results;
}

const jsonTexts = new Set(["input", "output", "parameters"]);

/** An event with the values that it holds as JSON text read. */
function readEvent(event: HistoryEvent): SeenEvent {
  const details: Record<string, Json | undefined> = {};
  for (const [key, held] of Object.entries(event)) {
    if (!key.endsWith("EventDetails") || typeof held !== "object" || held === null) continue;
    for (const [name, value] of Object.entries(held)) details[name] = readDetail(name, value);
  }
  return { id: event.id, previousEventId: event.previousEventId, type: event.type, details };
}

function readDetail(name: string, value: unknown): Json | undefined {
  if (name === "assignedVariables" && typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([variable, text]) => [variable, JSON.parse(String(text))]),
    );
  return jsonTexts.has(name) && typeof value === "string" ? JSON.parse(value) : (value as Json | undefined);
}
