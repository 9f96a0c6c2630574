/** What a page is held against, or filled by: its files, and what its commands print. */
export interface PageRun {
  /** A file that the page shows: ` ```ts orders.ts `. */
  write(name: string, text: string): void;
  /** What a command line prints, both streams together. */
  print(line: string): Promise<string>;
  /** Runs a command line of a block of `sh`, in the order of the page. */
  run?(line: string): Promise<void>;
  /** Whether the sources that the page is about hold a snippet. */
  holds?(snippet: string): boolean;
}

const fence = /^(?:<!-- (graph|from): (\S+) -->\n)?```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/**
 * A page with what its commands print, block by block in the order of the page: named files are written, a block of
 * text with `$ ` lines is a session, a Mermaid block under `<!-- graph: FILE -->` is that of the file. A snippet of
 * TypeScript without a name must stand in the sources.
 */
export async function fillPage(page: string, run: PageRun): Promise<string> {
  let filled = "";
  let from = 0;
  for (const match of page.matchAll(fence)) {
    const [whole, , graphed, language = "", name, body = ""] = match;
    const head = whole.slice(0, whole.length - body.length - "```".length);
    if (name !== undefined) run.write(name, body);
    const text = await blockOf({ language, name, body, graphed }, run);
    filled += `${page.slice(from, match.index)}${head}${text}\`\`\``;
    from = match.index + whole.length;
  }
  return filled + page.slice(from);
}

interface Block {
  readonly language: string;
  readonly name: string | undefined;
  readonly body: string;
  readonly graphed: string | undefined;
}

async function blockOf({ language, name, body, graphed }: Block, run: PageRun): Promise<string> {
  if (language === "mermaid" && graphed !== undefined)
    return ended(await run.print(`statewright graph ${graphed}`));
  if (language === "text" && body.startsWith("$ ")) return sessionOf(body, run);
  if (language === "sh") for (const line of body.trim().split("\n")) await run.run?.(line);
  if (language === "ts" && name === undefined && run.holds?.(body) === false)
    return `// Not in the sources:\n${body}`;
  return body;
}

async function sessionOf(body: string, run: PageRun): Promise<string> {
  const lines = body.split("\n").filter((line) => line.startsWith("$ "));
  const parts: string[] = [];
  for (const line of lines) parts.push(`${line}\n${ended(await run.print(line.slice(2)))}`);
  return parts.join("\n");
}

function ended(text: string): string {
  const trimmed = text.replaceAll(/ +$/gm, "").replace(/^\n+/, "").trimEnd();
  return trimmed === "" ? "" : `${trimmed}\n`;
}

/** A text without the indentation that all its lines share, to compare snippets. */
export function dedented(text: string): string {
  const lines = text.trimEnd().split("\n");
  const depths = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join("\n");
}
