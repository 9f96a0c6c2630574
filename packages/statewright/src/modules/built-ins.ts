/** Built-in objects that our own code stands on, by the name a person calls them. */
const watched: readonly (readonly [name: string, target: object])[] = [
  ["Object.prototype", Object.prototype],
  ["Function.prototype", Function.prototype],
  ["Array.prototype", Array.prototype],
  ["String.prototype", String.prototype],
  ["RegExp.prototype", RegExp.prototype],
  ["Map.prototype", Map.prototype],
  ["Set.prototype", Set.prototype],
  ["Promise.prototype", Promise.prototype],
  ["Object", Object],
  ["Array", Array],
  ["JSON", JSON],
  ["Reflect", Reflect],
];

// Taken before a module runs, which may replace them.
const { getOwnPropertyDescriptor } = Object;
const { ownKeys, deleteProperty } = Reflect;
const toText = String;

/** A member of a built-in object as it was. */
interface Member {
  readonly owner: string;
  readonly target: object;
  readonly key: PropertyKey;
  readonly value: unknown;
}

/** Notes what the built-in objects are before a module runs. */
export function noteBuiltIns(): readonly Member[] {
  return watched.flatMap(([owner, target]) =>
    ownKeys(target).map((key) => ({
      owner,
      target,
      key,
      value: getOwnPropertyDescriptor(target, key)?.value,
    })),
  );
}

/**
 * The members that were replaced since, and those that were added to all objects: `Array.prototype.map`.
 *
 * Added ones are taken away again, so that the answer can be written. Uses nothing that a module can replace.
 */
export function changedBuiltIns(before: readonly Member[]): string[] {
  const changed: string[] = [];
  const ownBefore: PropertyKey[] = [];
  for (let index = 0; index < before.length; index += 1) {
    const { owner, target, key, value } = before[index] as Member;
    if (target === Object.prototype) ownBefore[ownBefore.length] = key;
    if (getOwnPropertyDescriptor(target, key)?.value !== value)
      changed[changed.length] = `${owner}.${toText(key)}`;
  }
  const now = ownKeys(Object.prototype);
  for (let index = 0; index < now.length; index += 1) {
    const key = now[index] as PropertyKey;
    if (holds(ownBefore, key)) continue;
    changed[changed.length] = `Object.prototype.${toText(key)}`;
    deleteProperty(Object.prototype, key);
  }
  return changed;
}

function holds(keys: readonly PropertyKey[], wanted: PropertyKey): boolean {
  for (let index = 0; index < keys.length; index += 1) if (keys[index] === wanted) return true;
  return false;
}
