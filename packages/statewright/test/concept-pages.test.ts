import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { quotas } from "@statewright/asl";
import { compile, isWorkflow } from "@statewright/builder";
import { stepFunctionsPrices } from "@statewright/services";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "./run-statewright.ts";

// The workflows of docs/concepts.md compile and have no findings; figures of the pages are those of their sources.

const root = resolve(import.meta.dirname, "../../..");
const read = (page: string) => readFileSync(resolve(root, `docs/${page}.md`), "utf8");

const concepts = read("concepts");
const modules = [...concepts.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(
  ([, name = "", text = ""]) => [name, text] as const,
);

const folder = makeFolder("concept-pages", {
  ...Object.fromEntries(modules),
  "tsconfig.json": { extends: resolve(root, "tsconfig.check.json"), include: ["*.ts"], exclude: [] },
});
afterAll(() => folder.remove());

test("the workflows compile", async () => {
  const tsc = resolve(root, "node_modules/typescript-7/bin/tsc");
  const run = promisify(execFile)(process.execPath, [tsc, "-p", folder.path, "--pretty", "false"]);
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
});

test.each(modules.map(([name]) => name))("the checker finds nothing in %s", async (name) => {
  const exported: Record<string, unknown> = await import(resolve(folder.path, name));
  const workflows = Object.values(exported).filter(isWorkflow);
  expect(workflows).toHaveLength(1);
  expect(workflows.flatMap((workflow) => compile(workflow).diagnostics)).toEqual([]);
});

test("each workflow of the page is one of these", () => {
  expect(modules.length).toBeGreaterThanOrEqual(5);
  expect([...concepts.matchAll(/^```ts\b/gm)]).toHaveLength(modules.length);
});

test("its quotas are those that the checker counts with (R-Q-01 to R-Q-06)", () => {
  const table = concepts.split("\n## ").find((part) => part.startsWith("Quotas")) ?? "";
  const figures = [...table.matchAll(/^\| [^|]+ \| ([\d,]+) /gm)].map(([, figure = ""]) =>
    Number(figure.replaceAll(",", "")),
  );
  expect(figures).toEqual([
    quotas.payloadBytes,
    quotas.variableBytes,
    quotas.assignBytes,
    quotas.variablesBytes,
    quotas.historyEvents,
    quotas.definitionBytes,
    quotas.stateNameLength,
    quotas.standardExecutionSeconds,
    quotas.expressExecutionSeconds,
    quotas.redriveDays,
    quotas.distributedMapConcurrency,
  ]);
});

test("its prices are those of `statewright cost` (R-PRICE-01, R-PRICE-04)", () => {
  const prices = stepFunctionsPrices("us-east-1");
  const text = concepts.replaceAll(/\s+/g, " ");
  expect(text).toContain(`$${prices.transition * 1000} for 1,000 in most Regions`);
  expect(text).toContain(`the first ${prices.freeTransitions.toLocaleString("en")} of a month are free`);
  expect(text).toContain(`$${(prices.request * 1e6).toFixed(2)} for a million requests`);
});

test("the figures of docs/how-it-knows.md are rows of docs/conformance.md: copy those that changed", () => {
  const rows = (page: string) => read(page).match(/^\| .* \|$/gm) ?? [];
  const measured = new Set(rows("conformance"));
  expect(rows("how-it-knows").filter((row) => !measured.has(row))).toEqual([]);
  expect(rows("how-it-knows").length).toBeGreaterThanOrEqual(10);
});

test.each(["concepts", "comparison", "how-it-knows"])("the links of docs/%s.md lead somewhere", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)];
  const broken = links.filter(([, path = "", heading]) => {
    const file = resolve(root, "docs", path === "" ? `${page}.md` : path);
    return !existsSync(file) || (heading !== undefined && !headings(readFileSync(file, "utf8")).has(heading));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

/** The headings of a page as links name them. */
function headings(text: string): ReadonlySet<string> {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title.toLowerCase());
  return new Set(titles.map((title) => title.replaceAll(/[^\w -]/g, "").replaceAll(" ", "-")));
}
