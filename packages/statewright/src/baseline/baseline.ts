import { type Fingerprint, fingerprintKey, nearestName } from "@statewright/diagnostics";
import { type Problem, problem } from "../command-line/problem.ts";

/** Findings that are accepted as they are: each with its place in a machine, and how often it is there. */
export type Baseline = readonly AcceptedFinding[];

export interface AcceptedFinding {
  readonly finding: Fingerprint;
  /** How many findings of that fingerprint are accepted. */
  readonly count: number;
}

/** The text of a baseline file: sorted, one finding a line, so that its changes are easy to read. */
export function baselineText(baseline: Baseline): string {
  const lines = baseline
    .map(({ finding, count }) => ({ key: fingerprintKey(finding), finding, count }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ finding, count }) => `    ${JSON.stringify(count === 1 ? finding : { ...finding, count })}`);
  const findings = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** Reads the data of a baseline file, or says what in it is not as `check` writes it. */
export function asBaseline(value: unknown, file: string): Baseline | Problem {
  const entries = isObject(value) && value.version === 1 ? value.findings : undefined;
  if (!Array.isArray(entries)) return wrong(file, "it is not `{ version: 1, findings: […] }`.");
  const baseline: AcceptedFinding[] = [];
  for (const [index, entry] of entries.entries()) {
    const fault = faultOf(entry);
    if (fault !== undefined) return wrong(file, `\`findings[${index}]\` ${fault}.`);
    const { count = 1, code, machine, pointer, state } = entry;
    const place = { ...(pointer !== undefined && { pointer }), ...(state !== undefined && { state }) };
    baseline.push({ finding: { code, ...(machine !== undefined && { machine }), ...place }, count });
  }
  return baseline;
}

const texts = ["code", "machine", "pointer", "state"];

function faultOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return "is no object";
  if (typeof entry.code !== "string") return "has no `code`";
  for (const [key, value] of Object.entries(entry)) {
    if (key === "count") {
      if (!Number.isSafeInteger(value) || Number(value) < 1)
        return "has a `count` that is no positive number";
    } else if (!texts.includes(key)) {
      const nearest = nearestName(key, [...texts, "count"]);
      return `cannot have \`${key}\`${nearest ? ` (did you mean \`${nearest}\`?)` : ""}`;
    } else if (typeof value !== "string") return `has a \`${key}\` that is no text`;
  }
  return undefined;
}

function wrong(file: string, what: string): Problem {
  return problem({
    code: "config/baseline",
    file,
    message: `This is no baseline: ${what}`,
    help: "Give a file that `check --baseline` wrote, or the name of one that is not there yet.",
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
