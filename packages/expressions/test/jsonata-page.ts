import { type BuiltinFacts, builtinFacts, type OperatorFacts, operatorFacts } from "../src/index.ts";

/** The tables of docs/jsonata.md, made of what the engine knows of itself. */
export function jsonataTables(): string {
  const inAws = builtinFacts.filter(({ only }) => only !== "plain");
  return [
    "## Operators",
    table(["operator", "signature", "what it does", "example"], operatorFacts.map(operatorRow)),
    "## Functions",
    table(["function", "signature", "what it does", "example"], inAws.map(builtinRow)),
  ].join("\n\n");
}

function operatorRow({ symbol, signature, doc, examples }: OperatorFacts): readonly string[] {
  return [code(symbol), code(signature), doc, exampleOf(examples)];
}

function builtinRow({ name, signature, doc, only, examples }: BuiltinFacts): readonly string[] {
  const added = only === "aws" ? " Added by Step Functions." : "";
  return [code(`$${name}`), code(signature), doc + added, exampleOf(examples)];
}

function exampleOf(examples: BuiltinFacts["examples"]): string {
  const [first] = examples;
  return first ? `${code(first[0])} → ${code(JSON.stringify(first[1]))}` : "";
}

/** In the code of a table's cell only the bar has a meaning. */
function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
