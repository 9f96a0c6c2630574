import { readMachine } from "@statewright/asl";
import { expect, test } from "vitest";
import { mermaid } from "./mermaid.ts";

function draw(definition: object, execution?: readonly string[]): string {
  const { machine } = readMachine(definition);
  if (machine === undefined) throw new Error("no machine");
  return mermaid(machine, execution === undefined ? {} : { execution });
}

const order = {
  QueryLanguage: "JSONata",
  StartAt: "Charge",
  States: {
    Charge: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Retry: [{ ErrorEquals: ["Busy"] }],
      Catch: [{ ErrorEquals: ["Declined", "States.ALL"], Next: "Refused" }],
      Next: "Large?",
    },
    "Large?": {
      Type: "Choice",
      Choices: [
        { Condition: "{% $states.input.total > 1000 and $states.input.country = 'CH' %}", Next: "Each" },
      ],
      Default: "Pause",
    },
    Each: {
      Type: "Map",
      ItemProcessor: { StartAt: "Pack", States: { Pack: { Type: "Pass", End: true } } },
      Next: "Both",
    },
    Both: {
      Type: "Parallel",
      Branches: [
        { StartAt: "Left", States: { Left: { Type: "Pass", End: true } } },
        { StartAt: "Right", States: { Right: { Type: "Pass", End: true } } },
      ],
      Retry: [{ ErrorEquals: ["States.ALL"] }],
      End: true,
    },
    Pause: { Type: "Wait", Seconds: 5, Next: "Done" },
    Done: { Type: "Succeed" },
    Refused: { Type: "Fail" },
  },
};

test("a machine is drawn with its conditions, retries, catches and what it runs inside", () => {
  expect(draw(order, ["Charge", "Large?", "Pause", "Done"])).toMatchInlineSnapshot(`
    "flowchart TD
      s0["Charge"]
      s0 -. "retry Busy" .-> s0
      s1{"Large#63;"}
      subgraph s2 ["Each (Map)"]
        s3["Pack"]
        s4(( ))
        s4 --> s3
      end
      subgraph s5 ["Both (Parallel, retry States.ALL)"]
        subgraph s6 ["1"]
          s7["Left"]
          s8(( ))
          s8 --> s7
        end
        subgraph s9 ["2"]
          s10["Right"]
          s11(( ))
          s11 --> s10
        end
      end
      s12("Pause")
      s13(["Done"])
      s14(["Refused"])
      s15(( ))
      s15 --> s0
      s0 --> s1
      s0 -. "catch Declined, States.ALL" .-> s14
      s1 -- "#36;states.input.total #62; 1000 and #36;states.#8230;" --> s2
      s1 -- "otherwise" --> s12
      s2 --> s5
      s12 --> s13
      classDef visited fill:#dcf5e3,stroke:#1a7f37,stroke-width:2px
      class s0,s1,s12,s13 visited
    "
  `);
});

test("whatever a definition holds is a label, never syntax", () => {
  const evil = '"]\n  click s0 "javascript:alert(1)"\n%%{init: {}}%%<script>#quot;`end`\u2028${x}*/::error';
  const text = draw({
    StartAt: evil,
    States: {
      [evil]: { Type: "Choice", Choices: [{ Variable: evil, StringEquals: evil, Next: "B" }], Default: "B" },
      B: {
        Type: "Task",
        Resource: "x",
        Retry: [{ ErrorEquals: [evil] }],
        Catch: [{ ErrorEquals: [evil], Next: "B" }],
        End: true,
      },
    },
  });
  for (const line of text.trimEnd().split("\n").slice(1)) {
    expect(line).toMatch(
      /^ +s\d+([[({]+"[^"<>`%&;{}$\n]*(#\d+;[^"<>`%&;{}$\n]*)*"[\])}]+|\(\( \)\)| -->? .*| -\. .*| -- .*)$/u,
    );
    expect(line).not.toMatch(/[<>]script|`|click s0 "|\$\{/);
  }
});

test("a machine with nothing in it is an empty picture", () => {
  expect(draw({})).toBe("flowchart TD\n");
});
