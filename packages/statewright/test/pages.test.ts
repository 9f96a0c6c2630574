import { relative } from "node:path";
import { expect, test } from "vitest";
import { exampleWorkflows, root } from "./example-workflows.ts";
import { examplePages, guidePages } from "./pages/pages.ts";

// What a page shows is what the commands print, and what it quotes stands in the sources: `npm run docs` writes it.

const pages = [...examplePages(), ...guidePages()].map((page) => ({
  ...page,
  name: relative(root, page.path),
}));

test.each(pages)("$name shows what its commands print", async ({ text, filled }) => {
  expect(await filled()).toBe(text);
});

test("every example has a page", () => {
  const examples = new Set(exampleWorkflows.map(({ example }) => `docs/examples/${example}.md`));
  expect([...examples].filter((page) => !pages.some(({ name }) => name === page))).toEqual([]);
});
