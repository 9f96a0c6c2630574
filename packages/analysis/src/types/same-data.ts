/**
 * Whether two pieces of frozen plain data say the same, in the same order. What is one object is not looked into; members named in
 * `apart` count as equal. Not recursive: data may be nested to any depth.
 */
export function sameData(left: unknown, right: unknown, apart: ReadonlySet<string> = nothing): boolean {
  const pending: unknown[] = [left, right];
  while (pending.length > 0) {
    const one = pending.pop();
    const other = pending.pop();
    if (Object.is(one, other)) continue;
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const keys = Object.keys(one);
    const others = Object.keys(other);
    if (keys.length !== others.length) return false;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? "";
      if (key !== others[index]) return false;
      if (apart.has(key)) continue;
      const first: unknown = Reflect.get(one, key);
      const second: unknown = Reflect.get(other, key);
      if (!Object.is(first, second)) pending.push(first, second);
    }
  }
  return true;
}

const nothing: ReadonlySet<string> = new Set();
