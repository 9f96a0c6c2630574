// Runs one work once and prints the most memory that this process was given, in megabytes.
import { jsonataRunner, ourRunner, peerRunner } from "./runners.mjs";
import { works } from "./works.mjs";

const [, , name, side] = process.argv;
const work = works[name];
const theirs = name === "W4" ? jsonataRunner : peerRunner;
const run = side === "ours" ? ourRunner(work) : await theirs(work);
await run();
console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
