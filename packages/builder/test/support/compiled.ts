import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll } from "vitest";

// Compiles folders of fixtures as a user's program is compiled: against declarations, all of them in one run of every
// supported compiler. What is expected stands above the line with the mistake: `// TS2551 at ` and the text that
// the error stands at, then the message, where `…` stands for any text; `TS2741 or TS2345` where compilers differ.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** The names under which the supported compilers are installed: the native one, the last two in JavaScript. */
export const compilers = ["typescript-7", "typescript", "typescript-5.9"] as const;

/** An error that is expected. */
export interface Expected {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  /** The message; of several lines in one. */
  readonly text: string;
}

/** An error of the compiler. */
export interface Finding extends Expected {
  /** The message as it is printed, in lines. */
  readonly lines: readonly string[];
}

/** The lines of every fixture of a folder, by its path in `fixtures`. */
export function fixturesIn(fixtures: string, folder: string): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync(join(fixtures, folder)).filter((name) => /^(?!setup).*\.ts$/.test(name));
  const paths = names.sort().map((name) => `${folder}/${name}`);
  return new Map(paths.map((path) => [path, readFileSync(join(fixtures, path), "utf8").split("\n")]));
}

/** The errors that are expected in a fixture. */
export function marksIn(file: string, lines: readonly string[]): Expected[] {
  return lines.flatMap((line, index) => {
    const found = /^\s*\/\/ (TS\d+(?: or TS\d+)?) at `(.+?)`: (.*)$/.exec(line);
    if (!found) return [];
    const [, code = "", at = "", text = ""] = found;
    const below = lines.findIndex((other, number) => number > index && !/^\s*\/\//.test(other));
    return [{ file, line: below + 1, column: (lines[below]?.indexOf(at) ?? -2) + 1, code, text }];
  });
}

/** A folder of its own for what a test file generates; inside the package, so that it finds the package's names. */
export function generatedFolder(name: string): string {
  const parent = join(root, "packages/builder/.statewright");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the declarations of all rooms, as the packages ship them, and a project for `fixtures` that reads them. */
export async function projectAgainstDeclarations(folder: string, fixtures: string): Promise<string> {
  const from = (path: string): string => relative(folder, join(root, path));
  const base = from("tsconfig.check.json");
  const emit = {
    extends: base,
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: "declarations",
      rootDir: from("."),
    },
    include: [from("packages/*/src/index.ts"), from("packages/builder/src/testing*.ts")],
    exclude: [],
  };
  const emitProject = join(folder, "tsconfig.declarations.json");
  writeFileSync(emitProject, JSON.stringify(emit));
  await run("typescript-7", ["-p", emitProject]);
  const builder = "./declarations/packages/builder/src";
  const check = {
    extends: base,
    compilerOptions: {
      customConditions: [],
      paths: {
        "@statewright/builder": [`${builder}/index.d.ts`],
        "@statewright/builder/testing": [`${builder}/testing.d.ts`],
        "@statewright/builder/testing/vitest": [`${builder}/testing-vitest.d.ts`],
        "@statewright/*": ["./declarations/packages/*/src/index.d.ts"],
      },
    },
    include: [relative(folder, join(fixtures, "*/*.ts"))],
    exclude: [],
  };
  const project = join(folder, "tsconfig.json");
  writeFileSync(project, JSON.stringify(check));
  return project;
}

/** What a compiler says of a project. */
export async function findingsOf(compiler: string, project: string): Promise<Finding[]> {
  const output = await run(compiler, ["-p", project, "--pretty", "false"]);
  const blocks = output.trim().split(/\n(?! )/);
  return blocks
    .filter((block) => block !== "")
    .map((block) => {
      const [, file = block, line, column, code = "", text = ""] =
        /^(\S+?)\((\d+),(\d+)\): error (TS\d+): ([\s\S]*)$/.exec(block) ?? [];
      return {
        file: file.split("/").slice(-2).join("/"),
        line: Number(line),
        column: Number(column),
        code,
        text: text.replaceAll(/\n\s*/g, " "),
        lines: text.split("\n"),
      };
    });
}

/** How many types a compiler instantiates for a project that has no mistake: the same on every computer. */
export async function instantiationsOf(compiler: string, project: string): Promise<number> {
  const output = await run(compiler, ["-p", project, "--pretty", "false", "--extendedDiagnostics"]);
  const count = /^Instantiations:\s*(\d+)/m.exec(output)?.[1];
  if (count === undefined || output.includes("error TS")) throw new Error(output);
  return Number(count);
}

/** An exit code says only that something is wrong: what it is, the output does. */
function run(compiler: string, args: readonly string[]): Promise<string> {
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  return promisify(execFile)(process.execPath, [tsc, ...args], { cwd: root, maxBuffer: 1e8 }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

/** Whether a message is the expected one; compilers differ in the order of a union's members. */
export function says(message: string | undefined, expected: string): boolean {
  if (message === undefined) return false;
  if (!expected.includes("…")) return sorted(message) === sorted(expected);
  return new RegExp(`^${expected.split("…").map(escaped).join(".*")}$`).test(message);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** A message with the members of each union in one order. */
function sorted(text: string): string {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|=>| \| |[;,:] |[\s\S]/g) ?? [];
  let at = 0;
  const group = (closing: string | undefined): string => {
    let done = "";
    let members = [""];
    const flush = (): void => {
      done += members.sort().join(" | ");
      members = [""];
    };
    for (let token = tokens[at]; token !== undefined && token !== closing; token = tokens[at]) {
      at += 1;
      const closer = closers[token];
      const inner = closer ? group(closer) : "";
      if (token === " | ") members.push("");
      else members[members.length - 1] += closer ? `${token}${inner}${closer}` : token;
      if (closer) at += 1;
      if (/^[;,:] $/.test(token)) flush();
    }
    flush();
    return done;
  };
  return group(undefined);
}

const closers: { readonly [opener: string]: string | undefined } = {
  "'": "'",
  "{": "}",
  "(": ")",
  "[": "]",
  "<": ">",
};
