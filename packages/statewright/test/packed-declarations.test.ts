import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, installPacked, runIn } from "./support/packed.ts";

// A library of workflows, compiled with `declaration: true` against the packed packages under every supported compiler,
// and its declarations used by another program.

const root = resolve(fileURLToPath(import.meta.url), "../../../..");
const examples = process.env.STATEWRIGHT_DEEP
  ? [
      "approval",
      "claims-agent",
      "document-ingestion",
      "image-processing",
      "order-processing",
      "traffic-light",
    ]
  : ["approval", "order-processing"];
const project = emptyFolder();

/** Strict, and without `skipLibCheck`: the declarations of the packages are looked at as well. */
const strict = {
  target: "ES2023",
  // zod's declarations want URL.
  lib: ["ES2023", "DOM"],
  module: "NodeNext",
  strict: true,
  exactOptionalPropertyTypes: true,
  types: [],
};
const writeProject = (name: string, content: object): void =>
  writeFileSync(join(project, name), JSON.stringify(content));
const compiled = (compiler: string, file: string, more = "") => {
  const tsc = join(root, "node_modules", compiler, "bin", "tsc");
  return runIn(project, `node "${tsc}" -p ${file} --pretty false ${more}`);
};

beforeAll(async () => {
  await installPacked(project);
  for (const example of examples) {
    cpSync(join(root, "examples", example, "src"), join(project, "src", example), { recursive: true });
  }
  writeProject("tsconfig.json", {
    compilerOptions: { ...strict, declaration: true, rewriteRelativeImportExtensions: true, rootDir: "src" },
    include: ["src"],
    exclude: ["**/*.test.ts"],
  });
});

describe.each(["typescript-7", "typescript", "typescript-5.9"])("under %s", (compiler) => {
  test("workflows compile, and each is declared as a `Workflow` of the package that its author installed", async () => {
    expect(await compiled(compiler, ".", `--outDir ${compiler}`)).toMatchObject({ code: 0, stdout: "" });
    for (const example of examples) {
      const text = readFileSync(join(project, compiler, example, `${example}.d.ts`), "utf8");
      expect(text).toMatch(/^export declare const \w+: import\("statewright"\)\.Workflow</m);
      const modules = [...text.matchAll(/(?:import\(|from )"([^"]+)"/g)].map(([, module]) => module);
      expect(
        modules.filter((module) => module !== "statewright" && !/^(zod$|\.)/.test(module ?? "")),
      ).toEqual([]);
      expect(text).not.toMatch(/\bany\b/);
    }
  });
});

test("a program that has the declarations only knows inputs, outputs and mocks", async () => {
  writeFileSync(
    join(project, "program.ts"),
    `import type { WorkflowInput, WorkflowOutput } from "statewright";
import { simulate, type WorkflowMocks } from "statewright/testing";
import { expenses } from "./typescript-7/approval/expenses.js";

export const input: WorkflowInput<typeof expenses> = {
  requestId: "r1",
  employee: "Ann",
  amountCents: 1,
  approver: "Ben",
};
export const status: WorkflowOutput<typeof expenses>["status"] = "paid";
export const mocks: WorkflowMocks<typeof expenses> = { states: { Pay: { result: { transferId: "t1" } } } };
export const run = simulate(expenses, { input, mocks });
// @ts-expect-error: not a status
export const wrong: typeof status = "lost";
// @ts-expect-error: not what the task yields
export const mocked: typeof mocks = { states: { Pay: { result: { transfer: "t1" } } } };
// @ts-expect-error: no amount
export const without: typeof input = { requestId: "r1", employee: "Ann", approver: "Ben" };
`,
  );
  writeProject("tsconfig.program.json", {
    compilerOptions: { ...strict, noEmit: true },
    files: ["program.ts"],
  });
  expect(await compiled("typescript-7", "tsconfig.program.json")).toMatchObject({ code: 0, stdout: "" });
});
