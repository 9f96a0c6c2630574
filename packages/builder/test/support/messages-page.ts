import type { Expected, Finding } from "./compiled.ts";
import { type Statement, within } from "./statements.ts";

/** The mistakes of one file. */
export interface Theme {
  readonly lines: readonly string[];
  readonly of: readonly Statement[];
}

const beginning = `# What the compiler says

The mistakes that people make with the builder, and what TypeScript says of each: at its place, in one error. This page
is written by a test, which compiles every piece of it with TypeScript 7, 6 and 5.9; what is shown is the text of 7,
cut at \`…\` where types are long. The pieces begin with`;

/** `docs/messages.md`: every mistake with the message that a person sees. */
export function messagesPage(setup: string, themes: readonly Theme[], found: readonly Finding[]): string {
  const start = setup.slice(setup.indexOf("interface Charged"));
  const sections = themes.map(({ lines, of }) => {
    const title = lines.find((line) => line.startsWith("// "))?.slice(3, -1);
    return [`## ${title}`, ...of.map((mistake) => section(mistake, found))].join("\n\n");
  });
  return `${beginning}\n\n\`\`\`ts\n${start.replaceAll("export ", "")}\`\`\`\n\n${sections.join("\n\n")}\n`;
}

function section(mistake: Statement, found: readonly Finding[]): string {
  const [expected] = mistake.expected;
  const error = found.find((one) => within(mistake, one));
  if (!expected || !error) throw new Error(`"${mistake.name}" is no mistake`);
  const code = mistake.body.flatMap((line, index) => {
    if (/^\s*\/\/ TS/.test(line)) return [];
    return mistake.from + index + 1 === expected.line ? [line, underline(line, expected)] : [line];
  });
  const [first = "", ...more] = expected.text.includes("…") ? [expected.text] : error.lines;
  const block = code.map((line) => line.replace(/^ {2}/, "")).join("\n");
  return `### ${mistake.name}\n\n\`\`\`ts\n${block}\n\`\`\`\n\n\`\`\`text\n${[`${error.code}: ${first}`, ...more].join("\n")}\n\`\`\``;
}

/** A comment that points at the place of an error in the line above it. */
function underline(line: string, { column }: Expected): string {
  const [marked = ""] = /^(?:"(?:\\.|[^"])*"|\w+|.)/.exec(line.slice(column - 1)) ?? [];
  return `  //${" ".repeat(column - 5)}${"~".repeat(marked.length)}`;
}
