import { readdirSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Call, Command } from "../command-line/command.ts";
import { type Problem, problem } from "../command-line/problem.ts";
import { writeWhole } from "../output/write-whole.ts";
import { version } from "../version.ts";

/** `statewright init`: a small project that builds, simulates and tests one workflow. */
export const init: Command = {
  name: "init",
  usage: "[dir]",
  summary: "a new project that builds, tests and simulates one workflow",
  details: "Writes into dir, or into the current folder, which must be empty (a .git folder is no content).",
  options: {},
  files: { least: 0, most: 1 },
  run,
};

const templateFolder = fileURLToPath(new URL("../../template", import.meta.url));

async function run(call: Call): Promise<0 | Problem> {
  const { terminal, files } = call;
  const shown = files[0] ?? ".";
  const folder = resolve(terminal.cwd, shown);
  const refused = folderProblem(folder, shown);
  if (refused !== undefined) return refused;
  const written: string[] = [];
  for (const { name, text } of await templateFiles(projectName(folder))) {
    const failed = await writeWhole({
      path: join(folder, name),
      shown: join(shown, name),
      text,
    });
    if (failed !== undefined) return failed;
    written.push(join(shown, name));
  }
  if (call.json) terminal.out(`${JSON.stringify({ written }, null, 2)}\n`);
  else terminal.out(`${written.join("\n")}\n\n${nextSteps(shown)}\n`);
  return 0;
}

/** A folder is taken when it does not exist, or holds nothing but its repository. */
function folderProblem(folder: string, shown: string): Problem | undefined {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return undefined;
  if (!there.isDirectory()) return notEmpty(shown, "It is a file.");
  const names = readdirSync(folder).filter((name) => name !== ".git");
  if (names.length === 0) return undefined;
  const few = names.slice(0, 3).join(", ");
  return notEmpty(
    shown,
    `It is not empty: there is ${few}${names.length > 3 ? ` and ${names.length - 3} more` : ""}.`,
  );
}

function notEmpty(file: string, message: string): Problem {
  return problem({
    code: "config/folder-not-empty",
    file,
    message,
    help: "Name a new folder: `statewright init my-workflow`.",
  });
}

/** Packing a package leaves out a `.gitignore` and tests, so they have another name in the template. */
const names: ReadonlyMap<string, string> = new Map([
  ["gitignore", ".gitignore"],
  ["src/sign-up-test.ts", "src/sign-up.test.ts"],
]);

async function templateFiles(name: string): Promise<{ readonly name: string; readonly text: string }[]> {
  const entries = await readdir(templateFolder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(templateFolder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes("node_modules"))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      name: names.get(path) ?? path,
      text: adapted(path, await readFile(join(templateFolder, path), "utf8"), name),
    })),
  );
}

function adapted(path: string, text: string, name: string): string {
  if (path === "README.md") return text.replace("# my-workflow", `# ${name}`);
  if (path !== "package.json") return text;
  return text
    .replace('"my-workflow"', JSON.stringify(name))
    .replace('"^0.0.0"', JSON.stringify(`^${version()}`));
}

/** The folder's name as npm takes it. */
function projectName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "my-workflow" : name.slice(0, 100);
}

function nextSteps(shown: string): string {
  const steps = [
    ...(shown === "." ? [] : [`cd ${/^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown)}`]),
    "npm install",
    "npm run dev      # every save is compiled, checked and simulated",
    "npm test",
  ];
  return `Next:\n${steps.map((step) => `  ${step}`).join("\n")}`;
}
