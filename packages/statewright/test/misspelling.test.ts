import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { type ExampleWorkflow, exampleModules, root } from "./example-workflows.ts";

// Misspells each field that the arrow functions of the examples read, one at a time, and asks both compilers:
// they must fail at that very place and name what was meant. TypeScript 6 is asked of every fifth; in the deep run of all.

const compilers = { "TypeScript 6": "typescript", "TypeScript 7": "typescript-7" } as const;

interface Reading {
  readonly name: string;
  readonly start: number;
  readonly line: number;
  readonly character: number;
  /** The fields that are there. */
  readonly fields: readonly string[];
  readonly onUnion: boolean;
  /** A part of the scope itself: `({ input })`. */
  readonly ofScope: boolean;
}

interface Mutant extends Reading {
  readonly file: string;
  readonly misspelt: string;
}

const folders = exampleModules.map(({ example, name }) =>
  join(root, "examples", example, ".statewright", "misspelt", name),
);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const originals = exampleModules.map((workflow, index) => copyOf(workflow, folders[index] ?? ""));
const program = ts.createProgram(originals, options());
const mutants = originals.flatMap(writeMutants);

test("the examples read fields", () => {
  expect(mutants.length).toBeGreaterThan(90);
});

describe.each(Object.entries(compilers))("%s", (_, compiler) => {
  const each = compiler === "typescript" && !process.env.STATEWRIGHT_DEEP ? 5 : 1;
  const asked = mutants.filter((_, index) => index % each === 0);
  const errors = compile(compiler, asked);

  test.each(exampleModules)("finds each misspelt field of $name, where it is", (workflow) => {
    const missed = mutantsOf(workflow).filter((mutant) => errorAt(mutant) === undefined);
    expect(missed.map(shown)).toEqual([]);
  });

  test.each(exampleModules)(
    "names the field that was meant in $name, or else the fields there are",
    (workflow) => {
      const unhelpful = mutantsOf(workflow).filter((mutant) => {
        if (mutant.ofScope) return false;
        const message = errorAt(mutant)?.message ?? "";
        const nearest = mutant.name.length >= 4 && !mutant.onUnion;
        return !(nearest ? [mutant.name] : mutant.fields).every((name) => message.includes(name));
      });
      expect(unhelpful.map((mutant) => `${shown(mutant)}: ${errorAt(mutant)?.message}`)).toEqual([]);
    },
  );

  function mutantsOf({ example, name }: ExampleWorkflow): readonly Mutant[] {
    return asked.filter(({ file }) => file.includes(`/${example}/.statewright/misspelt/${name}/`));
  }

  function errorAt(mutant: Mutant) {
    return errors.find(
      (error) =>
        error.file === mutant.file && error.line === mutant.line && error.character === mutant.character,
    );
  }
});

function shown({ file, line, character, name, misspelt }: Mutant): string {
  return `${file}:${line + 1}:${character + 1} ${name} → ${misspelt}`;
}

/** The example's module in a folder of its own, importing what it did. */
function copyOf({ module }: ExampleWorkflow, folder: string): string {
  const text = readFileSync(join(root, module), "utf8");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, "original.ts");
  writeFileSync(copy, text.replaceAll('from "./', 'from "../../../src/'));
  return copy;
}

/** A copy of a module for each field read, a letter dropped or two swapped in turn; in the deep run both. */
function writeMutants(original: string): Mutant[] {
  const text = readFileSync(original, "utf8");
  return fieldsRead(original).flatMap((reading, index) =>
    misspellings(reading, index).map((misspelt, way) => {
      const file = join(dirname(original), `m${index}-${way}.ts`);
      const end = reading.start + reading.name.length;
      writeFileSync(file, text.slice(0, reading.start) + misspelt + text.slice(end));
      return { ...reading, misspelt, file };
    }),
  );
}

function misspellings({ name, fields }: Reading, turn: number): string[] {
  const middle = Math.floor(name.length / 2);
  const dropped = name.slice(0, -1);
  const swapped =
    name.slice(0, middle - 1) + (name[middle] ?? "") + (name[middle - 1] ?? "") + name.slice(middle + 1);
  const isName = (word: string) =>
    word !== name && word !== "var" && !fields.includes(word) && /^[A-Za-z_]\w*$/.test(word);
  const words = [...new Set(turn % 2 === 0 ? [dropped, swapped] : [swapped, dropped])].filter(isName);
  return process.env.STATEWRIGHT_DEEP ? words : words.slice(0, 1);
}

function options(): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    customConditions: ["@statewright/source"],
    types: ["node"],
  };
}

/** Every field that a function handed to a builder call reads: `input.total`, `({ sku }) => …`. */
function fieldsRead(file: string): Reading[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} was not read`);
  const found: Reading[] = [];
  const note = (node: ts.Identifier, owner: ts.Type) => {
    const type = checker.getNonNullableType(owner);
    const ofScope = /Scope$/.test(type.symbol?.name ?? "");
    const fields = checker.getPropertiesOfType(type).map((field) => field.name);
    if (!fields.includes(node.text)) return;
    const start = node.getStart(source);
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    found.push({ name: node.text, start, line, character, fields, onUnion: type.isUnion(), ofScope });
  };
  const visit = (node: ts.Node, inArrow: boolean) => {
    if (ts.isPropertyAccessExpression(node) && inArrow && ts.isIdentifier(node.name)) {
      const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
      const isList = checker.isArrayType(checker.getTypeAtLocation(node.expression));
      if (!called && !isList && !isText(node.expression))
        note(node.name, checker.getTypeAtLocation(node.expression));
    }
    if (ts.isBindingElement(node) && inArrow && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) note(name, checker.getTypeAtLocation(node.parent));
    }
    ts.forEachChild(node, (child) => visit(child, inArrow || ts.isArrowFunction(node)));
  };
  const isText = (node: ts.Expression) =>
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
  visit(source, false);
  return found;
}

function compile(compiler: string, asked: readonly Mutant[]) {
  const bin = join(root, "node_modules", compiler, "bin", "tsc");
  const project = join(folders[0] ?? root, `${compiler}.json`);
  const { customConditions } = options();
  writeFileSync(
    project,
    JSON.stringify({
      compilerOptions: {
        target: "ES2023",
        module: "NodeNext",
        moduleResolution: "NodeNext",
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        customConditions,
        types: ["node"],
      },
      files: asked.map(({ file }) => file),
    }),
  );
  let output = "";
  try {
    execFileSync(process.execPath, [bin, "-p", project, "--pretty", "false"], {
      encoding: "utf8",
      cwd: root,
      maxBuffer: 1 << 28,
    });
  } catch (failure) {
    output = String((failure as { stdout?: unknown }).stdout);
  } finally {
    rmSync(project, { force: true });
  }
  return [...output.matchAll(/^(.+?)\((\d+),(\d+)\): error TS\d+: (.+(?:\n {2}.+)*)/gm)].map(
    ([, file = "", line, character, message = ""]) => ({
      file: resolve(root, file),
      line: Number(line) - 1,
      character: Number(character) - 1,
      message,
    }),
  );
}
