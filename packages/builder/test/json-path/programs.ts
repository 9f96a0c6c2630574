import type { Random } from "../lowering/random-data.ts";

/** Random arrow functions that JSONPath has words for, over the data of `inputSchema`. */

type Kind = "num" | "str" | "bool" | "nums" | "strs" | "obj";

/** The text of a random arrow function that returns an object, for `parameters`. */
export function payload(from: Random): string {
  const { object, value } = writer(from);
  if (from.below(4) > 0) return `({ input }) => (${object(3)})`;
  const kind = from.pick<Kind>(["num", "str", "nums"]);
  return `({ input }) => { const t = ${value(kind, 2)}; return { t, again: ${use(kind)}, more: ${object(2)} }; }`;
}

/** A use of the constant `t`. */
function use(kind: Kind): string {
  if (kind === "num") return "t + 1";
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
  return kind === "str" ? "`<${t}>`" : "t.length";
}

function writer(from: Random): {
  object(depth: number): string;
  value(kind: Kind, depth: number): string;
} {
  const any = (...choices: readonly (() => string)[]): string =>
    choices[from.below(choices.length)]?.() ?? "null";
  const one = (...choices: readonly [string, ...string[]]): string => from.pick(choices);

  function object(depth: number): string {
    const fields = Array.from({ length: 1 + from.below(3) }, (_, at) => `f${at}: ${field(depth - 1)}`);
    return `{ ${fields.join(", ")} }`;
  }

  function field(depth: number): string {
    if (depth > 0 && from.below(4) === 0) return object(depth);
    if (depth > 0 && from.below(6) === 0) return `[${object(depth - 1)}, ${object(depth - 1)}]`;
    return value(from.pick<Kind>(["num", "str", "bool", "nums", "strs", "obj"]), depth);
  }

  function value(kind: Kind, depth: number): string {
    const e = (wanted: Kind): string => value(wanted, depth - 1 - from.below(2));
    if (depth <= 0) return leaf(kind);
    switch (kind) {
      case "num":
        return any(
          () => `(${e("num")} + ${e("num")})`,
          () => `(${e("num")} - ${one("1", "4")})`,
          () => `${e("nums")}.length`,
          () => `input.counts[${one("0", "1", "input.amount")}]`,
          () => `input.lines.at(${one("0", "-1")}).pieces`,
          () => `${e("strs")}.length`,
          () => leaf(kind),
        );
      case "str":
        return any(
          () =>
            `\`${one("a", "{}", "it's {", "\\\\", "")}\${${e("str")}}-\${${e("num")}}${one("", "}", "%")}\``,
          () => `(${e("str")} + ${e("str")})`,
          () => `(${e("str")} + ${e("num")})`,
          () => `String(${e("num")})`,
          () => `\`\${input.paid} \${input.rank} \${input.weight}\``,
          () => `JSON.stringify(${e(from.pick<Kind>(["nums", "obj", "strs", "str"]))})`,
          () => `input.tags[${one("0", "1")}]`,
          () => `input.name.concat(${e("str")})`,
          () => leaf(kind),
        );
      case "bool":
        return any(
          () => `${e("nums")}.includes(${e("num")})`,
          () => `${e("strs")}.includes(${e("str")})`,
          () => leaf(kind),
        );
      case "nums":
        return any(
          () => `[${e("num")}, ${e("num")}]`,
          () => "input.lines.map((l) => l.pieces)",
          () => `input.counts.slice(${one("1", "-2", "0, 2", "1, 3", "-3, -1", "0")})`,
          () => "input.table.flatMap((r) => r)",
          () => `input.table[${one("0", "1")}]`,
          () => leaf(kind),
        );
      case "strs":
        return any(
          () => `[${e("str")}, ${e("str")}]`,
          () => `input.lines.map((line) => line.${one("article", "price")})`,
          () => "input.lines.flatMap(({ labels }) => labels)",
          () => `${e("str")}.split(',').filter((part) => ${one("part !== ''", "part", "Boolean(part)")})`,
          () => `input.groups[${one("0", "1")}]`,
          () => leaf(kind),
        );
      case "obj":
        return any(
          () => `({ ...${e("obj")}, ...${e("obj")} })`,
          () => `({ ...${e("obj")}, k1: ${one("1", "'it\\'s'", "null", "[1, { a: '{}' }]")} })`,
          () => `({ a: 0, ...${e("obj")} })`,
          () => `JSON.parse(JSON.stringify(${e("obj")}))`,
          () => leaf(kind),
        );
    }
  }

  function leaf(kind: Kind): string {
    switch (kind) {
      case "num":
        return one("input.amount", "input.limit", "input.order.and", "input.order['odd name-2']", "3", "-2");
      case "str":
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
        return one("input.name", "input.city", "input.order.key", "'a b'", "'{\\'}'", "'a${b}'");
      case "bool":
        return one("input.paid", "input.urgent", "true");
      case "nums":
        return one("input.counts", "input.rates", "[1, 2]", "[]");
      case "strs":
        return one("input.tags", "['a', '']");
      case "obj":
        return one("input.stock", "input.order");
    }
  }

  return { object, value };
}

/** The text of a random test, for `when`. */
export function condition(from: Random): string {
  return `(input) => ${test(from, from.below(4))}`;
}

function test(from: Random, depth: number): string {
  const t = (): string => test(from, depth - 1);
  if (depth > 0) {
    return from.pick<() => string>([
      () => `(${t()} && ${t()})`,
      () => `(${t()} || ${t()})`,
      () => `!(${t()})`,
      () => `(${t()} ? ${t()} : ${t()})`,
      () => `(input.remark !== undefined && ${t()})`,
    ])();
  }
  return atom(from);
}

function atom(from: Random): string {
  const number = from.pick(["input.amount", "input.limit", "input.order.and", "input.weight", "3", "0"]);
  const text = from.pick(["input.name", "input.city", "input.order.key", "'a'", "''", "'aXb'"]);
  const relation = from.pick(["<", "<=", ">", ">="]);
  const equality = from.pick(["===", "!=="]);
  return from.pick<() => string>([
    () => `input.amount ${relation} ${number}`,
    () => `${number} ${relation} input.limit`,
    () => `input.name ${relation} ${text}`,
    () => `input.name ${equality} ${text}`,
    () => `${number} ${equality} input.amount`,
    () => `input.remark ${equality} ${from.pick(["'a'", "input.name", "input.order.voucher", "undefined"])}`,
    () => `input.retries ${equality} ${from.pick(["1", "input.amount", "undefined"])}`,
    () => `input.paid ${equality} ${from.pick(["true", "input.urgent"])}`,
    () => `input.rank ${from.pick(["===", "!==", "==", "!="])} null`,
    () => `input.remark ${from.pick(["==", "!="])} null`,
    () => `input.parcel ${from.pick(["==", "===", "!="])} null`,
    () => `(input.rank !== null && input.rank ${relation} 2)`,
    () =>
      `typeof input.${from.pick(["code", "rank", "anything"])} === '${from.pick(["string", "number", "boolean"])}'`,
    () => `typeof input.remark ${equality} 'undefined'`,
    () => `input.code ${equality} ${from.pick(["'a'", "2", "input.rank"])}`,
    () => `input.anything ${equality} ${from.pick(["1", "'a'", "null", "true"])}`,
    () => `input.order.discount ${equality} ${from.pick(["null", "'b'", "input.name"])}`,
    () => `'${from.pick(["k1", "zz"])}' in input.stock`,
    () => `input.stock.k1 ${equality} 3`,
    () =>
      from.pick(["input.paid", "input.name", "input.amount", "input.rank", "input.remark", "input.extra"]),
    () =>
      from.pick([
        "input.marks",
        "input.parcel",
        "input.order",
        "Boolean(input.remark)",
        "!!input.rank",
        "true",
      ]),
    () => from.pick(["input.anything", "!input.code", "!input.retries", "!input.parcel"]),
    () => `input.extra?.p ${equality} ${from.pick(["1", "undefined"])}`,
    () => `input.parcel?.a?.b ${equality} ${from.pick(["1", "undefined", "input.amount"])}`,
    () =>
      `input.name.${from.pick(["startsWith", "endsWith", "includes"])}('${from.pick(["a", "b", "*", ""])}')`,
    () => `${from.pick(["['a', 'X', '']", "[]"])}.includes(input.name)`,
    () =>
      `input.counts.length ${from.pick(["<", "<=", ">", ">=", "===", "!=="])} ${from.pick(["0", "1", "2"])}`,
  ])();
}
