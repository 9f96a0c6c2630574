import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Sources are resolved through the "@statewright/source" export condition: no build is needed to test.
const conditions = ["@statewright/source", "module", "node", "development|production"];

/** What holds compilers, tools and pages to their word, and the walks over the corpora: the same whichever Node runs it, so that one Node does. */
const onOneNode = [
  "packages/analysis/test/language.test.ts",
  "packages/builder/test/{compiled,cost,hover}.test.ts",
  "packages/statewright/test/{concept-pages,examples,misspelling,no-any,pages,reference,tutorial}.test.ts",
  "packages/statewright/test/{packed-declarations,toolchains/*}.test.ts",
  "packages/statewright/test/{edited-machines,inferred-shapes,mutants}.test.ts",
];
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["@statewright/source", "node"] } },
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts", "examples/*/{src,test}/**/*.test.ts"],
    exclude: [
      "**/node_modules/**",
      "**/fixtures/**",
      "**/dist/**",
      ...(process.env.STATEWRIGHT_OTHER_NODE ? onOneNode : []),
    ],
    // Vitest leaves one core out for itself; on two that is half of them, while the main process is all but idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests start whole processes; a loaded machine must not fail them.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    coverage: { provider: "v8", include: ["packages/*/src/**"] },
  },
});
