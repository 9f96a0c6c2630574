import { assertNever } from "@statewright/diagnostics";
import type { ConditionExpression } from "../control-expression.ts";
import type { JsonataExpression } from "../expression.ts";
import type { LambdaExpression } from "../function-expression.ts";
import type { BinaryExpression } from "../operator-expression.ts";
import { printNumber, printString } from "./print-literal.ts";
import { printPairs, printPath, printPostfix } from "./print-path.ts";
import { after, before, closed, type Printed, powers } from "./printed.ts";

/**
 * Writes an expression as a person would, on one line: parentheses only where the tree has them or needs them.
 *
 * Reading the text gives the same tree again, but for its spans.
 *
 * @example
 * ```ts
 * printJsonata(parseJsonata('$states.input . items [ price>10 ]').expression);
 * // → $states.input.items[price > 10]
 * ```
 */
export function printJsonata(expression: JsonataExpression): string {
  return print(expression).text;
}

function print(node: JsonataExpression): Printed {
  switch (node.kind) {
    case "string":
      return closed(printString(node.value));
    case "number": {
      const number = closed(printNumber(node.value));
      return number.text.startsWith("-") ? { ...number, right: powers.prefix } : number;
    }
    case "boolean":
      return closed(String(node.value));
    case "null":
      return closed("null");
    case "missing":
      return closed("");
    case "regex":
      return closed(`/${node.pattern}/${node.flags}`);
    case "variable":
      return closed(`$${node.name}`);
    case "wildcard":
      return closed("*");
    case "descendants":
      return closed("**");
    case "parent":
      return closed("%");
    case "path":
      return printPath(node, print);
    case "postfix":
      return printPostfix(node, print);
    case "negate":
      return printNegation(node.operand);
    case "binary":
      return printBinary(node);
    case "apply":
      return printSides(node.left, "~>", node.right, powers.apply);
    case "array":
      return closed(`[${listed(node.items)}]`);
    case "object":
      return closed(printPairs(node.pairs, print));
    case "condition":
      return printCondition(node);
    case "block":
      return closed(`(${node.expressions.map((expression) => print(expression).text).join("; ")})`);
    case "bind": {
      const value = print(node.value);
      return {
        ...value,
        text: `$${node.name} := ${value.text}`,
        left: powers.bind,
        right: Math.min(9, value.right),
      };
    }
    case "call":
    case "partial":
      return printCall(
        node.callee,
        node.arguments.map((part) => (part.kind === "open" ? "?" : print(part).text)),
      );
    case "lambda":
      return { ...closed(printLambda(node)), noSlash: true };
    case "transform": {
      const deletion = node.deletion ? `, ${print(node.deletion).text}` : "";
      const text = `|${print(node.pattern).text}|${print(node.update).text}${deletion}|`;
      return { ...closed(text), noSlash: true };
    }
    default:
      return assertNever(node);
  }
}

function listed(nodes: readonly JsonataExpression[]): string {
  return nodes.map((node) => print(node).text).join(", ");
}

function printNegation(operand: JsonataExpression): Printed {
  const printed = after(print(operand), powers.prefix);
  const isNumber =
    operand.kind === "number" || (operand.kind === "postfix" && operand.operand.kind === "number");
  const text = isNumber ? `-(${printed.text})` : `-${printed.text}`;
  return { ...printed, text, left: Number.POSITIVE_INFINITY, right: Math.min(powers.prefix, printed.right) };
}

function printBinary(node: BinaryExpression): Printed {
  if (node.operator !== "..") return printSides(node.left, node.operator, node.right, powers[node.operator]);
  return closed(`${print(node.left).text}..${print(node.right).text}`);
}

function printSides(
  left: JsonataExpression,
  operator: string,
  right: JsonataExpression,
  power: number,
): Printed {
  let first = before(print(left), power);
  if (operator === "/" && first.noSlash) first = closed(`(${first.text})`);
  const second = after(print(right), power);
  return {
    ...second,
    text: `${first.text} ${operator} ${second.text}`,
    left: Math.min(power, first.left),
    right: Math.min(power, second.right),
  };
}

function printCondition({ condition, consequent, alternate }: ConditionExpression): Printed {
  const test = before(print(condition), powers.condition);
  const then = print(consequent);
  const left = Math.min(powers.condition, test.left);
  if (!alternate) return { text: `${test.text} ? ${then.text}`, left, right: 0, openCondition: true };
  const chosen = then.openCondition ? `(${then.text})` : then.text;
  const otherwise = print(alternate);
  const { openCondition = false } = otherwise;
  return { text: `${test.text} ? ${chosen} : ${otherwise.text}`, left, right: 0, openCondition };
}

function printCall(callee: JsonataExpression, parts: readonly string[]): Printed {
  const called = before(print(callee), powers.postfix);
  return { ...closed(`${called.text}(${parts.join(", ")})`), left: Math.min(powers.postfix, called.left) };
}

function printLambda({ parameters, signature = "", body }: LambdaExpression): string {
  const names = parameters.map(({ name }) => `$${name}`).join(", ");
  return `function(${names})${signature}{ ${print(body).text} }`;
}
