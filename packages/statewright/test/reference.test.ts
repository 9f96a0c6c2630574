import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { validateDefinition } from "@statewright/analysis";
import { compile, workflow } from "@statewright/builder";
import { simulate } from "@statewright/builder/testing";
import { describe, expect, test } from "vitest";
import type { Field } from "../../asl/src/fields/field.ts";
import { objectFields } from "../../asl/src/fields/object-fields.ts";
import { stateFields } from "../../asl/src/fields/state-fields.ts";
import { examplesOn, filledPage, readExamples, readPages } from "./reference/examples.ts";
import { usedFields } from "./reference/used-fields.ts";

// Whatever AWS documents a machine can contain, the builder can say: the table of fields (R-FIELD-01) is walked, and
// for each field there is an entry on a page of the reference with an example that compiles, checks and runs.

const examples = await readExamples();
const pages = readPages();
const compiled = new Map([...examples].map(([name, { run }]) => [name, compile(run.workflow)]));
const used = new Map([...compiled].map(([name, { text }]) => [name, usedFields(JSON.parse(text))]));

/** Which page has the entries of a kind of object. */
const pageOf: Readonly<Record<string, string>> = {
  StateMachine: "machine",
  Task: "task",
  Credentials: "task",
  Pass: "pass",
  Wait: "wait",
  Choice: "choice",
  ChoiceRule: "choice",
  Parallel: "parallel",
  Branch: "parallel",
  Map: "map",
  ItemProcessor: "map",
  ProcessorConfig: "map",
  ItemReader: "distributed-map",
  ReaderConfig: "distributed-map",
  ItemBatcher: "distributed-map",
  ResultWriter: "distributed-map",
  WriterConfig: "distributed-map",
  Succeed: "succeed",
  Fail: "fail",
  Retrier: "errors",
  Catcher: "errors",
};

interface TableRow {
  /** `Task TimeoutSeconds` */
  readonly title: string;
  readonly kind: string;
  readonly name: string;
  readonly field: Field;
}

/**
 * Left out: the old name of `ItemProcessor`, what only states of JSONPath have, and the query language of one state,
 * which in a machine of JSONata can only be JSONata again.
 */
const fields: readonly TableRow[] = Object.entries({ ...stateFields, ...objectFields }).flatMap(
  ([kind, { fields: row }]) =>
    Object.entries(row)
      .filter(([name, { only }]) => only !== "JSONPath" && name !== "Iterator")
      .filter(([name]) => name !== "QueryLanguage" || kind === "StateMachine")
      .map(([name, field]) => ({ title: `${kind} ${name}`, kind, name, field })),
);

describe.each([...examples.values()])("the example $name", ({ name, run }) => {
  test("passes the checker", () => {
    expect(compiled.get(name)?.diagnostics).toEqual([]);
  });

  test("is accepted as AWS accepts a definition", () => {
    expect(validateDefinition(JSON.parse(compiled.get(name)?.text ?? "")).diagnostics).toEqual([]);
  });

  test("runs to its end", async () => {
    const { workflow, status = "SUCCEEDED", output, ...options } = run;
    const outcome = await simulate(workflow, options as Parameters<typeof simulate>[1]);
    expect([outcome.status, outcome.diagnostics, outcome.error]).toEqual([status, [], outcome.error]);
    if (output !== undefined) expect(outcome.output).toEqual(output);
  });
});

describe("each field of the table", () => {
  test.each(fields)("$title is said by an example that its page shows", ({ kind, name }) => {
    const page = pageNamed(pageOf[kind] ?? "");
    const section = entriesOf(page, kind).get(name);
    expect(section).toBeDefined();
    const shown = examplesOn(sectionOf(page, section ?? ""));
    const saying = shown.filter((example) =>
      used.get(example)?.some(({ field }) => field === `${kind}.${name}`),
    );
    expect(saying).not.toEqual([]);
  });

  const computed = fields.filter(({ field }) => field.expression);
  test.each(computed)("$title can be a value, or an arrow", ({ kind, name }) => {
    const values = [...used.values()].flat().filter(({ field }) => field === `${kind}.${name}`);
    expect(new Set(values.map(({ value }) => String(value).startsWith("{%")))).toEqual(
      new Set([true, false]),
    );
  });

  const worded = fields.filter(
    ({ field, name }) => field.kind === "enum" && !["QueryLanguage", "CSVDelimiter"].includes(name),
  );
  test.each(worded)("$title can be each of its words", ({ kind, name, field }) => {
    const values = [...used.values()].flat().filter((one) => one.field === `${kind}.${name}`);
    expect(new Set(values.map(({ value }) => value))).toEqual(new Set(field.values));
  });
});

test.each(["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"] as const)("a CSV can have a %s", (csvDelimiter) => {
  const itemReader = {
    resource: "arn:aws:states:::s3:getObject",
    arguments: { Bucket: "b", Key: "k" },
    readerConfig: { inputType: "CSV", csvHeaderLocation: "FIRST_ROW", csvDelimiter },
  } as const;
  const { text, diagnostics } = compile(
    workflow("w")
      .distributedMap("M", { itemReader }, (each) => each.pass("P"), { executionType: "EXPRESS" })
      .end(),
  );
  expect([diagnostics, JSON.parse(text).States.M.ItemReader.ReaderConfig.CSVDelimiter]).toEqual([
    [],
    csvDelimiter,
  ]);
});

describe("the pages", () => {
  test("show the examples as they are, and their machines: `npm run reference` writes them", () => {
    for (const page of pages.values()) {
      expect(
        filledPage(page, (name) => {
          const example = examples.get(name);
          return example && { shown: example.shown, machine: compiled.get(name)?.text ?? "" };
        }),
      ).toBe(page);
    }
  });

  test("show every example, and none that is not there", () => {
    const shown = [...pages.values()].flatMap(examplesOn);
    expect([...new Set(shown)].sort()).toEqual([...examples.keys()].sort());
  });

  test("have no entry for a field that is not in the table", () => {
    for (const [kind, name] of Object.entries(pageOf)) {
      const known = fields.filter((row) => row.kind === kind).map((row) => row.name);
      expect([...entriesOf(pageNamed(name), kind).keys()].filter((entry) => !known.includes(entry))).toEqual(
        [],
      );
    }
  });

  test("are compiled with the rest of the repository", () => {
    const settings = readFileSync(resolve(import.meta.dirname, "../../../tsconfig.check.json"), "utf8");
    expect(JSON.parse(settings).include).toContain("docs/reference/examples");
  });
});

function pageNamed(name: string): string {
  return [...pages].find(([path]) => basename(path, ".md") === name)?.[1] ?? "";
}

/** The table below the heading of a kind: each field, and the section that its row links to. */
function entriesOf(page: string, kind: string): ReadonlyMap<string, string> {
  const table = page.split(/^## /m).find((part) => part.startsWith(`Fields of ${kind}\n`)) ?? "";
  const rows = table.matchAll(/^\| `(\w+)` \|.*\]\(#([\w-]+)\) \|$/gm);
  return new Map([...rows].map(([, field = "", section = ""]) => [field, section]));
}

/** The section whose heading has an anchor. */
function sectionOf(page: string, anchor: string): string {
  return (
    page.split(/^(?=## )/m).find((part) => anchorOf(/^## (.*)$/m.exec(part)?.[1] ?? "") === anchor) ?? ""
  );
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
