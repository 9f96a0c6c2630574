import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A state name that AWS refuses (R-STRUCT-04). */
export const badStateName: DiagnosticKind<{ name: string; length: number; limit: number }> = defineDiagnostic(
  {
    code: "structure/state-name",
    severity: "error",
    message: ({ name, length }) =>
      length === 0 ? "A state has an empty name." : `The state name "${name}" has ${length} characters.`,
    why: ({ limit }) => `A state name has 1 to ${limit} characters.`,
    help: () => "Rename the state, and the transitions to it.",
  },
);

/** A variable name that AWS refuses (R-VAR-03). */
export const badVariableName: DiagnosticKind<{
  name: string;
  subject: string;
  reserved: boolean;
  limit: number;
}> = defineDiagnostic({
  code: "structure/variable-name",
  severity: "error",
  message: ({ name, subject, reserved }) =>
    reserved
      ? `${subject} assigns a variable \`${name}\`, a name that AWS reserves.`
      : `${subject} assigns \`${name}\`, which is no name of a variable.`,
  why: ({ limit }) =>
    `A variable name begins with a letter, goes on with letters, digits and underscores, has at most ${limit} characters and is not \`states\`.`,
  help: () => "Rename the variable. A part of a variable cannot be assigned: assign the whole value.",
});

/** A label of a distributed Map that AWS refuses (R-DMAP-02). */
export const badLabel: DiagnosticKind<{ label: string; subject: string; limit: number }> = defineDiagnostic({
  code: "structure/label",
  severity: "error",
  message: ({ label, subject }) =>
    `The \`Label\` "${label}" of ${subject.charAt(0).toLowerCase()}${subject.slice(1)} cannot be used.`,
  why: ({ limit }) =>
    `A label is part of an ARN: at most ${limit} characters, no blanks and none of ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & \` ".`,
  help: () => "Shorten it to letters, digits, `-` and `_`.",
});
