import type { Meter } from "./meter.ts";
import type { Fields, Value } from "./value.ts";

/** What is the same in all of one evaluation. */
export interface Run {
  readonly meter: Meter;
  readonly dialect: "aws" | "plain";
  /** Milliseconds since 1970, the same for the whole evaluation (R-INTR-06). */
  readonly now: number;
  random(): number;
  /** A variable of the environment, or a built-in function. */
  global(name: string): Value;
  /** Evaluates a text as an expression, for `$eval`; `fresh` input is a document of its own. */
  evaluateText(text: string, input: Value, fresh: boolean, frame: Frame): Value;
}

/** The variables of one block, function call or tuple. */
export class Frame {
  readonly run: Run;
  readonly #parent: Frame | undefined;
  #names: string[] | undefined;
  #values: Value[] | undefined;

  constructor(run: Run, parent: Frame | undefined) {
    this.run = run;
    this.#parent = parent;
  }

  bind(name: string, value: Value): void {
    this.#names ??= [];
    this.#values ??= [];
    const index = this.#names.indexOf(name);
    if (index >= 0) {
      this.#values[index] = value;
    } else {
      this.#names.push(name);
      this.#values.push(value);
    }
  }

  lookup(name: string): Value {
    for (let frame: Frame | undefined = this; frame; frame = frame.#parent) {
      const index = frame.#names === undefined ? -1 : frame.#names.indexOf(name);
      if (index >= 0) return frame.#values?.[index];
    }
    return this.run.global(name);
  }
}

/** A frame inside `parent` with the variables of a tuple. */
export function frameOfTuple(parent: Frame, tuple: Value): Frame {
  const frame = new Frame(parent.run, parent);
  for (const [name, value] of Object.entries((tuple ?? {}) as Fields)) frame.bind(name, value);
  return frame;
}
