// Makes the machine of a module in a process of its own, from its import on: seconds of processor time.
import { pathToFileURL } from "node:url";

const [module, side] = process.argv.slice(2);
const { generated, synthesized } = await import(pathToFileURL(module).href);
if (side === "cdk") synthesized();
else {
  const { compile } = await import("@statewright/builder");
  const { diagnostics } = compile(generated);
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error) throw new Error(error.message);
}
const { user, system } = process.cpuUsage();
console.log((user + system) / 1e6);
