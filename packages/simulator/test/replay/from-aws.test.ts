import type { Json, JsonObject } from "@statewright/json-types";
import { describe, expect, test, vi } from "vitest";
import { detailsKey } from "../../src/execution/history-event.ts";
import { type Recording, recordingFromAws, replay } from "../../src/index.ts";
import { readRecordings, recordingsFolder } from "../recordings/recording.ts";

// Of the events alone, as AWS's tools print them, a recording is made that says what each task answered.

vi.setConfig({ testTimeout: 120_000 });

const folder = recordingsFolder();

describe.skipIf(folder === undefined)("recordings made of recorded histories", () => {
  test("replay as the recorded ones do", async () => {
    const other: string[] = [];
    let made = 0;
    for (const { document, recording } of readRecordings(folder ?? "")) {
      const before = await replay(document, recording.id);
      const { history } = recording.expected;
      if (before.status !== "equal" || history === null) continue;
      if (history.some(({ id }) => typeof id !== "number")) continue; // the recorder erased what the events say
      const built = recordingFromAws(
        describeOf(recording),
        { events: history.map(asPrinted) },
        recording.definition,
      );
      const { placeholders = [] } = (built.document ?? {}) as { readonly placeholders?: readonly string[] };
      const rebuilt: Json = {
        ...(built.document as JsonObject),
        input: recording.input, // the recorder masked a date in the history alone
        s3: recording.s3.map((object): Json => ({ ...object })), // what a reader reads is in no history
        placeholders: [...recording.placeholders, ...placeholders],
        recorded: recording.recorded ?? null,
        execution: null,
      };
      const after = await replay(rebuilt, recording.id);
      if (after.status !== "equal") other.push(`${recording.id}: ${JSON.stringify(after).slice(0, 400)}`);
      made += 1;
    }
    console.log(`recordings made of histories that replay equal: ${made - other.length} of ${made}`);
    expect(other).toEqual([]);
    expect(made).toBeGreaterThan(380);
  });
});

function describeOf({ expected, input }: Recording): Json {
  const { status, output, error, cause } = expected;
  return {
    executionArn: "arn:aws:states:us-east-1:111111111111:execution:Orders:order-1",
    status,
    input: JSON.stringify(input),
    ...(status === "SUCCEEDED" && { output: JSON.stringify(output) }),
    ...(error !== null && { error }),
    ...(cause !== null && { cause: typeof cause === "string" ? cause : JSON.stringify(cause) }),
  };
}

/** An event as `get-execution-history` prints it: its payloads are JSON text. */
function asPrinted({
  id,
  previousEventId,
  type,
  details,
}: NonNullable<Recording["expected"]["history"]>[number]): Json {
  const printed = Object.entries((details ?? {}) as JsonObject).map(([name, value]): [string, Json] => {
    if (["input", "output", "parameters"].includes(name)) return [name, JSON.stringify(value)];
    if (name === "cause" && typeof value !== "string") return [name, JSON.stringify(value)];
    if (name !== "assignedVariables") return [name, value];
    const texts = Object.entries(value as JsonObject).map(([key, one]) => [key, JSON.stringify(one)]);
    return [name, Object.fromEntries(texts)];
  });
  return { id: id as number, previousEventId, type, [detailsKey(type)]: Object.fromEntries(printed) };
}
