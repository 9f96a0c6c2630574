/** A place in a text: `line` and `character` count from 0, characters in UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of a text as offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
