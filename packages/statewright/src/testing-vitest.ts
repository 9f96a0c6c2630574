// The testing kit with its matchers registered: `import { simulate } from "statewright/testing/vitest"`.
export * from "@statewright/builder/testing/vitest";
