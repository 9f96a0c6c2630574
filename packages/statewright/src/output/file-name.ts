import { type Problem, problem } from "../command-line/problem.ts";

/** Characters that AWS refuses in the name of a state machine; a name without them is safe as a file name. */
const refused = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const longestName = 80;

/** Whether a workflow's name obeys AWS's rule for names of state machines, and so may become a file name. */
export function nameProblem(name: string, file: string): Problem | undefined {
  const wrong =
    name === ""
      ? "is empty"
      : name.length > longestName
        ? `has ${name.length} characters`
        : (/^\.+$/.test(name) && "has only dots") ||
          (refused.test(name) && `holds ${JSON.stringify(refused.exec(name)?.[0])}`);
  if (!wrong) return undefined;
  return problem({
    code: "config/file-name",
    file,
    message: `The workflow's name ${JSON.stringify(name)} ${wrong}, so no file is written under it.`,
    help: `AWS takes 1 to ${longestName} characters without blanks, brackets and special characters such as / : * ? $.`,
  });
}
