/** What a command sees of the process it runs in. Tests and `dev` hand in their own. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether the result may be coloured: a terminal, and no `NO_COLOR`. */
  readonly colour: boolean;
  /** Whether standard output is a terminal that can be redrawn. */
  readonly interactive: boolean;
  /** Writes a part of the result to standard output. */
  out(text: string): void;
  /** Writes a line for people to standard error. */
  note(line: string): void;
  /** Shows a line in the place of the one before, and none for an empty text; absent where nobody watches. */
  progress?(line: string): void;
  /** Reads standard input to its end. */
  readStandardInput(): Promise<string>;
}
