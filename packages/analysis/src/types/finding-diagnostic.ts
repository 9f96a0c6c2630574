import { type Diagnostic, nearestName, type Place, type Related, type Span } from "@statewright/diagnostics";
import { builtinFacts } from "@statewright/expressions";
import type { InferenceFinding } from "@statewright/expressions/infer";
import { type FieldOrigin, membersOf, missingShape, printShape, type Shape } from "@statewright/json-types";
import { expressionNodes } from "../rules/expression-nodes.ts";
import { isHidden } from "./assigning-scopes.ts";
import { unassignedVariable } from "./diagnostics/unassigned-variable.ts";
import { unknownField } from "./diagnostics/unknown-field.ts";
import { wrongType } from "./diagnostics/wrong-type.ts";
import type { Variables } from "./environment.ts";
import type { ReadExpression } from "./expression-texts.ts";
import { lostField } from "./lost-field.ts";
import type { StateSite } from "./machine-sites.ts";
import { nothingReachesTop } from "./reaches-top.ts";
import { namesOf, type SkippedWay, skippedWay, wayText } from "./skipped-ways.ts";
import { renaming, type TextPlace } from "./text-place.ts";
import { mayBeMissing } from "./without-missing.ts";
import type { World } from "./world.ts";

/** Names behind `$` that every expression knows. */
const functionNames: readonly string[] = builtinFacts.map(({ name }) => name);

/** An expression in the machine, and what it sees. */
export interface ExpressionPlace {
  readonly pointer: string;
  readonly read: ReadExpression;
  /** The whole string. */
  readonly text: string;
  readonly sight: { readonly site: StateSite; readonly variables: Variables };
  readonly world: World;
}

/** Puts what inference found in an expression into a diagnostic. */
export function findingDiagnostic(
  { kind, span, certain, asked, ...finding }: InferenceFinding,
  expression: ExpressionPlace,
): Diagnostic | undefined {
  const { read, sight, world } = expression;
  if (asked === true && !isSlip({ kind, span, certain, ...finding }, sight.variables)) return undefined;
  const fails = nothingReachesTop(read.tree, span);
  switch (kind) {
    case "unknown-field": {
      const { field, of } = finding;
      if (!certain || field === undefined || of === undefined) return undefined;
      return unknownFieldDiagnostic({ field, of, fails }, textPlace(span, expression), sight.site, world);
    }
    case "unassigned-variable": {
      const { variable = "" } = finding;
      return unassignedDiagnostic({ variable, certain, fails }, textPlace(span, expression), sight, world);
    }
    case "wrong-type":
      return wrongTypeDiagnostic({ kind, span, certain, ...finding }, expression);
  }
}

/** Whether what is asked for is never there, under a name that nearly is one. */
function isSlip(
  { kind, certain, field = "", of, variable = "" }: InferenceFinding,
  variables: Variables,
): boolean {
  if (!certain || kind === "wrong-type") return kind === "wrong-type";
  if (kind === "unassigned-variable") return nearestName(variable, Object.keys(variables)) !== undefined;
  return of !== undefined && nearestField(field, of) !== undefined;
}

/** For an expression that can yield nothing since a variable it reads has no value on some paths. */
export function sometimesUnassigned(expression: ExpressionPlace): Diagnostic | undefined {
  const { read, sight, world } = expression;
  for (const node of expressionNodes(read.tree)) {
    if (node.kind !== "variable" || !Object.hasOwn(sight.variables, node.name)) continue;
    if (!mayBeMissing(sight.variables[node.name] ?? missingShape)) continue;
    if (!nothingReachesTop(read.tree, node.span)) continue;
    const facts = { variable: node.name, certain: false, fails: true };
    return unassignedDiagnostic(facts, textPlace(node.span, expression), sight, world);
  }
  return undefined;
}

/** A field that what it is read from does not have. `fails`: and so the state fails. */
export function unknownFieldDiagnostic(
  { field, of, fails }: { readonly field: string; readonly of: Shape; readonly fails: boolean },
  place: TextPlace,
  site: StateSite,
  world: World,
): Diagnostic {
  const nearest = nearestField(field, of);
  const origin = originOf(of);
  const owner = ownerText(place);
  const fix = nearest === undefined ? undefined : renaming(nearest, place);
  const lost = nearest === undefined ? lostField(field, of, owner, site, world) : undefined;
  return unknownField.at(
    placeOf(place, site),
    { state: site.name, field, owner, present: printShape(of), writer: origin?.state, nearest, fails, lost },
    {
      severity: fails ? "error" : "warning",
      related: origin === undefined ? [] : [writtenHere(origin, owner)],
      fixes: fix === undefined ? [] : [fix],
    },
  );
}

/** A variable without a value. `certain`: on no path it has one. */
export function unassignedDiagnostic(
  facts: { readonly variable: string; readonly certain: boolean; readonly fails: boolean },
  place: TextPlace,
  { site, variables }: ExpressionPlace["sight"],
  world: World,
): Diagnostic {
  const { variable, certain, fails } = facts;
  const skipped = certain ? undefined : skippedWay({ variable, fields: [] }, site, world);
  return unassignedVariable.at(
    placeOf(place, site),
    {
      state: site.name,
      variable,
      onSomePaths: !certain,
      outOfReach: isHidden(variable, site.scope, world.assigning, world.sites),
      nearest: certain ? nearestName(variable, [...Object.keys(variables), ...functionNames]) : undefined,
      skipped: skipped && { setBy: namesOf(skipped.setBy), way: wayText(skipped) },
    },
    {
      severity: certain && fails ? "error" : "warning",
      related: skipped === undefined ? [] : [skippedHere(skipped, `$${variable}`)],
    },
  );
}

function wrongTypeDiagnostic(
  { span, expected = "another type", found, certain }: InferenceFinding,
  expression: ExpressionPlace,
): Diagnostic {
  const { read, sight } = expression;
  return wrongType.at(
    placeOf(textPlace(span, expression), sight.site),
    {
      state: sight.site.name,
      what: `\`${read.source.slice(span.start, span.end).trim()}\``,
      expected,
      found: found === undefined ? "of another type" : printShape(found),
      sometimes: !certain,
    },
    { severity: certain ? "error" : "warning" },
  );
}

function textPlace(span: Span, { pointer, read, text }: ExpressionPlace): TextPlace {
  return { pointer, text, start: read.start, span };
}

function placeOf({ pointer, start, span }: TextPlace, { name }: StateSite): Place {
  return { state: name, pointer, within: { start: start + span.start, end: start + span.end } };
}

/** What stands before the field: `$states.input.order` of `$states.input.order.totl`. */
function ownerText({ text, start, span }: TextPlace): string {
  const before = text.slice(start, start + span.start).replace(/\.\s*`?$/, "");
  const path = /[$\w.`[\]']+$/.exec(before.slice(-200))?.[0];
  return path === undefined || path === "" ? before.trim().slice(-80) : path;
}

/** The field that is there whose name is nearly this one. */
export function nearestField(field: string, of: Shape): string | undefined {
  return nearestName(field, fieldNames(of));
}

function fieldNames(shape: Shape): readonly string[] {
  return membersOf(shape).flatMap((member) => (member.kind === "object" ? Object.keys(member.fields) : []));
}

/** The state that wrote the object: where its fields come from, if they all come from one. */
function originOf(shape: Shape): FieldOrigin | undefined {
  const origins = membersOf(shape).flatMap((member) =>
    member.kind === "object" ? Object.values(member.fields).map(({ from }) => from) : [undefined],
  );
  const [first] = origins;
  const same = first !== undefined && origins.every((origin) => origin?.state === first.state);
  return same ? first : undefined;
}

/** The place that goes on without a value. */
export function skippedHere({ way, pointer }: SkippedWay, what: string): Related {
  const [state = ""] = way;
  return { message: `"${state}" goes on without \`${what}\`.`, state, pointer };
}

function writtenHere({ state, pointer }: FieldOrigin, owner: string): Related {
  return {
    message: `"${state}" writes \`${owner}\` here.`,
    state,
    pointer: pointer.slice(0, pointer.lastIndexOf("/")),
  };
}
