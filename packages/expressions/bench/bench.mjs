// Measures the JSONata engine: parsing in milliseconds, evaluation beside the `jsonata` package, and fails
// below the targets. Both engines run in this process, in turns, each expression parsed once; the package's
// `evaluate` is asynchronous and is awaited, as whoever uses it has to do.
import { performance } from "node:perf_hooks";
import { isDeepStrictEqual } from "node:util";
import { parseJsonata } from "@statewright/expressions";
import { evaluateJsonata } from "@statewright/expressions/evaluate";
import jsonata from "jsonata";
import { distinctExpressions } from "./distinct-expressions.mjs";
import { typicalExpressions, variables } from "./typical-expressions.mjs";

const targets = { parseMilliseconds: 250, timesFaster: 4 };
const rounds = 15;
const batch = 400;
let failed = false;

const texts = distinctExpressions(5000);
const parsing = measureParsing();
console.log(
  `parsing 5,000 distinct expressions (${texts.join("").length} characters): ${parsing.ours.toFixed(0)} ms, ` +
    `jsonata 2.0.6: ${parsing.theirs.toFixed(0)} ms (medians of 5; target: at most ${targets.parseMilliseconds} ms)`,
);
failed ||= parsing.ours > targets.parseMilliseconds;

console.log("\n| expression | ours, µs | jsonata 2.0.6 cached, µs | times faster |\n|---|---|---|---|");
for (const { name, text } of typicalExpressions) {
  const { ours, theirs } = await measureEvaluation(text);
  const ratio = theirs / ours;
  failed ||= ratio < targets.timesFaster;
  console.log(`| ${name} | ${ours.toFixed(2)} | ${theirs.toFixed(2)} | ${ratio.toFixed(1)} |`);
}
console.log(
  `\n(medians of ${rounds} rounds of ${batch} evaluations, in turns; target: ${targets.timesFaster} times on each)`,
);
if (failed) {
  console.log("below the target");
  process.exitCode = 1;
}

function measureParsing() {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < 5; round += 1) {
    ours.push(timed(() => texts.map((text) => parseJsonata(text))));
    theirs.push(timed(() => texts.map((text) => jsonata(text))));
  }
  return { ours: median(ours), theirs: median(theirs) };
}

async function measureEvaluation(text) {
  const { expression, problems } = parseJsonata(text);
  if (problems.length > 0) throw new Error(problems[0].message);
  const environment = {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now: 0,
    random: () => 0.5,
  };
  const reference = jsonata(text);
  const expected = JSON.parse(JSON.stringify(await reference.evaluate(undefined, variables)));
  const { value } = evaluateJsonata(expression, environment);
  if (!isDeepStrictEqual(value, expected)) throw new Error(`${text} gives ${JSON.stringify(value)}`);
  const ours = [];
  const theirs = [];
  for (let round = -3; round < rounds; round += 1) {
    let start = performance.now();
    for (let count = 0; count < batch; count += 1) evaluateJsonata(expression, environment);
    const own = performance.now() - start;
    start = performance.now();
    for (let count = 0; count < batch; count += 1) await reference.evaluate(undefined, variables);
    const other = performance.now() - start;
    if (round < 0) continue;
    ours.push((own * 1000) / batch);
    theirs.push((other * 1000) / batch);
  }
  return { ours: median(ours), theirs: median(theirs) };
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
