// The pages of the diagnostics: writes which severity each code has, out of the sources, into the folder of the pages
// (`npm run pages`); copies the pages into a package while it is packed, and takes them out again.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const pages = join(root, "docs", "diagnostics");
const [action, folder] = process.argv.slice(2);

if (action === "--copy") cpSync(pages, folder, { recursive: true });
else if (action === "--remove") rmSync(folder, { recursive: true });
else writeFileSync(join(pages, "severities.json"), `${JSON.stringify(severities(), null, 2)}\n`);

/** A code that is defined without a severity is that of a problem, which ends the command. */
function severities() {
  const found = new Map();
  for (const file of sources()) {
    const text = readFileSync(file, "utf8");
    for (const [, code, severity] of text.matchAll(
      /\bcode: "([a-z]+\/[a-z-]+)"(?:,\s*severity: "([a-z]+)")?/g,
    )) {
      if (!found.has(code) || severity !== undefined) found.set(code, severity ?? "error");
    }
  }
  return Object.fromEntries([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function sources() {
  const packages = join(root, "packages");
  return readdirSync(packages)
    .flatMap((room) =>
      readdirSync(join(packages, room, "src"), { recursive: true }).map((file) =>
        join(packages, room, "src", file),
      ),
    )
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort();
}
