import colours from "picocolors";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { CostReport } from "./cost-report.ts";

const mostStates = 10;
const longestName = 40;

/** What `cost` prints for people. */
export function costText(report: CostReport, { colour }: Pick<Terminal, "colour">): string {
  const paint = colours.createColors(colour);
  const { standard, express, executions, region, prices, listed } = report;
  const title = `${paint.bold(inertLine(report.machine))}   ${region}, prices of ${prices.asOf}${listed ? "" : " (those of most Regions: this one is not listed)"}`;
  const money = (amount: number) => (express.impossible.length > 0 ? "not possible" : dollars(amount));
  const table = [
    ["", "STANDARD", "EXPRESS"],
    ["one execution", standardUse(report), expressUse(report)],
    ["", dollars(standard.each), money(express.each)],
    [`${grouped(executions)} a month`, dollars(standard.month), money(express.month)],
    ["  with the free tier", dollars(standard.monthWithFreeTier), "–"],
  ];
  const ended =
    report.status === "SUCCEEDED"
      ? []
      : ["", `The execution did not succeed: ${report.status}. This is the cost of what it did.`];
  const reasons = express.impossible.map((reason) => `EXPRESS is not possible: ${inertLine(reason)}`);
  return `${[
    title,
    "",
    ...aligned(table),
    "",
    ...ruleLines(report),
    ...ended,
    ...(reasons.length > 0 ? ["", ...reasons] : []),
    "",
    paint.bold("transitions by state"),
    ...stateLines(report),
  ].join("\n")}\n`;
}

function standardUse({ standard }: CostReport): string {
  const { transitions, requests } = standard;
  const children = requests === 0 ? "" : `, ${counted(requests, "EXPRESS child")}`;
  return `${counted(transitions, "transition")}${children}`;
}

function expressUse({ express }: CostReport): string {
  const { requests, billedMilliseconds, memoryMB, transitions } = express;
  const others = transitions === 0 ? "" : `, ${counted(transitions, "transition")} of STANDARD ones`;
  return `${counted(requests, "request")}, ${grouped(billedMilliseconds)} ms at ${memoryMB} MB${others}`;
}

function ruleLines({ rule, standard }: CostReport): readonly string[] {
  const parts = [
    ...(rule.starts ? ["each start"] : []),
    "each state entered",
    ...(rule.retries ? ["each retry"] : []),
  ];
  const { starts, retries } = standard;
  const of = [
    ...(rule.starts ? [counted(starts, "start")] : []),
    ...(rule.retries ? [`${retries} ${retries === 1 ? "retry" : "retries"}`] : []),
  ];
  const among = of.length === 0 ? "" : `; ${of.join(" and ")} among them`;
  return [
    `A transition is counted for ${listed(parts)}${among}.`,
    "What the tasks' services cost is not in it.",
  ];
}

function stateLines({ states }: CostReport): readonly string[] {
  const shown = states.slice(0, mostStates);
  const rows = shown.map(({ state, transitions, retries, share }) => [
    `  ${shortened(inertLine(state), longestName)}`,
    grouped(transitions),
    `${Math.round(share * 100)} %`,
    retries === 0 ? "" : `${counted(retries, "retry", "retries")}`,
  ]);
  const rest = states.slice(mostStates).reduce((sum, { transitions }) => sum + transitions, 0);
  const more = rest === 0 ? [] : [`  and ${states.length - mostStates} states more: ${grouped(rest)}`];
  return [...aligned(rows), ...more];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd(),
  );
}

/** Dollars with cents, small amounts with two digits that say something. */
function dollars(amount: number): string {
  if (amount === 0) return "$0";
  if (amount >= 1)
    return `$${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  const digits = Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(amount))));
  return `$${amount.toFixed(digits).replace(/(\.\d\d\d*?)0+$/, "$1")}`;
}

function counted(
  count: number,
  one: string,
  many = one === "EXPRESS child" ? "EXPRESS children" : `${one}s`,
): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
