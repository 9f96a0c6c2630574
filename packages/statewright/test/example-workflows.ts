import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

const examples = readdirSync(join(root, "examples")).filter((name) => !name.startsWith("."));

/** A module of an example that holds a workflow: one with an input beside it. */
export interface ExampleWorkflow {
  readonly example: string;
  readonly name: string;
  /** `examples/order-processing/src/order-processing.ts` */
  readonly module: string;
}

export const exampleWorkflows: readonly ExampleWorkflow[] = examples.flatMap((example) =>
  readdirSync(join(root, "examples", example, "src"))
    .filter((file) => file.endsWith(".input.json"))
    .map((file) => basename(file, ".input.json"))
    .map((name) => ({ example, name, module: `examples/${example}/src/${name}.ts` })),
);

/** Every module of an example that writes states: workflows, and fragments that they use. */
export const exampleModules: readonly ExampleWorkflow[] = examples.flatMap((example) => {
  const folder = join(root, "examples", example, "src");
  return readdirSync(folder)
    .filter((file) => !file.endsWith(".test.ts") && file.endsWith(".ts"))
    .filter((file) => readFileSync(join(folder, file), "utf8").includes('from "statewright"'))
    .map((file) => ({
      example,
      name: basename(file, ".ts"),
      module: `examples/${example}/src/${file}`,
    }));
});
