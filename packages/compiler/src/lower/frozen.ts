/** Freezes plain data through and through. Shared parts are met once, and depth costs no stack. */
export function frozen<T extends object>(data: T): T {
  const pending: object[] = [data];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const child of Object.values(next))
      if (typeof child === "object" && child !== null) pending.push(child);
  }
  return data;
}
