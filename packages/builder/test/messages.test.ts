import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import {
  compilers,
  expectedIn,
  type Finding,
  findingsOf,
  generatedFolder,
  projectAgainstDeclarations,
  says,
} from "./support/compiled.ts";

// What a person reads when a mistake does not compile, under every supported compiler.

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "fixtures", "messages");
const expected = expectedIn(fixtures);
const folder = generatedFolder("messages");
let project = "";
beforeAll(async () => {
  project = await projectAgainstDeclarations(folder, fixtures);
});

const place = ({ file, line, column, code }: Finding): string => `${file}:${line}:${column} ${code}`;

describe.each(compilers)("with %s", (compiler) => {
  let found: readonly Finding[] = [];
  beforeAll(async () => {
    found = await findingsOf(compiler, project);
  });

  test("each mistake is reported at its place, and nothing else is", () => {
    expect(found.map(place).sort()).toEqual(expected.map(place).sort());
  });

  test.each(expected)("$file:$line says: $text", (wanted) => {
    const message = found.find((finding) => place(finding) === place(wanted))?.text;
    expect(says(message, wanted.text), message ?? "nothing").toBe(true);
  });
});
