import type { AwsDiagnostic, Diagnostic, Range, Span } from "@statewright/diagnostics";
import { duplicateKey, notJson, notYaml, tooDeep, tooLong, tooManyAliases } from "./diagnostics/syntax.ts";
import { wrongType } from "./diagnostics/values.ts";
import type { StateMachine } from "./model/state-machine.ts";
import { readDefinition } from "./read/read-machine.ts";
import type { TextFormat } from "./text/decode-scalar.ts";
import type { JsonNode } from "./text/json-tree.ts";
import { lineStarts, rangeOfSpan } from "./text/line-starts.ts";
import { type Embedding, type MachineDocument, machineDocument } from "./text/machine-document.ts";
import { deepestNesting, type JsonProblem, parseJson } from "./text/parse-json.ts";
import { longestYaml, parseYaml } from "./text/parse-yaml.ts";
import { type FoundTag, mostAliasedValues } from "./text/yaml-building.ts";
import type { YamlProblem } from "./text/yaml-problem.ts";

/** A text that was read: the machine, as far as there is one, its places in the text, and what is wrong. */
export interface ParsedMachine {
  readonly machine?: StateMachine;
  readonly document: MachineDocument;
  /** With `range`, and with `file` when it was given. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a definition from its text and checks its structure; see `readMachine`.
 *
 * The text is strict JSON, as AWS reads it, or YAML. A text with mistakes gives all of them, and as much of a
 * machine as can be read. Never throws.
 *
 * @param options `file`: the name to put into the diagnostics. `format`: by the file's ending, else JSON.
 */
export function parseMachine(
  text: string,
  options: { readonly file?: string; readonly format?: TextFormat } = {},
): ParsedMachine {
  const tree = parseTree(text, options);
  const syntax = [...syntaxFindings(text, tree, options.file), ...tagFindings(text, tree, options.file)];
  const { document, ...read } = machineOf(text, tree, options.file);
  if (tree.root === undefined && syntax.length > 0) return { document, diagnostics: syntax };
  return { ...read, document, diagnostics: [...syntax, ...read.diagnostics] };
}

/** A text that was read as data. */
export interface TextTree {
  readonly root?: JsonNode;
  readonly problems: readonly (JsonProblem | YamlProblem)[];
  readonly format: TextFormat;
  /** Of YAML: its tags that are none of JSON's types. */
  readonly tags?: readonly FoundTag[];
}

/** A definition is data: a tag of CloudFormation means something in a template, not here. */
function tagFindings(text: string, { tags = [] }: TextTree, file: string | undefined): Diagnostic[] {
  const starts = lineStarts(text);
  return tags.map(({ tag, span }) => {
    const place = { range: rangeOfSpan(starts, span), ...(file !== undefined && { file }) };
    return notYaml.at(place, { problem: `A definition is data: it has no tag such as \`${tag}\`.` });
  });
}

/** Reads a text in the format that is given, or that the file's ending says; else as JSON. */
export function parseTree(
  text: string,
  { file = "", format = /\.ya?ml$/i.test(file) ? "yaml" : "json" }: { file?: string; format?: TextFormat },
): TextTree {
  return { ...(format === "yaml" ? parseYaml(text) : parseJson(text)), format };
}

/**
 * Reads the machine of a tree.
 *
 * @param text what the offsets of the tree are counted in, with its `embedding` where it stands in another text.
 */
export function machineOf(
  text: string,
  { root, format }: Pick<TextTree, "root" | "format">,
  file?: string,
  embedding?: Embedding,
): ParsedMachine {
  const document = machineDocument(text, root, file, format, embedding);
  if (root === undefined) {
    const facts = {
      subject: "A definition",
      field: "",
      expected: format === "yaml" ? "an object" : "a JSON object",
      found: "empty",
    };
    const aws = { code: "SCHEMA_VALIDATION_FAILED", message: "Definition must be a valid JSON object" };
    const range = rangeOfSpan(lineStarts(embedding?.text ?? ""), placed({ start: 0, end: 0 }, embedding));
    return { document, diagnostics: document.locate([wrongType.at({ pointer: "", range }, facts, { aws })]) };
  }
  const { machine, diagnostics, aboutKeys } = readDefinition(root.value);
  const found = diagnostics.map((diagnostic) => {
    const range = aboutKeys.has(diagnostic) ? document.keyRangeOf(diagnostic.pointer ?? "") : undefined;
    return range === undefined ? diagnostic : Object.freeze({ ...diagnostic, range });
  });
  return { ...(machine && { machine }), document, diagnostics: document.locate(found) };
}

/** What is wrong with a text as such. */
export function syntaxFindings(
  text: string,
  { problems, format }: TextTree,
  file: string | undefined,
  embedding?: Embedding,
): Diagnostic[] {
  if (problems.length === 0) return [];
  const starts = lineStarts(embedding?.text ?? text);
  const rangeOf = (span: Span): Range => rangeOfSpan(starts, placed(span, embedding));
  return problems.map(({ kind, span, message, name, first }, index) => {
    const place = { range: rangeOf(span), ...(file !== undefined && { file }) };
    if (kind === "too-deep") return tooDeep.at(place, { limit: deepestNesting });
    if (kind === "too-long") return tooLong.at(place, { length: text.length, limit: longestYaml });
    if (kind === "too-many-aliases") return tooManyAliases.at(place, { limit: mostAliasedValues });
    if (kind === "duplicate-key") {
      const range = first && rangeOf(first);
      const related = range && [
        { message: "It stands here first.", range, ...(file !== undefined && { file }) },
      ];
      return duplicateKey.at(place, { key: name ?? "" }, { ...(related && { related }) });
    }
    if (format === "yaml") return notYaml.at(place, { problem: message });
    const aws =
      index === 0 && name !== undefined
        ? { aws: unrecognizedToken(text, name, span.end, lineStarts(text)) }
        : {};
    return notJson.at(place, { problem: message }, aws);
  });
}

function placed(span: Span, embedding: Embedding | undefined): Span {
  return embedding === undefined ? span : embedding.spanOf(span);
}

/** The words of AWS's JSON reader for a word that is no JSON. */
function unrecognizedToken(
  text: string,
  word: string,
  end: number,
  starts: readonly number[],
): AwsDiagnostic {
  const { line, character } = rangeOfSpan(starts, { start: end, end }).start;
  const location = `[Source: (String)"${text}"; line: ${line + 1}, column: ${character + 1}]`;
  const expected = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
  return {
    code: "INVALID_JSON_DESCRIPTION",
    location,
    message: `Unrecognized token '${word}': was expecting ${expected}\n at ${location}`,
  };
}
