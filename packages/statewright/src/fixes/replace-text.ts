import { readFile, realpath, stat } from "node:fs/promises";
import { type Problem, problem } from "../command-line/problem.ts";
import { writeWhole } from "../output/write-whole.ts";

/** A text that takes the place of the one it was made of. */
export interface Replacement {
  /** Absolute path; a link is followed, so that it stays one. */
  readonly path: string;
  readonly shown: string;
  /** What was read, without a byte order mark. */
  readonly older: string;
  readonly newer: string;
}

/** Writes a changed text whole. A file that is not any more what was read stays as somebody else made it. */
export async function replaceText({ path, shown, older, newer }: Replacement): Promise<Problem | undefined> {
  const target = await realpath(path).catch(() => path);
  const [now, status] = await Promise.all([
    readFile(target, "utf8").catch(() => undefined),
    stat(target).catch(() => undefined),
  ]);
  const mark = now?.startsWith("\uFEFF") ? "\uFEFF" : "";
  if (now !== `${mark}${older}` || status === undefined) {
    return problem({
      code: "config/not-written",
      file: shown,
      message: "The file was changed by somebody else while it was being fixed, and stays as it is.",
      help: "Run the command again.",
    });
  }
  return writeWhole({ path: target, shown, text: `${mark}${newer}`, mode: status.mode & 0o777 });
}
