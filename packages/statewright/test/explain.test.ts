import { describe, expect, test } from "vitest";
import { statewright } from "./run-statewright.ts";

// `statewright explain`: the page of a code on the terminal or as data, and what was probably meant by a wrong one.

const cwd = import.meta.dirname;

describe("a code", () => {
  test("is explained with the example that fails and its twin", async () => {
    const { code, stdout, stderr } = await statewright(["explain", "structure/missing-field"], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^structure\/missing-field {2}error\n\nA field that must stand does not/);
    expect(stdout).toMatch(/\nFails\n\n {2}machine\.asl\.json\n {4}\{\n {6}"QueryLanguage"/);
    expect(stdout).toMatch(/\nWorks\n/);
    expect(stdout).not.toContain("```");
  });

  test("is one document with --json", async () => {
    const { code, stdout } = await statewright(["explain", "data/unknown-field", "--json"], cwd);
    const document = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(document)).toEqual(["code", "severity", "title", "text", "failing", "fine"]);
    expect(document).toMatchObject({ code: "data/unknown-field", severity: "error" });
    expect(document.failing).toContain("```json machine.asl.json");
  });

  test("may stand in the brackets it is printed with", async () => {
    expect((await statewright(["explain", "[syntax/json]"], cwd)).code).toBe(0);
  });
});

describe("without a code", () => {
  test("all codes stand by family, one a line", async () => {
    const { code, stdout } = await statewright(["explain"], cwd);
    expect(code).toBe(0);
    for (const family of ["syntax", "structure", "transition", "expression", "data", "limit", "config"]) {
      expect(stdout).toMatch(new RegExp(`^${family}\\n {2}${family}/`, "m"));
    }
  });

  test("with --json each has its severity and one sentence", async () => {
    const { codes } = JSON.parse((await statewright(["explain", "--json"], cwd)).stdout);
    expect(codes).toContainEqual({
      code: "config/unknown-command",
      severity: "error",
      title: "There is no command of this name.",
    });
  });
});

describe("a code that does not exist", () => {
  test.each([
    ["data/unknown-feild", "`data/unknown-field`"],
    ["unknown-field", "`data/unknown-field` or `structure/unknown-field`"],
    ["transition", "transition/unknown-target"],
    ["zzz", "`statewright explain` lists the codes"],
    ["__proto__", "`statewright explain` lists the codes"],
    ["../../README", "`statewright explain` lists the codes"],
    ["\u001b[31m", "\\u001b"],
  ])("%j is answered with what there is", async (written, says) => {
    const { code, stdout, stderr } = await statewright(["explain", written, "--json"], cwd);
    expect({ code, error: JSON.parse(stdout).error.code }).toEqual({ code: 2, error: "config/unknown-code" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/[^\n\P{C}]/u);
  });
});
