import type { SchemaValue } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import { type CheckOptions, check, diagnosticsOf } from "../../test/check.ts";
import { fields, listOf, text } from "../../test/schemas.ts";

const large = "x".repeat(262_140);

describe("limit/payload-size (R-Q-01, R-ERR-25)", () => {
  const passing = (length: number) =>
    `"A": { "Type": "Pass", "Output": { "body": "${large.slice(0, length)}" }, "End": true }`;

  test("data that is too large for certain", () => {
    check(passing(262_140), ["error limit/payload-size"]);
    const [diagnostic] = diagnosticsOf(passing(262_140));
    expect(diagnostic?.message).toBe(
      'The output of "A" is at least 262151 bytes; Step Functions carries at most 262144.',
    );
    expect(diagnostic?.why).toBe("Most of it is `body`.");
  });

  test("the largest that is carried", () => {
    check(passing(262_133), []);
  });

  test("it is told where it is made, not where it is passed on", () => {
    check(
      `"A": { "Type": "Pass", "Output": |{ "body": "${large}" }|, "Next": "B" },
       "B": { "Type": "Pass", "Output": { "again": "{% $states.input %}" }, "End": true }`,
      ["error limit/payload-size"],
    );
  });

  test("a bound that can pass it: a warning that names the field", () => {
    const input = fields({ id: text, body: { type: "string", maxLength: 30_000 } });
    const [diagnostic] = diagnosticsOf(
      `"A": { "Type": "Pass", "Output": { "id": 1, "list": ["{% $states.input.body %}", "{% $states.input.body %}"] }, "End": true }`,
      { types: { input } },
    );
    expect(diagnostic).toMatchObject({ severity: "warning", why: "Most of it is `list`." });
  });

  test("a text without a bound may be short: nothing is said", () => {
    check(`"A": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}" }, "End": true }`, [], {
      types: { input: fields({ id: text }) },
    });
  });

  test("a field whose bound can pass it is told beside a list without a bound", () => {
    const input = fields({ ids: listOf(text), body: { type: "string", maxLength: 30_000 } });
    const [diagnostic] = diagnosticsOf(
      `"A": { "Type": "Pass", "Output": { "ids": "{% $states.input.ids %}", "list": ["{% $states.input.body %}", "{% $states.input.body %}"] }, "End": true }`,
      { types: { input } },
    );
    expect(diagnostic).toMatchObject({ severity: "warning", why: "Most of it is `list`." });
  });

  describe("at every stage", () => {
    const invoke = `"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f"`;
    const inside = `"StartAt": "In", "States": { "In": { "Type": "Pass", "Output": 1, "End": true } }`;
    const half = { type: "string", maxLength: 30_000 } as const;
    const twice = `"{% [$states.input.body, $states.input.body] %}"`;
    const input = { input: fields({ id: text, body: half, list: listOf(half) }) };
    const messages = (states: string, types: CheckOptions["types"] = input) =>
      diagnosticsOf(states, { types }).map(({ message, pointer }) => `${message} ${pointer}`);

    test("the arguments of a task", () => {
      const task = (payload: string) =>
        `"A": { ${invoke}, "Arguments": |{ "a": ${payload} }|, "Output": 1, "End": true }`;
      check(task(twice), ["warning limit/payload-size"], { types: input });
      check(task(`"${large}"`), ["error limit/payload-size"]);
      check(task(`"{% $states.input.body %}"`).replaceAll("|", ""), [], { types: input });
      expect(messages(task(twice).replaceAll("|", ""))).toEqual([
        'The arguments of "A" can be 360013 bytes; Step Functions carries at most 262144. /States/A/Arguments',
      ]);
    });

    test("the parameters of a JSONPath task", () => {
      const task = (more: string) =>
        `"A": { ${invoke}, "Parameters": { "a.$": "$.body"${more} }, "ResultPath": null, "OutputPath": "$.id", "End": true }`;
      const options = { types: input, language: "JSONPath" } as const;
      check(task(`, "b.$": "$.body"`), ["warning limit/payload-size"], options);
      check(task(""), [], options);
    });

    test("what a Parallel gives to its branches, not again in each of them", () => {
      const parallel = (given: string) =>
        `"A": { "Type": "Parallel", "Arguments": { "a": ${given} }, "Branches": [
           { "StartAt": "In", "States": { "In": { "Type": "Pass", "End": true } } }], "Output": 1, "End": true }`;
      expect(messages(parallel(twice))).toEqual([
        'The input of the branches of "A" can be 360013 bytes; Step Functions carries at most 262144. /States/A/Arguments',
      ]);
      expect(messages(parallel(`"{% $states.input.body %}"`))).toEqual([]);
    });

    test("the input of an iteration", () => {
      const map = (body: string) =>
        `"A": { "Type": "Map", "Items": [1, 2], "ItemSelector": { "a": ${body} },
           "ItemProcessor": { ${inside} }, "End": true }`;
      expect(messages(map(twice))).toEqual([
        'The input of an iteration of "A" can be 360013 bytes; Step Functions carries at most 262144. /States/A/ItemSelector',
      ]);
      expect(messages(map(`"{% $states.input.body %}"`))).toEqual([]);
    });

    test("a batch that is too large with one item; more are put into it only while they fit (R-DMAP-08)", () => {
      const map = (batchInput: string) =>
        `"A": { "Type": "Map", "Items": "{% $states.input.list %}", "ItemBatcher": { "MaxItemsPerBatch": 100${batchInput} },
           "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, ${inside} },
           "Output": 1, "End": true }`;
      expect(messages(map(`, "BatchInput": { "a": "{% $states.input.body %}" }`))).toEqual([
        'The smallest batch of "A" can be 360036 bytes; Step Functions carries at most 262144. /States/A/ItemBatcher',
      ]);
      expect(messages(map(""))).toEqual([]);
    });

    test("what a rule of a Choice and a catcher hand on", () => {
      const choice = (output: string) =>
        `"A": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.id = 'a' %}", "Output": ${output}, "Next": "B" }], "Default": "B" },
         "B": { "Type": "Succeed", "Output": 1 }`;
      expect(messages(choice(twice))).toEqual([expect.stringContaining("/States/A/Choices/0/Output")]);
      expect(messages(choice("1"))).toEqual([]);
      const task = (output: string) =>
        `"A": { ${invoke}, "Catch": [{ "ErrorEquals": ["E"], "Output": ${output}, "Next": "B" }], "Output": 1, "Next": "B" },
         "B": { "Type": "Succeed", "Output": 1 }`;
      expect(messages(task(twice))).toEqual([expect.stringContaining("/States/A/Catch/0/Output")]);
      expect(messages(task("1"))).toEqual([]);
    });

    test("the result of a task, told once: not again as its output", () => {
      const result = (type: SchemaValue) => ({
        ...input,
        states: { "/States/A": { result: fields({ type }) } },
      });
      const task = `"A": { ${invoke}, "End": true }`;
      expect(messages(task, result({ type: "string", maxLength: 50_000 }))).toEqual([
        'The result of "A" can be 300011 bytes; Step Functions carries at most 262144. /States/A',
      ]);
      expect(messages(task, result(half))).toEqual([]);
    });
  });

  test("the field that dominates is named with its path, as long as one makes up more than half", () => {
    const output = (template: string) =>
      diagnosticsOf(`"A": { "Type": "Pass", "Output": ${template}, "End": true }`)[0]?.why;
    expect(output(`{ "order": { "id": 1, "items": "${large}" } }`)).toBe("Most of it is `order.items`.");
    expect(output(`{ "a b": { "list": [1, { "x": "${large}" }] } }`)).toBe(
      'Most of it is `["a b"].list[1].x`.',
    );
    const third = "x".repeat(100_000);
    expect(output(`{ "order": { "a": "${third}", "b": "${third}", "c": "${third}" } }`)).toBe(
      "Most of it is `order`.",
    );
    expect(output(`{ "a": "${third}", "b": "${third}", "c": "${third}" }`)).toBeUndefined();
  });
});
