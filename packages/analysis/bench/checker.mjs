// How fast the data-flow checker is, on texts that were never seen before: parsing beside the `jsonata` package,
// inference on trees, whole machines of growing length, and a machine of which one state is edited.
// Each target is on the median of processor time, the collector's threads included: other work on the machine counts
// less. Before each, the young objects of the work before are put away (`--expose-gc`), so that none pays for another;
// what the compiler of the engine costs is in the first rounds. Time on the clock is printed beside it. Exits with 1 when a target is missed, or when the cost of a state grows
// with the machine.
import { createRequire } from "node:module";
import { analyze, newAnalysisMemo } from "@statewright/analysis";
import { readMachine } from "@statewright/asl";

const require = createRequire(new URL("../../expressions/package.json", import.meta.url));
const jsonata = require("jsonata");
const { parseJsonata } = await import("@statewright/expressions");
const { inferJsonata } = await import("@statewright/expressions/infer");
const { distinctExpressions } = await import("../../expressions/bench/distinct-expressions.mjs");

const kept = ["id", "items", "users", "order"];
const text = { type: "string" };
const record = (properties) => ({ type: "object", properties, required: Object.keys(properties) });
const item = record({ name: text, price: { type: "number" }, quantity: { type: "integer" } });
const input = record({
  id: text,
  order: record({ id: text }),
  items: { type: "array", items: item },
  list: { type: "array", items: item },
  users: { type: "array", items: record({ id: text }) },
});
const types = { version: 1, input: { ...input, additionalProperties: true } };
/** Of what the trees read nothing is known but that it is there: every path is followed to its end. */
const statesShape = { kind: "unknown" };

/** What the machines are full of; each text is a new one, and nothing is wrong with it. */
const forms = [
  (mark) => `[$states.input.items[price > ${mark}].name]`,
  (mark) => `$count($states.input.items) > ${mark} ? 'some' : 'none'`,
  (mark) => `$merge([$states.input.order, {'step': ${mark}, 'done': true}])`,
  (mark) => `$sum($states.input.items.(price * quantity)) + ${mark}`,
  (mark) => `[$map($states.input.users, function($u) { {'id': $u.id, 'rank': ${mark}} })]`,
  (mark) => `'Order ' & $string($states.input.id) & ' of ' & '${mark}'`,
  (mark) => `$exists($states.input.order.id) and $states.input.order.id != '${mark}'`,
  (mark) => `($x := $states.input.order; $x.id & '${mark}')`,
  (mark) => `$states.context.Execution.Id & '/${mark}'`,
  (mark) => `$states.input.order.id in ['${mark}', 'none']`,
];

const targets = { parse: 250, infer: 50, edit: 10, growth: 2 };
const edits = 45;
const rounds = 21;
const missed = [];
let round = 0;

console.log(
  `node ${process.version}; in ms: medians of ${rounds} rounds, of 3 for new machines of 1,000 states, of ${edits} edits; larger machines once\n`,
);
console.log("| work | processor time | target | time on the clock |");
console.log("|---|---|---|---|");

/** Texts that no round before had. */
const fresh = (texts) => {
  round += 1;
  return texts.map((text) => `${text} /* ${round} */`);
};

const texts = distinctExpressions(5000);
const parsing = [];
const peer = [];
const inferring = [];
for (let turn = 0; turn < rounds; turn += 1) {
  const ours = fresh(texts);
  const theirs = fresh(texts);
  let trees = [];
  parsing.push(time(() => (trees = ours.map((text) => parseJsonata(text).expression))));
  peer.push(time(() => theirs.map((text) => jsonata(text))));
  inferring.push(
    time(() => {
      for (let state = 0; state < trees.length; state += 5) {
        const environment = { variable: (name) => (name === "states" ? statesShape : undefined) };
        for (let at = state; at < state + 5; at += 1) inferJsonata(trees[at], environment);
      }
    }),
  );
}
say("5,000 distinct expressions parsed", parsing, targets.parse);
say("the same by the jsonata package, in turns", peer);
say("inferred on their trees: 1,000 states with five each", inferring, targets.infer);
say("the same the first time in the process, not compiled yet", inferring.slice(0, 1));

for (const language of ["JSONata", "JSONPath"]) {
  const perState = new Map();
  for (const states of [1000, 3000, 10_000]) {
    const turns = states === 1000 ? [0, 1, 2] : [0];
    const times = turns.map((turn) => {
      const { machine: read } = readMachine(machine(language, states, turn + round * 3));
      return time(() => analyze(read, { types }));
    });
    round += 1;
    perState.set(states, median(times, "cpu") / states);
    const kind = language === "JSONata" ? "expressions" : "paths";
    say(`${language}: ${states} states with five ${kind} each, all new, analyzed`, times);
  }
  const growth = perState.get(10_000) / perState.get(1000);
  row(
    `${language}: what a state of 10,000 costs, to one of 1,000`,
    `${growth.toFixed(2)} ×`,
    `≤ ${targets.growth} ×`,
    "",
  );
  if (growth > targets.growth) missed.push(`${language} grows ${growth.toFixed(2)} ×`);
}

for (const language of ["JSONata", "JSONPath"]) {
  const memo = newAnalysisMemo();
  const whole = machine(language, 1000, 77);
  const { machine: before } = readMachine(whole);
  analyze(before, { types, memo });
  const times = [];
  for (let turn = 0; turn < edits; turn += 1) {
    const name = `S${100 + ((turn * 50) % 850)}`;
    const changed =
      language === "JSONata"
        ? {
            ...whole.States[name],
            Output: { ...whole.States[name].Output, a: `{% ${forms[0](`9.${turn}`)} %}` },
          }
        : {
            ...whole.States[name],
            Parameters: { ...whole.States[name].Parameters, "a.$": `$.items[${turn}:].name` },
          };
    const { machine: after } = readMachine({ ...whole, States: { ...whole.States, [name]: changed } });
    times.push(time(() => analyze(after, { types, memo })));
  }
  say(`${language}: one state of 1,000 edited, analyzed again with its memo`, times, targets.edit);
}

console.log(missed.length === 0 ? "\nEvery target is met." : `\nA target is missed: ${missed.join("; ")}.`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** Each state makes its own output of the five, and hands on what the others read. */
function machine(language, states, salt) {
  const States = {};
  for (let index = 0; index < states - 1; index += 1) {
    const text = (at) => `{% ${forms[(index * 5 + at) % forms.length](`${salt}.${index}`)} %}`;
    States[`S${index}`] = {
      Type: "Pass",
      ...(language === "JSONata"
        ? {
            Output: {
              ...Object.fromEntries(["a", "b", "c", "d", "e"].map((name, at) => [name, text(at)])),
              ...Object.fromEntries(kept.map((name) => [name, `{% $states.input.${name} %}`])),
            },
          }
        : {
            Parameters: {
              "a.$": `$.list[?(@.price > ${salt}.${index})].name`,
              "b.$": `States.Format('{}-${salt}-${index}', $.id)`,
              "c.$": `$.items[${index % 7}:].price`,
              "d.$": `States.ArrayLength($.items)`,
              "e.$": `States.JsonMerge($.order, $.order, false)`,
              ...Object.fromEntries([...kept, "list"].map((name) => [`${name}.$`, `$.${name}`])),
            },
          }),
      Next: `S${index + 1}`,
    };
  }
  States[`S${states - 1}`] = { Type: "Succeed" };
  return { QueryLanguage: language, StartAt: "S0", States };
}

function say(what, times, target) {
  const cpu = median(times, "cpu");
  row(what, cpu.toFixed(1), target === undefined ? "" : `≤ ${target}`, median(times, "clock").toFixed(1));
  if (target !== undefined && cpu > target) missed.push(`${what}: ${cpu.toFixed(1)} ms, not ${target}`);
}

function row(...cells) {
  console.log(`| ${cells.join(" | ")} |`);
}

function time(run) {
  for (let turn = 0; turn < 2; turn += 1) globalThis.gc?.({ type: "minor" });
  const before = process.cpuUsage();
  const start = performance.now();
  run();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, cpu: (user + system) / 1000 };
}

function median(times, which) {
  const sorted = times.map((one) => one[which]).toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
