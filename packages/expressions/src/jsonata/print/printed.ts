/** A printed expression and what may stand beside it. */
export interface Printed {
  readonly text: string;
  /** The weakest operator on its left spine: it can follow only an operator that binds less. */
  readonly left: number;
  /** How tight the expression at its right end binds: what binds tighter would belong to that one. */
  readonly right: number;
  /** It ends in a condition without `:`, to which the next `:` would belong. */
  readonly openCondition?: boolean;
  /** After its end a slash begins a regular expression, as the grammar has it. */
  readonly noSlash?: boolean;
}

/** Text that nothing beside it can change. */
export function closed(text: string): Printed {
  return { text, left: Number.POSITIVE_INFINITY, right: Number.POSITIVE_INFINITY };
}

/** `printed` before an operator of this power, in parentheses if need be. */
export function before(printed: Printed, power: number): Printed {
  return printed.right >= power ? printed : closed(`(${printed.text})`);
}

/** `printed` after an operator of this power, in parentheses if need be. */
export function after(printed: Printed, power: number): Printed {
  return printed.left > power ? printed : closed(`(${printed.text})`);
}

/** The powers of the operators: those that bind tighter have more. */
export const powers = {
  postfix: 80,
  dot: 75,
  prefix: 70,
  group: 70,
  sort: 40,
  apply: 40,
  condition: 20,
  bind: 10,
  "*": 60,
  "/": 60,
  "%": 60,
  "+": 50,
  "-": 50,
  "&": 50,
  "=": 40,
  "!=": 40,
  "<": 40,
  "<=": 40,
  ">": 40,
  ">=": 40,
  in: 40,
  and: 30,
  or: 25,
} as const;
