import { describe, expect, test } from "vitest";
import type { Terminal } from "../terminal/terminal.ts";
import { commands, plannedCommands } from "./registry.ts";
import { runCommandLine } from "./run-command-line.ts";

/** Runs a command line without a process. */
const run = (...args: readonly string[]) => runWith(async () => "", args);

async function runWith(readStandardInput: () => Promise<string>, args: readonly string[]) {
  let stdout = "";
  const notes: string[] = [];
  const terminal: Terminal = {
    cwd: import.meta.dirname,
    colour: false,
    interactive: false,
    out: (text) => {
      stdout += text;
    },
    note: (line) => void notes.push(line),
    readStandardInput,
  };
  return { code: await runCommandLine(args, terminal), stdout, notes };
}

describe("help", () => {
  test("lists the commands that exist and no planned one", async () => {
    const { code, stdout, notes } = await run("--help");
    expect({ code, notes }).toEqual({ code: 0, notes: [] });
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    for (const name of plannedCommands) expect(stdout).not.toMatch(new RegExp(`^  ${name}\\b`, "m"));
  });

  test.each(commands)("of $name lists its options", async ({ name, load }) => {
    const { code, stdout } = await run(name, "--help");
    expect(code).toBe(0);
    for (const option of Object.keys((await load()).options)) expect(stdout).toContain(`--${option}`);
    expect(await run(name, "-h")).toMatchObject({ code: 0, stdout });
  });

  test("fits a terminal of 120 columns", async () => {
    const pages = await Promise.all([run("--help"), ...commands.map(({ name }) => run(name, "--help"))]);
    const long = pages.flatMap(({ stdout }) => stdout.split("\n")).filter((line) => line.length > 120);
    expect(long).toEqual([]);
  });
});

test("--version is the package's", async () => {
  expect(await run("--version")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/),
  });
});

test.each(plannedCommands)("the planned command %s answers that it does not exist yet", async (name) => {
  const { code, stdout, notes } = await run(name, "x", "--json");
  expect(code).toBe(2);
  expect(JSON.parse(stdout).error).toMatchObject({
    code: "config/not-yet",
    message: expect.stringContaining(name),
  });
  expect(notes).toHaveLength(1);
});

describe("options", () => {
  test("after -- nothing is an option", async () => {
    const { code, stdout, notes } = await run("check", "--", "--json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(notes[0]).toContain("--json: ");
  });

  test("a flag with a value, a value twice removed, an unknown short one", async () => {
    expect((await run("check", "x.json", "--json=yes")).notes[0]).toContain("takes no value");
    expect((await run("check", "x.json", "--max-warnings=")).notes[0]).toContain("needs a value");
    expect((await run("check", "x.json", "-q")).notes[0]).toContain("`-q`");
  });
});

test("a fault of ours is exit code 3, says how to report it, and is one document", async () => {
  const broken = () => Promise.reject(new Error("boom\n    at somewhere"));
  const { code, stdout, notes } = await runWith(broken, ["check", "-", "--json"]);
  expect(code).toBe(3);
  expect(JSON.parse(stdout).error).toMatchObject({
    code: "internal",
    help: expect.stringContaining("report"),
  });
  expect(notes.join("\n")).not.toMatch(/^ {4}at /m);
});
