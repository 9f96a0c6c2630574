import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** `States.ALL` beside other names, or not in the last place (R-ERR-11). */
export const misplacedCatchAll: DiagnosticKind<{ subject: string; list: string; alone: boolean }> =
  defineDiagnostic({
    code: "structure/catch-all-position",
    severity: "error",
    message: ({ subject, list, alone }) =>
      alone
        ? `${subject} names \`States.ALL\`, but is not the last one of \`${list}\`.`
        : `${subject} names \`States.ALL\` beside other errors.`,
    why: () => "`States.ALL` matches every error, so it stands alone, in the last place.",
    help: ({ list, alone }) =>
      alone
        ? `Move it to the end of \`${list}\`.`
        : "Remove the other names, or give them an entry of their own.",
  });

/** A rule of a Choice that is no test (R-CHOICE-06, R-CHOICE-10). */
export const badChoiceRule: DiagnosticKind<{ subject: string; problem: string; help: string | undefined }> =
  defineDiagnostic({
    code: "structure/choice-rule",
    severity: "error",
    message: ({ subject, problem }) => `${subject} ${problem}.`,
    why: () =>
      "A rule tests one thing: `Variable` with one comparison operator, or `And`, `Or` or `Not` with rules inside.",
    help: ({ help }) => help,
  });

/** A JSONPath state in a JSONata machine (R-QL-02). */
export const jsonpathInJsonata: DiagnosticKind<{ subject: string }> = defineDiagnostic({
  code: "structure/query-language",
  severity: "error",
  message: ({ subject }) => `${subject} uses JSONPath, but the whole state machine uses JSONata.`,
  why: () => "AWS allows JSONata states in a JSONPath machine, not the other way round.",
  help: () =>
    "Remove `QueryLanguage` from the state machine and set it on the JSONata states, or write this state in JSONata.",
});
