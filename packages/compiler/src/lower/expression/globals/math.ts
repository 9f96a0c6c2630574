import { numberShape, type Shape } from "@statewright/json-types";
import type { CallExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { arrayCode, asElement } from "../code/constructors.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { numberOperand } from "../emit/arithmetic.ts";
import { once } from "../emit/bind.ts";
import { booleanValue, shapedValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { canBe, elementPart, isOnly, isWhole, kinds, type Part, type Value } from "../value/index.ts";
import { argumentNode, type GlobalCall, type GlobalLowering } from "./global-call.ts";

const whole: Shape = numberShape({ integer: true });
const anyNumber: Shape = numberShape();

/** A function of one number. */
function unary(result: Shape | "same", code: (x: Code, call: GlobalCall) => Code): GlobalLowering {
  return (invocation) => {
    const { session } = invocation.scope;
    const node = argumentNode(invocation, 0);
    if (!node) return session.refuse(invocation.node, "It needs a number.", "Give it one.");
    const value = session.emit(node, invocation.scope);
    const operand = numberOperand(node, value, session);
    if (result === whole && isWhole(value.shape) && isOnly(value, kinds.number)) return value;
    const shape = result === "same" ? (isWhole(value.shape) ? whole : anyNumber) : result;
    const number = shapedValue(code(operand, invocation), shape);
    return isWhole(shape) ? number : { ...number, fraction: true };
  };
}

/** `$round` rounds a half to the even neighbour; JavaScript rounds it up. */
const round = unary(whole, (x) => call("floor", binary("+", x, numberLiteral(0.5))));

const trunc = unary(whole, (x, { scope }) =>
  once(scope.session, x, "n", (n) =>
    conditional(binary("<", n, numberLiteral(0)), call("ceil", n), call("floor", n)),
  ),
);

const sign = unary(numberShape({ integer: true, minimum: -1, maximum: 1 }), (x, { scope }) =>
  once(scope.session, x, "n", (n) =>
    conditional(
      binary(">", n, numberLiteral(0)),
      numberLiteral(1),
      conditional(binary("<", n, numberLiteral(0)), numberLiteral(-1), numberLiteral(0)),
    ),
  ),
);

/** A number, or an array of them that is spread; `shape` is that of one number. */
function operandOf(
  argument: CallExpression["arguments"][number],
  scope: Scope,
): Part & { readonly code: Code } {
  const { session } = scope;
  if (argument.kind !== "spread") {
    const value = session.emit(argument, scope);
    return { code: numberOperand(argument, value, session), shape: value.shape, absent: "never" };
  }
  const value = session.emit(argument.value, scope);
  const part = { shape: elementPart(value.shape), absent: "never" as const };
  if (value.absent === "possible" || !canBe(value, kinds.array)) {
    const instead = "Add `?? []`.";
    return {
      ...part,
      code: session.refuse(argument.value, "It has to be an array that is there.", instead).code,
    };
  }
  return { ...part, code: asElement(value.code) };
}

function extreme(name: "max" | "min"): GlobalLowering {
  return (invocation) => {
    const { scope, node } = invocation;
    const { session } = scope;
    const operands = invocation.arguments.map((argument) => operandOf(argument, scope));
    const isNotEmpty = invocation.arguments.some((argument) => argument.kind !== "spread");
    const areWhole = operands.every((operand) => isWhole(operand.shape));
    if (!isNotEmpty) {
      const reason = "Of an empty array JavaScript gives an infinite number, which is no JSON.";
      return session.refuse(node, reason, `Give a number beside: \`Math.${name}(0, ...xs)\`.`);
    }
    const shape = areWhole ? whole : anyNumber;
    return {
      ...shapedValue(call(name, arrayCode(operands.map((operand) => operand.code))), shape),
      ...(!areWhole && { fraction: true as const }),
    };
  };
}

const pow: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const [base, exponent] = [argumentNode(invocation, 0), argumentNode(invocation, 1)];
  if (!base || !exponent) return scope.session.refuse(node, "It needs two numbers.", "Give it two.");
  const operands = [base, exponent].map((operand) =>
    numberOperand(operand, scope.session.emit(operand, scope), scope.session),
  );
  return { ...shapedValue(call("power", ...operands), anyNumber), fraction: true };
};

const random: GlobalLowering = () => ({
  ...shapedValue(call("random"), anyNumber),
  fraction: true,
  volatile: true,
});

/** Whether a value is a number, and passes a test beside. */
const isNumber =
  (...tests: readonly ((n: Code) => Code)[]): GlobalLowering =>
  (invocation) => {
    const { scope, node } = invocation;
    const argument = argumentNode(invocation, 0);
    if (!argument) return scope.session.refuse(node, "It needs a value.", "Give it one.");
    const value: Value = scope.session.emit(argument, scope);
    const code = once(scope.session, value.code, "n", (n) => {
      const isOfType = binary("=", call("type", n), stringLiteral("number"));
      return tests.reduce((all, test) => binary("and", all, test(n)), isOfType);
    });
    return booleanValue(code);
  };

const isWholeNow = (n: Code): Code => binary("=", call("floor", n), n);
const isSafe = (n: Code): Code => binary("<=", call("abs", n), numberLiteral(Number.MAX_SAFE_INTEGER));

export const mathFunctions: Readonly<Record<string, GlobalLowering>> = {
  "Math.floor": unary(whole, (x) => call("floor", x)),
  "Math.ceil": unary(whole, (x) => call("ceil", x)),
  "Math.abs": unary("same", (x) => call("abs", x)),
  "Math.sqrt": unary(anyNumber, (x) => call("sqrt", x)),
  "Math.round": round,
  "Math.trunc": trunc,
  "Math.max": extreme("max"),
  "Math.min": extreme("min"),
  "Math.pow": pow,
  "Math.random": random,
  "Math.sign": sign,
  "Number.isFinite": isNumber(),
  "Number.isInteger": isNumber(isWholeNow),
  "Number.isSafeInteger": isNumber(isWholeNow, isSafe),
};
