import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { problemLine } from "../command-line/report.ts";
import { readText } from "../inputs/read-text.ts";
import { type Loader, startLoader } from "../modules/loader.ts";
import { type RunOptions, readRunOptions, runOptions } from "./run-options.ts";
import { typeOption, typesOption, workflowOption } from "./subject-options.ts";

/** `statewright dev`: every save is compiled, checked and simulated, and what happens is shown again. */
export const dev: Command = {
  name: "dev",
  usage: "FILE [--input F] [--mocks F] [options]",
  summary: "watches: every save is compiled, checked and simulated, the timeline drawn again",
  details: `Without --input and --mocks the files MODULE.input.json and MODULE.mocks.json beside FILE are used, if they exist.
Ctrl-C ends it.`,
  options: {
    input: { value: "FILE", about: "the input of the execution, a JSON file" },
    mocks: { value: "FILE", about: "what the tasks answer, a JSON file" },
    ...runOptions,
    ...typeOption,
    ...typesOption,
    ...workflowOption,
  },
  json: false,
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | Problem> {
  const { terminal } = call;
  const options = readRunOptions(call);
  if (isProblem(options)) return options;
  const [file = ""] = call.files;
  // What is missing from the start is an error; what goes missing later is shown and waited for.
  for (const given of [file, call.value("input"), call.value("mocks")]) {
    if (given === undefined) continue;
    const text = given === "-" ? notWatchable() : await readText(given, "a file to watch", terminal);
    if (isProblem(text)) return text;
  }
  let spare: Loader = startLoader(terminal.cwd);
  const draw = async () => {
    const loader = spare;
    spare = startLoader(terminal.cwd);
    show(call, await drawing(call, file, options, loader));
  };
  const { watchFiles } = await import("../output/watch-files.ts");
  await watchFiles(watched(call, file), draw);
  spare.close();
  return 0;
}

function notWatchable(): Problem {
  return problem({
    code: "config/unreadable-file",
    file: "standard input",
    message: "Standard input cannot be watched.",
    help: "Give a file.",
  });
}

/** Everything a drawing depends on: the module's folder, and the files that were named. */
function watched(call: Call, file: string): readonly string[] {
  const named = ["input", "mocks", "types"].flatMap((option) => call.value(option) ?? []);
  const { cwd } = call.terminal;
  return [
    dirname(resolve(cwd, file)),
    ...named.map((name) => resolve(cwd, name)),
    resolve(cwd, "statewright.config.ts"),
    resolve(cwd, "statewright.config.json"),
  ];
}

async function drawing(call: Call, file: string, options: RunOptions, loader: Loader): Promise<string> {
  const notes: string[] = [];
  const quiet: Call = { ...call, terminal: { ...call.terminal, note: (line) => void notes.push(line) } };
  const { drawRun } = await import("./draw-run.ts");
  const beside = (ending: string) => fileBeside(file, ending, call.terminal.cwd);
  const drawn = await drawRun(quiet, loader, {
    ...options,
    input: call.value("input") ?? beside(".input.json"),
    mocks: call.value("mocks") ?? beside(".mocks.json"),
  });
  const text = isProblem(drawn) ? `${problemLine(drawn)}\n` : drawn;
  return `${[...notes, text].join("\n")}`;
}

function show({ terminal }: Call, text: string): void {
  const clear = terminal.interactive ? "\u001b[2J\u001b[3J\u001b[H" : "";
  terminal.out(`${clear}${text}\n`);
}

/** `orders.input.json` beside `orders.ts`, if it is there. */
function fileBeside(file: string, ending: string, cwd: string): string | undefined {
  const beside = file.replace(/(\.asl\.json|\.[^./]+)$/, ending);
  return beside !== file && existsSync(resolve(cwd, beside)) ? beside : undefined;
}
