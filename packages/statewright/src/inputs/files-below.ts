import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readTemplate } from "@statewright/asl";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { inertLine } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { pathSeenFrom } from "./place-diagnostics.ts";
import { readText } from "./read-text.ts";

/** A folder with more in it is the wrong one. */
const mostEntries = 200_000;
/** Largest file that is looked into; a template has at most 1 MB on AWS. */
const largestTemplate = 4 * 1024 * 1024;

/**
 * Finds what holds state machines below a folder: `*.asl.json`, `*.asl.yaml`, and templates with a state machine in them. Installed
 * packages, folders whose names begin with a dot, and links are left alone; no code is run.
 *
 * The paths are as seen from the current folder, in the order of their names.
 */
export async function filesBelow(folder: string, terminal: Terminal): Promise<readonly string[] | Problem> {
  const found: string[] = [];
  const pending = [resolve(terminal.cwd, folder)];
  let entries = 0;
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const inside = await entriesOf(path, terminal);
    entries += inside.length;
    if (entries > mostEntries) return tooMany(folder);
    const folders: string[] = [];
    for (const entry of inside) {
      const child = join(path, entry.name);
      if (entry.isDirectory() && isOwn(entry.name)) folders.push(child);
      if (entry.isFile() && (await holdsMachines(child, terminal)))
        found.push(pathSeenFrom(terminal.cwd, child));
    }
    pending.push(...folders.reverse());
  }
  return found;
}

/** What is in a folder, by name; a folder that may not be read is said, not taken for an empty one. */
async function entriesOf(path: string, terminal: Terminal): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch {
    const shown = pathSeenFrom(terminal.cwd, path);
    terminal.note(inertLine(`note: the folder ${shown} cannot be read and was left out.`));
    return [];
  }
}

function isOwn(folder: string): boolean {
  return folder !== "node_modules" && !folder.startsWith(".");
}

async function holdsMachines(path: string, terminal: Terminal): Promise<boolean> {
  if (/\.asl\.(json|ya?ml)$/i.test(path)) return true;
  if (!/\.(json|ya?ml)$/i.test(path)) return false;
  const status = await stat(path).catch(() => undefined);
  if (status === undefined || status.size > largestTemplate) return false;
  const text = await readText(path, "a template", terminal);
  if (isProblem(text) || !/AWS::(Serverless|StepFunctions)::StateMachine/.test(text)) return false;
  const { machines, uris, diagnostics } = readTemplate(text, { file: path });
  return (
    machines.length + uris.length > 0 || diagnostics.some(({ code }) => code === "syntax/unread-definition")
  );
}

function tooMany(folder: string): Problem {
  return problem({
    code: "config/folder-size",
    file: folder,
    message: `There are more than ${mostEntries} files and folders in it.`,
    help: "Give the folder that holds the machines.",
  });
}
