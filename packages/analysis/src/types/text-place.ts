import type { Fix, JsonPointer, Span } from "@statewright/diagnostics";

/** A part of a string of the machine: `span` counts from `start`, where the expression begins. */
export interface TextPlace {
  readonly pointer: JsonPointer;
  /** The whole string. */
  readonly text: string;
  readonly start: number;
  readonly span: Span;
}

/** Puts another name there; only where a plain name takes the place of a plain name. */
export function renaming(name: string, { pointer, text, start, span }: TextPlace): Fix | undefined {
  const from = start + span.start;
  const to = start + span.end;
  if (!/^[A-Za-z_]\w*$/.test(name) || !/^[A-Za-z_]\w*$/.test(text.slice(from, to))) return undefined;
  const newText = JSON.stringify(text.slice(0, from) + name + text.slice(to));
  return { title: `Read \`${name}\` instead`, edits: [{ pointer, newText }] };
}
