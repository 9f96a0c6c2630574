/** The texts of a recording that stand for masked values. */
export interface Masks {
  /** Whether a text is a mask: a word, or `<…>`. It matches any value. */
  isMask(text: string): boolean;
  /** Whether `actual` is `pattern` with anything in the place of each `<…>` in it. A word in a longer text is itself. */
  fits(pattern: string, actual: string): boolean;
}

/** A tree of the inner masks by their characters: a text is looked through once, however many masks there are. */
interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

/** Prepares the masks of a recording; nothing but them is a wildcard. */
export function masksOf(placeholders: readonly string[]): Masks {
  const words = new Set(placeholders);
  const root: Branch = { next: new Map(), ends: false };
  for (const mask of placeholders) if (mask.startsWith("<") && mask.endsWith(">")) grow(root, mask);
  return {
    isMask: (text) => words.has(text),
    fits: (pattern, actual) => {
      const parts = partsBetween(pattern, root);
      return parts.length > 1 && isMadeOf(parts, actual);
    },
  };
}

function grow(root: Branch, mask: string): void {
  let branch = root;
  for (let at = 0; at < mask.length; at += 1) {
    const unit = mask.charAt(at);
    let next = branch.next.get(unit);
    if (next === undefined) {
      next = { next: new Map(), ends: false };
      branch.next.set(unit, next);
    }
    branch = next;
  }
  branch.ends = true;
}

/** What stands between the masks of a text; one part where it holds none. */
function partsBetween(text: string, root: Branch): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const length = maskAt(text, at, root);
    if (length === 0) at += 1;
    else {
      parts.push(text.slice(from, at));
      at += length;
      from = at;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** The length of the longest mask that begins here. */
function maskAt(text: string, start: number, root: Branch): number {
  let branch: Branch | undefined = root;
  let length = 0;
  for (let at = start; at < text.length; at += 1) {
    branch = branch.next.get(text.charAt(at));
    if (branch === undefined) break;
    if (branch.ends) length = at + 1 - start;
  }
  return length;
}

/** Whether a text is made of the parts in their order, with anything between two of them. */
function isMadeOf(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
