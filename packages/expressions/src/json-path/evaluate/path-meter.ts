/** What ends an evaluation early; it travels from deep inside to the edge, and no further. */
export class PathStop {
  readonly kind: "budget" | "unsupported" | "invalid";
  readonly what: string;

  constructor(kind: "budget" | "unsupported" | "invalid", what: string) {
    this.kind = kind;
    this.what = what;
  }
}

/** Steps of one evaluation: values visited, and characters and items made. */
const mostSteps = 5_000_000;

/** Levels of nested data that are written as text or compared. */
export const deepestData = 1000;

/** Counts what an evaluation takes and ends it at its limit: counted, never timed, so that every run is the same. */
export class PathMeter {
  #left: number;

  constructor(steps: number = mostSteps) {
    this.#left = steps;
  }

  step(count = 1): void {
    this.#left -= count;
    if (this.#left < 0) throw new PathStop("budget", "it visits or makes more values than an evaluation may");
  }
}

/** Ends the evaluation: AWS may well do it, but not in a way that is known here. */
export function stopUnsupported(what: string): never {
  throw new PathStop("unsupported", what);
}

/** Ends the evaluation: the service refuses it too. */
export function stopInvalid(what: string): never {
  throw new PathStop("invalid", what);
}
