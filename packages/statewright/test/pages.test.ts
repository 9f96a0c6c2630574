import { spawnSync } from "node:child_process";
import { basename, join, relative } from "node:path";
import { expect, test } from "vitest";
import { exampleWorkflows, root } from "./example-workflows.ts";
import { examplePages, guidePages } from "./pages/pages.ts";
import { makeFolder } from "./run-statewright.ts";

// What a page shows is what the commands print, and what it quotes stands in the sources: `npm run docs` writes it.

const pages = [...examplePages(), ...guidePages()].map((page) => ({
  ...page,
  name: relative(root, page.path),
}));

test.concurrent.for(pages)("$name shows what its commands print", async ({ text, filled }, { expect }) => {
  expect(await filled()).toBe(text);
});

test("every example has a page", () => {
  const examples = new Set(exampleWorkflows.map(({ example }) => `docs/examples/${example}.md`));
  expect([...examples].filter((page) => !pages.some(({ name }) => name === page))).toEqual([]);
});

test("the modules of the guides compile", () => {
  const modules = guidePages().flatMap(({ path, text }) =>
    [...text.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, name = "", body = ""]) => [
      `${basename(path, ".md")}/${name}`,
      body,
    ]),
  );
  const settings = { extends: join(root, "tsconfig.check.json"), include: ["**/*.ts"], exclude: [] };
  const folder = makeFolder("guides", { ...Object.fromEntries(modules), "tsconfig.json": settings });
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript-7/bin/tsc"), "-p", folder.path, "--pretty", "false"],
    { encoding: "utf8" },
  );
  folder.remove();
  expect(stdout).toBe("");
});
