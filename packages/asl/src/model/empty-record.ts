/**
 * A new object for keys from outside: nothing is inherited, so that `toString` and `__proto__` are keys like
 * any other.
 *
 * Its prototype is an empty object without a prototype of its own. That is as safe as `Object.create(null)`,
 * and engines keep such objects in their fast layout.
 */
export function emptyRecord<Value>(): Record<string, Value> {
  return new (Bare as unknown as new () => Record<string, Value>)();
}

function Bare(): void {}
Bare.prototype = Object.freeze(Object.create(null));
