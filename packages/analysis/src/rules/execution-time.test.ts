import { describe, test } from "vitest";
import { check } from "../../test/check.ts";

describe("limit/execution-time (R-Q-04)", () => {
  const waiting = (seconds: string) =>
    `"A": { "Type": "Wait", "Seconds": ${seconds}, "Next": "B" }, "B": { "Type": "Succeed" }`;

  test("an Express execution lasts five minutes", () => {
    check(waiting("|300|"), ["error limit/execution-time"], { type: "EXPRESS" });
    check(waiting("299"), [], { type: "EXPRESS" });
    check(waiting("300"), [], { type: "STANDARD" });
  });

  test("a Standard one a year", () => {
    check(waiting("|31536000|"), ["error limit/execution-time"]);
    check(waiting("31535999"), []);
  });

  test("a child execution as long as its type says, not the machine's", () => {
    const map = (type: string, seconds: string) =>
      `"M": { "Type": "Map", "Items": [1], "End": true, "ItemProcessor": {
         "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "${type}" },
         "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${seconds}, "End": true } } } }`;
    check(map("EXPRESS", "|301|"), ["error limit/execution-time"]);
    check(map("STANDARD", "301"), []);
  });
});
