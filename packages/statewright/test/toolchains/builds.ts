import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import swc from "@swc/core";
import * as esbuild from "esbuild";
import { rolldown } from "rolldown";
import { minify } from "terser";
import ts from "typescript";
import { build as viteBuild } from "vite";
import type { Project } from "./project.ts";
import { root } from "./project.ts";

/** A tool with settings: it writes the modules of the project anew into a folder, which it yields. */
export interface Build {
  readonly tool: string;
  readonly settings: string;
  /** Left to the deep run. */
  readonly deep?: boolean;
  run(project: Project): Promise<string>;
}

type Kind = "module" | "commonjs";

/** A build that turns one file into one file. */
function each(
  tool: string,
  settings: string,
  transform: (text: string, name: string) => string | Promise<string>,
  { type = "module", deep = false }: { type?: Kind; deep?: boolean } = {},
): Build {
  const run = async (project: Project): Promise<string> => {
    const folder = project.output(folderName(tool, settings), type);
    for (const [name, text] of project.sources) {
      const output = await transform(text, name);
      writeFileSync(join(folder, scriptName(name)), output.replaceAll(/(\.\/[\w-]+)\.ts(["'`])/g, "$1.js$2"));
    }
    return folder;
  };
  return { tool, settings, deep, run };
}

function whole(
  tool: string,
  settings: string,
  write: (project: Project, folder: string) => Promise<unknown>,
  { type = "module", deep = false }: { type?: Kind; deep?: boolean } = {},
): Build {
  const run = async (project: Project): Promise<string> => {
    const folder = project.output(folderName(tool, settings), type);
    await write(project, folder);
    return folder;
  };
  return { tool, settings, deep, run };
}

function folderName(tool: string, settings: string): string {
  return `${tool} ${settings}`.replaceAll(/[^a-zA-Z0-9.]+/g, "-");
}

function scriptName(name: string): string {
  return name.replace(/\.ts$/, ".js");
}

const { ScriptTarget: Target, ModuleKind: Module } = ts;

/** What `tsc` writes for one file. */
function tsc(options: ts.CompilerOptions): (text: string) => string {
  const isModule = options.module === undefined;
  const compilerOptions = { module: Module.ESNext, verbatimModuleSyntax: isModule, ...options };
  return (text) => ts.transpileModule(text, { compilerOptions }).outputText;
}

/** The native compiler writes a whole project. */
async function native({ folder }: Project, outDir: string): Promise<void> {
  const settings = {
    compilerOptions: {
      target: "ESNext",
      module: "NodeNext",
      rewriteRelativeImportExtensions: true,
      noCheck: true,
      skipLibCheck: true,
      types: [],
      rootDir: "src",
      outDir,
    },
    include: ["src"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const compiler = join(root, "node_modules", "typescript-7", "bin", "tsc");
  // Only the text counts; what it says of types that are not here does not.
  await promisify(execFile)(process.execPath, [compiler, "-p", folder]).catch(() => undefined);
}

function esbuilt(options: esbuild.TransformOptions): (text: string) => Promise<string> {
  return async (text) => (await esbuild.transform(text, { loader: "ts", ...options })).code;
}

function bundled(options: esbuild.BuildOptions) {
  return ({ entries }: Project, outdir: string) =>
    esbuild.build({
      entryPoints: [...entries],
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      outdir,
      ...options,
    });
}

type RolldownInput = NonNullable<Parameters<typeof rolldown>[0]>;
type RolldownOutput = Parameters<Awaited<ReturnType<typeof rolldown>>["write"]>[0];

function rolled(output: RolldownOutput, input: RolldownInput = {}) {
  return async ({ entries }: Project, dir: string) => {
    const external = [/^statewright/, /^zod/];
    const bundle = await rolldown({ input: [...entries], external, platform: "node", ...input });
    await bundle.write({ dir, format: "esm", ...output });
    await bundle.close();
  };
}

const vite =
  (minified: boolean) =>
  ({ entries, folder }: Project, outDir: string) =>
    viteBuild({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: {
        ssr: true,
        outDir,
        emptyOutDir: false,
        minify: minified,
        rolldownOptions: { input: [...entries], external: [/^statewright/, /^zod/] },
      },
    });

function swced(jsc: swc.JscConfig, options: swc.Options = {}): (text: string) => Promise<string> {
  const parser = { syntax: "typescript" } as const;
  const fixed = { swcrc: false, configFile: false, module: { type: "es6" } } as const;
  return async (text) => (await swc.transform(text, { ...fixed, jsc: { parser, ...jsc }, ...options })).code;
}

/** Minifies what `tsc` wrote. */
function tersed(options: Parameters<typeof minify>[1], target = Target.ESNext) {
  return async (text: string): Promise<string> =>
    (await minify(tsc({ target })(text), { module: true, ...options })).code ?? "";
}

/** The text as it was written, but for the types: what all others are compared with. */
export const reference: Build = each("tsc", "target ESNext", tsc({ target: Target.ESNext }));

const deep = { deep: true };
const commonjs = { type: "commonjs" } as const;

/** Tools that write files which Node runs; those that run sources themselves are in runners.ts. */
export const builds: readonly Build[] = [
  reference,
  each("tsc", "target ES2022", tsc({ target: Target.ES2022 }), deep),
  each("tsc", "target ES2020", tsc({ target: Target.ES2020 })),
  each("tsc", "target ES2019", tsc({ target: Target.ES2019 }), deep),
  each("tsc", "target ES2017", tsc({ target: Target.ES2017 })),
  each("tsc", "target ES2015", tsc({ target: Target.ES2015 }), deep),
  each("tsc", "module CommonJS", tsc({ target: Target.ES2022, module: Module.CommonJS }), commonjs),
  each("tsc", "module CommonJS, target ES2017", tsc({ target: Target.ES2017, module: Module.CommonJS }), {
    ...commonjs,
    ...deep,
  }),
  each("tsc", "target ES5", tsc({ target: Target.ES5, ignoreDeprecations: "6.0" })),
  whole("tsc 7", "target ESNext", native),
  each("esbuild", "transform", esbuilt({ target: "esnext" }), deep),
  each("esbuild", "transform, target es2020", esbuilt({ target: "es2020" }), deep),
  each("esbuild", "transform, target es2017", esbuilt({ target: "es2017" })),
  each("esbuild", "transform, target es2015", esbuilt({ target: "es2015" })),
  each("esbuild", "transform, format cjs", esbuilt({ format: "cjs" }), commonjs),
  each("esbuild", "transform, keepNames", esbuilt({ keepNames: true })),
  each("esbuild", "transform, minify", esbuilt({ minify: true }), deep),
  whole("esbuild", "bundle", bundled({})),
  whole("esbuild", "bundle, format cjs", bundled({ format: "cjs" }), { ...commonjs, ...deep }),
  whole("esbuild", "bundle, splitting", bundled({ splitting: true }), deep),
  whole(
    "esbuild",
    "bundle, minifySyntax, minifyWhitespace",
    bundled({ minifySyntax: true, minifyWhitespace: true }),
  ),
  whole("esbuild", "bundle, minify", bundled({ minify: true }), deep),
  whole("esbuild", "bundle, minify, keepNames", bundled({ minify: true, keepNames: true })),
  whole("esbuild", "bundle, minify, target es2020", bundled({ minify: true, target: "es2020" }), deep),
  whole("esbuild", "bundle, minify, target es2017", bundled({ minify: true, target: "es2017" })),
  whole("esbuild", "bundle with the library, minify", bundled({ minify: true, packages: "bundle" }), deep),
  whole("rolldown", "bundle", rolled({})),
  whole("rolldown", "bundle, keepNames", rolled({ keepNames: true }), deep),
  whole("rolldown", "bundle, target es2020", rolled({}, { transform: { target: "es2020" } }), deep),
  whole("rolldown", "bundle, target es2017", rolled({}, { transform: { target: "es2017" } })),
  whole("rolldown", "bundle, target es2015", rolled({}, { transform: { target: "es2015" } }), deep),
  whole("rolldown", "bundle, minify", rolled({ minify: true })),
  whole("vite build", "ssr", vite(false), deep),
  whole("vite build", "ssr, minify", vite(true), deep),
  each("swc", "target es2022", swced({ target: "es2022" }), deep),
  each("swc", "target es2020", swced({ target: "es2020" }), deep),
  each("swc", "target es2017", swced({ target: "es2017" })),
  each("swc", "target es2015", swced({ target: "es2015" }), deep),
  each("swc", "target es5", swced({ target: "es5" })),
  each("swc", "module commonjs", swced({ target: "es2022" }, { module: { type: "commonjs" } }), commonjs),
  each(
    "swc",
    "minify",
    swced({ target: "es2022", minify: { compress: true, mangle: true } }, { minify: true }),
  ),
  each("terser", "module", tersed({})),
  each("terser", "module, mangle: false", tersed({ mangle: false }), deep),
  each("terser", "module, after tsc ES2017", tersed({}, Target.ES2017), deep),
  each(
    "terser",
    "module, compress with passes: 3, unsafe",
    tersed({ compress: { passes: 3, unsafe: true } }),
  ),
];
