// Workflows that a program writes, of any length, with the calls that real ones are made of: a state has at least five
// on the average, those in handlers, branches and Maps counted as well.

/**
 * The states of one round, in the order in which they follow one another; `inner` says how many more lie in a state.
 * What one hands on is what the next takes: an object with `chargeId` and `n`.
 */
function round(index) {
  return [
    {
      inner: 1,
      calls: [
        `.task("Charge${index}", task)`,
        ".arguments(({ vars, input }) => ({ orderId: vars.id, amount: input.n }))",
        '.comment("The card is charged")',
        ".timeoutSeconds(30)",
        '.retry({ errorEquals: ["States.Timeout"], maxAttempts: 3, backoffRate: 2 })',
        '.catch("CardDeclined", (handler) => handler',
        `  .task("Refund${index}", task)`,
        "  .arguments(({ vars, input }) => ({ orderId: vars.id + input.Cause, amount: 1 }))",
        '  .retry({ errorEquals: ["States.ALL"] })',
        `  .assign(({ result }) => ({ refund${index}: result.chargeId }))`,
        '  .output(() => ({ chargeId: "none", n: 0 })))',
        `.assign(({ result }) => ({ charge${index}: result.chargeId }))`,
        ".output(({ input, result }) => ({ chargeId: result.chargeId, n: input.n }))",
      ],
    },
    {
      inner: 0,
      calls: [
        `.pass("Note${index}")`,
        '.comment("What was charged")',
        `.assign(({ vars, input }) => ({ note${index}: vars.total + input.n }))`,
        ".output(({ vars, input }) => ({ chargeId: input.chargeId, n: vars.total }))",
      ],
    },
    {
      inner: 1,
      calls: [
        `.choice("Much${index}?")`,
        '.comment("Much is reviewed")',
        ".when((input) => input.n > 100, (branch) => branch",
        `  .task("Review${index}", task)`,
        "  .arguments(({ input, vars }) => ({ orderId: vars.id, amount: input.n }))",
        '  .retry({ errorEquals: ["States.ALL"] })',
        `  .assign(({ result }) => ({ review${index}: result.chargeId }))`,
        "  .output(({ result }) => ({ chargeId: result.chargeId, n: 1 })))",
        '.when((input, { vars }) => input.n > vars.total && input.chargeId !== "none", (branch) => branch)',
        ".otherwise((branch) => branch)",
      ],
    },
    {
      inner: 0,
      calls: [
        `.wait("Pause${index}", { seconds: ({ vars }) => vars.total })`,
        '.comment("Until it is booked")',
        `.assign(({ input }) => ({ paused${index}: input.n }))`,
        ".output(({ input }) => ({ chargeId: input.chargeId, n: input.n + 1 }))",
      ],
    },
    {
      inner: 1,
      calls: [
        `.map("Each${index}", ({ input }) => [input.n, 2, 3], (each) => each`,
        `  .pass("One${index}")`,
        '  .comment("An item")',
        `  .assign(({ input }) => ({ item${index}: input }))`,
        "  .output(({ vars, input }) => ({ id: vars.id, item: input })), { maxConcurrency: 2 })",
        '.comment("One after another")',
        '.retry({ errorEquals: ["States.ALL"], intervalSeconds: 1 })',
        `.assign(({ result }) => ({ count${index}: result.length }))`,
        ".output(({ input, result }) => ({ chargeId: input.chargeId, n: result.length }))",
      ],
    },
    {
      inner: 1,
      calls: [
        `.parallel("Both${index}", (branch) => branch`,
        `  .pass("Left${index}")`,
        '  .comment("What is left")',
        `  .assign(({ input }) => ({ rest${index}: input.n }))`,
        "  .output(({ input }) => input.n), (branch) => branch)",
        '.comment("Both at once")',
        '.retry({ errorEquals: ["States.ALL"] })',
        `.assign(({ result: [left] }) => ({ left${index}: left }))`,
        ".output(({ input, result: [left, right] }) => ({ chargeId: right.chargeId, n: left + input.n }))",
      ],
    },
    {
      inner: 0,
      calls: [
        `.task("Store${index}", task)`,
        ".arguments({ orderId: ({ vars }) => vars.id, amount: 3 })",
        '.comment("The charge is stored")',
        ".timeoutSeconds(3)",
        '.retry({ errorEquals: ["States.ALL"] })',
        `.assign({ stored${index}: ({ result }) => result.chargeId })`,
        ".output({ chargeId: ({ result }) => result.chargeId, n: 3 })",
      ],
    },
  ];
}

const head = [
  'import { lambda, param, workflow } from "statewright";',
  "declare function charge(event: { orderId: string; amount: number }): Promise<{ chargeId: string }>;",
  'const task = lambda<typeof charge, "CardDeclined">(param("ChargeArn"));',
  'export const generated = workflow("generated").input<{ id: string; total: number }>()',
];

const begin = {
  inner: 0,
  calls: [
    '.pass("Begin")',
    '.comment("What all states read")',
    ".assign(({ input }) => ({ id: input.id, total: input.total }))",
    '.output(({ input }) => ({ chargeId: "", n: input.total }))',
  ],
};

/** The module up to its last state, for whoever goes on to type there. */
export function unfinishedWorkflow(program) {
  return generatedWorkflow(program).text.replace(
    program.block ? /\n\)\n\.end\(\);\n$/ : /\n\.end\(\);\n$/,
    "",
  );
}

/**
 * The text of a module with a workflow.
 *
 * `states` is how many it has, inner ones counted (one more where the last has one inside), or `chain` how many follow
 * one another. `block` puts so many that follow one another into each `use`.
 */
export function generatedWorkflow({ states = Number.POSITIVE_INFINITY, chain, block }) {
  const chosen = [];
  let all = 0;
  for (let index = 0; all < states && chosen.length < (chain ?? Number.POSITIVE_INFINITY); index += 1) {
    for (const state of index === 0 ? [begin, ...round(0)] : round(index)) {
      if (all >= states || chosen.length >= (chain ?? Number.POSITIVE_INFINITY)) break;
      chosen.push(state);
      all += 1 + state.inner;
    }
  }
  const text = [
    ...head,
    ...(block ? blocks(chosen, block) : chosen.flatMap(({ calls }) => calls)),
    ".end();",
    "",
  ];
  return { text: text.join("\n"), states: all, calls: callsIn(text) };
}

function blocks(states, block) {
  const texts = [];
  for (let at = 0; at < states.length; at += block) {
    const calls = states.slice(at, at + block).flatMap((state) => state.calls);
    texts.push(".use((block) => block", ...calls.map((line) => `  ${line}`), ")");
  }
  return texts;
}

/** Calls of the builder: each stands at the beginning of a line. */
function callsIn(lines) {
  return lines.filter((line) => /^\s*\.(?!use|end)/.test(line)).length;
}
