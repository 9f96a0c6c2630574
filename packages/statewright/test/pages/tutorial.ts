import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../example-workflows.ts";
import { installPacked, runIn } from "../support/packed.ts";
import { fillPage } from "./fill-page.ts";

export const tutorialPath = join(root, "docs", "tutorial.md");

/** A command of the tutorial that did not end with 0, and what it printed. */
export interface Failure {
  readonly line: string;
  readonly printed: string;
}

export interface Followed {
  /** The page with what the commands printed. */
  readonly page: string;
  readonly failures: readonly Failure[];
}

/**
 * The tutorial, followed to the letter in an empty folder with the packed packages. Its first block of commands installs
 * them from the registry; here they are the packed ones.
 */
export async function followTutorial(folder: string): Promise<Followed> {
  const text = readFileSync(tutorialPath, "utf8");
  await installPacked(folder);
  const failures: Failure[] = [];
  const page = await fillPage(text, {
    write: (name, body) => writeFileSync(join(folder, name), body),
    print: async (line) => {
      const { stdout, stderr } = await runIn(folder, line);
      return stdout + stderr;
    },
    run: async (line) => {
      if (/^npm (init|pkg|install)\b/.test(line)) return;
      const { code, stdout, stderr } = await runIn(folder, line);
      if (code !== 0) failures.push({ line, printed: stdout + stderr });
    },
  });
  return { page, failures };
}
