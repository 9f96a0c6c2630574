import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { brokenRecording } from "../diagnostics/recordings.ts";
import { type ReadEvent, readHistory, timeOf } from "../history/read-history.ts";
import { type Visit, visitsOf } from "../history/visits.ts";
import { memberOf } from "../json/json-object.ts";
import { isTooDeep, writeJson } from "../json/json-text.ts";
import { maskChangingValues } from "./mask-changing-values.ts";
import { fieldReader } from "./read-fields.ts";

/** What {@link recordingFromAws} gives. */
export interface RecordingMade {
  /** The document of a recording. */
  readonly document?: Json;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a recording of what `describe-execution` and `get-execution-history` print: what each task answered is taken
 * from its events. The machine stands in neither, so that it is handed in or given to `replay` beside the recording.
 *
 * What is another one in each execution is masked: task tokens, times that states were entered at, the role, and
 * UUIDs that came from nowhere but the execution itself.
 *
 * @example
 * ```ts
 * const { document, diagnostics } = recordingFromAws(describe, history, machineToJson(machine));
 * ```
 */
export function recordingFromAws(describe: Json, history: Json, definition?: Json): RecordingMade {
  if ([describe, history].some((document) => writeJson(document) === undefined)) {
    const facts = {
      what: "history",
      expected: "JSON of a depth that AWS takes",
      found: "values nested too deep",
    };
    return { diagnostics: [brokenRecording.at({ pointer: "" }, facts)] };
  }
  const { events, isPart, diagnostics } = readHistory(history);
  const read = fieldReader("answer of describe-execution");
  const described = read.object(describe, "") ?? {};
  const [arn, status, input, output, error, cause] = [
    "executionArn",
    "status",
    "input",
    "output",
    "error",
    "cause",
  ].map((key) => read.text(described, "", key));
  if (read.found.length === 0 && status === undefined)
    read.wrong("/status", "the status of the execution", undefined);
  const found = [...diagnostics, ...read.found];
  if (found.length > 0) return { diagnostics: found };
  const missing = whatIsMissing(events, isPart, status);
  if (missing !== undefined) return { diagnostics: [brokenRecording.at({ pointer: "/events" }, missing)] };
  const started = memberOf(events[0]?.details, "input");
  const time = timeOf(memberOf(described, "startDate")) ?? events[0]?.time;
  const recording: Json = {
    id: arn ?? "execution",
    ...(definition !== undefined && { definition }),
    input: input === undefined ? (started ?? {}) : parsed(input),
    type: arn?.includes(":express:") ? "EXPRESS" : "STANDARD",
    ...(time !== undefined && { recorded: new Date(time).toISOString() }),
    execution: identityOf(arn ?? "", time),
    tasks: tasksOf(visitsOf(events)),
    expected: {
      status: status ?? "",
      ...(output !== undefined && { output: parsed(output) }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      history: events.map(({ id, previousEventId, type, details }) => ({
        id,
        previousEventId,
        type,
        details,
      })),
    },
    features: [],
  };
  return { document: maskChangingValues(recording, events), diagnostics: [] };
}

function whatIsMissing(events: readonly ReadEvent[], isPart: boolean, status: string | undefined) {
  const what = "whole history";
  const expected = "every event with all of its data";
  if (isPart || events.length === 0)
    return {
      what,
      expected,
      found: "a part of the events",
      help: "Fetch all of them: leave out `--max-items`.",
    };
  if (events.some(({ truncated }) => truncated))
    return {
      what,
      expected,
      found: "a payload that was cut off",
      help: "The service does not keep all of it.",
    };
  if (events.some(({ type }) => type === "ExecutionRedriven"))
    return {
      what: "history of one run",
      expected,
      found: "a redrive",
      help: "A redrive cannot be replayed.",
    };
  if (status !== "RUNNING") return undefined;
  return {
    what,
    expected: "an execution that has ended",
    found: "one that is still running",
    help: "Wait until it ends.",
  };
}

/** arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME */
function identityOf(arn: string, time: number | undefined): Json {
  const [, , , region, account, , stateMachineName, name] = arn.split(":");
  return {
    ...(region && { region }),
    ...(account && { account }),
    ...(stateMachineName && { stateMachineName }),
    ...(name && { name }),
    ...(time !== undefined && { startTime: new Date(time).toISOString() }),
  };
}

type Task = { state: string; [member: string]: Json };

const scheduled = /^(Task|LambdaFunction|Activity)Scheduled$/;
const ended =
  /^(Task|LambdaFunction|Activity)(Succeeded|Failed|TimedOut|StartFailed|SubmitFailed|ScheduleFailed)$/;

/** What each attempt of each task answered, in the order in which they began. */
function tasksOf(visits: readonly Visit[]): readonly Task[] {
  const found: { readonly at: number; readonly task: Task }[] = [];
  const occurrences = new Map<string, number>();
  for (const { state, iteration, events } of visits) {
    let task: Task | undefined;
    for (const { id, type, details } of events) {
      if (scheduled.test(type)) {
        const key = `${iteration ?? ""}\n${state}`;
        const occurrence = occurrences.get(key) ?? 0;
        occurrences.set(key, occurrence + 1);
        // Until it ends it is one that nobody answered: what follows may be its abortion.
        const resource = memberOf(details, "resource");
        task = {
          state,
          occurrence,
          ...(typeof resource === "string" && { resource }),
          ...(iteration !== undefined && { iteration }),
          timedOut: true,
        };
        found.push({ at: id, task });
      } else if (task !== undefined && type === "TaskSubmitted")
        task.submitted = memberOf(details, "output") ?? {};
      else if (task !== undefined && ended.test(type)) end(task, type, details);
    }
  }
  return found.sort((left, right) => left.at - right.at).map(({ task }) => task);
}

function end(task: Task, type: string, details: Json): void {
  task.endEvent = type;
  const [output, error, cause] = ["output", "error", "cause"].map((key) => memberOf(details, key));
  if (!type.endsWith("TimedOut")) delete task.timedOut;
  if (type.endsWith("Succeeded")) task.result = output ?? null;
  if (error !== undefined) task.error = error;
  if (cause !== undefined) task.cause = cause;
}

function parsed(text: string): Json {
  if (isTooDeep(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
