import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type MachineTypes,
  parseMachine,
  type StateMachine,
  type StateTypes,
  walkStates,
} from "@statewright/asl";
import { type Json, mismatches, shapeFromSchema } from "@statewright/json-types";
import { type SimulateOptions, simulate } from "@statewright/simulator";
import { recordingsFolder } from "../../../analysis/test/recordings.ts";
import type { Original } from "./judge-mutant.ts";
import { schemaOf, type Told } from "./told.ts";
import type { ToldMachine } from "./told-machine.ts";
import { toldMachines } from "./told-machines.ts";
import { valuesOf } from "./values-of-run.ts";

type ToldRun = ToldMachine["runs"][number];

const folder = join(dirname(dirname(recordingsFolder)), "machines/real");

/** Each run of a real machine whose types are written by hand; each keeps to these types and ends as it is told to. */
export async function originalsOfToldMachines(): Promise<readonly Original[]> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder);
  const originals: Original[] = [];
  const problems: string[] = [];
  for (const told of toldMachines) {
    const name = files.find((one) => one.includes(told.file));
    if (name === undefined) throw new Error(`there is no real machine ${told.file}`);
    originals.push(...(await originalsOf(name, told, problems)));
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return originals;
}

async function originalsOf(
  file: string,
  told: ToldMachine,
  problems: string[],
): Promise<readonly Original[]> {
  const text = filled(readFileSync(join(folder, file), "utf8"));
  const { machine } = parseMachine(text);
  if (machine === undefined) throw new Error(`${file} is no machine`);
  const types = typesOf(machine, told);
  for (const [index, run] of told.runs.entries())
    for (const problem of await problemsOf(machine, told, run)) problems.push(`${file} ${index}: ${problem}`);
  return told.runs.map((run, index) => ({
    id: `${file} ${index}`,
    definition: JSON.parse(text) as Json,
    types,
    ...(told.untold !== undefined && { untold: told.untold }),
    options: () => optionsOf(told, run),
  }));
}

function optionsOf({ name }: ToldMachine, { input, answers }: ToldRun): SimulateOptions {
  return { input, mocks: { states: answers }, ...(name !== undefined && { name }) };
}

/** Placeholders of templates filled as a deployment would: a whole Resource is a function, others are their names. */
function filled(text: string): string {
  return text
    .replace(/\$\{AWS::Partition\}/g, "aws")
    .replace(/("Resource"\s*:\s*")\$\{(\w+)\}"/g, '$1arn:aws:lambda:us-east-1:123456789012:function:$2"')
    .replace(/\$\{([^}]*)\}/g, (_, name: string) => name.replace(/\W/g, "-"));
}

function typesOf(machine: StateMachine, { input, output, tasks }: ToldMachine): MachineTypes {
  const states: Record<string, StateTypes> = {};
  for (const { name, pointer } of walkStates(machine)) {
    const task = tasks[name];
    if (task !== undefined)
      states[pointer] = { arguments: schemaOf(task.takes), result: schemaOf(task.returns) };
  }
  return {
    version: 1,
    input: schemaOf(input),
    ...(output !== undefined && { output: schemaOf(output) }),
    states,
  };
}

/** Types that a run does not keep to would make the checker right or wrong by accident. */
async function problemsOf(
  machine: StateMachine,
  told: ToldMachine,
  run: ToldRun,
): Promise<readonly string[]> {
  const { status, error, cause, diagnostics, output, events } = await simulate(machine, optionsOf(told, run));
  const problems: string[] =
    status === (run.ends ?? "SUCCEEDED")
      ? []
      : [`${status} ${error} ${cause} ${JSON.stringify(diagnostics)}`];
  const expectIn = (what: string, type: Told | undefined, value: Json) => {
    if (type === undefined) return problems.push(`${what} has no type`);
    const found = mismatches(shapeFromSchema(schemaOf(type) as never, { closed: true }), value);
    return problems.push(...found.map(({ pointer }) => `${what} is not its type at ${pointer}`));
  };
  expectIn("the input", told.input, run.input);
  if (told.output !== undefined && status === "SUCCEEDED")
    expectIn("the output", told.output, output as Json);
  for (const { name, what, value } of valuesOf(events)) {
    const task = told.tasks[name];
    expectIn(`${what} of ${name}`, what === "arguments" ? task?.takes : task?.returns, value);
  }
  return problems;
}
