import fc from "fast-check";
import { type CreateNodeOptions, Document, type DocumentOptions, type ToStringOptions, visit } from "yaml";

/** Words that look like something else, line breaks and blanks where they matter. */
const word = fc.constantFrom(
  "null",
  "1",
  "a: b",
  "# c",
  "- x",
  "{% $x %}",
  "'",
  '"',
  "\\",
  " ",
  "  ",
  "\n",
  "\n\n",
);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 8 }).map((words) => words.join("")),
  fc.array(fc.lorem({ maxCount: 30 }), { maxLength: 3 }).map((words) => words.join("\n\n  ")),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: "yaml" },
    text,
    number,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string({ maxLength: 6 }), text), tie("value"), { maxKeys: 4 }),
  ),
}));

const kinds = ["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_FOLDED", "BLOCK_LITERAL"] as const;
const styleArbitrary = fc.record({
  kind: fc.option(fc.constantFrom(...kinds), { nil: undefined }),
  flow: fc.boolean(),
  aliasDuplicateObjects: fc.boolean(),
  indent: fc.integer({ min: 1, max: 6 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  comments: fc.boolean(),
  windows: fc.boolean(),
});
export type YamlStyle = typeof styleArbitrary extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Any value of JSON, its texts full of what YAML has marks for. */
export const anyValue: fc.Arbitrary<unknown> = value;
export const anyStyle: fc.Arbitrary<YamlStyle> = styleArbitrary;

/** The value as YAML, in one of the many ways to write it. */
export function printedYaml(value: unknown, style: YamlStyle): string {
  const given: DocumentOptions & CreateNodeOptions = { aliasDuplicateObjects: style.aliasDuplicateObjects };
  const document = new Document(value, given);
  let count = 0;
  visit(document, {
    Scalar(key, node) {
      if (key !== "key" && style.kind !== undefined && typeof node.value === "string") node.type = style.kind;
      count += 1;
      if (style.comments && key !== "key" && count % 3 === 0) node.comment = ` note ${count}`;
      if (style.comments && key !== "value" && count % 4 === 1) node.commentBefore = ` above ${count}`;
    },
    Collection(_, node) {
      if (style.flow) node.flow = true;
    },
  });
  const how: ToStringOptions = {
    indent: style.indent,
    indentSeq: style.indentSeq,
    lineWidth: style.lineWidth,
  };
  const source = document.toString(how);
  return style.windows ? source.replaceAll("\n", "\r\n") : source;
}
