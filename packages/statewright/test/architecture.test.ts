import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// Holds the structure that ARCHITECTURE.md draws: which room may import which, no cycles, no Node in the core.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** What each room may import. A room that is missing here does not exist. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  "json-types": [],
  asl: ["diagnostics"],
  expressions: ["diagnostics", "json-types"],
  services: ["json-types"],
  analysis: ["asl", "diagnostics", "expressions", "json-types", "services"],
  compiler: ["asl", "diagnostics", "expressions", "json-types", "services"],
  simulator: ["asl", "diagnostics", "expressions", "json-types", "services"],
  builder: [
    "analysis",
    "asl",
    "compiler",
    "diagnostics",
    "expressions",
    "json-types",
    "services",
    "simulator",
  ],
  statewright: [
    "analysis",
    "asl",
    "builder",
    "compiler",
    "diagnostics",
    "expressions",
    "json-types",
    "services",
    "simulator",
  ],
};
/** Rooms that may know Node; all others also run in a browser. */
const nodeRooms = ["statewright"];

const rooms = readdirSync(join(root, "packages"));
const files = rooms.flatMap((room) => sourceFiles(join(root, "packages", room, "src")));

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function roomOf(file: string): string {
  return relative(join(root, "packages"), file).split("/")[0] ?? "";
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const found = text.matchAll(
    /(?:^|\n)\s*(import|export)\b(\s+type\b)?[^"';]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g,
  );
  return [...found].map((match) => ({
    file,
    room: roomOf(file),
    from: match[3] ?? match[4] ?? "",
    typeOnly: match[2] !== undefined,
  }));
}

const isTest = (file: string) => /\.test\.ts$/.test(file);
const imports = files.flatMap(importsOf);
const shown = ({ file, from }: Import) => `${relative(root, file)} imports ${from}`;

describe("the rooms", () => {
  test("are the ones that the table of arrows lists", () => {
    expect([...rooms].sort()).toEqual(Object.keys(arrows).sort());
  });

  test("import only downwards, by the name of the package", () => {
    const wrong = imports.filter(({ room, from }) => {
      const target =
        /^@statewright\/([^/]+)/.exec(from)?.[1] ??
        (/^statewright(\/|$)/.test(from) ? "statewright" : undefined);
      return target !== undefined && target !== room && !arrows[room]?.includes(target);
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  test("reach into no other room by a relative path", () => {
    const wrong = imports.filter(
      ({ file, room, from }) => from.startsWith(".") && roomOf(resolve(dirname(file), from)) !== room,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  test.each(Object.keys(arrows))("%s declares what it imports, and tsc -b builds it after that", (room) => {
    const manifest = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8"));
    const declared = Object.keys(manifest.dependencies ?? {}).flatMap(
      (name) => /^@statewright\/(.+)/.exec(name)?.[1] ?? [],
    );
    const project = JSON.parse(readFileSync(join(root, "packages", room, "tsconfig.json"), "utf8"));
    const referenced = project.references.map((reference: { path: string }) =>
      reference.path.replace("../", ""),
    );
    expect(declared.filter((name) => !arrows[room]?.includes(name))).toEqual([]);
    expect(referenced.sort()).toEqual(declared.sort());
  });

  test("that run in a browser know nothing of Node", () => {
    const wrong = imports.filter(
      ({ file, room, from }) =>
        !nodeRooms.includes(room) && !isTest(file) && (from.startsWith("node:") || from === "fs"),
    );
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe("the files", () => {
  test("import one another in no circle; types that hold one another may, inside one folder", () => {
    expect(cycles()).toEqual([]);
  });

  test("have at most 500 lines, generated data and grammars included", () => {
    const long = files.map(
      (file) => [relative(root, file), readFileSync(file, "utf8").split("\n").length] as const,
    );
    expect(long.filter(([, lines]) => lines > 500)).toEqual([]);
  });

  test("are named after a concept", () => {
    const vague = /^(utils?|helpers?|common|types|misc)\.tsx?$/;
    expect(files.map((file) => file.split("/").at(-1) ?? "").filter((name) => vague.test(name))).toEqual([]);
  });

  test("keep casts in the named type kernels", () => {
    const cast = /\bas any\b|: any\b|<any>|\bas never\b|@ts-ignore|@ts-nocheck|biome-ignore/;
    const wrong = files.filter(
      (file) => !isTest(file) && !file.endsWith(".kernel.ts") && cast.test(readFileSync(file, "utf8")),
    );
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  test("of the inference never import the evaluator: the checker does not run what it checks", () => {
    const wrong = imports.filter(
      ({ file, room, from }) =>
        !isTest(file) &&
        ((room === "analysis" && from === "@statewright/expressions/evaluate") ||
          (/expressions\/src\/infer/.test(file) && /evaluate/.test(from))),
    );
    expect(wrong.map(shown)).toEqual([]);
  });
});

test("each room has a page that says what it knows", () => {
  expect(rooms.filter((room) => !existsSync(join(root, "packages", room, "README.md")))).toEqual([]);
});

/** Each circle of files once, as the list of its files; found with Tarjan's algorithm. */
function cycles(): string[][] {
  const edges = new Map<string, string[]>();
  for (const { file, from, typeOnly } of imports) {
    const target = resolve(dirname(file), from);
    const inFolder = typeOnly && dirname(target) === dirname(file);
    if (from.startsWith(".") && !inFolder) edges.set(file, [...(edges.get(file) ?? []), target]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.map((member) => relative(root, member)).sort());
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found;
}
