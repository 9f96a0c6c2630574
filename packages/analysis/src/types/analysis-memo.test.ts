import { readMachine } from "@statewright/asl";
import { expect, test } from "vitest";
import { analyze } from "../analyze.ts";
import { newAnalysisMemo } from "./analysis-memo.ts";

function chain(changed: string) {
  const pass = (output: object, next: string) => ({ Type: "Pass", Output: output, Next: next });
  const { machine } = readMachine({
    QueryLanguage: "JSONata",
    StartAt: "A",
    States: {
      A: pass({ id: "{% $states.input.id %}" }, "B"),
      B: pass({ id: "{% $states.input.id %}", at: changed }, "C"),
      C: pass({ id: "{% $states.input.id %}" }, "D"),
      D: { Type: "Succeed" },
    },
  });
  if (machine === undefined) throw new Error("the chain is no machine");
  return machine;
}

test("after an edit the states alone are inferred again that it reaches", () => {
  const memo = newAnalysisMemo();
  analyze(chain("x"), { memo });
  const before = memo.visits;
  analyze(chain("y"), { memo });
  const again = [...memo.visits].filter(
    ([key, { solved }]) => before.get(key)?.solved.outcome !== solved.outcome,
  );
  expect(again.map(([key]) => key)).toEqual(["/States/B", "/States/C"]);
});
