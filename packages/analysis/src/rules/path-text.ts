import { hasPlaceholder, type JsonRecord, type JsonValue } from "@statewright/asl";
import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import { schemaValidation } from "./aws-location.ts";
import { templateMembers } from "./payload-templates.ts";
import type { Rule, RuledState } from "./rule.ts";

/** A field that takes a path and holds something else (R-QL-06, R-DIAG table: bad path field, bad `.$` value). */
export const noPath: DiagnosticKind<{ field: string; intrinsics: boolean; found: string }> = defineDiagnostic(
  {
    code: "expression/path",
    severity: "error",
    message: ({ field, intrinsics, found }) =>
      `\`${field}\` takes a path${intrinsics ? " or an intrinsic function" : ""}, but is ${found}.`,
    why: () => "A path begins with `$`; AWS refuses anything else there.",
    help: ({ field }) =>
      field.endsWith(".$") ? `For a text that stands for itself remove \`.$\` from the name.` : undefined,
  },
);

/** A text that looks like a path in a field that hands it on as text (AWS: NO_DOLLAR). */
export const forgottenDollar: DiagnosticKind<{ field: string; text: string }> = defineDiagnostic({
  code: "expression/forgotten-dollar",
  severity: "warning",
  message: ({ field, text }) => `\`${field}\` is the text "${text}", not what that path selects.`,
  why: () => "In a payload template only a field whose name ends in `.$` is evaluated.",
  help: ({ field }) => `Name it \`${field}.$\`.`,
});

const pathFields = ["InputPath", "OutputPath", "ResultPath", "ItemsPath", "SecondsPath", "TimestampPath"];
const morePathFields = [
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "MaxConcurrencyPath",
  "ToleratedFailureCountPath",
  "ToleratedFailurePercentagePath",
];
const intrinsicFields = new Set(["ErrorPath", "CausePath"]);

/** Paths begin with `$`, and what begins so is written where paths are read. */
export const pathTexts: Rule = ({ states }) =>
  states.flatMap((visit) => (visit.language === "JSONPath" ? [...fieldsOf(visit), ...membersOf(visit)] : []));

function fieldsOf({ state, pointer, name }: RuledState): Diagnostic[] {
  const fields = state as unknown as JsonRecord;
  const found: Diagnostic[] = [];
  for (const field of [...pathFields, ...morePathFields, ...intrinsicFields]) {
    const value = fields[field];
    const intrinsics = intrinsicFields.has(field);
    if (typeof value === "string" && !mayBePath(value, intrinsics)) {
      const at = childPointer(pointer, field);
      const aws = schemaValidation(at, "Value must be a valid JSONPath.");
      found.push(
        noPath.at({ state: name, pointer: at }, { field, intrinsics, found: quoted(value) }, { aws }),
      );
    }
  }
  for (const [index, { ResultPath: path }] of ("Catch" in state ? (state.Catch ?? []) : []).entries()) {
    if (typeof path !== "string" || mayBePath(path, false)) continue;
    const at = childPointer(pointer, "Catch", index, "ResultPath");
    const facts = { field: "ResultPath", intrinsics: false, found: quoted(path) };
    const aws = schemaValidation(at, "Value must be a valid JSONPath.");
    found.push(noPath.at({ state: name, pointer: at }, facts, { aws }));
  }
  return found;
}

function membersOf(visit: RuledState): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { key, value, pointer, template } of templateMembers(visit)) {
    const place = { state: visit.name, pointer };
    if (key.endsWith(".$")) {
      if (typeof value === "string" && mayBePath(value, true)) continue;
      found.push(memberNoPath(place, key, value, template));
    } else if (typeof value === "string" && /^\$(\$?\.|\$?\[)/.test(value) && !hasPlaceholder(value)) {
      found.push(forgottenDollar.at(place, { field: key, text: value }));
    }
  }
  return found;
}

function memberNoPath(
  place: { state: string; pointer: JsonPointer },
  key: string,
  value: JsonValue,
  template: JsonPointer,
): Diagnostic {
  const message = `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`;
  const facts = { field: key, intrinsics: true, found: quoted(value) };
  return noPath.at(place, facts, { aws: schemaValidation(template, message) });
}

/** Whether a text is a path for all that its beginning says. What follows is the business of a parser. */
function mayBePath(text: string, intrinsics: boolean): boolean {
  return text.startsWith("$") || (intrinsics && text.startsWith("States.")) || hasPlaceholder(text);
}

function quoted(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
