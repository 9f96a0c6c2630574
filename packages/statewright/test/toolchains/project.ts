import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A project outside of the repository, as a user has it: sources, the library and zod. */
export interface Project {
  readonly folder: string;
  /** The sources, by their file names. */
  readonly sources: ReadonlyMap<string, string>;
  /** The modules that export workflows, as paths. */
  readonly entries: readonly string[];
  /** A folder for the modules that a tool writes, with the kind of them in its package.json. */
  output(name: string, type?: "module" | "commonjs"): string;
}

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../../../..");

/** Makes the project with some of the examples; the library is one bundle of its sources, which no later tool touches. */
export async function makeProject(examples: readonly string[]): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "statewright-toolchains-"));
  const source = join(folder, "src");
  const library = join(folder, "node_modules", "statewright");
  for (const path of [source, library]) mkdirSync(path, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(source, "package.json"), '{ "type": "module" }');
  writeFileSync(join(library, "package.json"), '{ "type": "module", "exports": "./index.js" }');
  await build({
    entryPoints: [join(root, "packages", "statewright", "src", "index.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@statewright/source"],
    outfile: join(library, "index.js"),
  });
  for (const name of ["zod", "vitest", "@vitest"]) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  cpSync(join(here, "compile-modules.mjs"), join(folder, "compile-modules.mjs"));
  const files = [
    ...filesOf(join(here, "workflows")),
    ...examples.flatMap((example) => filesOf(join(root, "examples", example, "src"))),
  ];
  const sources = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    // Two folders have an `order.ts`.
    const name = file.endsWith("processing/src/order.ts") ? "shop-order.ts" : basename(file);
    sources.set(name, name.startsWith("order-") ? text.replaceAll("./order.ts", "./shop-order.ts") : text);
  }
  for (const [name, text] of sources) writeFileSync(join(source, name), text);
  return {
    folder,
    sources,
    entries: [...sources]
      .filter(([, text]) => text.includes(" = workflow("))
      .map(([name]) => join(source, name)),
    output(name, type = "module") {
      const path = join(folder, "out", name);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, "package.json"), JSON.stringify({ type }));
      return path;
    },
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => join(folder, file));
}
