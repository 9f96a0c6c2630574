import {
  type Diagnostic,
  type JsonPointer,
  type Place,
  pointerKeys,
  type Range,
  type Span,
  type TextEdit,
} from "@statewright/diagnostics";
import type { JsonValue } from "../model/json-value.ts";
import { decodeScalar, type TextFormat } from "./decode-scalar.ts";
import { type JsonNode, nodeAt } from "./json-tree.ts";
import { lineStarts, rangeOfSpan } from "./line-starts.ts";
import { resolveEdit } from "./resolve-edit.ts";
import { type DecodedText, sourceSpan } from "./text-run.ts";

/** The text a machine was read from: where in it each value stands. */
export interface MachineDocument {
  readonly text: string;
  readonly file?: string;
  /** The text as data, frozen; absent when nothing of it could be read. */
  readonly value?: JsonValue;
  /**
   * The range of the value at `pointer`; with `within`, of those characters of the string it holds.
   * Nothing where the text has no such value.
   */
  rangeOf(pointer: JsonPointer, within?: Span): Range | undefined;
  /** The range of the key of the member at `pointer`, with its quotes. */
  keyRangeOf(pointer: JsonPointer): Range | undefined;
  /**
   * The diagnostics with `file` and `range` filled in. A finding about an object or array is shown at its
   * key; one about a value that is not there, at the nearest value around it. The edits of fixes get their
   * `range`, and what takes its place as `newText`.
   */
  locate(diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
}

/** Where the characters of a text stand in the file that holds it, when they are not the file themselves. */
export interface Embedding {
  /** The text of the file. */
  readonly text: string;
  spanOf(span: Span): Span;
  /** Text as it must be written there. */
  written(text: string): string;
}

/**
 * The document of `text`, whose tree is `root` (absent when nothing of it could be read).
 *
 * @param embedding where the text stands in its file; by default it is the whole file.
 */
export function machineDocument(
  text: string,
  root: JsonNode | undefined,
  file?: string,
  format: TextFormat = "json",
  embedding?: Embedding,
): MachineDocument {
  const starts = lineStarts(embedding?.text ?? text);
  const place = (span: Span): Range =>
    rangeOfSpan(starts, embedding === undefined ? span : embedding.spanOf(span));
  const find = (pointer: JsonPointer): ReturnType<typeof nodeAt> =>
    root === undefined ? undefined : nodeAt(root, pointerKeys(pointer));
  const decoded = new WeakMap<JsonNode, DecodedText>();
  /** Offsets in the decoded string become offsets in the text: an escape is one character there and several here. */
  const spanWithin = (node: JsonNode, within: Span): Span => {
    const known = decoded.get(node) ?? decodeScalar(text, node, format);
    decoded.set(node, known);
    // What a function of a template becomes does not stand in its text: the whole of it is shown.
    return known.text === node.value
      ? sourceSpan(known.runs, within, node)
      : { start: node.start, end: node.end };
  };
  const rangeOf = (pointer: JsonPointer, within?: Span): Range | undefined => {
    const node = find(pointer)?.node;
    if (node === undefined) return undefined;
    return place(within && typeof node.value === "string" ? spanWithin(node, within) : node);
  };
  const keyRangeOf = (pointer: JsonPointer): Range | undefined => {
    const keySpan = find(pointer)?.keySpan;
    return keySpan && place(keySpan);
  };
  const locatePlace = <Where extends Place>(place: Where): Where => {
    const range = place.range ?? rangeOfPlace(place);
    const named = file === undefined || place.file !== undefined ? undefined : { file };
    return Object.freeze({ ...place, ...named, ...(range && { range }) });
  };
  const locateEdit = (edit: TextEdit): TextEdit => {
    if (edit.range !== undefined || root === undefined) return edit;
    // JSON has line breaks between its tokens alone; those of YAML would need an indentation.
    const newText = format === "yaml" ? edit.newText.replace(/\s*\n\s*/g, " ") : edit.newText;
    const resolved = resolveEdit(text, root, { ...edit, newText }, format);
    if (resolved === undefined) return edit;
    const written = embedding?.written(resolved.newText) ?? resolved.newText;
    return Object.freeze({ ...edit, range: place(resolved), newText: written });
  };
  const rangeOfPlace = ({ pointer, within }: Place): Range | undefined => {
    if (pointer === undefined) return undefined;
    if (within !== undefined) return rangeOf(pointer, within);
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = find(at);
      if (found !== undefined) {
        const scalar = found.node.members === undefined && found.node.elements === undefined;
        return place(scalar && at === pointer ? found.node : (found.keySpan ?? opening(found.node)));
      }
      if (at === "") return undefined;
    }
  };
  return Object.freeze({
    text,
    ...(file !== undefined && { file }),
    ...(root !== undefined && { value: root.value }),
    rangeOf,
    keyRangeOf,
    locate: (diagnostics: readonly Diagnostic[]) =>
      diagnostics.map((diagnostic) => {
        const located = locatePlace(diagnostic);
        const { related, fixes } = located;
        if (related === undefined && fixes === undefined) return located;
        return Object.freeze({
          ...located,
          ...(related && { related: related.map(locatePlace) }),
          ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(locateEdit) })) }),
        });
      }),
  });
}

/** An object without a key is shown by its brace alone, not by all of its lines. */
function opening(node: JsonNode): Span {
  return { start: node.start, end: Math.min(node.start + 1, node.end) };
}
