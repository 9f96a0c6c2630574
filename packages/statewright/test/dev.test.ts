import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { makeFolder, startStatewright } from "./run-statewright.ts";

// `dev` draws at once, draws again after every save, shows what is wrong in place, and ends with Ctrl-C.

vi.setConfig({ testTimeout: 60_000 });

const folder = makeFolder("dev", {
  "package.json": { type: "module" },
  "flow.ts": `import { workflow } from "statewright";
import { step } from "./step.ts";
export const flow = workflow("flow").input<{ n: number }>().pass(step).end();
`,
  "step.ts": 'export const step = "First";\n',
  "flow.input.json": { n: 1 },
});
afterAll(() => folder.remove());

let running: ChildProcess | undefined;
afterEach(() => void running?.kill("SIGKILL"));

/** Starts `dev` and waits for texts in what it draws. */
function startDev() {
  const child = startStatewright(["dev", "flow.ts"], folder.path);
  running = child;
  let text = "";
  let changed: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      changed();
    });
  }
  const drawn = (wanted: string | RegExp) =>
    new Promise<string>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no ${wanted} in:\n${text}`)), 20_000);
      changed = () => {
        if (text.search(wanted) === -1) return;
        clearTimeout(timer);
        const found = text;
        text = "";
        done(found);
      };
      changed();
    });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return { child, drawn, ended };
}

test("every save is drawn again, and mistakes are shown in place", async () => {
  const { child, drawn, ended } = startDev();
  await drawn(/First[\s\S]*succeeded/i);

  const times: number[] = [];
  for (const name of ["Second", "Third", "Fourth", "Fifth", "Sixth"]) {
    // A person looks at a drawing before saving again; meanwhile the next loader gets ready.
    await new Promise((done) => setTimeout(done, 700));
    const saved = performance.now();
    folder.write("step.ts", `export const step = "${name}";\n`);
    await drawn(new RegExp(`${name}[\\s\\S]*succeeded`, "i"));
    times.push(performance.now() - saved);
  }
  const median = [...times].sort((a, b) => a - b)[2] ?? Number.NaN;
  console.log(`dev: a save is drawn again after ${Math.round(median)} ms (median of ${times.length})`);

  const flow = readFileSync(join(folder.path, "flow.ts"), "utf8");
  folder.write("flow.ts", "export const = ;\n");
  expect(await drawn("builder/module-syntax")).toContain("flow.ts:1");
  folder.write("flow.ts", flow);
  await drawn(/Sixth[\s\S]*succeeded/i);

  folder.write("flow.input.json", "{");
  expect(await drawn("syntax/json")).toContain("flow.input.json:1");
  folder.write("flow.input.json", { n: 2 });
  await drawn(/Sixth[\s\S]*succeeded/i);

  child.kill("SIGINT");
  expect(await ended).toBe(0);
});
