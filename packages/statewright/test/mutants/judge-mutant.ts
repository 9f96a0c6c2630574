import { analyze } from "@statewright/analysis";
import { type MachineTypes, readMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { type SimulateOptions, simulate } from "@statewright/simulator";
import type { Mutant, MutantKind } from "./mutants-of.ts";

/** A machine that runs, and what is told of its data. */
export interface Original {
  readonly id: string;
  readonly definition: Json;
  readonly types: MachineTypes;
  /** What holds JSON that comes as text: no types file tells what is in it. */
  readonly untold?: readonly string[];
  /** A new one for each run: answers are used up. */
  readonly options: () => SimulateOptions;
}

/** What came of a mutant that behaves differently. */
export interface Judged {
  readonly kind: MutantKind;
  readonly reported: boolean;
  /** It reads in what no types file tells. */
  readonly untold: boolean;
  /** Of renamed names: the one that was there is named. */
  readonly suggested?: boolean;
  /** For a message. */
  readonly what: string;
}

/** The runs and findings of the machine as it is, with which its mutants are compared. */
export interface Baseline {
  readonly original: Original;
  readonly behaviour: string;
  readonly findings: ReadonlySet<string>;
}

/** Nothing for a machine that does not run to an end here. */
export async function baselineOf(original: Original): Promise<Baseline | undefined> {
  const behaviour = await behaviourOf(original.definition, original);
  if (behaviour === undefined) return undefined;
  return { original, behaviour, findings: new Set(findingsIn(original.definition, original).map(keyOf)) };
}

/** Nothing for a mutant that behaves as the machine does. */
export async function judgeMutant(mutant: Mutant, baseline: Baseline): Promise<Judged | undefined> {
  const { original, behaviour, findings } = baseline;
  const after = await behaviourOf(mutant.definition, original);
  if (after === undefined || after === behaviour) return undefined;
  const found = findingsIn(mutant.definition, original).filter((one) => !findings.has(keyOf(one)));
  const there = found.filter((one) => isThere(one, mutant));
  const renamed = !mutant.kind.startsWith("operand");
  return {
    kind: mutant.kind,
    reported: there.length > 0,
    untold: (original.untold ?? []).some((name) => mutant.read?.includes(name)),
    ...(renamed && { suggested: there.some((one) => namesBoth(one, mutant)) }),
    what: `${original.id}: ${mutant.kind} ${mutant.from} → ${mutant.to} at ${mutant.pointer}${found.length > there.length ? ` (found elsewhere: ${found.map(({ code, pointer }) => `${code} ${pointer}`).join(", ")})` : ""}`,
  };
}

/** At the very field; what is written under another name is missed where it is read. */
function isThere(
  { pointer = "", message, why = "" }: Diagnostic & { readonly why?: string },
  mutant: Mutant,
): boolean {
  if (
    pointer === mutant.pointer ||
    mutant.pointer.startsWith(`${pointer}/`) ||
    pointer.startsWith(`${mutant.pointer}/`)
  )
    return true;
  if (mutant.kind !== "field that is written" && mutant.kind !== "variable that is assigned") return false;
  return names(`${message} ${why}`, mutant);
}

function namesBoth(diagnostic: Diagnostic, mutant: Mutant): boolean {
  return names(JSON.stringify({ ...diagnostic, pointer: "", state: "" }), mutant);
}

/** Names such as `:value` and `--option` have no edge of a word before them. */
function names(text: string, { from }: Mutant): boolean {
  return new RegExp(`(?<!\\w)${from}(?!\\w)`).test(text);
}

/**
 * What a run does: the states it takes, what it calls, what comes out. What is only kept inside of it, such as a
 * variable that nothing reads, is no behaviour. Nothing if the simulator cannot run it faithfully.
 */
async function behaviourOf(definition: Json, { options }: Original): Promise<string | undefined> {
  const { machine } = readMachine(definition as never);
  if (machine === undefined) return undefined;
  const run = await simulate(machine, { ...options(), steps: 2000 });
  if (run.status === "REFUSED") {
    const codes = run.diagnostics.map(({ code }) => code);
    return codes.includes("simulate/no-mock") ? `refused: ${codes.join()}` : undefined;
  }
  const done = run.events.map(({ type, stateEnteredEventDetails: entered, ...event }) => [
    type,
    entered?.name,
    event.taskScheduledEventDetails?.parameters,
    event.lambdaFunctionScheduledEventDetails?.input,
    event.activityScheduledEventDetails?.input,
  ]);
  return JSON.stringify([run.status, run.error, run.output, done]);
}

function findingsIn(definition: Json, { types }: Original): readonly Diagnostic[] {
  const { machine, diagnostics } = readMachine(definition as never);
  const found = machine === undefined ? [] : analyze(machine, { types }).diagnostics;
  return [...diagnostics, ...found].filter(
    ({ severity, code }) => severity !== "hint" || code.startsWith("data/"),
  );
}

function keyOf({ code, pointer, message }: Diagnostic): string {
  return `${code} ${pointer} ${message}`;
}
