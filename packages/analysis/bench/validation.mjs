// Validation of a machine of 1,000 states, side by side with asl-validator in one run.
// Exits with 1 when the targets are not met.
import { validateDefinition } from "@statewright/analysis";
import { parseMachine } from "@statewright/asl";
import aslValidator from "asl-validator";

const states = 1000;
const targets = { milliseconds: 5, ratio: 20 };
let missed = false;

for (const language of ["JSONPath", "JSONata"]) {
  const text = JSON.stringify(machine(language), null, 2);
  const definition = JSON.parse(text);
  const before = JSON.stringify(definition);
  const found = validateDefinition(definition).diagnostics;
  if (found.length > 0) throw new Error(`The machine is not fine: ${found[0].message}`);
  const theirs = aslValidator(JSON.parse(text));
  if (!theirs.isValid) throw new Error("The machine is not fine for asl-validator.");
  for (let warmUp = 0; warmUp < 400; warmUp += 1) validateDefinition(definition);

  const alone = Array.from({ length: 100 }, () => time(() => validateDefinition(definition)));
  // In turns: each pays for what the other leaves behind.
  const ours = [];
  const peer = [];
  for (let round = 0; round < 15; round += 1) {
    for (let again = 0; again < 4; again += 1) ours.push(time(() => validateDefinition(definition)));
    const copy = JSON.parse(text); // asl-validator changes what it is given.
    peer.push(time(() => aslValidator(copy)));
  }
  const reading = Array.from({ length: 30 }, () => time(() => parseMachine(text)));
  const ratio = median(peer) / median(ours);
  console.log(`${language}, ${states} states, ${text.length} characters`);
  console.log(
    `  validateDefinition      ${median(alone).toFixed(2)} ms by itself (median of ${alone.length}; ≤ ${targets.milliseconds})`,
  );
  console.log(`  validateDefinition      ${median(ours).toFixed(2)} ms in turns with asl-validator`);
  console.log(`  asl-validator           ${median(peer).toFixed(2)} ms in turns with validateDefinition`);
  console.log(`  ratio in turns          ${ratio.toFixed(1)} × (≥ ${targets.ratio})`);
  console.log(`  reading with positions  ${median(reading).toFixed(2)} ms`);
  const same = JSON.stringify(definition) === before;
  console.log(`  the argument is ${same ? "unchanged" : "CHANGED"}`);
  missed ||= median(alone) > targets.milliseconds || ratio < targets.ratio || !same;
}
if (missed) console.log("A target is missed.");
process.exitCode = missed ? 1 : 0;

/** Every fifth state is a Task with a template, retries and a catcher; Choice, Pass, Wait between them. */
function machine(language) {
  const path = language === "JSONPath";
  const States = {};
  for (let index = 0; index < states - 1; index += 1) {
    const Next = `State${index + 1}`;
    States[`State${index}`] = [
      () => ({
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        ...(path
          ? {
              Parameters: {
                FunctionName: "charge",
                Payload: {
                  "id.$": "$.order.id",
                  "at.$": "$$.Execution.StartTime",
                  [`name${index}.$`]: `States.Format('{}-{}', $.a${index}, $.b)`,
                },
              },
              ResultPath: "$.charge",
            }
          : {
              Arguments: {
                FunctionName: "charge",
                Payload: {
                  id: `{% $states.input.order${index}.id %}`,
                  total: "{% $sum($states.input.items.(price * quantity)) %}",
                },
              },
            }),
        Retry: [{ ErrorEquals: ["States.Timeout"], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 }],
        Catch: [{ ErrorEquals: ["States.ALL"], Next }],
        Next,
      }),
      () => ({
        Type: "Choice",
        Choices: [
          path
            ? { Variable: "$.total", NumericGreaterThan: 5, Next }
            : { Condition: "{% $states.input.total > 5 %}", Next },
        ],
        Default: Next,
      }),
      () => ({
        Type: "Pass",
        ...(path
          ? { Result: { a: 1 }, ResultPath: "$.x" }
          : { Output: { a: `{% $states.input.a${index} %}` } }),
        Next,
      }),
      () => ({ Type: "Wait", Seconds: 5, Next }),
      () => ({ Type: "Pass", ...(path ? { Parameters: { "b.$": `$.b${index}` } } : {}), Next }),
    ][index % 5]();
  }
  States[`State${states - 1}`] = { Type: "Succeed" };
  return { Comment: "A long machine", QueryLanguage: language, StartAt: "State0", States };
}

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
