import { randomBytes } from "node:crypto";
import { chmod, lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Problem, problem } from "../command-line/problem.ts";

/** A file to be written: where, what, and what an older one there must be to be replaced. */
export interface NewFile {
  /** Absolute path. */
  readonly path: string;
  /** As it is shown. */
  readonly shown: string;
  readonly text: string;
  /** Who may do what with it; by default what the process gives to new files. */
  readonly mode?: number;
  /** Whether text that stands there already is of the kind we write. */
  readonly replaces: (older: string) => boolean;
}

/** Whether a file may be written; nothing is written over what we did not write. */
export async function overwriteProblem({ path, shown, replaces }: NewFile): Promise<Problem | undefined> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) return undefined;
  if (!there.isFile()) {
    const what = there.isDirectory() ? "a folder" : there.isSymbolicLink() ? "a link" : "no plain file";
    return notOverwritten(shown, `There is ${what} in the place of this file.`);
  }
  const older = await readFile(path, "utf8").catch(() => undefined);
  if (older !== undefined && (older.trim() === "" || replaces(older))) return undefined;
  return notOverwritten(shown, "There is a file of this name already that does not look like one we wrote.");
}

function notOverwritten(file: string, message: string): Problem {
  return problem({
    code: "config/not-overwritten",
    file,
    message,
    help: "Move it away, or write elsewhere with `--out DIR`.",
  });
}

/** Writes a file whole: a reader sees the old one or the new one, never a part. */
export async function writeWhole({
  path,
  shown,
  text,
  mode,
}: Omit<NewFile, "replaces">): Promise<Problem | undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text, { flag: "wx" });
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, path);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return problem({
      code: "config/not-written",
      file: shown,
      message: `The file cannot be written (${code}).`,
      help: "Look at the folder's permissions and the space that is left, or write elsewhere.",
    });
  }
}
