import { includes, type Json, literalShape, printShape, type Shape } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { check } from "../../test/check.ts";
import { anyOf, boolean, fields, listOf, number, oneOf, text } from "../../test/schemas.ts";

function shown(shape: Shape | undefined): string {
  return shape === undefined ? "no facts" : printShape(shape);
}

describe("what each state sees and hands on", () => {
  test("an input with a schema stays exact through Pass, Choice, Task and Catch", () => {
    const { states, output } = check(
      `"Keep": { "Type": "Pass", "Next": "Paid" },
       "Paid": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.paid %}", "Next": "Done" } ], "Default": "Charge" },
       "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:charge",
                   "Output": { "id": "{% $states.input.id %}", "receipt": "{% $states.result.receipt %}" },
                   "Catch": [ { "ErrorEquals": ["Declined"], "Output": { "id": "{% $states.input.id %}", "error": "{% $states.errorOutput.Error %}" }, "Next": "Refused" } ],
                   "Next": "Done" },
       "Refused": { "Type": "Pass", "End": true },
       "Done": { "Type": "Succeed" }`,
      [],
      {
        types: {
          input: fields({ id: text, paid: boolean }),
          states: { "/States/Charge": { result: fields({ receipt: number }) } },
        },
      },
    );
    expect(shown(states["/States/Charge"]?.input)).toBe("{ id: string, paid: false }");
    expect(shown(states["/States/Charge"]?.result)).toBe("{ receipt: number }");
    expect(shown(states["/States/Refused"]?.input)).toBe('{ id: string, error: "Declined" }');
    expect(shown(states["/States/Done"]?.input)).toBe(
      "{ id: string, paid: true } | { id: string, receipt: number }",
    );
    expect(shown(output)).toContain('{ id: string, error: "Declined" }');
  });

  test("R-JA-12 without Output a Task hands on its result, a Pass its input", () => {
    const { states } = check(
      `"P": { "Type": "Pass", "Next": "T" },
       "T": { "Type": "Task", "Resource": "\${Arn}", "End": true }`,
      [],
      { types: { input: text, states: { "/States/T": { result: number } } } },
    );
    expect(shown(states["/States/P"]?.output)).toBe("string");
    expect(shown(states["/States/T"]?.output)).toBe("number");
  });

  test("R-PAR-02 a Parallel gives an array of what its branches return, in their order", () => {
    const { states, output } = check(
      `"P": { "Type": "Parallel", "Arguments": { "n": 1 }, "Branches": [
          { "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.n %}", "End": true } } },
          { "StartAt": "B", "States": { "B": { "Type": "Succeed", "Output": "b" } } } ], "End": true }`,
      [],
    );
    expect(shown(states["/States/P/Branches/0/States/A"]?.input)).toBe("{ n: 1 }");
    expect(shown(output)).toBe('[1, "b"]');
  });

  test("a branch that always fails leaves nothing behind its Parallel", () => {
    const { states } = check(
      `"P": { "Type": "Parallel", "Branches": [
          { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } },
          { "StartAt": "B", "States": { "B": { "Type": "Fail" } } } ], "Next": "After" },
       "After": { "Type": "Pass", "End": true }`,
      [],
    );
    expect(states["/States/After"]).toBeUndefined();
  });

  test("R-MAP-04 an iteration gets the item, or what ItemSelector makes of it", () => {
    const { states, output } = check(
      `"M": { "Type": "Map", "Items": "{% $states.input.list %}",
              "ItemSelector": { "sku": "{% $states.context.Map.Item.Value.sku %}", "at": "{% $states.context.Map.Item.Index %}", "id": "{% $states.input.id %}" },
              "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass",
                 "Output": { "sku": "{% $states.input.sku %}", "price": "{% $states.context.Map.Item.Value.price %}" }, "End": true } } },
              "End": true }`,
      [],
      { types: { input: fields({ id: text, list: listOf(fields({ sku: text, price: number })) }) } },
    );
    expect(shown(states["/States/M"]?.item)).toBe("{ sku: string, price: number }");
    expect(shown(states["/States/M/ItemProcessor/States/A"]?.input)).toBe(
      "{ sku: string, at: number, id: string }",
    );
    expect(shown(output)).toBe("{ sku: string, price: number }[]");
  });

  test("R-MAP-06 as many results as items", () => {
    const { output } = check(
      `"M": { "Type": "Map", "Items": [1, 2, "{% 3 %}"],
              "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "x", "End": true } } }, "End": true }`,
      [],
    );
    expect(output).toMatchObject({ kind: "array", minItems: 3, maxItems: 3 });
  });

  test("R-DMAP-12 a Distributed Map that writes its results hands on where they are", () => {
    const { output } = check(
      `"M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "Arguments": { "Bucket": "b" } },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                 "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.Key %}", "End": true } } },
              "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": { "Bucket": "b" } }, "End": true }`,
      [],
      { types: { states: { "/States/M": { items: fields({ Key: text }) } } } },
    );
    expect(shown(output)).toBe("{ MapRunArn: string, ResultWriterDetails: { Bucket: string, Key: string } }");
  });

  test.each([
    [
      "R-DMAP-04 objects of a listing",
      `"Resource": "arn:aws:states:::s3:listObjectsV2"`,
      "{ Etag: string, Key: string, LastModified: number, Size: number, StorageClass: string }",
    ],
    [
      "R-DMAP-05 rows of a CSV whose columns are given",
      `"Resource": "arn:aws:states:::s3:getObject",
       "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id", "plan"] }`,
      "{ id: string, plan: string }",
    ],
    [
      "R-DMAP-05 rows of a CSV whose first row has the columns",
      `"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }`,
      "{ [key]: string }",
    ],
    [
      "R-DMAP-05 headers beside a first row that has the columns",
      `"Resource": "arn:aws:states:::s3:getObject",
       "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVHeaders": ["id"] }`,
      "{ [key]: string }",
    ],
    [
      "R-DMAP-06 what a JSON document holds is not known",
      `"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" }`,
      "unknown",
    ],
  ])("items of a reader: %s", (_, reader, item) => {
    const { states } = check(
      `"M": { "Type": "Map", "ItemReader": { ${reader}, "Arguments": { "Bucket": "b"${reader.includes("getObject") ? `, "Key": "k"` : ""} } },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                 "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }, "End": true }`,
      [],
    );
    expect(shown(states["/States/M/ItemProcessor/States/A"]?.input)).toBe(item);
  });

  test("R-DMAP-08 a batch holds its items and what is given to every batch", () => {
    const { states } = check(
      `"M": { "Type": "Map", "Items": "{% $states.input %}", "ItemBatcher": { "MaxItemsPerBatch": 10, "BatchInput": { "run": "r" } },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                 "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }, "End": true }`,
      [],
      { types: { input: listOf(number) } },
    );
    expect(shown(states["/States/M/ItemProcessor/States/A"]?.input)).toBe(
      '{ BatchInput: { run: "r" }, Items: number[] }',
    );
  });

  test("the payload of an invoked function, where the types file knows the function", () => {
    const { output } = check(
      `"T": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": { "FunctionName": "charge", "Payload": "{% $states.input %}" },
              "Output": "{% $states.result.Payload %}", "End": true }`,
      [],
      {
        types: { input: text, resources: { charge: { arguments: text, result: fields({ receipt: text }) } } },
      },
    );
    expect(shown(output)).toBe("{ receipt: string }");
  });
});

describe("loops end", () => {
  test("a counter is widened, what does not change stays exact", () => {
    const { states } = check(
      `"Start": { "Type": "Pass", "Assign": { "n": 0 }, "Next": "Again" },
       "Again": { "Type": "Choice", "Choices": [ { "Condition": "{% $n < 10 %}", "Next": "Work" } ], "Default": "Done" },
       "Work": { "Type": "Pass", "Assign": { "n": "{% $n + 1 %}" }, "Next": "Again" },
       "Done": { "Type": "Succeed", "Output": { "id": "{% $states.input.id %}", "n": "{% $n %}" } }`,
      [],
      { types: { input: fields({ id: text }) } },
    );
    expect(shown(states["/States/Done"]?.input)).toBe("{ id: string }");
    expect(shown(states["/States/Done"]?.variables.n)).toBe("number");
  });

  test("data that grows in each round is forgotten in the end", () => {
    const { states } = check(
      `"Grow": { "Type": "Pass", "Output": { "before": "{% $states.input %}" }, "Next": "More" },
       "More": { "Type": "Choice", "Choices": [ { "Condition": "{% $random() < 0.5 %}", "Next": "Grow" } ], "Default": "Done" },
       "Done": { "Type": "Succeed" }`,
      ["warning limit/unbounded-loop", "warning limit/growing-data"],
      { types: { input: text } },
    );
    const deep: Json = { before: { before: { before: { before: "x" } } } };
    const input = states["/States/Done"]?.input;
    expect(input && includes(input, deep)).toBe(true);
  });

  test("a state of many ways keeps what each brings: joins are not loops", () => {
    const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
    const { states } = check(
      `"C": { "Type": "Choice", "Choices": [ ${names
        .map((name) => `{ "Condition": "{% $states.input = '${name}' %}", "Next": "${name}" }`)
        .join(", ")} ], "Default": "Join" },
       ${names.map((name) => `"${name}": { "Type": "Pass", "Output": "from ${name}", "Next": "Join" }`).join(",\n")},
       "Join": { "Type": "Succeed" }`,
      [],
      { types: { input: oneOf(...names, "else") } },
    );
    expect(states["/States/Join"]?.input).toMatchObject({ kind: "union", members: { length: 13 } });
  });

  test("data that doubles in each state is forgotten before it is too large to look at", () => {
    const count = 60;
    const states = Array.from({ length: count }, (_, index) => {
      const next = index === count - 1 ? '"End": true' : `"Next": "S${index + 1}"`;
      return `"S${index}": { "Type": "Pass", "Output": { "a": "{% $states.input %}", "b": "{% $states.input %}" }, ${next} }`;
    });
    const { output } = check(states.join(",\n"), [], { types: { input: fields({ n: number }) } });
    expect(output).toMatchObject({ kind: "object", fields: { a: {}, b: {} } });
  });
});

describe("Choice narrows", () => {
  const payment = anyOf(
    fields({ kind: oneOf("card"), card: text }),
    fields({ kind: oneOf("invoice"), address: text }),
    fields({ kind: oneOf("cash") }),
  );
  const split = (condition: string) =>
    `"C": { "Type": "Choice", "Choices": [ { "Condition": "{% ${condition} %}", "Next": "Yes" } ], "Default": "No" },
     "Yes": { "Type": "Pass", "End": true },
     "No": { "Type": "Pass", "End": true }`;

  function ways(condition: string, input: Parameters<typeof listOf>[0]): readonly string[] {
    const { states } = check(split(condition), [], { types: { input } });
    return [shown(states["/States/Yes"]?.input), shown(states["/States/No"]?.input)];
  }

  const card = '{ kind: "card", card: string }';
  const invoice = '{ kind: "invoice", address: string }';
  const cash = '{ kind: "cash" }';

  test.each([
    ["$states.input.kind = 'card'", card, `${invoice} | ${cash}`],
    ["'card' = $states.input.kind", card, `${invoice} | ${cash}`],
    ["($states.input.kind = 'card')", card, `${invoice} | ${cash}`],
    ["$states.input.kind != 'card'", `${invoice} | ${cash}`, card],
    ["$not($states.input.kind = 'card')", `${invoice} | ${cash}`, card],
    ["$states.input.kind in ['card', 'cash']", `${card} | ${cash}`, invoice],
    ["$states.input.kind = 'card' or $states.input.kind = 'cash'", `${card} | ${cash}`, invoice],
    ["$states.input.kind != 'card' and $states.input.kind != 'cash'", invoice, `${card} | ${cash}`],
    ["$exists($states.input.card)", card, `${invoice} | ${cash}`],
    ["$type($states.input.card) = 'string'", card, `${invoice} | ${cash}`],
    [
      "$states.input.kind = $uppercase('x')",
      `${card} | ${invoice} | ${cash}`,
      `${card} | ${invoice} | ${cash}`,
    ],
  ])("%s", (condition, yes, no) => {
    expect(ways(condition, payment)).toEqual([yes, no]);
  });

  test("an optional field that is there is there", () => {
    expect(ways("$exists($states.input.note)", fields({ "note?": text }))).toEqual([
      "{ note: string }",
      "{}",
    ]);
  });

  test("null, nothing and a type", () => {
    const input = fields({ x: anyOf(text, number, { type: "null" }) });
    expect(ways("$states.input.x = null", input)).toEqual(["{ x: null }", "{ x: string | number }"]);
    expect(ways("$type($states.input.x) = 'number'", input)).toEqual([
      "{ x: number }",
      "{ x: string | null }",
    ]);
  });

  test("a variable is narrowed as well", () => {
    const { states } = check(
      `"A": { "Type": "Pass", "Assign": { "kind": "{% $states.input.kind %}" }, "Next": "C" },
       "C": { "Type": "Choice", "Choices": [ { "Condition": "{% $kind = 'card' %}", "Next": "Yes" } ], "Default": "No" },
       "Yes": { "Type": "Pass", "End": true },
       "No": { "Type": "Pass", "End": true }`,
      [],
      { types: { input: payment } },
    );
    expect(shown(states["/States/Yes"]?.variables.kind)).toBe('"card"');
    expect(shown(states["/States/No"]?.variables.kind)).toBe('"invoice" | "cash"');
  });

  test("an array on the way is left alone: a path takes its one element out", () => {
    const input = anyOf(listOf(fields({ kind: oneOf("card") })), fields({ kind: oneOf("cash") }));
    expect(ways("$states.input.kind = 'card'", input)[0]).toBe('{ kind: "card" }[]');
  });

  test("what is unknown stays unknown", () => {
    expect(ways("$states.input.kind = 'card'", {})).toEqual(["unknown", "unknown"]);
  });

  test("each rule sees what the rules above it did not take", () => {
    const { states } = check(
      `"C": { "Type": "Choice", "Choices": [
          { "Condition": "{% $states.input.kind = 'card' %}", "Next": "Yes" },
          { "Condition": "{% $states.input.kind = 'invoice' %}", "Output": "{% $states.input.address %}", "Next": "No" } ], "Default": "Else" },
       "Yes": { "Type": "Pass", "End": true }, "No": { "Type": "Pass", "End": true }, "Else": { "Type": "Pass", "End": true }`,
      [],
      { types: { input: payment } },
    );
    expect(shown(states["/States/No"]?.input)).toBe("string");
    expect(shown(states["/States/Else"]?.input)).toBe(cash);
  });
});

test("literals of a template are exact, and know where they were written", () => {
  const { states } = check(
    `"A": { "Type": "Pass", "Output": { "a": [1, "x", null], "b": { "c": true } }, "Next": "B" },
     "B": { "Type": "Succeed" }`,
    [],
  );
  const input = states["/States/B"]?.input;
  expect(input && includes(input, { a: [1, "x", null], b: { c: true } })).toBe(true);
  expect(shown(input)).toBe(shown(literalShape({ a: [1, "x", null], b: { c: true } })));
  expect(input).toMatchObject({ fields: { a: { from: { state: "A", pointer: "/States/A/Output/a" } } } });
});
