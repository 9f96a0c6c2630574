import { resolve } from "node:path";
import type { Problem } from "../command-line/problem.ts";
import type { Loader } from "../modules/loader.ts";
import type { Settings } from "../settings/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readText } from "./read-text.ts";
import type { SubjectChoice } from "./subject.ts";

/** What reading machines needs besides their files. */
export interface Reading {
  readonly terminal: Terminal;
  readonly settings: Settings;
  readonly choice: SubjectChoice;
  /** A loader that waits already; without it one is started. */
  readonly loader?: Loader;
  /** Texts that stand for those of files, by their absolute paths: changes that are not written yet. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The text of a file that holds machines. */
export async function readMachineText(file: string, { terminal, texts }: Reading): Promise<string | Problem> {
  const changed = file === "-" ? undefined : texts?.get(resolve(terminal.cwd, file));
  return changed ?? readText(file, "a state machine", terminal);
}
