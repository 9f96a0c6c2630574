// The test command: lint, both type checks, the build and every test. Each check counts as one test. With --other-node
// what depends on the version of Node: the build, and the tests but those of compilers, tools and pages.
// Goes on after a failure, so that one run shows all there is; the last line is the sum.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "statewright-test-"));
const counts = join(folder, "counts.json");
const sum = { passed: 0, failed: 0, skipped: 0 };

const otherNode = process.argv.includes("--other-node");
// Two at a time, the long one beside the short ones.
await (otherNode
  ? checks("build")
  : Promise.all([checks("typecheck:6"), checks("lint", "typecheck", "build")]));

const ok = await npm(process.argv.includes("--deep") ? "test:run:deep" : "test:run", {
  CLOSING_LINE_FILE: counts,
  ...(otherNode && { STATEWRIGHT_OTHER_NODE: "1" }),
});
if (existsSync(counts)) {
  const tests = JSON.parse(readFileSync(counts, "utf8"));
  for (const state of ["passed", "failed", "skipped"]) sum[state] += tests[state];
  if (!ok && tests.failed === 0) sum.failed += 1;
} else {
  console.log("✗ the tests did not run to their end");
  sum.failed += 1;
}
rmSync(folder, { recursive: true });
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 ? 1 : 0;

async function checks(...names) {
  for (const name of names) {
    const ok = await npm(name);
    console.log(`${ok ? "✓" : "✗"} ${name}`);
    sum[ok ? "passed" : "failed"] += 1;
  }
}

function npm(script, environment = {}) {
  const child = spawn("npm", ["run", "--silent", script], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return new Promise((done) => {
    child.on("error", () => done(false));
    child.on("close", (status) => done(status === 0));
  });
}
