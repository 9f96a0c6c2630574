// Generated workflows as a user compiles them: a project of one module beside the published types of the package.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../../..");
// Inside the package, so that modules of the repository are found from there; left out of version control.
const generatedHere = join(here, "..", ".statewright");

export const compilers = {
  6: join(root, "node_modules/typescript/bin/tsc"),
  7: join(root, "node_modules/typescript-7/bin/tsc"),
};

const settings = {
  compilerOptions: {
    target: "ES2023",
    lib: ["ES2023"],
    module: "NodeNext",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
  include: ["*.ts"],
};

/** A folder for projects that is gone when the process ends. */
export function temporaryFolder() {
  mkdirSync(generatedHere, { recursive: true });
  const folder = mkdtempSync(join(generatedHere, "bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A project with one module, `workflow.ts`. */
export function writeProject(folder, text, compilerOptions = {}) {
  mkdirSync(folder, { recursive: true });
  const own = { ...settings, compilerOptions: { ...settings.compilerOptions, ...compilerOptions } };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(own));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "workflow.ts"), text);
  return folder;
}

/** Compiles a project: whether that works, the counts that the compiler prints, and the seconds it took. */
export function compiled(project, version) {
  const before = secondsOfChildren();
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compilers[version], "-p", project, "--extendedDiagnostics", "--pretty", "false"],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  const clock = (performance.now() - start) / 1000;
  const count = (name) => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(stdout)?.[1]);
  return {
    fails: status === 0 ? undefined : firstLine(stdout.includes("error TS") ? stdout : stderr),
    instantiations: count("Instantiations"),
    types: count("Types"),
    megabytes: Math.round(count("Memory used") / 1024),
    clock,
    processor: secondsOfChildren() - before,
  };
}

/** The JavaScript of a project's module. */
export function emitted(project) {
  const arguments_ = [compilers[7], "-p", project, "--noEmit", "false"];
  spawnSync(process.execPath, arguments_, { encoding: "utf8" });
  return join(project, "workflow.js");
}

function firstLine(text) {
  return text.split("\n").find((line) => /error|Error/.test(line)) ?? text.slice(0, 200);
}

/** Processor time of the processes that were started and have ended, where the system tells it; else NaN. */
function secondsOfChildren() {
  try {
    return ticks("self", [13, 14]) / 100;
  } catch {
    return Number.NaN;
  }
}

/** Processor time of a process that runs, in seconds. */
export function secondsOf(pid) {
  try {
    return ticks(pid, [11, 12]) / 100;
  } catch {
    return Number.NaN;
  }
}

function ticks(pid, fields) {
  // What follows the name of the program, which can have blanks in it.
  const numbers = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields.reduce((sum, field) => sum + Number(numbers[field]), 0);
}
