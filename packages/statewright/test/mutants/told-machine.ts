import type { Json } from "@statewright/json-types";
import type { MockAnswers } from "@statewright/simulator";
import type { Told } from "./told.ts";

/** A real machine with types written for it by one who has read it, and runs that keep to them. */
export interface ToldMachine {
  /** A part of the name of its file. */
  readonly file: string;
  /** The end of the execution's ARN; of an Express one it has two parts. */
  readonly name?: string;
  /** What holds JSON that comes as text: types cannot tell what is in it. */
  readonly untold?: readonly string[];
  readonly input: Told;
  readonly output?: Told;
  /** By their names: what each task is given and what it returns. */
  readonly tasks: Readonly<Record<string, ToldTask>>;
  readonly runs: readonly {
    readonly input: Json;
    readonly answers: Readonly<Record<string, MockAnswers>>;
    /** How it ends, if not as it should. */
    readonly ends?: "FAILED";
  }[];
}

interface ToldTask {
  readonly takes: Told;
  readonly returns: Told;
}
