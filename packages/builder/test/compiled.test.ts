import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import {
  compilers,
  type Finding,
  findingsOf,
  fixturesIn,
  generatedFolder,
  projectAgainstDeclarations,
} from "./support/compiled.ts";
import { messagesPage } from "./support/messages-page.ts";
import { compared, statementsIn, within } from "./support/statements.ts";

// What the types say, under every supported compiler: one file a theme, one statement a test. What must not compile
// stands there with its error; all else must. In `types` is what is known of the data, in `messages` what a person
// reads after a mistake.

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "fixtures");
const root = resolve(fixtures, "../../../..");
const themesIn = (folder: string) =>
  [...fixturesIn(fixtures, folder)].map(([file, lines]) => ({ file, lines, of: statementsIn(file, lines) }));
const types = themesIn("types");
const messages = themesIn("messages");
const statements = [...types, ...messages].flatMap(({ of }) => of);
const mistakes = messages.flatMap(({ of }) => of);

const folder = generatedFolder("compiled");
const findings = new Map<string, readonly Finding[]>();
beforeAll(async () => {
  const project = await projectAgainstDeclarations(folder, fixtures);
  const compile = async (compiler: string) => findings.set(compiler, await findingsOf(compiler, project));
  await Promise.all(compilers.map(compile));
});

describe.each(compilers)("with %s", (compiler) => {
  test("nothing is reported outside the statements", () => {
    const outside = findings
      .get(compiler)
      ?.filter((one) => !statements.some((statement) => within(statement, one)));
    expect(outside).toEqual([]);
  });

  describe.each([...types, ...messages])("$file", ({ of }) => {
    test.each(of)("$name", (statement) => {
      const { got, wanted } = compared(statement, findings.get(compiler) ?? []);
      expect(got).toEqual(wanted);
    });
  });
});

test("docs/messages.md shows every mistake with its message", async () => {
  const setup = readFileSync(join(fixtures, "messages/setup.ts"), "utf8");
  const page = messagesPage(setup, messages, findings.get("typescript-7") ?? []);
  await expect(page).toMatchFileSnapshot(join(root, "docs/messages.md"));
});

// What does not fit a choice of forms is told with each of them first.
const longer = [
  "Items that are no array",
  "A result that the task cannot give",
  "A result with a member missing",
  "A mock's error that the task does not declare",
  "A function that returns what the task cannot give",
];

describe("a mistake", () => {
  test("is told in two lines at most", () => {
    const told = findings.get("typescript-7") ?? [];
    const long = mistakes.filter((mistake) =>
      told.some((error) => within(mistake, error) && error.lines.length > 2),
    );
    expect(long.map(({ name }) => name).sort()).toEqual(longer.sort());
  });

  test.each(mistakes)("is one error: $name", ({ expected }) => {
    expect(expected).toHaveLength(1);
  });
});

test("every statement is one of its own", () => {
  const names = statements.map(({ file, name }) => `${file}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(types.flatMap(({ of }) => of).length).toBeGreaterThanOrEqual(150);
});

test("run, the statements of the types go through the builder, which never throws", async () => {
  const { tests } = (await import(
    join(fixtures, "types/setup.ts")
  )) as typeof import("./fixtures/types/setup.ts");
  for (const { file } of types) await import(join(fixtures, file));
  expect(tests).toHaveLength(types.flatMap(({ of }) => of).length);
  for (const { name, body } of tests) expect(body, name).not.toThrow();
});
