import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface GrowingData {
  readonly state: string;
  /** `$log`, or `$states.input.log`. */
  readonly place: string;
  /** `"Ask" → "Collect"`. */
  readonly loop: string;
  readonly quota: number;
  /** What a round adds, where it is known, and how many rounds there can be; without `rounds` any number. */
  readonly bytes?: number | undefined;
  readonly rounds?: number | undefined;
}

/** Data that a loop adds to in each round, until it is larger than Step Functions carries (R-Q-01, R-VAR-14). */
export const growingData: DiagnosticKind<GrowingData> = defineDiagnostic({
  code: "limit/growing-data",
  severity: "warning",
  message: ({ state, place, loop, rounds }) =>
    rounds === undefined
      ? `"${state}" adds to \`${place}\` in each round of the loop ${loop}, and nothing bounds the rounds.`
      : `"${state}" adds to \`${place}\` in each of up to ${rounds} rounds of the loop ${loop}.`,
  why: ({ bytes, quota, rounds }) => {
    const carried = `Step Functions carries at most ${quota} bytes`;
    if (bytes === undefined) return `${carried}; then the execution fails with \`States.DataLimitExceeded\`.`;
    if (rounds === undefined) {
      const enough = Math.ceil(quota / bytes);
      return `A round adds ${bytes} bytes or more, and ${carried}: after ${enough} rounds or fewer the execution fails.`;
    }
    return `A round adds ${bytes} bytes or more: ${bytes * rounds} in the end, and ${carried}.`;
  },
  help: () =>
    "Store what is collected, in Amazon DynamoDB or S3 for instance, and pass a reference to it; or bound the rounds.",
});
