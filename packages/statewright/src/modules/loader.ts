import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bug } from "@statewright/diagnostics";
import { type LoadAnswer, type LoadRequest, ready } from "./protocol.ts";

/** How much a module may take while it is loaded. */
export interface LoadLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

export const defaultLimits: LoadLimits = { seconds: 10, megabytes: 1024 };

/** How loading ended: an answer, or the process ended or was stopped before it gave one. */
export type LoadEnd =
  | { readonly kind: "answer"; readonly answer: LoadAnswer }
  | { readonly kind: "exit"; readonly code: number | null; readonly outOfMemory: boolean }
  | { readonly kind: "too-slow"; readonly seconds: number }
  | { readonly kind: "garbled" };

/** The end of loading, and what the module printed meanwhile. */
export interface LoadOutcome {
  readonly end: LoadEnd;
  readonly printed: string;
}

/** A process that waits, warmed up, to load one module. */
export interface Loader {
  load(request: LoadRequest): Promise<LoadOutcome>;
  close(): void;
}

/** Most of what a module prints that is kept. */
const longestPrint = 64 * 1024;
/** How long a process that has answered may take to end by itself. */
const endMilliseconds = 300;

/** Starts a process that can load one module; it gets ready while other work goes on. */
export function startLoader(cwd: string, limits: LoadLimits = defaultLimits): Loader {
  const child = startChild(cwd, limits);
  const printed = collectOutput(child);
  const isReady = new Promise<boolean>((resolve) => {
    child.once("message", (message) => resolve(message === ready));
    child.once("close", () => resolve(false));
    child.once("error", () => resolve(false));
  });
  return {
    async load(request) {
      const end = (await isReady) ? await requestFrom(child, request, limits) : undefined;
      await ended(child);
      return { end: end ?? notReady(child, printed()), printed: end === undefined ? "" : printed() };
    },
    close: () => void child.kill("SIGKILL"),
  };
}

function startChild(cwd: string, limits: LoadLimits): ChildProcess {
  const sources = import.meta.url.endsWith(".ts");
  const entry = new URL(sources ? "./child.ts" : "./child.js", import.meta.url);
  const transformer = createRequire(import.meta.url).resolve("tsx");
  return fork(fileURLToPath(entry), {
    cwd,
    execArgv: [
      ...(sources ? ["--conditions=@statewright/source"] : []),
      `--max-old-space-size=${limits.megabytes}`,
      "--import",
      pathToFileURL(transformer).href,
    ],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, FORCE_COLOR: "0" },
  });
}

function requestFrom(child: ChildProcess, request: LoadRequest, limits: LoadLimits): Promise<LoadEnd> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ kind: "too-slow", seconds: limits.seconds });
      child.kill("SIGKILL");
    }, limits.seconds * 1000);
    const end = (how: LoadEnd) => {
      clearTimeout(timer);
      resolve(how);
    };
    child.once("message", (message) => end(readAnswer(message)));
    child.once("exit", (code, signal) =>
      end({ kind: "exit", code, outOfMemory: signal === "SIGABRT" || code === 134 }),
    );
    child.send(JSON.stringify(request), (error) => error && end({ kind: "garbled" }));
  });
}

/** The module runs in the process that answers, so the answer may be anything. */
function readAnswer(message: unknown): LoadEnd {
  try {
    const answer: unknown = JSON.parse(String(message));
    const keys: readonly string[] = ["failure", "workflows", "settings"];
    const known =
      typeof answer === "object" && answer !== null && keys.some((key) => Object.hasOwn(answer, key));
    if (known) return { kind: "answer", answer: answer as LoadAnswer };
  } catch {
    // Falls through: what came is no answer of ours.
  }
  return { kind: "garbled" };
}

/** Waits until all that the process printed has arrived, and no longer than a moment. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (child.connected) child.disconnect();
      child.unref();
      resolve();
    };
    const timer = setTimeout(finish, endMilliseconds);
    if (child.exitCode !== null && child.stdout?.readableEnded && child.stderr?.readableEnded) finish();
    else child.once("close", finish);
  });
}

function collectOutput(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => {
      if (text.length < longestPrint) text += part.slice(0, longestPrint - text.length);
    });
  }
  return () => text;
}

/** The process ended before it could be asked: what it printed says why. */
function notReady(child: ChildProcess, printed: string): never {
  return bug(`the process that loads modules did not start (${child.exitCode}): ${printed}`);
}
