import type { Range, Span } from "./position.ts";

/** An RFC 6901 JSON Pointer into a state machine: `/States/Charge/Arguments/amount`. */
export type JsonPointer = string;

/** `error`: cannot be created, or an execution that gets there fails or loses data; `warning`: it may. */
export type Severity = "error" | "warning" | "hint";

/** Where a finding is. A pass over a machine knows `pointer` (and `within`); a reader of text knows `range`. */
export interface Place {
  /** The state the finding is in, by its name. */
  readonly state?: string;
  /** The value in the machine. */
  readonly pointer?: JsonPointer;
  /** Offsets inside the string value at `pointer`, for findings inside an expression. */
  readonly within?: Span;
  /** The file that holds the text; doors fill it in. */
  readonly file?: string;
  /** The place in that file's text. */
  readonly range?: Range;
}

/** A place that has to do with a finding: where the data comes from, the other of two duplicates. */
export interface Related extends Place {
  readonly message: string;
}

/**
 * One change of a text. A pass over a machine says what at `pointer` becomes `newText`, which is JSON; the document
 * it was read from fills in `range`, and then `newText` is what takes the place of the characters there.
 */
export interface TextEdit {
  readonly pointer?: JsonPointer;
  /**
   * What at `pointer` changes: its `value` (the default), its `key`, or the whole `member`: removed where `newText`
   * is empty; where nothing stands at `pointer` yet, `newText` is the value that is put there.
   */
  readonly part?: "value" | "key" | "member";
  readonly range?: Range;
  readonly newText: string;
}

/** A change that makes the finding disappear; offered only where it is sure. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The code under which AWS itself reports the same finding. */
export interface AwsDiagnostic {
  readonly code: string;
  readonly location?: string;
  readonly message: string;
}

/**
 * One finding about a machine, a workflow or a text: plain data, never thrown.
 *
 * `message` says what is wrong, `why` what is there instead and where it comes from, `help` what to do.
 */
export interface Diagnostic extends Place {
  /** `<family>/<what>`, stable: `data/unknown-field`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly aws?: AwsDiagnostic;
  /** For a finding shown at its TypeScript line: the place in the emitted machine. */
  readonly emitted?: { readonly file?: string; readonly pointer: JsonPointer };
}
