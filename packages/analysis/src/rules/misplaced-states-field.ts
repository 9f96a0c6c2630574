import { type Diagnostic, type DiagnosticKind, defineDiagnostic, type Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "@statewright/expressions";
import { expressionNodes } from "./expression-nodes.ts";
import type { JsonataSite } from "./jsonata-sites.ts";
import type { Rule } from "./rule.ts";

/** `$states.result` or `$states.errorOutput` where it does not exist (R-JA-08, R-JA-10). */
export const misplacedStatesField: DiagnosticKind<{ field: "result" | "errorOutput"; type: string }> =
  defineDiagnostic({
    code: "expression/misplaced-states-field",
    severity: "error",
    message: ({ field }) => `\`$states.${field}\` does not exist here.`,
    why: ({ field }) =>
      field === "result"
        ? "It exists in `Output` and `Assign` of a Task, Parallel or Map state, once there is a result."
        : "It exists in `Output` and `Assign` of a `Catch` entry alone.",
    help: ({ type }) =>
      type === "Task" ? undefined : "For the data a state was entered with use `$states.input`.",
  });

/** `$states.result` and `$states.errorOutput` stand only where they have a value. */
export const misplacedStatesFields: Rule = ({ expressions }) => expressions.flatMap(findingsAt);

function findingsAt(site: JsonataSite): Diagnostic[] {
  const { expression, problems, written, sees, state, pointer } = site;
  if (expression === undefined || written === undefined || problems.length > 0) return [];
  if (!/result|errorOutput/.test(written.source)) return [];
  const nodes = [...expressionNodes(expression)];
  if (nodes.some(bindsStates)) return [];
  return nodes.flatMap((node) => {
    const use = statesFieldOf(node);
    if (use === undefined || use.field === sees) return [];
    const within = { start: use.span.start + written.start, end: use.span.end + written.start };
    const facts = { field: use.field, type: state.state.Type };
    return misplacedStatesField.at({ state: state.name, pointer, within }, facts);
  });
}

function statesFieldOf(node: JsonataExpression): { field: "result" | "errorOutput"; span: Span } | undefined {
  if (node.kind !== "path") return undefined;
  const [first, second] = node.steps;
  if (first?.node.kind !== "variable" || first.node.name !== "states" || second?.node.kind !== "name")
    return undefined;
  const { name, span } = second.node;
  return name === "result" || name === "errorOutput" ? { field: name, span } : undefined;
}

/** A local variable of the same name hides `$states`. */
function bindsStates(node: JsonataExpression): boolean {
  if (node.kind === "bind") return node.name === "states";
  return node.kind === "lambda" && node.parameters.some(({ name }) => name === "states");
}
