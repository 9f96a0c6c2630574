import type { Severity } from "@statewright/diagnostics";

/** The page of a code: `docs/diagnostics/<family>/<what>.md`. */
export interface Page {
  readonly code: string;
  /** As the code is usually reported; a finding can be milder, and settings can change it. */
  readonly severity: Severity;
  /** The first sentence. */
  readonly title: string;
  /** What it means, in Markdown: all that stands before the examples. */
  readonly text: string;
  /** The example that gives it, in Markdown. */
  readonly failing: string;
  /** Its twin that does not. */
  readonly fine: string;
  /** All of the page, in Markdown. */
  readonly markdown: string;
}

/** Takes a page apart. */
export function parsePage(code: string, severity: Severity, markdown: string): Page {
  const [head = "", ...sections] = markdown.split(/^## /m);
  const section = (title: string) =>
    sections
      .find((part) => part.startsWith(`${title}\n`))
      ?.slice(title.length)
      .trim() ?? "";
  const text = head.replace(/^# .*\n/, "").trim();
  return {
    code,
    severity,
    title: firstSentence(text),
    text,
    failing: section("Fails"),
    fine: section("Works"),
    markdown,
  };
}

function firstSentence(text: string): string {
  const line = text.split("\n\n")[0]?.replace(/\s+/g, " ") ?? "";
  return /^.*?(?<!\be\.g|\bi\.e)[.!?](?= [A-Z`"]|$)/.exec(line)?.[0] ?? line;
}
