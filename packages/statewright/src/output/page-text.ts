import type { Severity } from "@statewright/diagnostics";
import colours from "picocolors";
import type { Page } from "../pages/page.ts";

/** A page for people: Markdown as a terminal shows it, the examples indented. */
export function pageText({ code, severity, text, failing, fine }: Page, colour: boolean): string {
  const paint = colours.createColors(colour);
  const part = (title: string, body: string) => ["", paint.bold(title), "", ...examples(body, paint)];
  const lines = [
    `${paint.bold(code)}  ${severityText(severity, paint)}`,
    "",
    ...text.split("\n"),
    ...part("Fails", failing),
    ...part("Works", fine),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** All codes by family, each with the first sentence of its page. */
export function codeListText(pages: readonly Page[], colour: boolean): string {
  const paint = colours.createColors(colour);
  const families = [...new Set(pages.map(({ code }) => familyOf(code)))];
  const blocks = families.map((family) => {
    const members = pages.filter(({ code }) => familyOf(code) === family);
    const width = Math.max(...members.map(({ code }) => code.length));
    return [
      paint.bold(family),
      ...members.map(({ code, title }) => `  ${code.padEnd(width)}  ${title}`),
      "",
    ].join("\n");
  });
  return `${blocks.join("\n")}\n\`statewright explain CODE\` says more about one, with an example.\n`;
}

function familyOf(code: string): string {
  return code.split("/")[0] ?? code;
}

type Paint = ReturnType<typeof colours.createColors>;

/** Blocks are indented below the name of their file, text between them stays. */
function examples(body: string, paint: Paint): readonly string[] {
  let inside = false;
  return body.split("\n").flatMap((line) => {
    const fence = /^```\w* ?(\S*)$/.exec(line);
    if (fence !== null) {
      inside = !inside;
      return inside && fence[1] ? [paint.dim(`  ${fence[1]}`)] : [];
    }
    return [inside && line !== "" ? `    ${line}` : line];
  });
}

function severityText(severity: Severity, paint: Paint): string {
  if (severity === "error") return paint.red(severity);
  return severity === "warning" ? paint.yellow(severity) : paint.blue(severity);
}
