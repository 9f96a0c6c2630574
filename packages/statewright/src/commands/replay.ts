import type { StateMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import type { Replay } from "@statewright/simulator";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { brokenDocument } from "../inputs/broken-document.ts";
import { readJson } from "../inputs/read-json.ts";
import { recordingFiles, recordingName } from "../inputs/recording-files.ts";
import { startProgress } from "../terminal/progress.ts";
import { chooseSubject, readWork, workflowOption } from "./subject-options.ts";

/** `statewright replay`: recorded executions again, compared event by event. */
export const replayCommand: Command = {
  name: "replay",
  usage: "RECORDING… [--definition FILE] [--redact]",
  summary: "runs recorded executions again and compares them event by event",
  details:
    "RECORDING is a file, or a folder with such files. Exits with 1 when one differs.\nWith --from-aws the two files are what `aws stepfunctions describe-execution` and `get-execution-history`\nprint; the recording made of them is printed.",
  options: {
    definition: { value: "FILE", about: "run this machine instead of the recorded one" },
    redact: { about: "print no values: only their shape" },
    "from-aws": { about: "make a recording: replay --from-aws DESCRIBE.json HISTORY.json" },
    ...workflowOption,
  },
  files: { least: 1, most: 100_000 },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const definition = call.value("definition");
  const machine = definition === undefined ? undefined : await readDefinition(call, definition);
  if (isProblem(machine)) return machine;
  if (call.has("from-aws")) {
    const { makeRecording } = await import("./make-recording.ts");
    return makeRecording(call, machine);
  }
  const files = await recordingFiles(call.files, call.terminal);
  if (isProblem(files)) return files;
  const replays = await replayFiles(files, machine, call);
  if (isProblem(replays)) return replays;
  const { replayDocument } = await import("../output/replay-document.ts");
  const { replayText } = await import("../output/replay-text.ts");
  const { terminal, json } = call;
  const shown = { redact: call.has("redact") };
  terminal.out(
    json
      ? `${JSON.stringify(replayDocument(replays, shown), null, 2)}\n`
      : replayText(replays, { ...shown, colour: terminal.colour }),
  );
  return replays.some(({ status }) => status === "different") ? 1 : 0;
}

async function readDefinition(call: Call, file: string): Promise<StateMachine | Problem> {
  const work = await readWork({ ...call, files: [file] });
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  return subject.machine ?? brokenDocument(file, subject.diagnostics);
}

async function replayFiles(
  files: readonly string[],
  machine: StateMachine | undefined,
  { terminal }: Call,
): Promise<readonly Replay[] | Problem> {
  const { replay } = await import("@statewright/simulator");
  const progress = startProgress(terminal, files.length);
  const replays: Replay[] = [];
  try {
    for (const [index, file] of files.entries()) {
      progress.at(index, file);
      const read: { readonly value: Json } | Problem = await readJson(file, "a recording", terminal);
      if (isProblem(read)) return read;
      const replayed = await replay(read.value, recordingName(file), machine && { machine });
      if (replayed.status === "broken") return brokenDocument(file, replayed.diagnostics);
      replays.push(replayed);
    }
  } finally {
    progress.end();
  }
  return replays;
}
