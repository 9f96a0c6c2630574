import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** A module of an example that holds a workflow: one with an input beside it. */
export interface ExampleWorkflow {
  readonly example: string;
  readonly name: string;
  /** `examples/order-processing/src/order-processing.ts` */
  readonly module: string;
}

export const exampleWorkflows: readonly ExampleWorkflow[] = readdirSync(join(root, "examples"))
  .filter((example) => !example.startsWith("."))
  .flatMap((example) =>
    readdirSync(join(root, "examples", example, "src"))
      .filter((file) => file.endsWith(".input.json"))
      .map((file) => basename(file, ".input.json"))
      .map((name) => ({ example, name, module: `examples/${example}/src/${name}.ts` })),
  );
