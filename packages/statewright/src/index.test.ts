import * as builder from "@statewright/builder";
import * as kit from "@statewright/builder/testing";
import { expect, test } from "vitest";
import * as statewright from "./index.ts";
import * as testing from "./testing.ts";

test("the package has all of the builder but what is for other rooms", () => {
  const forRooms = ["compileTree", "readArrow", "workflowTree"];
  const expected = Object.keys(builder).filter((name) => !forRooms.includes(name));
  expect(Object.keys(statewright).sort()).toEqual([...expected, "defineConfig"].sort());
});

test("the testing kit is the builder's", () => {
  expect(Object.keys(testing)).toEqual(Object.keys(kit));
});
