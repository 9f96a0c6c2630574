import { machineToJson, type StateMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import type { Call } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { brokenDocument } from "../inputs/broken-document.ts";
import { readJson } from "../inputs/read-json.ts";

/** `replay --from-aws`: prints the recording that two answers of AWS make. */
export async function makeRecording(call: Call, machine: StateMachine | undefined): Promise<0 | Problem> {
  const [describeFile, historyFile, extra] = call.files;
  if (describeFile === undefined || historyFile === undefined || extra !== undefined) {
    return problem({
      code: "config/missing-file",
      message: `\`replay --from-aws\` needs two files, and ${call.files.length} came.`,
      help: "Usage: statewright replay --from-aws DESCRIBE.json HISTORY.json",
    });
  }
  const described = await readJson(describeFile, "what `describe-execution` prints", call.terminal);
  if (isProblem(described)) return described;
  const history = await readJson(historyFile, "what `get-execution-history` prints", call.terminal);
  if (isProblem(history)) return history;
  const { recordingFromAws, redactRecording } = await import("@statewright/simulator");
  const definition = machine && (machineToJson(machine) as Json);
  const { document, diagnostics } = recordingFromAws(described.value, history.value, definition);
  if (document === undefined) {
    const [first] = diagnostics;
    return brokenDocument(first?.message.includes("describe") ? describeFile : historyFile, diagnostics);
  }
  const shown = call.has("redact") ? redactRecording(document) : document;
  call.terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
  return 0;
}
