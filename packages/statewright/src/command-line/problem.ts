/** Why a command cannot do its work: wrong usage, or an input that cannot be read. Exit code 2. */
export interface Problem {
  readonly kind: "problem";
  /** Stable; `docs/diagnostics/<code>.md` explains it. */
  readonly code: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** The file it is about, with line and column where they are known: `orders.ts:12:5`. */
  readonly file?: string;
  /** What to do, in one sentence. */
  readonly help?: string;
}

/** Makes a problem; parts that are `undefined` are left out. */
export function problem(parts: {
  readonly code: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly help?: string | undefined;
}): Problem {
  const { code, message, file, help } = parts;
  return Object.freeze({
    kind: "problem",
    code,
    message,
    ...(file !== undefined && { file }),
    ...(help !== undefined && { help }),
  });
}

/** Whether a step gave a problem instead of its result. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "problem";
}
