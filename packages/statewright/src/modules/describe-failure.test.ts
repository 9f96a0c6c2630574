import { describe, expect, test } from "vitest";
import { describeFailure } from "./describe-failure.ts";

const file = "/home/ada/flows/orders.ts";

describe("what a module threw becomes plain data", () => {
  test("an error, at the module's first line in its stack", () => {
    const error = new RangeError("too much");
    error.stack = `RangeError: too much\n    at inner (/home/ada/node_modules/x/y.js:9:9)\n    at outer (file://${file}?v=1:12:5)\n    at node:internal/main:1:1`;
    expect(describeFailure(error, file)).toEqual({
      what: "threw",
      message: 'The module threw "RangeError: too much" while it was loaded.',
      place: { file, line: 12, column: 5 },
    });
  });

  test("a transformation that failed is a mistake in the syntax", () => {
    const error = new Error(
      `Transform failed with 1 error:\n${file}:2:30: ERROR: Expected identifier but found ";"`,
    );
    error.name = "TransformError";
    expect(describeFailure(error, file)).toEqual({
      what: "threw",
      cause: "syntax",
      message: 'Expected identifier but found ";"',
      place: { file, line: 2, column: 31 },
    });
  });

  test("an import of what is not there names it and the importer", () => {
    const error = new Error(`Cannot find package 'zood' imported from ${file}`);
    expect(describeFailure(error, file)).toMatchObject({
      message: 'It imports "zood", which is not there.',
      place: { file },
    });
  });

  test.each<readonly [unknown, string]>([
    ["boom", '"boom"'],
    [null, "null"],
    [undefined, "undefined"],
    [Symbol("s"), "Symbol(s)"],
    [10n, "10"],
    [() => 1, "a function"],
    [{ a: 1 }, '{"a":1}'],
    [Object.create(null), "{}"],
    ["x".repeat(1e6), '"xxx'],
  ])("a value that is no error: case %#", (thrown, says) => {
    const { message } = describeFailure(thrown, file);
    expect(message).toContain(says);
    expect(message.length).toBeLessThan(2000);
  });

  test("a value that defends itself", () => {
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    const proxy = new Proxy(new Error(), {
      get: () => {
        throw new Error("no");
      },
    });
    for (const thrown of [circle, proxy])
      expect(describeFailure(thrown, file).message).toContain("cannot be shown");
  });
});
