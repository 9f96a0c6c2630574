// The works of the benchmark: machines, inputs and how many state transitions a run of each has.

const ok = { ok: true };

function chain(count, state) {
  const States = {};
  for (let index = 0; index < count; index += 1) {
    States[`S${index}`] = {
      ...state(index),
      ...(index + 1 < count ? { Next: `S${index + 1}` } : { End: true }),
    };
  }
  return { StartAt: "S0", States };
}

function payload(bytes) {
  const lines = [];
  for (let size = 20; size < bytes - 120; size = JSON.stringify(lines).length) {
    for (let again = 0; again < 20 && size + again * 90 < bytes - 120; again += 1) {
      const id = lines.length;
      lines.push({ id, name: `Line ${id}`, price: id * 1.25, tags: ["new", "blue"], stocked: id % 3 === 0 });
    }
  }
  return { lines };
}

const passes = chain(100, () => ({ Type: "Pass" }));

const loop = {
  StartAt: "More?",
  States: {
    "More?": {
      Type: "Choice",
      Choices: [{ Variable: "$.n", NumericLessThan: 10_000, Next: "Count" }],
      Default: "Done",
    },
    Count: { Type: "Pass", Parameters: { "n.$": "States.MathAdd($.n, 1)" }, Next: "More?" },
    Done: { Type: "Succeed" },
  },
};

const map = {
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      ItemProcessor: {
        StartAt: "Call",
        States: {
          Call: { Type: "Task", Resource: "arn:aws:lambda:us-east-1:111111111111:function:call", End: true },
        },
      },
      End: true,
    },
  },
};

function items(count) {
  return Array.from({ length: count }, (_, id) => ({ id }));
}

export const expressions = Array.from(
  { length: 100 },
  (_, index) => `{'id': $states.input.id, 'total': $states.input.total + ${index}, 'step': 'S' & '${index}'}`,
);

const jsonata = {
  QueryLanguage: "JSONata",
  ...chain(100, (index) => ({ Type: "Pass", Output: `{% ${expressions[index]} %}` })),
};

/** `type`: an execution of more than 25,000 events can only be EXPRESS, which has no such quota (R-Q-03). */
export const works = {
  W1: { what: "100 Pass states", machine: passes, input: { id: 7 }, transitions: 100, times: 1 },
  W2: {
    what: "Choice and counter, 10,000 rounds",
    machine: loop,
    input: { n: 0 },
    transitions: 20_002,
    times: 10,
    type: "EXPRESS",
  },
  "W3 1k": {
    what: "inline Map, 1,000 mocked tasks",
    machine: map,
    input: items(1000),
    transitions: 1001,
    times: 8,
    mock: { Call: ok },
    type: "EXPRESS",
  },
  "W3 16k": {
    what: "inline Map, 16,000 mocked tasks",
    machine: map,
    input: items(16_000),
    transitions: 16_001,
    times: 8,
    mock: { Call: ok },
    type: "EXPRESS",
  },
  W4: {
    what: "100 JSONata expressions",
    machine: jsonata,
    input: { id: 7, total: 0 },
    transitions: 100,
    times: 4,
    perSecond: 200_000,
  },
  W5: {
    what: "200 KB through 100 Pass states",
    machine: passes,
    input: payload(200_000),
    transitions: 100,
    times: 100,
  },
};
