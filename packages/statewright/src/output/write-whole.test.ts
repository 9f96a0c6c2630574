import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { overwriteProblem, writeWhole } from "./write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "statewright-write-"));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text = "new") => ({
  path: join(folder, name),
  shown: name,
  text,
  replaces: (older: string) => older.startsWith("ours"),
});

test("a file is written whole, into a folder that is made for it", async () => {
  expect(await writeWhole(file("a/b.txt"))).toBeUndefined();
  expect(readFileSync(join(folder, "a/b.txt"), "utf8")).toBe("new");
  expect(readdirSync(join(folder, "a"))).toEqual(["b.txt"]);
});

test("what we wrote may be replaced, anything else may not", async () => {
  expect(await overwriteProblem(file("free.txt"))).toBeUndefined();
  writeFileSync(join(folder, "ours.txt"), "ours");
  expect(await overwriteProblem(file("ours.txt"))).toBeUndefined();
  writeFileSync(join(folder, "theirs.txt"), "theirs");
  expect(await overwriteProblem(file("theirs.txt"))).toMatchObject({
    code: "config/not-overwritten",
    file: "theirs.txt",
  });
  mkdirSync(join(folder, "folder.txt"));
  expect(await overwriteProblem(file("folder.txt"))).toMatchObject({
    message: expect.stringContaining("folder"),
  });
});

test("where nothing can be written nothing is left, and the reason is said", async () => {
  writeFileSync(join(folder, "file"), "");
  expect(await writeWhole(file("file/inner.txt"))).toMatchObject({ code: "config/not-written" });
  mkdirSync(join(folder, "taken", "inner"), { recursive: true });
  expect(await writeWhole(file("taken"))).toMatchObject({ code: "config/not-written" });
  expect(readdirSync(folder).sort()).toEqual(["file", "taken"]);
});
