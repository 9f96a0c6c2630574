// The main job, end to end: a workflow in TypeScript becomes ASL, is checked, and runs on a virtual clock.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bin = join(root, "node_modules", ".bin", "statewright");
const example = "examples/order-processing";
const module = `${example}/src/order-processing.ts`;
const shownLines = 44;

title("1. TypeScript becomes plain ASL");
run("build", module, "--out", `${example}/asl`);
const lines = readFileSync(join(root, example, "asl", "order-processing.asl.json"), "utf8")
  .trimEnd()
  .split("\n");
console.log(lines.slice(0, shownLines).join("\n"));
console.log(`… and ${lines.length - shownLines} more lines in ${example}/asl/order-processing.asl.json`);

title("2. The checker follows the data through every state");
run("check", module);

title("3. The machine runs on your computer, on a virtual clock");
simulate("An order that is shipped", `${example}/src/order-processing.mocks.json`);
simulate("A payment that fails twice and then succeeds", `${example}/scenarios/payment-retried.mocks.json`);
simulate("A shipment that fails: the customer gets the money back", `${example}/scenarios/refund.mocks.json`);
simulate("An item that is out of stock", `${example}/scenarios/out-of-stock.mocks.json`);

title("Next");
console.log(`Change a field name in ${module} and run the demo again, or keep it running beside your editor:

  ./node_modules/.bin/statewright dev ${module}
`);

function simulate(what, mocks) {
  console.log(`\n— ${what}\n`);
  run("simulate", module, "--input", `${example}/src/order-processing.input.json`, "--mocks", mocks);
}

/** Shows a command and what it prints; a command that fails ends the demo with its exit code. */
function run(...args) {
  console.log(`$ statewright ${args.join(" ")}`);
  const { status } = spawnSync(bin, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function title(text) {
  console.log(`\n${text}\n${"─".repeat(text.length)}`);
}
