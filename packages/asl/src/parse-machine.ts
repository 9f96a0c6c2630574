import type { AwsDiagnostic, Diagnostic } from "@statewright/diagnostics";
import { duplicateKey, notJson, tooDeep } from "./diagnostics/syntax.ts";
import { wrongType } from "./diagnostics/values.ts";
import type { StateMachine } from "./model/state-machine.ts";
import { readDefinition } from "./read/read-machine.ts";
import { lineStarts, rangeOfSpan } from "./text/line-starts.ts";
import { type MachineDocument, machineDocument } from "./text/machine-document.ts";
import { deepestNesting, type JsonProblem, parseJson } from "./text/parse-json.ts";

/** A text that was read: the machine, as far as there is one, its places in the text, and what is wrong. */
export interface ParsedMachine {
  readonly machine?: StateMachine;
  readonly document: MachineDocument;
  /** With `range`, and with `file` when it was given. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a definition from its JSON text and checks its structure; see `readMachine`.
 *
 * The text is strict JSON, as AWS reads it. A text with mistakes gives all of them, and as much of a machine
 * as can be read. Never throws.
 *
 * @param options `file`: the name to put into the diagnostics.
 */
export function parseMachine(text: string, options: { readonly file?: string } = {}): ParsedMachine {
  const { root, problems } = parseJson(text);
  const document = machineDocument(text, root, options.file);
  const syntax = located(text, problems, options.file);
  if (root === undefined) {
    if (syntax.length > 0) return { document, diagnostics: syntax };
    const facts = { subject: "A definition", field: "", expected: "a JSON object", found: "empty" };
    const aws = { code: "SCHEMA_VALIDATION_FAILED", message: "Definition must be a valid JSON object" };
    const range = rangeOfSpan([0], { start: 0, end: 0 });
    return { document, diagnostics: document.locate([wrongType.at({ pointer: "", range }, facts, { aws })]) };
  }
  const { machine, diagnostics, aboutKeys } = readDefinition(root.value);
  const placed = diagnostics.map((diagnostic) => {
    const range = aboutKeys.has(diagnostic) ? document.keyRangeOf(diagnostic.pointer ?? "") : undefined;
    return range === undefined ? diagnostic : Object.freeze({ ...diagnostic, range });
  });
  return {
    ...(machine && { machine }),
    document,
    diagnostics: [...syntax, ...document.locate(placed)],
  };
}

function located(text: string, problems: readonly JsonProblem[], file: string | undefined): Diagnostic[] {
  if (problems.length === 0) return [];
  const starts = lineStarts(text);
  return problems.map(({ kind, span, message, name, first }, index) => {
    const place = { range: rangeOfSpan(starts, span), ...(file !== undefined && { file }) };
    if (kind === "too-deep") return tooDeep.at(place, { limit: deepestNesting });
    if (kind === "duplicate-key") {
      const range = first && rangeOfSpan(starts, first);
      const related = range && [
        { message: "It stands here first.", range, ...(file !== undefined && { file }) },
      ];
      return duplicateKey.at(place, { key: name ?? "" }, { ...(related && { related }) });
    }
    const aws =
      index === 0 && name !== undefined ? { aws: unrecognizedToken(text, name, span.end, starts) } : {};
    return notJson.at(place, { problem: message }, aws);
  });
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
