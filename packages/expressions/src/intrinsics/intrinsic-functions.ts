import type { IntrinsicFunction, IntrinsicName } from "./intrinsic-function.ts";

/** The intrinsic functions of JSONPath states (R-INTR-05 on what each does; source and date: rule book 09). */
export const intrinsicFunctions: Readonly<Record<IntrinsicName, IntrinsicFunction>> = {
  "States.Format": {
    parameters: [{ name: "template", kind: "string" }],
    rest: { name: "value", kind: "scalar" },
    result: "string",
    doc: "The template with each `{}` replaced by the next value.",
    examples: [
      ["States.Format('a {} b', $.x)", { x: 1.1 }, "a 1.1 b"],
      ["States.Format('{} \\{\\} {}', $.x, true)", { x: null }, "null {} true"],
    ],
  },
  "States.StringToJson": {
    parameters: [{ name: "text", kind: "string" }],
    result: "any",
    doc: "The value that a JSON text stands for; empty text is null.",
    examples: [
      ["States.StringToJson($.s)", { s: '{"a":1}' }, { a: 1 }],
      ["States.StringToJson($.s)", { s: " " }, null],
      ["States.StringToJson($.s)", { s: "-0" }, 0],
    ],
  },
  "States.JsonToString": {
    parameters: [{ name: "value", kind: "any" }],
    result: "string",
    doc: "The value as JSON text without blanks.",
    examples: [
      ["States.JsonToString($.o)", { o: { Arg1: 1, Arg2: [] } }, '{"Arg1":1,"Arg2":[]}'],
      ["States.JsonToString($.o)", { o: "HelloWorld" }, '"HelloWorld"'],
    ],
  },
  "States.Array": {
    parameters: [],
    rest: { name: "value", kind: "any" },
    result: "array",
    doc: "An array of the values.",
    examples: [
      ["States.Array()", {}, []],
      ["States.Array('Foo', 2020, $.j, null)", { j: { r: 1 } }, ["Foo", 2020, { r: 1 }, null]],
    ],
  },
  "States.ArrayPartition": {
    parameters: [
      { name: "array", kind: "array" },
      { name: "size", kind: "integer" },
    ],
    result: "array",
    doc: "The array cut into arrays of this size; the last may be shorter.",
    examples: [
      ["States.ArrayPartition($.a, 2)", { a: [1, 2, 3] }, [[1, 2], [3]]],
      ["States.ArrayPartition($.a, 2)", { a: [] }, []],
    ],
  },
  "States.ArrayContains": {
    parameters: [
      { name: "array", kind: "array" },
      { name: "value", kind: "any" },
    ],
    result: "boolean",
    doc: "Whether the array holds an equal value.",
    examples: [
      ["States.ArrayContains($.a, $.v)", { a: [[1, 2], 3], v: [1, 2] }, true],
      ["States.ArrayContains($.a, null)", { a: [] }, false],
    ],
  },
  "States.ArrayRange": {
    parameters: [
      { name: "first", kind: "integer" },
      { name: "last", kind: "integer" },
      { name: "step", kind: "integer" },
    ],
    result: "array",
    doc: "The integers from the first up to the last, which is included; at most 1,000.",
    examples: [
      ["States.ArrayRange(0, 10, 3)", {}, [0, 3, 6, 9]],
      ["States.ArrayRange(1, 9, 9)", {}, [1]],
    ],
  },
  "States.ArrayGetItem": {
    parameters: [
      { name: "array", kind: "array" },
      { name: "index", kind: "integer" },
    ],
    result: "any",
    doc: "The item at the index, which counts from 0.",
    examples: [["States.ArrayGetItem($.a, 1)", { a: ["x", "y"] }, "y"]],
  },
  "States.ArrayLength": {
    parameters: [{ name: "array", kind: "array" }],
    result: "integer",
    doc: "How many items the array has.",
    examples: [["States.ArrayLength($.a)", { a: [1, 2] }, 2]],
  },
  "States.ArrayUnique": {
    parameters: [{ name: "array", kind: "array" }],
    result: "array",
    doc: "The array without repeated values; do not rely on their order.",
    examples: [["States.ArrayUnique($.a)", { a: [1, 2, 1] }, [1, 2]]],
  },
  "States.Base64Encode": {
    parameters: [{ name: "text", kind: "string" }],
    result: "string",
    doc: "The text in Base64; at most 10,000 characters.",
    examples: [
      ["States.Base64Encode($.s)", { s: "Data to encode" }, "RGF0YSB0byBlbmNvZGU="],
      ["States.Base64Encode('')", {}, ""],
    ],
  },
  "States.Base64Decode": {
    parameters: [{ name: "text", kind: "string" }],
    result: "string",
    doc: "The text that a Base64 text stands for; at most 10,000 characters.",
    examples: [["States.Base64Decode($.s)", { s: "RGF0YSB0byBlbmNvZGU=" }, "Data to encode"]],
  },
  "States.Hash": {
    parameters: [
      { name: "data", kind: "any" },
      { name: "algorithm", kind: "string" },
    ],
    result: "string",
    doc: "The digest in hexadecimal: MD5, SHA-1, SHA-256, SHA-384 or SHA-512.",
    examples: [
      ["States.Hash('input data', 'SHA-1')", {}, "aaff4a450a104cd177d28d18d74485e8cae074b7"],
      ["States.Hash('input data', 'MD5')", {}, "812f45842bc6d66ee14572ce20db8e86"],
    ],
  },
  "States.JsonMerge": {
    parameters: [
      { name: "first", kind: "object" },
      { name: "second", kind: "object" },
      { name: "deep", kind: "boolean" },
    ],
    result: "object",
    doc: "The members of both objects, those of the second first; the last argument must be false.",
    examples: [
      [
        "States.JsonMerge($.a, $.b, false)",
        { a: { x: { n: 1 }, y: 2 }, b: { x: { m: 3 } } },
        { x: { m: 3 }, y: 2 },
      ],
    ],
  },
  "States.MathRandom": {
    parameters: [
      { name: "start", kind: "integer" },
      { name: "end", kind: "integer" },
      { name: "seed", kind: "integer", optional: true },
    ],
    result: "integer",
    doc: "A number from the start up to, not including, the end; the same seed gives the same number.",
    examples: [["States.MathRandom(4, 5)", {}, 4]],
  },
  "States.MathAdd": {
    parameters: [
      { name: "first", kind: "integer" },
      { name: "second", kind: "integer" },
    ],
    result: "integer",
    doc: "The sum of both numbers, each rounded before.",
    examples: [
      ["States.MathAdd(111, -1)", {}, 110],
      ["States.MathAdd(1.49, 1.5)", {}, 3],
      ["States.MathAdd(-1.5, -1.51)", {}, -3],
      ["States.MathAdd(-0.5, 0)", {}, 0],
    ],
  },
  "States.StringSplit": {
    parameters: [
      { name: "text", kind: "string" },
      { name: "separators", kind: "string" },
    ],
    result: "array",
    doc: "The pieces of the text between the separators, each character of which is one; no empty pieces.",
    examples: [
      ["States.StringSplit($.s, '.+,')", { s: "This.is+a,,test" }, ["This", "is", "a", "test"]],
      ["States.StringSplit(' , ', ',')", {}, [" ", " "]],
    ],
  },
  "States.UUID": {
    parameters: [],
    result: "string",
    doc: "A random UUID (version 4).",
    examples: [["States.StringSplit(States.UUID(), '0123456789abcdef')", {}, ["-", "-", "-", "-"]]],
  },
};
