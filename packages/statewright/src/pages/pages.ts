import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bug, type Severity } from "@statewright/diagnostics";
import { type Page, parsePage } from "./page.ts";

/** In the repository the sources run and read the pages of the repository; a package holds a copy of its own. */
const folder = fileURLToPath(
  new URL(
    import.meta.url.endsWith(".ts") ? "../../../../docs/diagnostics/" : "../../diagnostics/",
    import.meta.url,
  ),
);

/** Every code that has a page, in the order of the alphabet. */
export function explainedCodes(): readonly string[] {
  return Object.keys(severities());
}

/** The page of a code; nothing when there is no such code. */
export function pageOf(code: string): Page | undefined {
  const known = severities();
  const severity = Object.hasOwn(known, code) ? known[code] : undefined;
  if (severity === undefined) return undefined;
  return parsePage(code, severity, readFileSync(`${folder}${code}.md`, "utf8"));
}

/** Which severity each code has: written by `npm run pages` out of the sources. */
function severities(): Readonly<Record<string, Severity>> {
  if (!readdirSync(folder).includes("severities.json")) return bug("the pages of the codes are not there");
  return JSON.parse(readFileSync(`${folder}severities.json`, "utf8"));
}
