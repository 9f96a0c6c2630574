import { type JsonataExpression, parseJsonata } from "@statewright/expressions";

/** Whether two machines are the same but for what their expressions call their parameters and variables. */
export function isSameButForNames(left: string, right: string): boolean {
  return JSON.stringify(withNumbers(JSON.parse(left))) === JSON.stringify(withNumbers(JSON.parse(right)));
}

/** Data with each expression as a tree in which names that it binds itself are numbers. */
function withNumbers(value: unknown): unknown {
  if (typeof value === "string") {
    const [, text] = /^\{%(.*)%\}$/s.exec(value) ?? [];
    return text === undefined ? value : numbered(parseJsonata(text).expression, new Map(), { next: 0 });
  }
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withNumbers(field)]));
}

type Numbers = Map<string, number>;

function numbered(node: unknown, outer: Numbers, count: { next: number }): unknown {
  if (Array.isArray(node)) return node.map((one) => numbered(one, outer, count));
  if (typeof node !== "object" || node === null) return node;
  const { kind } = node as JsonataExpression;
  // What a block or a function binds ends with it.
  const names = kind === "block" || kind === "lambda" ? new Map(outer) : outer;
  const fresh = (name: string): number => {
    count.next += 1;
    names.set(name, count.next);
    return count.next;
  };
  const fields = Object.entries(node).filter(([name]) => !/span$/i.test(name));
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (kind === "lambda" && name === "parameters") {
        return [name, (value as { name: string }[]).map((parameter) => fresh(parameter.name))];
      }
      if (name !== "name") return [name, numbered(value, names, count)];
      if (kind === "variable") return [name, names.get(value as string) ?? value];
      return [name, kind === "bind" ? fresh(value as string) : value];
    }),
  );
}
