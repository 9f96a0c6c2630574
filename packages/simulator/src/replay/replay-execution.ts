import { parseMachine, readMachine, type StateMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import type { Responder } from "../calls/answer.ts";
import { simulate } from "../driver/simulate.ts";
import type { SimulateOptions } from "../driver/simulate-options.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import { answersOf } from "./answers-of-recording.ts";
import { compareRun } from "./compare-run.ts";
import { outsideTheCount } from "./outside-the-count.ts";
import { readRecording } from "./read-recording.ts";
import type { Recording } from "./recording.ts";
import type { Replay, ReplayOptions } from "./replayed.ts";
import { serviceOf } from "./service-of-recording.ts";

/** Runs a recorded execution again and compares it with what happened. */
export async function replayExecution(
  document: Json,
  name: string,
  { machine: given }: ReplayOptions,
): Promise<Replay> {
  const { recording, diagnostics } = readRecording(document, name);
  if (recording === undefined) return { id: name, status: "broken", diagnostics };
  const { id, expected } = recording;
  const outside = outsideTheCount(recording);
  if (outside !== undefined) return { id, status: "outside", reason: outside };
  const judge = expected.history === null ? "outcome" : "history";
  const read = machineOf(recording, given);
  if (typeof read === "string") return { id, status: "unsupported", judge, reason: read };
  const options = runOf(recording);
  let unanswered: string | undefined;
  const responder: Responder = (call) => {
    const answer = options.responder?.(call);
    if (answer === undefined)
      unanswered ??= `Nothing answers the call of "${call.state}" to \`${call.resource.arn}\`.`;
    return answer;
  };
  const run = await simulate(read, { ...options, responder });
  // A callback that was not recorded would be waited for.
  if (run.status === "WAITING" && unanswered !== undefined)
    return { id, status: "unsupported", judge, reason: unanswered };
  if (run.status === "REFUSED") {
    const reason = run.diagnostics.map(({ message }) => message)[0] ?? "The simulator refused it.";
    return { id, status: "unsupported", judge, reason };
  }
  const { difference, events } = compareRun(recording, run);
  if (difference === undefined) return { id, status: "equal", judge, events };
  return { id, status: "different", judge, events, difference };
}

/** The machine that is run, or why there is none. It is not validated: it ran on AWS as it is. */
function machineOf({ definition }: Recording, given: StateMachine | undefined): StateMachine | string {
  if (given !== undefined) return given;
  if (definition === undefined) return "It holds no `definition`; give the machine with `--definition FILE`.";
  const { machine, diagnostics } =
    typeof definition === "string" ? parseMachine(definition) : readMachine(definition);
  return machine ?? `Its definition cannot be read: ${diagnostics[0]?.message ?? "it is no state machine."}`;
}

/** What a run is told so that it can do what was recorded. */
export function runOf(recording: Recording): SimulateOptions {
  const { name, stateMachineName, region, account, startTime } = recording.execution ?? {};
  return {
    input: recording.input,
    type: recording.type,
    responder: answersOf(recording),
    readers: objectsOf(recording),
    activities: activitiesOf(recording),
    service: serviceOf(recording),
    ...(name !== undefined && { name }),
    ...(stateMachineName !== undefined && { stateMachineName }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    ...(startTime !== undefined && { start: startTime }),
  };
}

/** The objects that its readers read. */
function objectsOf({ s3 }: Recording): ReaderObjects {
  return Object.fromEntries(s3.map(({ bucket, key, body }) => [`s3://${bucket}/${key}`, { text: body }]));
}

/** The resources that were called as activities; the recorder may have masked their ARNs. */
function activitiesOf({ tasks }: Recording): readonly string[] {
  const named = tasks.flatMap(({ resource, endEvent }) =>
    resource !== undefined && endEvent?.startsWith("Activity") ? [resource] : [],
  );
  return [...new Set(named)];
}
