import { parseMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { afterAll, describe, expect, test } from "vitest";
import { evaluateAt, simulate } from "../src/index.ts";

// Law: a field that is evaluated alone has a value where a run of its state goes on, and fails with the cause of the
// run where that fails.

const processor = { StartAt: "I", States: { I: { Type: "Pass", End: true } } };
const distributed = { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } };
const list = { Items: [1, 2] };
const task = { Type: "Task", Resource: "arn:aws:states:::lambda:invoke" };
const map = { Type: "Map", ItemProcessor: processor };
const mapRun = { Type: "Map", ItemProcessor: { ...processor, ...distributed } };
const listed = { ItemsPath: "$.list" };

type Cases = readonly (readonly [field: string, state: object])[];

const fields: Cases = [
  ["Seconds", { Type: "Wait" }],
  ["Timestamp", { Type: "Wait" }],
  ["TimeoutSeconds", { ...task, Arguments: {} }],
  ["HeartbeatSeconds", { ...task, Arguments: {} }],
  ["Items", map],
  ["MaxConcurrency", { ...map, ...list }],
  ["MaxConcurrency", { ...mapRun, ...list }],
  ["ToleratedFailureCount", { ...mapRun, ...list }],
  ["ToleratedFailurePercentage", { ...mapRun, ...list }],
  ["ItemBatcher/MaxItemsPerBatch", { ...mapRun, ...list }],
  ["ItemBatcher/MaxInputBytesPerBatch", { ...mapRun, ...list }],
  ["Arguments", task],
  ["Output", { Type: "Pass" }],
  ["Assign/v", { Type: "Pass" }],
  ["Error", { Type: "Fail" }],
  ["Cause", { Type: "Fail" }],
];
const paths: Cases = [
  ["SecondsPath", { Type: "Wait" }],
  ["TimestampPath", { Type: "Wait" }],
  ["TimeoutSecondsPath", task],
  ["HeartbeatSecondsPath", task],
  ["ItemsPath", map],
  ["MaxConcurrencyPath", { ...map, ...listed }],
  ["MaxConcurrencyPath", { ...mapRun, ...listed }],
  ["ToleratedFailureCountPath", { ...mapRun, ...listed }],
  ["ToleratedFailurePercentagePath", { ...mapRun, ...listed }],
  ["ItemBatcher/MaxItemsPerBatchPath", { ...mapRun, ...listed }],
  ["ItemBatcher/BatchInput/x.$", { ...mapRun, ...listed }],
  ["ItemSelector/x.$", { ...map, ...listed }],
  ["Parameters/x.$", { Type: "Pass" }],
  ["Credentials/RoleArn.$", { ...task, Parameters: {} }],
  ["Assign/v.$", { Type: "Pass" }],
  ["OutputPath", { Type: "Pass" }],
  ["OutputPath", { Type: "Succeed" }],
];
const failPaths: Cases = [
  ["ErrorPath", { Type: "Fail" }],
  ["CausePath", { Type: "Fail" }],
];

const time = "2026-01-01T00:00:00Z";
const values: readonly Json[] = [null, true, "x", "3", time, -1, 0, 1.5, 3, 101, [], [1], {}, { k: 1 }];

/** The state with a text in a field, which may stand in an object of the state. */
function withField(state: object, field: string, text: string): Record<string, Json> {
  const [outer = "", inner, member = ""] = field.split("/");
  if (inner === undefined) return { ...state, [outer]: text };
  if (inner === "BatchInput")
    return { ...state, [outer]: { MaxItemsPerBatch: 1, BatchInput: { [member]: text } } };
  const batcher = inner === "MaxInputBytesPerBatch" ? { MaxItemsPerBatch: 1 } : {};
  return { ...state, [outer]: { ...batcher, [inner]: text } };
}

let judged = 0;
afterAll(() => console.log(`fields judged alone as in a run: ${judged}`));

async function agree(
  field: string,
  language: string,
  state: Record<string, Json>,
  input: Json,
): Promise<string> {
  const ends = state.Type === "Succeed" || state.Type === "Fail" ? {} : { End: true };
  const states = { A: { ...state, ...ends } };
  const { machine } = parseMachine(JSON.stringify({ QueryLanguage: language, StartAt: "A", States: states }));
  if (machine === undefined) throw new Error("no machine");
  const run = await simulate(machine, { input, handlers: { A: () => ({}) } });
  const alone = evaluateAt(machine, `/States/A/${field}`, { input });
  const where = `${field} of ${JSON.stringify(state)} on ${JSON.stringify(input)}: ${run.status} ${run.cause}`;
  const prefix = "An error occurred while executing the state 'A' (entered at the event id #2). ";
  const isFault = run.status === "FAILED" && (run.cause ?? "").startsWith(prefix);
  judged += 1;
  if (run.status === "REFUSED") expect(alone, where).toMatchObject({ status: "refused" });
  else if (isFault) {
    const { error, cause } = run;
    const pointer = `/States/A/${field}`;
    const failure = { status: "failed", error, cause: cause?.slice(prefix.length), pointer };
    expect(alone, where).toMatchObject(failure);
  } else if (field.startsWith("Output")) expect(alone, where).toEqual({ status: "value", value: run.output });
  else expect(alone, where).toMatchObject({ status: "value" });
  return alone.status;
}

describe("a field is judged alone as in a run", () => {
  test.each(fields)("JSONata: %s of %j", async (field, state) => {
    const made = withField(state, field, "{% $states.input.x %}");
    const seen = [await agree(field, "JSONata", made, {})];
    for (const x of values) seen.push(await agree(field, "JSONata", made, { x }));
    expect(seen).toContain("value");
    expect(seen).toContain("failed");
  });

  test.each(paths)("JSONPath, also after InputPath: %s of %j", async (field, state) => {
    const made = withField(state, field, "$.x");
    const seen = [await agree(field, "JSONPath", made, { list: [1, 2] })];
    for (const x of values) {
      seen.push(await agree(field, "JSONPath", made, { x, list: [1, 2] }));
      const outer = { inner: { x, list: [1, 2] }, list: 0 }; // the raw input has no `x`
      seen.push(await agree(field, "JSONPath", { InputPath: "$.inner", ...made }, outer));
    }
    expect(seen).toContain("value");
    expect(seen).toContain("failed");
  });

  test.each(failPaths)("JSONPath: %s of %j", async (field, state) => {
    const made = withField(state, field, "$.x");
    for (const x of values) await agree(field, "JSONPath", made, { x });
    expect(await agree(field, "JSONPath", made, {})).toBe("failed");
  });
});
