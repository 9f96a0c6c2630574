import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** How a run of the command ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const bin = resolve(dirname(fileURLToPath(import.meta.url)), "../bin/statewright.js");

/** Starts the real command as a process. */
export function startStatewright(args: readonly string[], cwd: string): ChildProcess {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return spawn(process.execPath, [bin, ...args], { cwd, env, stdio: "pipe" });
}

/** Whether every run of a test is a process of its own; else only those that ask for one. */
const deep = Boolean(process.env.STATEWRIGHT_DEEP);

/**
 * Runs the command to its end: in this process, with a terminal of its own, as all that matters is handed to it;
 * in a deep run as the real process.
 */
export function statewright(args: readonly string[], cwd: string, input = ""): Promise<Outcome> {
  return deep ? statewrightProcess(args, cwd, input) : statewrightHere(args, cwd, input);
}

async function statewrightHere(args: readonly string[], cwd: string, input: string): Promise<Outcome> {
  const { runCommandLine } = await import("../src/command-line/run-command-line.ts");
  let stdout = "";
  let stderr = "";
  const code = await runCommandLine(args, {
    cwd,
    colour: false,
    interactive: false,
    out: (text) => {
      stdout += text;
    },
    note: (line) => {
      stderr += `${line}\n`;
    },
    readStandardInput: async () => input,
  });
  return { code, stdout, stderr };
}

/** Runs the real command as a process to its end. */
export function statewrightProcess(args: readonly string[], cwd: string, input = ""): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = startStatewright(args, cwd);
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      stdout += part;
    });
    child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      stderr += part;
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

/** A folder for files of a test, inside the package so that modules in it find `statewright` and zod. */
export interface Folder {
  readonly path: string;
  write(name: string, content: string | object): string;
  remove(): void;
}

/** Makes a folder, with files in it: text as it is, anything else as JSON. */
export function makeFolder(name: string, files: Readonly<Record<string, string | object>> = {}): Folder {
  const parent = resolve(dirname(fileURLToPath(import.meta.url)), "../.statewright");
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, `${name}-`));
  const write = (file: string, content: string | object) => {
    const target = join(path, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, typeof content === "string" ? content : JSON.stringify(content));
    return target;
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}
