import { workflow } from "statewright";

export const regions = workflow("regions")
  .map("EachRegion", ["eu-west-1", "us-east-1"], (each) => each.pass("Name"), { maxConcurrency: 2 })
  .end();

// How the tests run it.
export const run = { workflow: regions, input: {}, output: ["eu-west-1", "us-east-1"] };
