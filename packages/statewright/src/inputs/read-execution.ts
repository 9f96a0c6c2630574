import type { Json } from "@statewright/json-types";
import { type RecordedEvent, readHistory, readRecording } from "@statewright/simulator";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { brokenDocument } from "./broken-document.ts";
import { readJson } from "./read-json.ts";
import { shownFile } from "./read-text.ts";

/** An execution that has run: its events, and its machine where the file holds it. */
export interface ExecutionRead {
  readonly events: readonly RecordedEvent[];
  readonly definition?: Json;
  readonly type: "STANDARD" | "EXPRESS";
}

/** Reads what `get-execution-history` or `simulate --json` prints, or a recording. */
export async function readExecution(file: string, terminal: Terminal): Promise<ExecutionRead | Problem> {
  const json = await readJson(file, "the history of an execution, as JSON", terminal);
  if (isProblem(json)) return json;
  const { value } = json;
  const isRecording = typeof value === "object" && value !== null && "expected" in value;
  const read = isRecording ? executionOfRecording(file, value) : executionOfHistory(file, value);
  if (isProblem(read) || read.events.length > 0) return read;
  return problem({
    code: "simulate/broken-recording",
    file: shownFile(file),
    message: "It holds no events: nothing says what happened.",
    help: "Give what `aws stepfunctions get-execution-history` prints.",
  });
}

function executionOfRecording(file: string, value: Json): ExecutionRead | Problem {
  const { recording, diagnostics } = readRecording(value, file);
  if (recording === undefined) return brokenDocument(file, diagnostics);
  const { definition, expected, type } = recording;
  return { events: expected.history ?? [], type, ...(definition !== undefined && { definition }) };
}

function executionOfHistory(file: string, value: Json): ExecutionRead | Problem {
  const { events, diagnostics } = readHistory(value);
  return diagnostics.length > 0 ? brokenDocument(file, diagnostics) : { events, type: "STANDARD" };
}
