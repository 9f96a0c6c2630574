/**
 * A text of JSON with up to three things in it changed: a value replaced, removed, doubled or taken from elsewhere,
 * a key misspelt, or characters lost, doubled or swapped. `numbers` decides all of it.
 */
export function mutated(text: string, numbers: IterableIterator<number>): string {
  const next = (below: number): number => Number(numbers.next().value ?? 0) % Math.max(1, below);
  const changes = 1 + next(3);
  let changed = text;
  for (let change = 0; change < changes; change += 1) {
    changed = next(4) === 0 ? changedText(changed, next) : changedValue(changed, next);
  }
  return changed;
}

type Next = (below: number) => number;

function changedText(text: string, next: Next): string {
  const at = next(text.length);
  switch (next(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(8));
    case 1:
      return text.slice(0, at) + text.slice(at, at + 1 + next(20)) + text.slice(at);
    case 2:
      return (
        text.slice(0, at) +
        ['"', "{", "}", "[", "]", ",", ":", "\\", "\u0000", "😀"][next(10)] +
        text.slice(at)
      );
    default:
      return text.slice(0, at);
  }
}

interface Slot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
}

function changedValue(text: string, next: Next): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return changedText(text, next);
  }
  const slots = slotsOf(value);
  const slot = slots[next(slots.length)];
  const other = slots[next(slots.length)];
  if (slot === undefined || other === undefined) return text;
  const { holder, key } = slot;
  switch (next(6)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      break;
    case 1:
      put(holder, key, odd[next(odd.length)]);
      break;
    case 2:
      put(holder, key, structuredClone(Reflect.get(other.holder, other.key)));
      break;
    case 3: {
      const held = Reflect.get(holder, key);
      Reflect.deleteProperty(holder, key);
      put(holder, misspelt(key, next), held);
      break;
    }
    case 4:
      put(holder, misspelt(key, next), structuredClone(Reflect.get(holder, key)));
      break;
    default: {
      const held: unknown = Reflect.get(holder, key);
      put(holder, key, typeof held === "string" ? misspelt(held, next) : [held]);
    }
  }
  return JSON.stringify(value, null, 2);
}

const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  "",
  "$.x",
  "$$",
  "{% $states.input %}",
  "{% ) %}",
  "States.Format('{}', $.x)",
  "{{Name}}",
  "States.ALL",
  "__proto__",
  [],
  {},
  { "x.$": "$[?(@.a==1)]" },
];

function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function misspelt(text: string, next: Next): string {
  const at = next(text.length);
  return next(2) === 0 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}x${text.slice(at)}`;
}

function slotsOf(root: unknown): readonly Slot[] {
  const slots: Slot[] = [];
  const pending: unknown[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const key of Object.keys(value)) {
      slots.push({ holder: value as Slot["holder"], key });
      pending.push(Reflect.get(value, key));
    }
  }
  return slots;
}
