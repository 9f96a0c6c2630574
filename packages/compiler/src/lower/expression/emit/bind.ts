import type { Code } from "../code/code.ts";
import { variable } from "../code/code.ts";
import { block } from "../code/operators.ts";
import { item } from "../code/path.ts";
import type { Session } from "./session.ts";

/** Uses a text more than once: as it is where it is a path, else through a local of its own. */
export function once(session: Session, code: Code, wanted: string, use: (code: Code) => Code): Code {
  if (code.repeatable) return use(code);
  const name = session.name(wanted);
  return block([[name, code]], use(variable(name)));
}

/** An item of an array. A path cannot begin with an array constructor: jsonata 2.0.6 then loses steps behind it. */
export function itemCode(session: Session, array: Code, index: string | number): Code {
  if (array.sequence || !array.text.startsWith("[")) return item(array, index);
  return once(session, { ...array, repeatable: false }, "xs", (xs) => item(xs, index));
}
