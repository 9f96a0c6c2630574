import type { Terminal } from "../terminal/terminal.ts";
import type { Problem } from "./problem.ts";

/** One option of a command. */
export interface Option {
  /** What stands for the value in the help: `FILE`, `N`. Without it the option is a flag. */
  readonly value?: string;
  /** One line for the help. */
  readonly about: string;
  /** The values it takes, where they are few. */
  readonly choices?: readonly string[];
  /** Values that are planned: they answer that they do not exist yet. */
  readonly plannedChoices?: readonly string[];
}

export type Options = Readonly<Record<string, Option>>;

/** How a command was called, after its arguments were understood. */
export interface Call {
  readonly terminal: Terminal;
  /** What is not an option: files. */
  readonly files: readonly string[];
  /** The value of an option; `undefined` when it was not given. */
  value(option: string): string | undefined;
  /** Whether a flag was given. */
  has(flag: string): boolean;
  /** Whether the result is to be one JSON document. */
  readonly json: boolean;
}

/** A command: what its help says, what it takes, what it does. Its heavy parts are imported when it runs. */
export interface Command {
  readonly name: string;
  /** What follows the name in the usage line: `FILE… [options]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More for the help of the command itself. */
  readonly details?: string;
  readonly options: Options;
  /** Options that are planned: they answer that they do not exist yet. */
  readonly plannedOptions?: readonly string[];
  /** `false` for a command whose result is no document. */
  readonly json?: false;
  /** What its arguments are, if not files: `code`. */
  readonly takes?: string;
  /** Fewest and most files it takes. */
  readonly files: { readonly least: number; readonly most: number };
  /** Does the work and gives the exit code: 0 fine, 1 found what it looks for; or the problem for exit code 2. */
  run(call: Call): Promise<0 | 1 | Problem>;
}
