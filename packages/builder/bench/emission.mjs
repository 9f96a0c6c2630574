// How long it takes to emit a workflow, in milliseconds of processor time: the second lowering, which knows the data,
// and the text. Prints them as JSON. The module is what the generated TypeScript says, with its types taken off.
import { pathToFileURL } from "node:url";
import { analyze } from "@statewright/analysis";
import { printMachine } from "@statewright/asl";
import { lower } from "@statewright/compiler";

const [module, roundsText] = process.argv.slice(2);
const rounds = Number(roundsText);
const { generated } = await import(pathToFileURL(module).href);
const { workflowTree } = await import(new URL("../dist/workflow.kernel.js", import.meta.url).href);

const tree = workflowTree(generated);
const first = lower(tree);
const { facts } = analyze(first.machine, { types: first.types });
const known = (pointer) => (Object.hasOwn(facts.states, pointer) ? facts.states[pointer] : undefined);
const { machine } = lower(tree, known);
const text = printMachine(machine);
const times = { printed: [], lowered: [] };
for (let round = -5; round < rounds; round += 1) {
  const printed = timed(() => printMachine(machine));
  const lowered = timed(() => printMachine(lower(tree, known).machine));
  if (round < 0) continue;
  times.printed.push(printed);
  times.lowered.push(lowered);
}
console.log(JSON.stringify({ ...times, bytes: text.length }));

function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
