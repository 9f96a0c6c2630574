import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { isModule } from "../modules/load-workflows.ts";
import { startLoader } from "../modules/loader.ts";
import { limitsOf } from "../settings/load-limits.ts";
import { type Reading, readMachineText } from "./reading.ts";
import type { Subject } from "./subject.ts";

/** Modules are loaded by processes of their own, and open files have a limit. */
const atOnce = 8;

/** Reads every machine of the files, in their order, or says why one cannot be read. */
export async function readSubjects(
  files: readonly string[],
  reading: Reading,
): Promise<readonly Subject[] | Problem> {
  const twice = files.filter((file) => file === "-").length > 1;
  if (twice) {
    return problem({
      code: "config/extra-argument",
      message: "`-` stands for standard input, which can be read once only.",
      help: "Give the other machines as files.",
    });
  }
  const subjects: Subject[] = [];
  for (let start = 0; start < files.length; start += atOnce) {
    const some = files.slice(start, start + atOnce);
    for (const found of await Promise.all(some.map((file) => readFileOfMachines(file, reading)))) {
      if (isProblem(found)) return found;
      subjects.push(...found);
    }
  }
  return subjects;
}

async function readFileOfMachines(file: string, reading: Reading): Promise<readonly Subject[] | Problem> {
  if (isModule(file)) {
    // The process that loads the module starts while the compiler is being loaded in this one.
    const loader = reading.loader ?? startLoader(reading.terminal.cwd, limitsOf(reading.settings));
    const { compileModule } = await import("./compile-module.ts");
    return compileModule(file, loader, reading.terminal);
  }
  const text = await readMachineText(file, reading);
  if (isProblem(text)) return text;
  if (file !== "-" && !/\.(json|ya?ml)$/i.test(file)) {
    return problem({
      code: "config/file-kind",
      file,
      message: "The ending of this file's name does not say what it is.",
      help: "Give a module (.ts, .mts, .js, .mjs), a definition or template (.asl.json, .json, .asl.yaml, .yaml, .yml), or `-`.",
    });
  }
  const { readDefinition } = await import("./read-definition.ts");
  return readDefinition(file, text, reading);
}
