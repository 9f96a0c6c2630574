// Imports modules as Node runs them and prints what their workflows compile to, as JSON by folder and workflow.
// Arguments: folders, each with modules that export workflows.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, isWorkflow } from "statewright";

const outcomes = {};
for (const folder of process.argv.slice(2)) outcomes[folder] = await compiled(resolve(folder));
process.stdout.write(JSON.stringify(outcomes));

async function compiled(folder) {
  const found = {};
  const files = readdirSync(folder).filter((file) => /\.[cm]?[jt]s$/.test(file));
  for (const file of files) {
    const module = await import(pathToFileURL(join(folder, file)).href);
    for (const value of [...Object.values(module), ...Object.values(module.default ?? {})]) {
      if (!isWorkflow(value)) continue;
      const { name, text, diagnostics } = compile(value);
      found[name] = { text, errors: diagnostics.filter(({ severity }) => severity === "error") };
    }
  }
  return found;
}
