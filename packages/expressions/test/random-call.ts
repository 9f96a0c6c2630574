import type { RandomSource } from "./random-source.ts";

/** Makes texts of expressions that most likely have a value of some type. */
export interface RandomTexts {
  readonly random: RandomSource;
  any(): string;
  number(): string;
  text(): string;
  list(): string;
  object(): string;
  condition(): string;
  /** A function of so many parameters, `$v`, `$w`, `$x`. */
  lambda(parameters: number): string;
}

type Write = (texts: RandomTexts) => string;

/** Now and then an argument is of any type: errors are compared as well. */
function odd(texts: RandomTexts, usual: string): string {
  return texts.random.chance(12) ? texts.any() : usual;
}

const number = (texts: RandomTexts): string => odd(texts, texts.number());
const text = (texts: RandomTexts): string => odd(texts, texts.text());
const list = (texts: RandomTexts): string => odd(texts, texts.list());
const object = (texts: RandomTexts): string => odd(texts, texts.object());
const any = (texts: RandomTexts): string => texts.any();

function call(name: string, ...args: readonly Write[]): Write {
  return (texts) => `$${name}(${args.map((argument) => argument(texts)).join(", ")})`;
}

function oneOf(...items: readonly string[]): Write {
  return ({ random }) => random.pick(items);
}

const pattern = oneOf(
  "/a/",
  "/[a-z]+/i",
  "/(\\w)(\\d)*/",
  "/ /",
  "/,/",
  "/l+/",
  "/(b)|(c)/",
  "/^a/m",
  "/[^a-f\\s]/",
  "/o?l/",
);
const words = oneOf("'a'", "' '", "','", "'l'", "'x'", "'😀'");
const numberPicture = oneOf(
  "'0'",
  "'#,##0.00'",
  "'0.0#'",
  "'00%'",
  "'#.#;(0)'",
  "'###,##0'",
  "'0,00,0'",
  "'#‰'",
  "'x0y'",
  "'$#0.00'",
  "'0.'",
  "'.0'",
  "''",
  "'0#'",
  "'0..0'",
  "'#,#.#'",
  "'0.00,0'",
);
const integerPicture = oneOf(
  "'0'",
  "'000'",
  "'#,##0'",
  "'w'",
  "'W'",
  "'Ww'",
  "'I'",
  "'i'",
  "'a'",
  "'A'",
  "'w;o'",
  "'Ww;o'",
  "'1;o'",
  "'#'",
  "'##0'",
  "'#:##0'",
  "'٠'",
  "'一'",
  "''",
);
const datePicture = oneOf(
  "'[Y]-[M01]-[D]'",
  "'[FNn], [MNn] [D1o] [W] [H]:[m]'",
  "'[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]'",
  "'[h]:[m] [P] [z]'",
  "'[YI] [Mi] [Da]'",
  "'[X]-W[W01]-[F]'",
  "'[Yw] [x] [w] [d]'",
  "'[[[Y]]]'",
  "'[C]'",
  "'[E]'",
  "'[MNn,3-3] [FN,*-2]'",
  "'[D#1] [Y,2]'",
  "'[Y'",
  "'[q]'",
  "'[ZN]'",
  "'[Z0]'",
  "'[m] [s]'",
);
const zone = oneOf("'+0100'", "'-0730'", "'0000'", "'+5'");
const millis: Write = ({ random }) => String((random.below(400_000) - 40_000) * 10_000_019);
const literalNumber = oneOf(
  "0",
  "1",
  "7",
  "12",
  "42",
  "99",
  "365",
  "1999",
  "-3",
  "0.5",
  "1234567",
  "2.5",
  "100",
  "1000000",
);

/** For every built-in function, how calls of it are written. */
const calls: Readonly<Record<string, readonly Write[]>> = {
  sum: [call("sum", list), call("sum", any)],
  count: [call("count", list), call("count", any)],
  max: [call("max", list)],
  min: [call("min", list)],
  average: [call("average", list)],
  string: [call("string", any), call("string", any, oneOf("true", "false")), call("string")],
  substring: [call("substring", text, number), call("substring", text, number, number)],
  substringBefore: [call("substringBefore", text, words)],
  substringAfter: [call("substringAfter", text, text)],
  lowercase: [call("lowercase", text), call("lowercase")],
  uppercase: [call("uppercase", text)],
  length: [call("length", text), call("length")],
  trim: [call("trim", text)],
  pad: [call("pad", text, oneOf("0", "3", "-4", "8", "-1")), call("pad", text, oneOf("6", "-6"), words)],
  match: [call("match", text, pattern), call("match", text, pattern, oneOf("0", "1", "2", "-1"))],
  contains: [call("contains", text, pattern), call("contains", text, text)],
  replace: [
    call("replace", text, words, oneOf("'-'", "''", "'$1'")),
    call("replace", text, pattern, oneOf("'-'", "'$2$1'", "'$$'", "'[$0]'", "'$9x'", "'$'")),
    call("replace", text, pattern, oneOf("'-'", "'$0$0'"), oneOf("0", "1", "2", "-1")),
    call("replace", text, pattern, () => "function($m) { $uppercase($m.match) & $count($m.groups) }"),
  ],
  split: [
    call("split", text, words),
    call("split", text, pattern),
    call("split", text, words, oneOf("0", "1", "2", "-1", "1.5")),
  ],
  join: [call("join", list), call("join", list, words)],
  formatNumber: [
    call("formatNumber", literalNumber, numberPicture),
    call("formatNumber", number, numberPicture),
    call(
      "formatNumber",
      oneOf("1", "42", "1234.5", "0.012"),
      oneOf("'0.0e0'", "'#0.0#e00'", "'00e0'", "'0e0;x'"),
    ),
    call(
      "formatNumber",
      literalNumber,
      oneOf("'#.##0,0'", "'0,0'"),
      () => "{'decimal-separator': ',', 'grouping-separator': '.'}",
    ),
  ],
  formatBase: [call("formatBase", number), call("formatBase", number, oneOf("2", "16", "36", "1", "10.4"))],
  formatInteger: [
    call("formatInteger", literalNumber, integerPicture),
    call("formatInteger", number, oneOf("'0'", "'w'", "'#,##0'")),
  ],
  parseInteger: [
    (texts) => {
      const picture = integerPicture(texts);
      return `$parseInteger($formatInteger(${literalNumber(texts)}, ${picture}), ${picture})`;
    },
    call(
      "parseInteger",
      oneOf("'12'", "'twelve'", "'XII'", "'1,234'", "'first'", "'two hundred and five'", "'z'"),
      integerPicture,
    ),
  ],
  number: [
    call("number", any),
    call(
      "number",
      oneOf("'12'", "' 1'", "'0x1F'", "'1e3'", "'-0.5'", "'x'", "'0b101'", "'0o17'", "true", "'01'"),
    ),
  ],
  floor: [call("floor", number)],
  ceil: [call("ceil", number)],
  round: [call("round", number), call("round", number, oneOf("0", "1", "2", "-1", "-2"))],
  abs: [call("abs", number)],
  sqrt: [call("sqrt", number)],
  power: [call("power", number, oneOf("0", "1", "2", "3", "-1", "0.5"))],
  random: [() => "$type($random())", () => "($random() < 1)"],
  boolean: [call("boolean", any)],
  not: [call("not", any)],
  exists: [call("exists", any)],
  map: [
    (texts) => `$map(${list(texts)}, ${texts.lambda(1 + texts.random.below(3))})`,
    call(
      "map",
      list,
      oneOf("$string", "$sum", "$not", "$exists", "$type", "$round", "$uppercase", "$length"),
    ),
  ],
  filter: [
    (texts) => `$filter(${list(texts)}, ${texts.lambda(1 + texts.random.below(2))})`,
    call("filter", list, oneOf("$not", "$exists", "$boolean")),
  ],
  single: [(texts) => `$single(${list(texts)}, ${texts.lambda(1)})`, call("single", list)],
  zip: [call("zip", list, list), call("zip", list), call("zip", list, list, list)],
  reduce: [
    (texts) => `$reduce(${list(texts)}, ${texts.lambda(2)})`,
    (texts) => `$reduce(${list(texts)}, ${texts.lambda(2)}, ${texts.any()})`,
    call(
      "reduce",
      list,
      oneOf("$append", "function($v, $w) { $v + $w }", "function($v, $w, $x) { $string($v) & $x }"),
    ),
  ],
  sift: [
    (texts) => `$sift(${object(texts)}, ${texts.lambda(2)})`,
    (texts) => `${texts.object()}.$sift(${texts.lambda(1)})`,
  ],
  each: [(texts) => `$each(${object(texts)}, ${texts.lambda(2)})`],
  keys: [call("keys", object), call("keys", any)],
  lookup: [call("lookup", object, oneOf("'a'", "'b'", "'s'", "'z'")), call("lookup", any, text)],
  append: [call("append", list, any), call("append", any, list)],
  spread: [call("spread", object), call("spread", any)],
  merge: [call("merge", list), (texts) => `$merge([${texts.object()}, ${object(texts)}])`],
  reverse: [call("reverse", list)],
  error: [
    call("error", text),
    (texts) => `(${texts.condition()} ? $error(${texts.text()}) : ${texts.any()})`,
  ],
  assert: [(texts) => `$assert(${odd(texts, texts.condition())}, ${texts.text()})`],
  type: [call("type", any)],
  sort: [
    call("sort", list),
    (texts) => `$sort(${list(texts)}, function($v, $w) { $string($v) > $string($w) })`,
    (texts) => `$sort(${list(texts)}, ${texts.lambda(2)})`,
  ],
  shuffle: [(texts) => `$count($shuffle(${list(texts)}))`, (texts) => `$sum($shuffle(${list(texts)}))`],
  distinct: [call("distinct", list), call("distinct", any)],
  clone: [call("clone", object), call("clone", any)],
  eval: [
    (texts) => `$eval(${quoted(texts.any())})`,
    (texts) => `$eval(${quoted(texts.any())}, ${texts.any()})`,
  ],
  now: [() => "$type($now())", () => "$length($now())", () => "($now() = $now())"],
  millis: [() => "$type($millis())", () => "($millis() = $millis())"],
  fromMillis: [
    call("fromMillis", millis),
    call("fromMillis", millis, datePicture),
    call("fromMillis", millis, datePicture, zone),
    call("fromMillis", number),
  ],
  toMillis: [
    (texts) => {
      const picture = datePicture(texts);
      return `$toMillis($fromMillis(${millis(texts)}, ${picture}), ${picture})`;
    },
    call(
      "toMillis",
      oneOf(
        "'2020-01-02T03:04:05.678Z'",
        "'2020-01'",
        "'2020'",
        "'x'",
        "'2020-02-30'",
        "'2021-06-07T08:09:10+02:00'",
      ),
    ),
    call(
      "toMillis",
      oneOf("'12/31/2019'", "'1/2/03'", "'March 7'"),
      oneOf("'[M]/[D]/[Y]'", "'[D]/[M]/[Y]'", "'[MNn] [D]'"),
    ),
  ],
  base64encode: [call("base64encode", text)],
  base64decode: [call("base64decode", text), (texts) => `$base64decode($base64encode(${texts.text()}))`],
  encodeUrlComponent: [call("encodeUrlComponent", text)],
  encodeUrl: [call("encodeUrl", text)],
  decodeUrlComponent: [
    call("decodeUrlComponent", oneOf("'a%20b'", "'%C3%A9'", "'%'", "'x'")),
    call("decodeUrlComponent", text),
  ],
  decodeUrl: [call("decodeUrl", oneOf("'a%20b'", "'%2F'", "'%E0%A4%A'", "'x'")), call("decodeUrl", text)],
};

const names = Object.keys(calls);

/** A call of a built-in function; each is as likely as any other. */
export function randomCall(texts: RandomTexts): string {
  const ways = calls[texts.random.pick(names)] ?? [];
  return texts.random.pick(ways)(texts);
}

/** Calls that give a value of one type, for arguments of others. */
export function randomCallOf(type: "number" | "text" | "list", texts: RandomTexts): string {
  const ways = calls[texts.random.pick(givers[type])] ?? [];
  return texts.random.pick(ways)(texts);
}

const givers = {
  number: [
    "sum",
    "count",
    "max",
    "length",
    "floor",
    "round",
    "abs",
    "number",
    "power",
    "parseInteger",
    "toMillis",
    "millis",
  ],
  text: [
    "string",
    "substring",
    "uppercase",
    "trim",
    "pad",
    "replace",
    "join",
    "formatNumber",
    "formatInteger",
    "fromMillis",
    "type",
    "base64encode",
  ],
  list: [
    "map",
    "filter",
    "append",
    "sort",
    "reverse",
    "distinct",
    "split",
    "keys",
    "spread",
    "each",
    "zip",
    "match",
  ],
} as const;

function quoted(expression: string): string {
  return `'${expression.replaceAll("\\", "\\\\").replaceAll("'", "\\u0027")}'`;
}
