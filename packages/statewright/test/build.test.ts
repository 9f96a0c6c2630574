import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { type Folder, makeFolder, statewright } from "./run-statewright.ts";

// `build` writes NAME.asl.json and NAME.types.json, whole, and never over what somebody else wrote.

vi.setConfig({ testTimeout: 60_000 });

const orders = `import { workflow } from "statewright";
export const orders = workflow("orders").pass("Done").end();
`;

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function project(files: Readonly<Record<string, string | object>> = {}): Folder {
  const folder = makeFolder("build", { "package.json": { type: "module" }, "orders.ts": orders, ...files });
  folders.push(folder);
  return folder;
}

const json = (folder: Folder, file: string) => JSON.parse(readFileSync(join(folder.path, file), "utf8"));

test.concurrent("writes both files beside the module, and prints their names", async () => {
  const folder = project();
  const { code, stdout } = await statewright(["build", "orders.ts"], folder.path);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "orders.asl.json\norders.types.json\n" });
  expect(json(folder, "orders.asl.json")).toMatchObject({
    StartAt: "Done",
    States: { Done: { Type: "Pass" } },
  });
  expect(json(folder, "orders.types.json")).toMatchObject({ version: 1 });
});

test.concurrent("--out makes the folder, --json lists what was written", async () => {
  const folder = project();
  const { stdout } = await statewright(["build", "orders.ts", "--out", "a/b", "--json"], folder.path);
  expect(JSON.parse(stdout)).toMatchObject({
    written: ["a/b/orders.asl.json", "a/b/orders.types.json"],
    summary: { errors: 0, warnings: 0 },
  });
  expect(readdirSync(join(folder.path, "a/b"))).toEqual(["orders.asl.json", "orders.types.json"]);
});

test.concurrent("an older machine is replaced, another file and a link are not", async () => {
  const folder = project({ "orders.asl.json": { StartAt: "Old", States: {} } });
  expect((await statewright(["build", "orders.ts"], folder.path)).code).toBe(0);
  expect(json(folder, "orders.asl.json").StartAt).toBe("Done");

  const other = project({ "orders.types.json": "my notes" });
  const refused = await statewright(["build", "orders.ts"], other.path);
  expect({ ...refused, code: refused.code }).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("[config/not-overwritten]");
  expect(existsSync(join(other.path, "orders.asl.json"))).toBe(false);

  const linked = project();
  symlinkSync("/etc/hostname", join(linked.path, "orders.asl.json"));
  expect((await statewright(["build", "orders.ts"], linked.path)).stderr).toContain("a link");
});

test.concurrent("two workflows of one name are not written over one another", async () => {
  const folder = project({ "again.ts": orders });
  const { code, stderr } = await statewright(["build", "orders.ts", "again.ts"], folder.path);
  expect(code).toBe(2);
  expect(stderr).toContain("[config/same-name]");
});

test.concurrent.each(["../orders", "a\u0007"])("a workflow named %j becomes no file", async (name) => {
  const folder = project({ "orders.ts": orders.replace('"orders"', JSON.stringify(name)) });
  mkdirSync(join(folder.path, "out"));
  const { code, stdout } = await statewright(["build", "orders.ts", "--out", "out"], folder.path);
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(readdirSync(join(folder.path, "out"))).toEqual([]);
});

test.concurrent("with errors nothing is written, and they are shown", async () => {
  const wrong = orders.replace('.pass("Done")', '.pass("Done").output(() => orders)');
  const folder = project({ "wrong.ts": wrong });
  const { code, stdout, stderr } = await statewright(["build", "orders.ts", "wrong.ts"], folder.path);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/wrong\.ts:2:\d+/);
  expect(stderr).toContain("nothing was written");
  expect(existsSync(join(folder.path, "orders.asl.json"))).toBe(false);
});

test.concurrent("what a module prints is a note, and the document stays whole", async () => {
  const folder = project({ "orders.ts": `console.log("\\u001b[31mhello");\n${orders}` });
  const { code, stdout, stderr } = await statewright(["check", "orders.ts", "--json"], folder.path);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).files[0]).toMatchObject({ file: "orders.ts", machine: "orders" });
  expect(stderr).toBe("note: orders.ts printed: \\u001b[31mhello\n");
});
