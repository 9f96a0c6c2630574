import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { exampleModules, root } from "../example-workflows.ts";
import { makeFolder, statewright } from "../run-statewright.ts";
import { dedented, fillPage, type PageRun } from "./fill-page.ts";

/** A page of the documentation whose every output is printed by the command that it names. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly filled: () => Promise<string>;
}

/** Pages about an example: their commands run at the root of the repository, their snippets stand in its sources. */
export function examplePages(): readonly Page[] {
  return pagesOf("docs/examples").map(({ path, text }) => {
    const example = basename(path, ".md");
    const sources = exampleModules
      .filter((module) => module.example === example)
      .map(({ module }) => readFileSync(join(root, module), "utf8"));
    const run: PageRun = {
      write: () => undefined,
      print: (line) => printed(line, root),
      holds: (snippet) => sources.some((source) => holds(source, dedented(snippet))),
    };
    return { path, text, filled: () => fillPage(text, run) };
  });
}

/** Pages that bring their files along: they run in a folder of their own. */
export function guidePages(): readonly Page[] {
  return pagesOf("docs/guides").map(({ path, text }) => ({
    path,
    text,
    filled: async () => {
      const folder = makeFolder(basename(path, ".md"));
      try {
        return await fillPage(text, {
          write: (name, body) => void folder.write(name, body),
          print: (line) => printed(line, folder.path),
        });
      } finally {
        folder.remove();
      }
    },
  }));
}

function pagesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => join(root, folder, file))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

async function printed(line: string, cwd: string): Promise<string> {
  const [, typed = "", lines] = /^(.*?)(?: \| head -(\d+))?$/.exec(line) ?? [];
  const [command, ...args] = typed.split(" ");
  if (command !== "statewright") throw new Error(`A page runs statewright only, not: ${line}`);
  const { stdout, stderr } = await statewright(args, cwd);
  const text = stdout + stderr;
  return lines === undefined ? text : text.split("\n").slice(0, Number(lines)).join("\n");
}

function holds(source: string, snippet: string): boolean {
  const lines = source.split("\n");
  const wanted = snippet.split("\n");
  return lines.some((_, start) => dedented(lines.slice(start, start + wanted.length).join("\n")) === snippet);
}
