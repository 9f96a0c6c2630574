import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { anyIn } from "./support/any-in.ts";

// `any` would switch the compiler off for a user without a word. It reaches none: neither by what the packages export
// nor by what their functions hand to the arrows of a workflow.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const entries = [
  "packages/statewright/src/index.ts",
  "packages/statewright/src/testing.ts",
  "packages/statewright/src/testing-vitest.ts",
].map((path) => join(root, path));
const written = [
  ...filesIn("packages/builder/test/fixtures/types"),
  ...filesIn("docs/reference/examples"),
  ...readdirSync(join(root, "examples")).flatMap((name) => filesIn(`examples/${name}/src`)),
];

const fixture = join(root, "packages/statewright/test/fixtures/any/exports.ts");

const { config } = ts.readConfigFile(join(root, "tsconfig.check.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
const program = ts.createProgram([...entries, ...written, fixture], options);
const checker = program.getTypeChecker();

function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  return symbol ? checker.getExportsOfModule(symbol) : [];
}

describe.each(entries.map((path) => relative(root, path)))("%s", (path) => {
  const exported = exportsOf(join(root, path));

  test("exports something", () => {
    expect(exported.length).toBeGreaterThan(0);
  });

  test.each(exported.map((one) => ({ name: one.name, one })))("$name", ({ one }) => {
    expect(anyIn(checker, one)).toEqual([]);
  });
});

/** The parameters and variables of a file whose type is `any`; where something is wrong, that is told already. */
function untyped(file: string): string[] {
  const source = program.getSourceFile(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) || ts.isBindingElement(node) || ts.isVariableDeclaration(node)) {
      if (ts.isIdentifier(node.name) && isAny(checker.getTypeAtLocation(node.name))) found.push(shown(node));
    } else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      if (isAny(checker.getTypeAtLocation(node))) found.push(shown(node));
    }
    ts.forEachChild(node, visit);
  };
  if (source) visit(source);
  return found;
}

function shown(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(root, source.fileName)}:${line + 1}: ${node.getText()}`;
}

/** Not where something is wrong: the compiler has an `any` of its own for that. */
function isAny(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Any) !== 0 && (type as { intrinsicName?: string }).intrinsicName === "any"
  );
}

function filesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".ts"));
  return names.map((name) => join(root, folder, name));
}

test.each(written.map((path) => relative(root, path)))("what is handed to %s", (path) => {
  expect(untyped(join(root, path))).toEqual([]);
});

test("an any is found where there is one", () => {
  expect(
    exportsOf(fixture)
      .flatMap((one) => anyIn(checker, one))
      .sort(),
  ).toEqual([
    "Aliased.first",
    "Aliased.second",
    "Field.deep.list<…>",
    "answers()<…>",
    "handsOn(arrow)(scope).input",
  ]);
  expect(untyped(fixture).map((one) => one.replace(/^.*: /, ""))).toEqual(["input", "id", "id.length"]);
});
