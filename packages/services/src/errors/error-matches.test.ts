import { describe, expect, test } from "vitest";
import { errorMatches } from "../index.ts";

describe("ErrorEquals", () => {
  test.each([
    ["R-ERR-10", "a name matches itself, case and all", "CardDeclined", "CardDeclined", true],
    ["R-ERR-10", "case counts", "CardDeclined", "cardDeclined", false],
    ["R-ERR-11", "States.ALL matches custom errors", "CardDeclined", "States.ALL", true],
    ["R-ERR-11", "States.ALL matches timeouts", "States.Timeout", "States.ALL", true],
    ["R-ERR-11", "States.ALL never matches States.Runtime", "States.Runtime", "States.ALL", false],
    ["R-ERR-12", "States.Runtime is not caught by name", "States.Runtime", "States.Runtime", false],
    ["R-ERR-13", "a task result that is too large is caught", "States.DataLimitExceeded", "States.ALL", true],
    ["R-ERR-14", "States.TaskFailed matches custom errors", "CardDeclined", "States.TaskFailed", true],
    ["R-ERR-14", "and evaluation errors", "States.QueryEvaluationError", "States.TaskFailed", true],
    ["R-ERR-14", "and HTTP statuses", "States.Http.StatusCode.503", "States.TaskFailed", true],
    ["R-ERR-14", "not timeouts", "States.Timeout", "States.TaskFailed", false],
    ["R-ERR-14", "not data limits", "States.DataLimitExceeded", "States.TaskFailed", false],
    ["R-ERR-15", "a missed heartbeat is a timeout too", "States.HeartbeatTimeout", "States.Timeout", true],
    ["R-ERR-15", "a timeout is no missed heartbeat", "States.Timeout", "States.HeartbeatTimeout", false],
    ["R-CHOICE-03", "no choice matched cannot be caught", "States.NoChoiceMatched", "States.ALL", false],
    [
      "R-ERR-24",
      "an error outside a branch is no States.BranchFailed",
      "Declined",
      "States.BranchFailed",
      false,
    ],
    ["", "a prototype's name is a custom error", "toString", "States.TaskFailed", true],
  ])("%s %s", (_rule, _what, error, matcher, matches) => {
    expect(errorMatches(error, matcher)).toBe(matches);
  });

  test("R-ERR-13 a state's own data that is too large ends the execution", () => {
    expect(errorMatches("States.DataLimitExceeded", "States.ALL", { ownData: true })).toBe(false);
    expect(errorMatches("States.DataLimitExceeded", "States.DataLimitExceeded", { ownData: true })).toBe(
      false,
    );
  });

  test("R-ERR-24 States.BranchFailed is another name for what a branch failed with", () => {
    expect(errorMatches("Declined", "States.BranchFailed", { branch: true })).toBe(true);
  });
});
