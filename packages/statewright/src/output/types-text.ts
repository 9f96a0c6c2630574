import type { EventRange, Facts, StateFacts, WayOut } from "@statewright/analysis";
import { quotas, type StateVisit } from "@statewright/asl";
import { pointerKeys } from "@statewright/diagnostics";
import { printShape, type Shape } from "@statewright/json-types";
import colours from "picocolors";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { type AskedTypes, placesOf, stageNames } from "./types-document.ts";

type Row = readonly [name: string, value: string];

const longestName = 60;
/** Of one state more is shown than of each of many. */
const longestOfMany = 160;
const longestOfOne = 1000;

/** What `types` prints for people: a block for each state. */
export function typesText(
  { machine, states, facts, whole }: AskedTypes,
  { colour }: { readonly colour: boolean },
): string {
  const paint = colours.createColors(colour);
  const shown = (shape: Shape) =>
    inertLine(printShape(shape, { maxLength: whole ? longestOfMany : longestOfOne }));
  const block = (title: string, rows: readonly Row[]) => {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    const lines = rows.map(([name, value]) => `  ${paint.dim(name.padEnd(width))}  ${value}`);
    return [title, ...lines].join("\n");
  };
  const blocks = states.map((visit) => {
    const title = `${paint.bold(named(visit.name))}  ${visit.state.Type}${withinText(visit)}`;
    const known = facts.states[visit.pointer];
    if (known === undefined) return block(title, [["input", "no data reaches this state"]]);
    const inside = whole ? [] : [...waysOf(known, shown), ...insideOf(visit, facts, shown)];
    return block(title, [...rowsOf(known, whole, shown), ...inside]);
  });
  const sum: readonly Row[] = [
    ["output", shown(facts.output)],
    ["history", historyText(facts.history)],
  ];
  return `${[...(whole ? [block(paint.bold(named(machine)), sum)] : []), ...blocks].join("\n\n")}\n`;
}

function rowsOf(known: StateFacts, whole: boolean, shown: (shape: Shape) => string): readonly Row[] {
  const { input, variables, item, result, output, stages } = known;
  const rows: Row[] = [["input", shown(input)]];
  for (const [name, shape] of Object.entries(variables)) rows.push([`$${named(name)}`, shown(shape)]);
  if (item !== undefined) rows.push(["item", shown(item)]);
  const afterResult = (name: string) => name.startsWith("afterResult");
  const stageRows = whole
    ? []
    : stageNames.flatMap((name) => {
        const shape = stages[name];
        return shape === undefined ? [] : [[name, shown(shape)] as const];
      });
  rows.push(...stageRows.filter(([name]) => !afterResult(name)));
  if (result !== undefined) rows.push(["result", shown(result)]);
  rows.push(...stageRows.filter(([name]) => afterResult(name)), ["output", shown(output)]);
  return rows;
}

function waysOf({ ways }: StateFacts, shown: (shape: Shape) => string): readonly Row[] {
  return ways.map(({ target, output, pointer }: WayOut) => [
    `→ ${named(pointerKeys(target).at(-1) ?? target)}`,
    `${shown(output)}  by ${inertLine(pointer)}`,
  ]);
}

function insideOf(visit: StateVisit, facts: Facts, shown: (shape: Shape) => string): readonly Row[] {
  return placesOf(visit, facts).map(([pointer, { shape }]) => [
    named(pointer.slice(visit.pointer.length + 1)),
    shown(shape),
  ]);
}

function withinText({ within }: StateVisit): string {
  const around = within.at(-1);
  return around === undefined ? "" : ` in ${named(around.name)}`;
}

function historyText({ least, most }: EventRange): string {
  const quota = quotas.historyEvents.toLocaleString("en-US");
  if (most === undefined) return `at least ${least} events, without a bound (quota ${quota})`;
  return `${least === most ? least : `${least} to ${most}`} events (quota ${quota})`;
}

function named(name: string): string {
  return shortened(inertLine(name), longestName);
}
