import { assertNever } from "@statewright/diagnostics";
import type { ConditionExpression } from "../control-expression.ts";
import type { JsonataExpression } from "../expression.ts";
import type { CallExpression, LambdaExpression, PartialExpression } from "../function-expression.ts";
import type { BinaryExpression } from "../operator-expression.ts";
import { type Print, type PrintOptions, printerOf } from "./layout.ts";
import { printNumber, printRegex, printString } from "./print-literal.ts";
import { printPairs, printPath, printPostfix } from "./print-path.ts";
import { after, before, closed, type Printed, powers } from "./printed.ts";

/**
 * Writes an expression as a person would: on one line or, with a `width`, on as many as it needs; parentheses only
 * where the tree has them or needs them.
 *
 * Reading the text gives the same tree again, but for its spans. With `templateSafe` no `${` comes out, which
 * CloudFormation, Terraform and others would replace; the text then means the same (decision 5 of the lowering).
 *
 * @example
 * ```ts
 * printJsonata(parseJsonata('$states.input . items [ price>10 ]').expression);
 * // → $states.input.items[price > 10]
 * printJsonata(parseJsonata("'${a}'").expression, { templateSafe: true });
 * // → '\\u0024{a}'
 * ```
 * @throws Never, for a tree that `parseJsonata` made.
 */
export function printJsonata(expression: JsonataExpression, options: PrintOptions = {}): string {
  return printerOf(printNode, options)(expression).text;
}

function printNode(node: JsonataExpression, print: Print): Printed {
  switch (node.kind) {
    case "string":
      return closed(printString(node.value, print.safe));
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
      return closed(printRegex(node, print.safe));
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
      return printNegation(node.operand, print);
    case "binary":
      return printBinary(node, print);
    case "apply":
      return printSides(node.left, "~>", node.right, powers.apply, print);
    case "array":
      return closed(print.enclosed("[", "]", node.items.length, textAt(node.items, print)));
    case "object":
      return closed(printPairs(node.pairs, print));
    case "condition":
      return printCondition(node, print);
    case "block":
      return closed(
        print.enclosed("(", ")", node.expressions.length, textAt(node.expressions, print), {
          separator: ";",
        }),
      );
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
      return printCall(node, print);
    case "lambda":
      return { ...closed(printLambda(node, print)), noSlash: true };
    case "transform": {
      const deletion = node.deletion ? `, ${print(node.deletion).text}` : "";
      const text = `|${print(node.pattern).text}|${print(node.update).text}${deletion}|`;
      return { ...closed(text), noSlash: true };
    }
    default:
      return assertNever(node);
  }
}

function textAt(nodes: readonly JsonataExpression[], print: Print): (index: number) => string {
  return (index) => {
    const node = nodes[index];
    return node ? print(node).text : "";
  };
}

function printNegation(operand: JsonataExpression, print: Print): Printed {
  const printed = after(print(operand), powers.prefix);
  const isNumber =
    operand.kind === "number" || (operand.kind === "postfix" && operand.operand.kind === "number");
  const text = isNumber ? `-(${printed.text})` : `-${printed.text}`;
  return { ...printed, text, left: Number.POSITIVE_INFINITY, right: Math.min(powers.prefix, printed.right) };
}

function printBinary(node: BinaryExpression, print: Print): Printed {
  if (node.operator !== "..")
    return printSides(node.left, node.operator, node.right, powers[node.operator], print);
  return closed(`${print(node.left).text}..${print(node.right).text}`);
}

function printSides(
  left: JsonataExpression,
  operator: string,
  right: JsonataExpression,
  power: number,
  print: Print,
): Printed {
  let first = before(print(left), power);
  if (operator === "/" && first.noSlash) first = closed(`(${first.text})`);
  const second = after(print(right), power);
  return {
    ...second,
    text: print.chained([first.text, `${operator} ${second.text}`]),
    left: Math.min(power, first.left),
    right: Math.min(power, second.right),
  };
}

function printCondition({ condition, consequent, alternate }: ConditionExpression, print: Print): Printed {
  const test = before(print(condition), powers.condition);
  const then = print(consequent);
  const left = Math.min(powers.condition, test.left);
  if (!alternate)
    return { text: print.chained([test.text, `? ${then.text}`]), left, right: 0, openCondition: true };
  const chosen = then.openCondition ? `(${then.text})` : then.text;
  const otherwise = print(alternate);
  const { openCondition = false } = otherwise;
  return {
    text: print.chained([test.text, `? ${chosen}`, `: ${otherwise.text}`]),
    left,
    right: 0,
    openCondition,
  };
}

function printCall(node: CallExpression | PartialExpression, print: Print): Printed {
  const called = before(print(node.callee), powers.postfix);
  const text = print.enclosed(`${called.text}(`, ")", node.arguments.length, (index) => {
    const part = node.arguments[index];
    return part === undefined || part.kind === "open" ? "?" : print(part).text;
  });
  return { ...closed(text), left: Math.min(powers.postfix, called.left) };
}

function printLambda({ parameters, signature = "", body }: LambdaExpression, print: Print): string {
  const names = parameters.map(({ name }) => `$${name}`).join(", ");
  return print.enclosed(`function(${names})${signature}{`, "}", 1, () => print(body).text, { padded: true });
}
