// The testing kit: `import { simulate } from "statewright/testing"`.
export * from "@statewright/builder/testing";
