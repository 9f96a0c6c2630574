import { type Diagnostic, nearestName } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { acceptExactJson } from "../json/exact-json.ts";
import { mockShape } from "./diagnostics.ts";
import type { Mocks } from "./mocks.ts";

/** What {@link readMocks} gives: the mocks, or what is wrong with them. */
export interface ReadMocks {
  readonly mocks?: Mocks;
  readonly diagnostics: readonly Diagnostic[];
}

type Fields = Readonly<Record<string, Json>>;

/**
 * Reads a mocks document and checks its shape; what is wrong is named by its place.
 *
 * @example
 * ```ts
 * readMocks({ states: { Charge: [{ error: "PaymentError" }, { result: { id: "c1" } }] } });
 * ```
 */
export function readMocks(json: unknown): ReadMocks {
  const copied = acceptExactJson(json);
  if (!copied.ok) return { diagnostics: [wrong("the mocks", "JSON", copied.problem)] };
  const findings: Diagnostic[] = [];
  const document = fieldsOf(copied.value);
  if (document === undefined) return { diagnostics: [wrong("the top", "an object", kindOf(copied.value))] };
  if (Object.hasOwn(document, "StateMachines")) {
    const expected = "one test case (`--test-case NAME` in the format of Step Functions Local)";
    return { diagnostics: [wrong("StateMachines", expected, "several test cases")] };
  }
  unknownFields(document, "", ["$schema", "states", "resources", "readers", "machines"], findings);
  for (const part of ["states", "resources"] as const) checkAnswers(document, part, findings);
  checkReaders(member(document, "readers"), findings);
  checkMachines(member(document, "machines"), findings);
  return findings.length > 0 ? { diagnostics: findings } : { mocks: document as Mocks, diagnostics: [] };
}

function checkAnswers(document: Fields, part: string, findings: Diagnostic[]): void {
  const value = member(document, part);
  if (value === undefined) return;
  const answers = fieldsOf(value);
  if (answers === undefined) return void findings.push(wrong(part, "an object", kindOf(value)));
  for (const [name, answer] of Object.entries(answers)) {
    const place = `${part}.${name}`;
    if (!Array.isArray(answer)) checkAnswer(answer, place, findings);
    else
      for (const [index, each] of answer.entries()) checkAnswer(each as Json, `${place}[${index}]`, findings);
  }
}

function checkMachines(value: Json | undefined, findings: Diagnostic[]): void {
  if (value === undefined) return;
  const machines = fieldsOf(value);
  if (machines === undefined) return void findings.push(wrong("machines", "an object", kindOf(value)));
  for (const [name, file] of Object.entries(machines))
    if (typeof file !== "string")
      findings.push(wrong(`machines.${name}`, "the file of a state machine", kindOf(file)));
}

/** Each object has one content, or fails to be read. */
function checkReaders(value: Json | undefined, findings: Diagnostic[]): void {
  if (value === undefined) return;
  const readers = fieldsOf(value);
  if (readers === undefined) return void findings.push(wrong("readers", "an object", kindOf(value)));
  for (const [address, given] of Object.entries(readers)) {
    const place = `readers.${address}`;
    if (!address.startsWith("s3://"))
      findings.push(wrong(place, "an address such as `s3://bucket/key`", "it"));
    const object = fieldsOf(given);
    if (object === undefined) {
      findings.push(wrong(place, "an object", kindOf(given)));
      continue;
    }
    unknownFields(object, `${place}.`, ["file", "text", "json", "error", "cause"], findings);
    checkTexts(object, place, findings);
    for (const name of ["file", "text"]) {
      const text = member(object, name);
      if (text !== undefined && typeof text !== "string")
        findings.push(wrong(`${place}.${name}`, "text", kindOf(text)));
    }
    const contents = ["file", "text", "json", "error"].filter((name) => Object.hasOwn(object, name));
    if (contents.length !== 1)
      findings.push(wrong(place, "one of `file`, `text`, `json` and `error`", kindOf(given)));
  }
}

const answerFields = [
  "when",
  "result",
  "envelope",
  "error",
  "cause",
  "durationSeconds",
  "memoryMB",
  "callback",
  "afterSeconds",
] as const;

function checkAnswer(value: Json, place: string, findings: Diagnostic[]): void {
  const answer = fieldsOf(value);
  if (answer === undefined)
    return void findings.push(wrong(place, "an object, or a list of them,", kindOf(value)));
  unknownFields(answer, `${place}.`, answerFields, findings);
  checkTexts(answer, place, findings);
  for (const name of ["memoryMB", "afterSeconds"]) checkNumber(answer, name, place, findings);
  checkDuration(answer, place, findings);
  const callback = member(answer, "callback");
  if (callback !== undefined) checkCallback(callback, `${place}.callback`, findings);
  const given = ["result", "envelope", "error", "callback"].filter((name) => Object.hasOwn(answer, name));
  if (given.length === 0)
    findings.push(wrong(place, "`result`, `envelope`, `error` or `callback`", "none of them"));
  const outcomes = given.filter((name) => name !== "callback");
  if (outcomes.length > 1)
    findings.push(wrong(place, "only one of them", outcomes.map((name) => `\`${name}\``).join(" and ")));
}

function checkCallback(value: Json, place: string, findings: Diagnostic[]): void {
  const callback = fieldsOf(value);
  if (callback === undefined) return void findings.push(wrong(place, "an object", kindOf(value)));
  unknownFields(callback, `${place}.`, ["result", "error", "cause"], findings);
  checkTexts(callback, place, findings);
  const both = Object.hasOwn(callback, "result") === Object.hasOwn(callback, "error");
  if (both) findings.push(wrong(place, "either `result` or `error`", kindOf(value)));
}

function checkTexts(fields: Fields, place: string, findings: Diagnostic[]): void {
  for (const name of ["error", "cause"]) {
    const value = member(fields, name);
    if (value !== undefined && typeof value !== "string")
      findings.push(wrong(`${place}.${name}`, "text", kindOf(value)));
  }
}

function checkNumber(fields: Fields, name: string, place: string, findings: Diagnostic[]): void {
  const value = member(fields, name);
  if (value === undefined || (typeof value === "number" && value >= 0)) return;
  findings.push(wrong(`${place}.${name}`, "a number from 0", kindOf(value)));
}

function checkDuration(fields: Fields, place: string, findings: Diagnostic[]): void {
  const value = member(fields, "durationSeconds");
  const quantiles = value === undefined ? undefined : fieldsOf(value);
  if (quantiles === undefined) {
    checkNumber(fields, "durationSeconds", place, findings);
    return;
  }
  const { p50, p95 } = quantiles;
  const fine = typeof p50 === "number" && typeof p95 === "number" && p50 > 0 && p95 >= p50;
  if (!fine)
    findings.push(
      wrong(`${place}.durationSeconds`, "`p50` above 0 and `p95` at least as large", kindOf(quantiles)),
    );
}

function unknownFields(
  fields: Fields,
  before: string,
  known: readonly string[],
  findings: Diagnostic[],
): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue;
    const closest = nearestName(name, known);
    const expected = `only ${known.map((field) => `\`${field}\``).join(", ")}`;
    findings.push(
      mockShape.at({}, { place: before + name, expected, found: "a field", ...(closest && { closest }) }),
    );
  }
}

function wrong(place: string, expected: string, found: string): Diagnostic {
  return mockShape.at({}, { place, expected, found });
}

function member(fields: Fields, name: string): Json | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function fieldsOf(value: Json): Fields | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : undefined;
}

function kindOf(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `\`${text.slice(0, 60)}…\`` : `\`${text}\``;
}
