import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { pathSeenFrom } from "./place-diagnostics.ts";

/** The files of recordings: a folder stands for every `*.json` in it, in the order of their names. */
export async function recordingFiles(
  written: readonly string[],
  { cwd }: Terminal,
): Promise<readonly string[] | Problem> {
  const files: string[] = [];
  for (const file of written) {
    const inside = file === "-" ? undefined : await filesIn(resolve(cwd, file), file);
    if (isProblem(inside)) return inside;
    for (const one of inside ?? [file]) files.push(inside === undefined ? one : pathSeenFrom(cwd, one));
  }
  return files;
}

/** How a recording is called that does not say it. */
export function recordingName(file: string): string {
  return file === "-" ? "standard input" : basename(file).replace(/\.json$/i, "");
}

/** The recordings in a folder; nothing for what is none. */
async function filesIn(path: string, written: string): Promise<readonly string[] | undefined | Problem> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory() !== true) return undefined;
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  const names = (entries ?? []).filter((entry) => entry.isFile() && /\.json$/i.test(entry.name));
  if (names.length > 0) return names.map(({ name }) => join(path, name)).sort();
  return problem({
    code: "config/empty-folder",
    file: written,
    message:
      entries === undefined
        ? "This folder cannot be read."
        : "There is no recording in this folder: no `*.json`.",
    help: "Name a folder with recordings, or the files themselves.",
  });
}
