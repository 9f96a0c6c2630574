#!/usr/bin/env node
// Starts the command. In this repository the package's own manifest still names the source condition, and the
// TypeScript sources run; packing the package removes that condition, and what was built runs.
import { readFileSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`error: statewright needs node 20.19 or newer, this is ${process.versions.node}.\n`);
  process.exit(2);
}

const sourceCondition = "@statewright/source";
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const runsSources = Object.hasOwn(manifest.exports["."], sourceCondition);
if (runsSources) await resolveSources();
const { main } = await import(runsSources ? "../src/main.ts" : "../dist/main.js");
await main(process.argv.slice(2));

async function resolveSources() {
  const { register } = await import("node:module");
  (await import("tsx/esm/api")).register();
  const hook = `export const resolve = (specifier, context, next) =>
    next(specifier, { ...context, conditions: ["${sourceCondition}", ...context.conditions] });`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
