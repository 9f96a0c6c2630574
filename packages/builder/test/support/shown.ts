import type { ArrowExpression, Local } from "@statewright/compiler";

/** A tree in a short form that reads like JavaScript: `(input.a + 1)`. A local carries its number. */
export function shown(node: ArrowExpression): string {
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "regex":
      return `/${node.source}/${node.flags}`;
    case "undefined":
      return "undefined";
    case "scope":
      return node.name;
    case "local":
      return named(node.local);
    case "member":
      return `${shown(node.object)}${node.optional ? "?." : "."}${node.property}`;
    case "index":
      return `${shown(node.object)}${node.optional ? "?." : ""}[${shown(node.index)}]`;
    case "template":
      return `\`${node.parts.map((part) => (typeof part === "string" ? part : `\${${shown(part)}}`)).join("")}\``;
    case "unary":
      return `${node.operator}${node.operator === "typeof" ? " " : ""}${shown(node.operand)}`;
    case "binary":
    case "logical":
      return `(${shown(node.left)} ${node.operator} ${shown(node.right)})`;
    case "conditional":
      return `(${shown(node.test)} ? ${shown(node.consequent)} : ${shown(node.alternate)})`;
    case "object": {
      const members = node.members.map((member) => {
        if (member.kind === "spread") return `...${shown(member.value)}`;
        const key = typeof member.key === "string" ? member.key : `[${shown(member.key)}]`;
        return `${key}: ${shown(member.value)}`;
      });
      return `{ ${members.join(", ")} }`;
    }
    case "array":
      return `[${node.elements.map(element).join(", ")}]`;
    case "call": {
      const receiver = node.receiver ? `${shown(node.receiver)}${node.optional ? "?." : "."}` : "";
      return `${receiver}${node.method}(${node.arguments.map(element).join(", ")})`;
    }
    case "function":
      return `(${node.parameters.map(named).join(", ")}) => ${shown(node.body)}`;
    case "let": {
      const bindings = node.bindings.map(({ local, value }) => `${named(local)} = ${shown(value)}`);
      return `let ${bindings.join(", ")} in ${shown(node.body)}`;
    }
  }
}

function named({ id, name }: Local): string {
  return `${name}#${id}`;
}

function element(node: Parameters<typeof shown>[0] | { kind: "spread"; value: ArrowExpression }): string {
  return node.kind === "spread" ? `...${shown(node.value)}` : shown(node);
}
