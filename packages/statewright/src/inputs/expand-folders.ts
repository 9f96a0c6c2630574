import { statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { SettingsFile } from "../settings/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { pathSeenFrom } from "./place-diagnostics.ts";
import type { Subject } from "./subject.ts";

/** The files of a call, with those that were found in folders in the place of the folders. */
export interface ExpandedFiles {
  readonly files: readonly string[];
  /** Whether a machine was named twice: by itself in a folder, and as the definition of a template. */
  isTwice(subject: Subject, all: readonly Subject[]): boolean;
}

/**
 * Puts the files with machines below a folder in its place; other files stay. A module in a folder is run only if
 * the settings list it.
 */
export async function expandFolders(
  written: readonly string[],
  { settings, path }: SettingsFile,
  terminal: Terminal,
): Promise<ExpandedFiles | Problem> {
  const { cwd } = terminal;
  const modules = (settings.modules ?? []).map((module) => resolve(dirname(path ?? cwd), module));
  const files: string[] = [];
  const named = new Set<string>();
  const found = new Set<string>();
  for (const file of written) {
    if (!isFolder(file, cwd)) {
      if (!found.has(keyOf(file, cwd))) files.push(file);
      named.add(keyOf(file, cwd));
      continue;
    }
    const { filesBelow } = await import("./files-below.ts");
    const below = await filesBelow(file, terminal);
    if (isProblem(below)) return below;
    const listed = modules.filter((module) => isBelow(resolve(cwd, file), module));
    if (below.length + listed.length === 0) return nothingIn(file);
    for (const one of [...below, ...listed.map((module) => pathSeenFrom(cwd, module))]) {
      const key = keyOf(one, cwd);
      if (!named.has(key) && !found.has(key)) files.push(one);
      found.add(key);
    }
  }
  return {
    files,
    isTwice: (subject, all) =>
      subject.source.kind === "definition" &&
      subject.definitionFile === undefined &&
      !named.has(keyOf(subject.file, cwd)) &&
      all.some(
        ({ definitionFile }) =>
          definitionFile !== undefined && keyOf(definitionFile, cwd) === keyOf(subject.file, cwd),
      ),
  };
}

/** Standard input is no path. */
function keyOf(file: string, cwd: string): string {
  return file === "-" ? file : resolve(cwd, file);
}

function isFolder(file: string, cwd: string): boolean {
  return file !== "-" && statSync(resolve(cwd, file), { throwIfNoEntry: false })?.isDirectory() === true;
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function nothingIn(folder: string): Problem {
  return problem({
    code: "config/empty-folder",
    file: folder,
    message:
      "There is no state machine in this folder: no `*.asl.json` or `*.asl.yaml`, and no template with one.",
    help: "Name files, or list the modules to run under `modules` in `statewright.config.ts`.",
  });
}
