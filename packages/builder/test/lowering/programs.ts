import type { Feature } from "./features.ts";
import type { Random } from "./random-data.ts";

/** Random arrow functions over the data of `inputSchema`. */

export type Kind = "num" | "str" | "bool" | "nums" | "strs" | "grid" | "items" | "item" | "obj" | "any";

export interface Local {
  readonly name: string;
  readonly kind: Kind;
}

function grouped(all: readonly Feature[]): ReadonlyMap<Kind, readonly Feature[]> {
  const groups = new Map<Kind, Feature[]>();
  for (const one of all) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return groups;
}

/** The text of a random arrow function that takes `{ input }`. */
export function program(from: Random): string {
  const kind = from.pick<Kind>(["num", "str", "bool", "nums", "strs", "grid", "obj", "items", "num", "nums"]);
  const written = new Writer(from).expression(kind, 2 + from.below(4), []);
  return `({ input }) => (${written})`;
}

/** Writes random expressions; with features it also takes theirs, and notes which. */
export class Writer {
  readonly #from: Random;
  readonly #features: ReadonlyMap<Kind, readonly Feature[]>;
  readonly rows: Set<string> = new Set();
  #names = 0;

  constructor(from: Random, all: readonly Feature[] = []) {
    this.#from = from;
    this.#features = grouped(all);
  }

  /** A feature with random parts. */
  feature({ row, forms }: Feature, depth: number, locals: readonly Local[]): string {
    this.rows.add(row);
    return this.#from
      .pick(forms)
      .replaceAll(/«(\w+)(?:=>(\w+))?»/g, (_, kind: Kind, to?: Kind) =>
        to
          ? this.#callback(kind, to, depth, locals)
          : this.expression(kind, depth - 1 - this.#from.below(2), locals),
      );
  }

  #featureOf(kind: Kind): Feature | undefined {
    const [first, ...others] = this.#features.get(kind) ?? [];
    return first && this.#from.below(2) === 0 ? this.#from.pick([first, ...others]) : undefined;
  }

  expression(kind: Kind, depth: number, locals: readonly Local[]): string {
    if (depth <= 0) return this.#leaf(kind, locals);
    const chosen = this.#featureOf(kind);
    if (chosen) return this.feature(chosen, depth, locals);
    const e = (wanted: Kind): string => this.expression(wanted, depth - 1 - this.#from.below(2), locals);
    if (this.#from.below(8) === 0) return this.#general(kind, e);
    switch (kind) {
      case "num":
        return this.#number(e, depth, locals);
      case "str":
        return this.#string(e, depth, locals);
      case "bool":
        return this.#boolean(e, depth, locals);
      case "nums":
        return this.#numbers(e, depth, locals);
      case "strs":
        return this.#any([
          () => `${e("strs")}.map(${this.#callback("str", "str", depth, locals)})`,
          () => `${e("strs")}.filter(${this.#callback("str", "bool", depth, locals)})`,
          () => `${e("items")}.map(${this.#callback("item", "str", depth, locals)})`,
          () => `${e("items")}.flatMap((f) => f.labels)`,
          () => `[...${e("strs")}, ${e("str")}]`,
          () => `${e("strs")}.concat(${e("strs")})`,
          () => `${e("str")}.split(',')`,
          () => `${e("strs")}.slice(0, ${this.#one(["1", "2", "-1"])})`,
          () => `[${e("str")}, ${e("str")}]`,
          () => `${e("strs")}.toSorted((p, q) => p < q ? -1 : p > q ? 1 : 0)`,
          () => `Object.keys(input.stock)`,
          () => `Object.entries(input.stock).map(([k, v]) => k + v)`,
          () => `(input.remark?.split(',') ?? ${e("strs")})`,
          () => `${e("items")}.map(({ article, remark = 'none' }) => article + remark)`,
          () => `[...${e("strs")}].sort()`,
          () => `${e("items")}.map((f) => f.remark).filter((r) => r != null)`,
          () => `${e("items")}.map((f) => f.remark).filter((r) => r !== undefined)`,
          () => `${e("items")}.map((f) => f.labels[0] ?? ${e("str")})`,
          () => `${e("items")}.map((f) => f.remark ?? 'none')`,
        ]);
      case "grid":
        return this.#any([
          () => `${e("grid")}.map(${this.#callback("nums", "nums", depth, locals)})`,
          () => `${e("grid")}.filter(${this.#callback("nums", "bool", depth, locals)})`,
          () => `[${e("nums")}, ${e("nums")}]`,
          () => `[...${e("grid")}, ${e("nums")}]`,
          () => `${e("grid")}.concat(${e("grid")})`,
          () => `${e("nums")}.map(${this.#callback("num", "nums", depth, locals)})`,
          () => `${e("grid")}.toReversed()`,
          () => `${e("grid")}.slice(${this.#one(["1", "-1", "0, 1"])})`,
          () => `[${e("nums")}]`,
          () => `${e("items")}.flatMap((f) => f.sizes)`,
        ]);
      case "items":
        return this.#any([
          () => `${e("items")}.filter(${this.#callback("item", "bool", depth, locals)})`,
          () => `${e("items")}.toSorted((p, q) => p.pieces - q.pieces)`,
          () => `${e("items")}.slice(1)`,
          () => `${e("items")}.concat(${e("items")})`,
          () => `[...${e("items")}]`,
        ]);
      case "item":
      case "any":
        return this.#leaf(kind, locals);
      case "obj":
        return this.#any([
          () => `({ k1: ${e("num")}, k2: ${e("num")} })`,
          () => `({ ...${e("obj")}, a: ${e("num")} })`,
          () => `({ ...${e("obj")}, a: input.retries })`,
          () => `({ k1: ${e("num")}, ...input.extra })`,
          () => `({ [${e("str")}]: ${e("num")} })`,
          () => `({ ...${e("obj")}, ...${e("obj")} })`,
          () => `Object.fromEntries(${e("items")}.map((f) => [f.article, f.pieces]))`,
        ]);
    }
  }

  #any(forms: readonly [() => string, ...(() => string)[]]): string {
    return this.#from.pick(forms)();
  }

  #one(choices: readonly [string, ...string[]]): string {
    return this.#from.pick(choices);
  }

  #kind(choices: readonly [Kind, ...Kind[]]): Kind {
    return this.#from.pick(choices);
  }

  /** Forms that every kind of value has. */
  #general(kind: Kind, e: (kind: Kind) => string): string {
    const name = `g${++this.#names}`;
    return this.#from
      .pick([
        () => `(${e("bool")} ? ${e(kind)} : ${e(kind)})`,
        () => `[${e(kind)}].map((${name}) => ${name}).find((${name}) => ${e("bool")}) ?? ${e(kind)}`,
        () => `({ v: ${e(kind)} }).v`,
        () => `[${e(kind)}, ${e(kind)}][0]`,
      ])()
      .replace(/^(.*)$/s, "($1)");
  }

  #number(e: (kind: Kind) => string, depth: number, locals: readonly Local[]): string {
    return this.#any([
      () => `(${e("num")} ${this.#one(["+", "-", "*"])} ${e("num")})`,
      () => `(-${e("num")})`,
      () => `${e("nums")}.length`,
      () => `${e("grid")}.length`,
      () => `${e("nums")}.reduce((a, b) => a + b, 0)`,
      () => `${e("nums")}.reduce((a, b) => (a > b ? a : b), ${e("num")})`,
      () => `${e("items")}.reduce((sum, i) => sum + i.pieces, 0)`,
      () => `(${e("nums")}[${this.#one(["0", "1"])}] ?? ${e("num")})`,
      () => `(${e("nums")}.at(-1) ?? ${e("num")})`,
      () => `(${e("nums")}.find(${this.#callback("num", "bool", depth, locals)}) ?? ${e("num")})`,
      () => `${e("nums")}.indexOf(${e("num")})`,
      () => `Math.${this.#one(["abs", "floor", "ceil", "round", "trunc"])}(${e("num")})`,
      () => `Math.${this.#one(["max", "min"])}(${e("num")}, ${e("num")})`,
      () => `Math.max(0, ...${e("nums")})`,
      () => `(input.retries ?? ${e("num")})`,
      () => `(input.rank ?? ${e("num")})`,
      () => `(input.parcel?.a?.b ?? ${e("num")})`,
      () => `(input.retries || ${e("num")})`,
      () => `(input.retries ? input.retries : ${e("num")})`,
      () => `(input.marks?.length ?? ${e("num")})`,
      () => `(input.extra?.p ?? ${e("num")})`,
      () => `(typeof input.code === 'number' ? input.code + 1 : ${e("num")})`,
      () => `(input.parcel?.a !== undefined ? input.parcel.a.b ?? 0 : ${e("num")})`,
      () => `${e("items")}.findIndex(${this.#callback("item", "bool", depth, locals)})`,
      () => `(${e("obj")}[${e("str")}] ?? ${e("num")})`,
    ]);
  }

  #string(e: (kind: Kind) => string, depth: number, locals: readonly Local[]): string {
    return this.#any([
      () => `(${e("str")} + ${e("str")})`,
      () => `(${e("str")} + ${e("num")})`,
      () => `(${e("num")} + ${e("str")})`,
      () => `\`<\${${e("str")}}-\${${e("num")}}-\${${e("bool")}}>\``,
      () => `${e("strs")}.join('-')`,
      () => `${e("nums")}.join()`,
      () =>
        `${e("str")}.${this.#one(["toUpperCase()", "toLowerCase()", "trim()", "slice(1)", "slice(0, 2)", "slice(-1)"])}`,
      () =>
        `${e("str")}.${this.#one(["charAt(0)", "padStart(4, '0')", "padEnd(3, '-')", "replace('a', 'zz')"])}`,
      () => `${e("str")}.replaceAll('X', '_')`,
      () => `String(${e("num")})`,
      () => `(${e("strs")}[0] ?? ${e("str")})`,
      () => `(input.remark ?? ${e("str")})`,
      () => `(input.order.discount ?? ${e("str")})`,
      () => `(input.remark || ${e("str")})`,
      () => `(input.remark?.toUpperCase() ?? ${e("str")})`,
      () => `(input.order.voucher !== undefined ? input.order.voucher + '!' : ${e("str")})`,
      () => `(input.code === null ? ${e("str")} : String(input.code))`,
      () => `(${e("strs")}.find(${this.#callback("str", "bool", depth, locals)}) ?? ${e("str")})`,
      () => `(${e("items")}[0]?.article ?? ${e("str")})`,
      () => `JSON.stringify(${e("nums")})`,
    ]);
  }

  #boolean(e: (kind: Kind) => string, depth: number, locals: readonly Local[]): string {
    return this.#any([
      () => `(${e("num")} ${this.#one(["<", "<=", ">", ">=", "===", "!=="])} ${e("num")})`,
      () => `(${e("str")} ${this.#one(["<", ">", "===", "!=="])} ${e("str")})`,
      () => `(${e("bool")} ${this.#one(["&&", "||"])} ${e("bool")})`,
      () => `!${e("bool")}`,
      () => `!!${e(this.#kind(["num", "str", "nums", "obj"]))}`,
      () => `Boolean(${e("str")})`,
      () => `${e("nums")}.some(${this.#callback("num", "bool", depth, locals)})`,
      () => `${e("nums")}.every(${this.#callback("num", "bool", depth, locals)})`,
      () => `${e("grid")}.some(${this.#callback("nums", "bool", depth, locals)})`,
      () => `${e("items")}.every((f) => f.remark)`,
      () => `${e("nums")}.includes(${e("num")})`,
      () => `${e("str")}.includes(${e("str")})`,
      () => `${e("str")}.${this.#one(["startsWith", "endsWith"])}(${this.#one(["'a'", e("str")])})`,
      () => `(input.retries === ${e("num")})`,
      () => `(input.retries !== input.rank)`,
      () => `(input.code === ${this.#one(["1", "'0'", "null", "'a'"])})`,
      () => `(input.rank ${this.#one(["==", "!="])} null)`,
      () => `(input.retries ${this.#one(["===", "!=="])} undefined)`,
      () => `(input.retries !== undefined && input.retries > ${e("num")})`,
      () => `(typeof input.code === 'string' && input.code < ${e("str")})`,
      () => `Array.isArray(input.anything)`,
      () => `(input.anything ? ${e("bool")} : ${e("bool")})`,
      () => `('k1' in input.stock)`,
    ]);
  }

  #numbers(e: (kind: Kind) => string, depth: number, locals: readonly Local[]): string {
    return this.#any([
      () => `${e("nums")}.map(${this.#callback("num", "num", depth, locals)})`,
      () => `${e("nums")}.filter(${this.#callback("num", "bool", depth, locals)})`,
      () => `${e("items")}.map(${this.#callback("item", "num", depth, locals)})`,
      () => `${e("grid")}.map(${this.#callback("nums", "num", depth, locals)})`,
      () => `${e("strs")}.map(${this.#callback("str", "num", depth, locals)})`,
      () => `[${e("num")}, ${e("num")}]`,
      () => `[...${e("nums")}, ${e("num")}]`,
      () => `[...${e("nums")}, ...${e("nums")}]`,
      () => `${e("nums")}.concat(${e("nums")})`,
      () => `${e("nums")}.concat(${e("num")})`,
      () => `${e("nums")}.slice(${this.#one(["1", "-2", "1, 3", "0, -1"])})`,
      () => `${e("nums")}.slice(${e("num")})`,
      () => `${e("nums")}.toSorted((p, q) => ${this.#one(["p - q", "q - p"])})`,
      () => `${e("nums")}.toReversed()`,
      () => `${e("grid")}.flat()`,
      () => `${e("grid")}.flatMap(${this.#callback("nums", "nums", depth, locals)})`,
      () => `${e("nums")}.flatMap(${this.#callback("num", this.#kind(["num", "nums"]), depth, locals)})`,
      () => `(${e("grid")}[0] ?? ${e("nums")})`,
      () => `(${e("grid")}.find(${this.#callback("nums", "bool", depth, locals)}) ?? ${e("nums")})`,
      () => `(input.marks ?? ${e("nums")})`,
      () => `(input.marks?.map(${this.#callback("num", "num", depth, locals)}) ?? ${e("nums")})`,
      () => `(input.marks?.filter((one) => one > 0)?.at(0) !== undefined ? [1] : ${e("nums")})`,
      () => `Object.values(input.stock)`,
      () => `${e("nums")}.reduce((a, v) => [...a, v * 2], ${e("nums")})`,
    ]);
  }

  #callback(from: Kind, to: Kind, depth: number, locals: readonly Local[]): string {
    this.#names += 1;
    const name = this.#from.pick([`v${this.#names}`, `v${this.#names}`, "sum", "count"]);
    const inner = [...locals.filter((local) => local.name !== name), { name, kind: from }];
    if (this.#from.below(5) === 0) {
      const position = `i${this.#names}`;
      const body = this.expression(to, depth - 2, [...inner, { name: position, kind: "num" }]);
      return `(${name}, ${position}) => ${body.startsWith("{") ? `(${body})` : body}`;
    }
    const body = this.expression(to, depth - 2, inner);
    if (this.#from.below(6) === 0) {
      const test = this.expression("bool", depth - 3, inner);
      const other = this.expression(to, depth - 3, inner);
      return `(${name}) => { const kept = ${body}; if (${test}) return kept; return ${other}; }`;
    }
    return `(${name}) => ${body}`;
  }

  #leaf(kind: Kind, locals: readonly Local[]): string {
    const own = locals.filter((local) => local.kind === kind).map((local) => local.name);
    const items = locals.filter((local) => local.kind === "item").map((local) => local.name);
    const [first, ...others] = own;
    if (first !== undefined && this.#from.below(3) > 0) return this.#one([first, ...others]);
    const [item] = items;
    switch (kind) {
      case "num":
        return this.#one([
          "input.amount",
          "input.limit",
          "0",
          "1",
          "2",
          ...(item ? [`${item}.pieces`, `${item}.pieces`] : []),
        ]);
      case "str":
        return this.#one([
          "input.name",
          "input.city",
          "'a'",
          "''",
          "input.order.key",
          ...(item ? [`${item}.article`] : []),
        ]);
      case "bool":
        return this.#one(["input.paid", "input.urgent", "true", "false"]);
      case "nums":
        return this.#one(["input.counts", "input.counts", "[]", "[1]"]);
      case "strs":
        return this.#one(["input.tags", "[]", ...(item ? [`${item}.labels`] : [])]);
      case "grid":
        return this.#one([
          "input.table",
          "input.table",
          "[]",
          "[[1, 2]]",
          "[[]]",
          ...(item ? [`${item}.sizes`] : []),
        ]);
      case "items":
        return "input.lines";
      case "item":
        return first ?? "input.lines[0]";
      case "obj":
        return "input.stock";
      case "any":
        return this.#one(["input.anything ?? null", "input.code", "input.order"]);
    }
  }
}
