import { describe, expect, test } from "vitest";
import { lower, type Step } from "../src/index.ts";
import {
  arrow,
  binary,
  block,
  end,
  input,
  jump,
  lit,
  member,
  pass,
  succeed,
  task,
  template,
  workflow,
} from "./trees.ts";

function states(...steps: Step[]): unknown {
  const { machine, diagnostics } = lower(workflow(steps));
  expect(diagnostics).toEqual([]);
  return JSON.parse(JSON.stringify(machine.States));
}

function codes(...steps: Step[]): string[] {
  return lower(workflow(steps)).diagnostics.map(({ code, severity }) =>
    severity === "error" ? code : `${severity} ${code}`,
  );
}

const when = (...steps: Step[]) => ({
  condition: arrow(binary(member(input, "n"), ">", lit(1))),
  block: block(...steps),
});

describe("transitions come from the order of the steps (R-FLOW-01)", () => {
  test("a state goes on to the next, the last one ends", () => {
    expect(states(pass("A"), pass("B"))).toEqual({
      A: { Type: "Pass", Next: "B" },
      B: { Type: "Pass", End: true },
    });
  });

  test("a branch joins behind its Choice", () => {
    expect(
      states(
        { kind: "choice", name: "C", rules: [when(pass("A"))], otherwise: { block: block(pass("B")) } },
        pass("D"),
      ),
    ).toEqual({
      C: { Type: "Choice", Choices: [{ Condition: "{% $states.input.n > 1 %}", Next: "A" }], Default: "B" },
      A: { Type: "Pass", Next: "D" },
      B: { Type: "Pass", Next: "D" },
      D: { Type: "Pass", End: true },
    });
  });

  test("an empty branch goes to the join itself", () => {
    const shown = states(
      { kind: "choice", name: "C", rules: [when()], otherwise: { block: block(pass("B")) } },
      pass("D"),
    );
    expect(shown).toMatchObject({ C: { Choices: [{ Next: "D" }], Default: "B" } });
  });

  test("a branch that only jumps leads to its target without a state between", () => {
    const shown = states(pass("A"), {
      kind: "choice",
      name: "C",
      rules: [when(jump("A"))],
      otherwise: { block: block(succeed("S")) },
    });
    expect(shown).toMatchObject({ C: { Choices: [{ Next: "A" }] } });
  });

  test("`end` in a branch ends the state before it", () => {
    const shown = states(
      { kind: "choice", name: "C", rules: [when(pass("A"), end)], otherwise: { block: block() } },
      pass("D"),
    );
    expect(shown).toMatchObject({ A: { End: true }, C: { Default: "D" } });
  });

  test("a handler goes on behind the state that catches", () => {
    const shown = states(
      task("T", { catch: [{ errorEquals: ["States.ALL"], block: block(pass("H")) }] }),
      pass("D"),
    );
    expect(shown).toMatchObject({
      T: { Catch: [{ ErrorEquals: ["States.ALL"], Next: "H" }], Next: "D" },
      H: { Next: "D" },
    });
  });

  test("without otherwise there is no Default", () => {
    const shown = states({ kind: "choice", name: "C", rules: [when(succeed("A"))] });
    expect(shown).toMatchObject({ C: { Choices: [{ Next: "A" }] } });
    expect(shown).not.toHaveProperty("C.Default");
  });
});

describe("branches of Parallel and Map are scopes of their own (R-FLOW-03)", () => {
  test("their last state ends, and the state itself goes on", () => {
    const shown = states(
      { kind: "parallel", name: "P", branches: [{ block: block(pass("A")) }, { block: block(pass("B")) }] },
      { kind: "map", name: "M", items: template(member(input, "items")), body: block(pass("E")) },
    );
    expect(shown).toEqual({
      P: {
        Type: "Parallel",
        Branches: [
          { StartAt: "A", States: { A: { Type: "Pass", End: true } } },
          { StartAt: "B", States: { B: { Type: "Pass", End: true } } },
        ],
        Next: "M",
      },
      M: {
        Type: "Map",
        Items: "{% $states.input.items %}",
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "E",
          States: { E: { Type: "Pass", End: true } },
        },
        End: true,
      },
    });
  });

  test("a jump out of a branch is refused, and says why", () => {
    const [finding] = lower(
      workflow([
        pass("A"),
        { kind: "parallel", name: "P", branches: [{ block: block(pass("B"), jump("A")) }] },
      ]),
    ).diagnostics;
    expect(finding).toMatchObject({ code: "builder/unknown-state" });
    expect(finding?.why).toContain("another branch");
  });
});

describe("what only the whole tree shows", () => {
  test("a jump to a state that is not there names the nearest", () => {
    const [finding] = lower(workflow([pass("Charge"), jump("Chrage")])).diagnostics;
    expect(finding).toMatchObject({ code: "builder/unknown-state", help: 'Did you mean "Charge"?' });
  });

  test("one name twice in a scope is an error, in two branches a warning (R-STRUCT-04)", () => {
    expect(codes(pass("A"), pass("A"))).toContain("builder/duplicate-state");
    expect(
      codes(pass("A"), { kind: "parallel", name: "P", branches: [{ block: block(pass("A")) }] }),
    ).toEqual(["warning builder/duplicate-state"]);
  });

  test("a branch that ends without a state", () => {
    expect(
      codes({ kind: "choice", name: "C", rules: [when(end)], otherwise: { block: block(pass("A")) } }),
    ).toEqual(["builder/empty-end"]);
  });

  test("an empty branch with nothing behind the Choice", () => {
    expect(
      codes({ kind: "choice", name: "C", rules: [when()], otherwise: { block: block(pass("A")) } }),
    ).toEqual(["builder/no-next"]);
  });

  test("a state behind one that jumps away (R-FLOW-04)", () => {
    expect(codes(pass("A"), end, pass("B"))).toEqual(["builder/unreachable-state"]);
    expect(codes(pass("A"), jump("B"), pass("B"))).toEqual([]);
  });

  test("names of 0 or 81 characters, or with a placeholder (R-STRUCT-04)", () => {
    expect(codes(pass(""))).toEqual(["builder/state-name"]);
    expect(codes(pass("x".repeat(80)))).toEqual([]);
    expect(codes(pass("x".repeat(81)))).toEqual(["builder/state-name"]);
    expect(codes(pass("a${b}"))).toEqual(["builder/state-name"]);
  });

  test("no states at all", () => {
    expect(codes()).toEqual(["builder/no-states"]);
    expect(codes({ kind: "parallel", name: "P", branches: [{ block: block() }] })).toEqual([
      "builder/no-states",
    ]);
  });
});

describe("hostile trees", () => {
  test("names of Object.prototype are names like others", () => {
    const shown = lower(workflow([pass("__proto__"), pass("constructor"), pass("toString")]));
    expect(shown.diagnostics).toEqual([]);
    expect(Object.keys(shown.machine.States)).toEqual(["__proto__", "constructor", "toString"]);
    expect(shown.machine.States.constructor).toEqual({ Type: "Pass", Next: "toString" });
  });

  test("nesting of 10,000 levels is a diagnostic", () => {
    let inner = block(pass("deepest"));
    for (let depth = 0; depth < 10_000; depth += 1) {
      inner = block({ kind: "parallel", name: `P${depth}`, branches: [{ block: inner }] });
    }
    const { diagnostics } = lower({ ...workflow([]), body: inner });
    expect(diagnostics.map(({ code }) => code)).toEqual(["builder/unsupported"]);
  });

  test("an arrow of 10,000 levels is a diagnostic", () => {
    let body = member(input, "a");
    for (let depth = 0; depth < 10_000; depth += 1)
      body = { kind: "unary", operator: "!", operand: body, span: body.span };
    const { diagnostics } = lower(workflow([pass("A", { output: template(body) })]));
    expect(diagnostics.map(({ code }) => code)).toEqual(["arrow/unsupported"]);
  });
});

test("the machine is frozen through and through, and the same each time", () => {
  const tree = workflow([task("T", { retry: [{ errorEquals: ["States.ALL"] }] })]);
  const { machine } = lower(tree);
  expect(Object.isFrozen(machine.States.T)).toBe(true);
  expect(JSON.stringify(lower(tree).machine)).toBe(JSON.stringify(machine));
});
