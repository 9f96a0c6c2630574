// What the builder costs, on generated workflows whose states have five calls each: the compiler, the editor, and what
// is emitted; beside aws-cdk-lib, which is installed into a temporary folder for it. Exits with 1 when a target is missed.
// Targets in seconds are on processor time, all threads included: other work on the machine counts less.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { completionTimes } from "./completions.mjs";
import { generatedWorkflow, unfinishedWorkflow } from "./generated-workflow.mjs";
import { compiled, emitted, temporaryFolder, writeProject } from "./project.mjs";
import { cdkProgram, ownProgram } from "./same-machine.mjs";

const rounds = 2;
const block = 10;
const targets = {
  each: 1000,
  seconds: { 6: 2.5, 7: 0.5 },
  completion: { 6: 400, 7: 150 },
  print: 2,
  lower: 20,
};
const missed = [];
const folder = temporaryFolder();
const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const project = (name, text) => writeProject(join(folder, name), text);
const empty = project("empty", generatedWorkflow({ states: 0 }).text);

console.log(`node ${process.version}\n`);
console.log(
  "| states | calls a state | instantiations a state, one chain: TypeScript 7 | in `use` blocks of 10: TypeScript 7 | TypeScript 6 |",
);
console.log("|---|---|---|---|---|");
const none = { 6: compiled(empty, 6).instantiations, 7: compiled(empty, 7).instantiations };
for (const states of [10, 50, 100, 200, 500]) {
  const chain = generatedWorkflow({ states });
  const blocks = project(`blocks-${states}`, generatedWorkflow({ states, block }).text);
  const each = (path, version) => {
    const { fails, instantiations } = compiled(path, version);
    if (fails) missed.push(`${states} states under TypeScript ${version}: ${fails}`);
    return Math.round((instantiations - none[version]) / chain.states);
  };
  const counts = [each(project(`chain-${states}`, chain.text), 7), each(blocks, 7), each(blocks, 6)];
  const [long, ...inBlocks] = counts;
  for (const count of states > 100 ? inBlocks : [long, ...inBlocks])
    if (count > targets.each) missed.push(`${states} states: ${count} instantiations a state`);
  row(states, (chain.calls / chain.states).toFixed(1), ...counts);
}

console.log(
  "\n| whole `tsc` | seconds of processor time | on the clock | target | MB |\n|---|---|---|---|---|",
);
for (const version of [7, 6]) {
  time(`nothing but the imports, TypeScript ${version}`, empty, version);
  const blocks = join(folder, "blocks-200");
  time(`200 states in \`use\` blocks, TypeScript ${version}`, blocks, version, targets.seconds[version]);
}
for (const [version, chain] of [
  [6, 80],
  [7, 250],
])
  time(
    `one chain of ${chain} states, TypeScript ${version}`,
    project(`long-${chain}`, generatedWorkflow({ chain }).text),
    version,
  );
for (const version of [7, 6])
  time(`500 states in \`use\` blocks, TypeScript ${version}`, join(folder, "blocks-500"), version);

console.log(
  "\n| completions after an edit | ms of processor time | on the clock | target |\n|---|---|---|---|",
);
for (const version of [7, 6]) {
  const one = unfinishedWorkflow({ states: 50 });
  const inBlock = unfinishedWorkflow({ states: 50, block });
  const name = `TypeScript ${version}`;
  await complete(`in the last \`use\` block of 50 states, ${name}`, inBlock, version);
  await complete(`at the end of one chain of 50 states, ${name}`, one, version);
}

console.log("\n| emitting 200 states | ms of processor time | target |\n|---|---|---|");
const module = emitted(join(folder, "blocks-200"));
const emission = JSON.parse(run([script("emission.mjs"), module, "15"]));
const printed = median(emission.printed);
const lowered = median(emission.lowered);
row(`the text (${emission.bytes} bytes)`, printed.toFixed(1), `≤ ${targets.print}`);
row("the second lowering and the text", lowered.toFixed(1), `≤ ${targets.lower}`);
if (printed > targets.print) missed.push(`emitting 200 states: ${printed.toFixed(1)} ms`);
if (lowered > targets.lower) missed.push(`lowering and emitting 200 states: ${lowered.toFixed(1)} ms`);

console.log("\n| the same 200 states, seconds of processor time | here | aws-cdk-lib |\n|---|---|---|");
besideCdk();

if (missed.length > 0) console.log(`\nA target is missed: ${missed.join("; ")}.`);
process.exitCode = missed.length > 0 ? 1 : 0;

function row(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}

/** The least of a few rounds: whatever else the machine does only adds to it. */
function least(path, version) {
  const runs = Array.from({ length: rounds }, () => compiled(path, version));
  const processor = Math.min(...runs.map((run) => run.processor));
  const clock = Math.min(...runs.map((run) => run.clock));
  return { ...runs[0], processor: Number.isNaN(processor) ? clock : processor, clock };
}

function time(what, path, version, target) {
  const { fails, processor, clock, megabytes } = least(path, version);
  if (fails) missed.push(`${what}: ${fails}`);
  if (target !== undefined && processor > target) missed.push(`${what}: ${processor.toFixed(2)} s`);
  const shown = target === undefined ? "compiles" : `≤ ${target}`;
  row(what, fails ?? processor.toFixed(2), clock.toFixed(2), shown, megabytes);
}

async function complete(what, text, version) {
  const path = project(`typing-${version}-${what.length}`, text);
  const times = await completionTimes(path, version, text, 5);
  const processor = median(times.map((each) => each.processor));
  const clock = median(times.map((each) => each.clock));
  const target = targets.completion[version];
  if (processor > target) missed.push(`completions ${what}: ${processor.toFixed(0)} ms`);
  row(what, processor.toFixed(0), clock.toFixed(0), `≤ ${target}`);
}

function besideCdk() {
  const own = project("same-own", ownProgram(200));
  const cdk = project("same-cdk", cdkProgram(200));
  const install = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", cdk];
  const packages = ["aws-cdk-lib@2.276.0", "constructs@10.8.1", "@types/node@20"];
  if (
    spawnSync("npm", [...install, ...packages], {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    }).status
  )
    throw new Error("aws-cdk-lib was not installed");
  for (const version of [7, 6]) {
    const [ours, theirs] = [least(own, version), least(cdk, version)];
    row(
      `compiled by TypeScript ${version}`,
      ours.fails ?? ours.processor.toFixed(2),
      theirs.fails ?? theirs.processor.toFixed(2),
    );
  }
  const synthesized = (path, side) => {
    const made = emitted(path);
    return Math.min(
      ...Array.from({ length: rounds }, () => Number(run([script("synthesis.mjs"), made, side]))),
    );
  };
  row(
    "synthesized, imports included",
    synthesized(own, "own").toFixed(2),
    synthesized(cdk, "cdk").toFixed(2),
  );
  console.log(
    "\naws-cdk-lib 2.276.0. Here the expressions are typed, lowered and checked; there they are texts that nothing checks.",
  );
}

function run(arguments_) {
  const { status, stdout, stderr } = spawnSync(process.execPath, arguments_, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
