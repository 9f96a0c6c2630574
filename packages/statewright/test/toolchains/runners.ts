import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Project } from "./project.ts";
import { root } from "./project.ts";

/** What a workflow compiled to. */
export interface Outcome {
  readonly text: string;
  readonly errors: readonly Diagnostic[];
}

export type Outcomes = Readonly<Record<string, Outcome>>;

/** A tool that runs modules itself. */
export interface Runner {
  readonly tool: string;
  readonly settings: string;
  /** Left to the deep run. */
  readonly deep?: boolean;
  run(project: Project): Promise<Outcomes>;
}

const bin = (name: string): string => join(root, "node_modules", name);

/** What the workflows of folders compile to, in a process of Node. */
export async function inNode(
  project: Project,
  folders: readonly string[],
  flags: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<Readonly<Record<string, Outcomes>>> {
  const args = [...flags, join(project.folder, "compile-modules.mjs"), ...folders];
  const env = { ...process.env, NODE_NO_WARNINGS: "1", ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1e9 });
  return JSON.parse(stdout);
}

/** Runs the sources as they are. */
function sources(flags: readonly string[], environment: (folder: string) => NodeJS.ProcessEnv = () => ({})) {
  return async (project: Project): Promise<Outcomes> => {
    const folder = join(project.folder, "src");
    const outcomes = await inNode(project, [folder], flags, environment(project.folder));
    return outcomes[folder] ?? {};
  };
}

/** A test file of the project that writes down what its modules compile to. */
function vitest(name: string, coverage: string | undefined, test: (project: Project) => string) {
  return async (project: Project): Promise<Outcomes> => {
    const folder = join(project.folder, name);
    const result = join(folder, "outcomes.json");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "workflows.test.ts"), `${test(project)}\n${writing(result)}`);
    const args = ["run", "--root", project.folder, "--no-cache", `${name}/workflows.test.ts`];
    const covered = ["--coverage.enabled", `--coverage.provider=${coverage}`, "--coverage.reporter=json"];
    const all = [bin("vitest/vitest.mjs"), ...args, ...(coverage ? covered : [])];
    await promisify(execFile)(process.execPath, all, { cwd: project.folder, maxBuffer: 1e9 });
    return JSON.parse(readFileSync(result, "utf8"));
  };
}

const writing = (file: string): string => `
test("compiles", () => {
  const outcomes = {};
  for (const workflow of workflows.filter(isWorkflow)) {
    const { name, text, diagnostics } = compile(workflow);
    outcomes[name] = { text, errors: diagnostics.filter(({ severity }) => severity === "error") };
  }
  writeFileSync(${JSON.stringify(file)}, JSON.stringify(outcomes));
});
`;

const heading = `
import { writeFileSync } from "node:fs";
import { compile, isWorkflow } from "statewright";
import { expect, test, vi } from "vitest";
`;

/** The test imports the modules with workflows. */
const importing = ({ entries }: Project): string =>
  [
    heading,
    ...entries.map((entry, index) => `import * as module${index} from ${JSON.stringify(entry)};`),
    `const workflows = [${entries.map((_, index) => `...Object.values(module${index})`).join(", ")}];`,
  ].join("\n");

/** The workflows stand in the test itself, which mocks a module: Vitest then writes its imports otherwise. */
const mocking = ({ sources }: Project): string =>
  [
    heading,
    'vi.mock("../src/total.ts");',
    ...["constructs.ts", "outer.ts"].map((name) =>
      (sources.get(name) ?? "")
        .replaceAll(/import \{ workflow \} from "statewright";/g, "")
        .replaceAll(/import \{ limit, Order \} from .*;/g, "")
        .replaceAll('from "./', 'from "../src/'),
    ),
    "const workflows = [constructs, outer];",
  ].join("\n");

export const runners: readonly Runner[] = [
  { tool: "tsx", settings: "as it is", run: sources(["--import", bin("tsx/dist/loader.mjs")]) },
  {
    tool: "tsx",
    settings: "under v8 coverage",
    deep: true,
    run: sources(["--import", bin("tsx/dist/loader.mjs")], (folder) => ({
      NODE_V8_COVERAGE: join(folder, "coverage"),
    })),
  },
  { tool: "vitest", settings: "as it is", deep: true, run: vitest("plain", undefined, importing) },
  { tool: "vitest", settings: "coverage: v8", deep: true, run: vitest("v8", "v8", importing) },
  { tool: "vitest", settings: "coverage: istanbul", run: vitest("istanbul", "istanbul", importing) },
  {
    tool: "vitest",
    settings: "workflow in a file with vi.mock",
    deep: true,
    run: vitest("mocked", undefined, mocking),
  },
  {
    tool: "vitest",
    settings: "workflow in a file with vi.mock, coverage: istanbul",
    deep: true,
    run: vitest("mocked-istanbul", "istanbul", mocking),
  },
];
