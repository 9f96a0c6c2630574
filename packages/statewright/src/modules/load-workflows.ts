import { realpathSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Workflow } from "@statewright/compiler";
import { type Problem, problem } from "../command-line/problem.ts";
import { inertLine } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Loader, LoadOutcome } from "./loader.ts";
import { loadingProblem, noTreeProblem } from "./loading-problem.ts";

/** The workflows that a module exports, as plain trees. */
export interface LoadedModule {
  /** The module's absolute path, links resolved: what positions in the trees refer to. */
  readonly path: string;
  readonly workflows: readonly { readonly name: string; readonly tree: Workflow }[];
}

/** File names that are modules with workflows. */
export function isModule(file: string): boolean {
  return /\.[mc]?[tj]s$/.test(file);
}

/** Runs a module in a process of its own and gives its exported workflows, or says why it has none. */
export async function loadWorkflows(
  file: string,
  terminal: Terminal,
  loader: Loader,
): Promise<LoadedModule | Problem> {
  const path = modulePath(file, terminal.cwd);
  if (typeof path !== "string") {
    loader.close();
    return path;
  }
  const outcome = await loader.load({ file: path, wanted: "workflows" });
  passOnOutput(outcome, file, terminal);
  const { end } = outcome;
  if (end.kind !== "answer" || end.answer.workflows === undefined) {
    return loadingProblem(end, file, terminal.cwd);
  }
  const { workflows } = end.answer;
  if (!workflows.every(({ tree }) => isTree(tree)))
    return noTreeProblem(file, "one of the workflows is no tree");
  if (workflows.length === 0) {
    return problem({
      code: "builder/no-workflow",
      file,
      message: "The module exports no finished workflow.",
      help: 'Write `export const name = workflow("name")….end()` in it.',
    });
  }
  // The tree comes from our own builder in the other process; its parts are not checked again.
  const trees = workflows.map(({ name, tree }) => ({ name, tree: tree as unknown as Workflow }));
  return { path, workflows: trees };
}

/** What a module prints is shown as notes, so that standard output stays one document. */
export function passOnOutput({ printed, end }: LoadOutcome, file: string, terminal: Terminal): void {
  if (end.kind === "exit" && end.outOfMemory) return;
  for (const line of printed.split("\n").slice(0, 100)) {
    if (line.trim() !== "") terminal.note(`note: ${basename(file)} printed: ${inertLine(line)}`);
  }
}

function modulePath(file: string, cwd: string): string | Problem {
  const path = resolve(cwd, file);
  const what = statSync(path, { throwIfNoEntry: false });
  if (what?.isFile()) return realpathSync(path);
  return problem({
    code: "config/unreadable-file",
    file,
    message: `${what ? "This is a folder" : "There is no such file"}; it should be a module that exports workflows.`,
    help: "Give the path of a file that can be read, seen from the folder you are in.",
  });
}

function isTree(tree: unknown): boolean {
  return (
    typeof tree === "object" &&
    tree !== null &&
    "kind" in tree &&
    tree.kind === "workflow" &&
    "name" in tree &&
    typeof tree.name === "string" &&
    "body" in tree &&
    typeof tree.body === "object"
  );
}
