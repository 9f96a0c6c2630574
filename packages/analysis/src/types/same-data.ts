/**
 * Whether two pieces of frozen plain data say the same. What is one object is not looked into; members named in
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
    if (keys.length !== Object.keys(other).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(other, key)) return false;
      if (!apart.has(key)) pending.push(Reflect.get(one, key), Reflect.get(other, key));
    }
  }
  return true;
}

const nothing: ReadonlySet<string> = new Set();
