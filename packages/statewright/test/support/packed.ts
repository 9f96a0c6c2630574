import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll } from "vitest";
import type { Outcome } from "../run-statewright.ts";
import { exclusively } from "./exclusively.ts";

// What users get: the packed packages, installed by npm. They are packed and installed once for what is in them,
// however many test files and versions of Node ask; each asker gets a copy of its own outside of the repository.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
const cache = join(root, "node_modules", ".cache", "statewright-packed");

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/** An empty folder outside of the repository, which goes when the test file is done. */
export function emptyFolder(): string {
  // A temporary folder behind a link would be told by its other name in messages.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "statewright-packed-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Does in a folder what `npm install statewright zod` and `npm install --save-dev vitest typescript` do when
 * statewright is published: its packages are the packed ones, the others have the versions of this repository.
 */
export async function installPacked(folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const installed = await exclusively(join(cache, "lock"), async () => {
    await node([join(root, "node_modules/typescript-7/bin/tsc"), "-b", "tsconfig.json"], root);
    const place = join(cache, keyOfContent());
    if (!existsSync(place)) {
      for (const old of readdirSync(cache)) {
        if (old !== "lock") rmSync(join(cache, old), { recursive: true, force: true });
      }
      await packAndInstall(`${place}.new`);
      renameSync(`${place}.new`, place);
    }
    linked(join(place, "node_modules"), join(folder, "node_modules"));
    return readJson<object>(join(place, "dependencies.json"));
  });
  const file = join(folder, "package.json");
  const before = existsSync(file) ? readJson<object>(file) : { type: "module" };
  writeFileSync(file, `${JSON.stringify({ ...before, ...installed }, undefined, 2)}\n`);
}

/** Runs a command line in a folder as a user types it: nothing of this repository and its test run is around it. */
export function runIn(folder: string, line: string): Promise<Outcome> {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|vitest|vite_|node_|init_cwd|base_url|(no|force)_color|test$|mode$|dev$|prod$|ssr$)/i.test(
        name,
      ),
  );
  const path = (process.env.PATH ?? "").split(delimiter).filter((one) => !one.includes("node_modules"));
  // The Node that runs the tests comes first, whatever the path has.
  const env = Object.fromEntries([...kept, ["PATH", [dirname(process.execPath), ...path].join(delimiter)]]);
  return new Promise((done, fail) => {
    const child = spawn(line, { cwd: folder, env, shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      stderr += part;
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}

/** The other packages of a newcomer, in the versions that are tested here. */
const companions = { dependencies: ["zod"], devDependencies: ["typescript", "vitest"] } as const;

async function packAndInstall(place: string): Promise<void> {
  rmSync(place, { recursive: true, force: true });
  const tarballs = join(place, "tarballs");
  mkdirSync(tarballs, { recursive: true });
  const pack = ["-y", "pnpm@12.21.0", "-r", "--filter", "./packages/*", "exec", "pnpm", "pack"];
  await run("npx", [...pack, "--pack-destination", tarballs], root);
  const { statewright = "", ...rooms } = Object.fromEntries(
    manifests().map(({ name, version }) => [name, `file:${join(tarballs, tarballName(name, version))}`]),
  );
  const [dependencies, devDependencies] = [companions.dependencies, companions.devDependencies].map((names) =>
    Object.fromEntries(names.map((name) => [name, versionOf(name)])),
  );
  writeJson(join(place, "package.json"), {
    private: true,
    type: "module",
    dependencies: { statewright, ...dependencies },
    devDependencies,
    overrides: rooms,
  });
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
  await run("npm", ["install", ...quiet], place);
  const version = manifests().find(({ name }) => name === "statewright")?.version;
  writeJson(join(place, "dependencies.json"), {
    dependencies: { statewright: `^${version}`, ...dependencies },
    devDependencies,
  });
}

function manifests(): Manifest[] {
  const packages = join(root, "packages");
  return readdirSync(packages).map((room) => readJson<Manifest>(join(packages, room, "package.json")));
}

function tarballName(name: string, version: string): string {
  return `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
}

function versionOf(name: string): string {
  return readJson<Manifest>(join(root, "node_modules", name, "package.json")).version;
}

/** What a package holds, and what says how it is made and what is installed beside it. */
function keyOfContent(): string {
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  const add = (path: string): void => {
    if (!existsSync(path)) return;
    const files = readdirSync(path, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
    for (const file of files.map((one) => join(one.parentPath, one.name)).sort()) {
      hash.update(file).update(readFileSync(file));
    }
  };
  for (const room of readdirSync(join(root, "packages"))) {
    for (const part of ["src", "dist", "bin", "template"]) add(join(root, "packages", room, part));
    for (const name of ["package.json", "README.md"]) {
      hash.update(readFileSync(join(root, "packages", room, name)));
    }
  }
  add(join(root, "docs", "diagnostics"));
  return hash
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex")
    .slice(0, 16);
}

/** A copy of a folder whose files take no room: nothing writes into what is installed. */
function linked(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linked(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkedFile(source, target);
  }
}

function linkedFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another disk.
    cpSync(source, target);
  }
}

const execute = promisify(execFile);
const run = (command: string, args: readonly string[], cwd: string) =>
  execute(command, args, { cwd, maxBuffer: 1 << 26 });
const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd);

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, JSON.stringify(value, undefined, 2));
}
