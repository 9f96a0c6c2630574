import type { Json } from "@statewright/json-types";
import { type Replay, summarizeReplays } from "@statewright/simulator";
import colours from "picocolors";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { type Shown, shownDifference } from "./replay-document.ts";

const longestValue = 200;
/** More of them are counted only. */
const mostShown = 100;

/** What came of replays, for people: each that differs or was refused, then the figures. */
export function replayText(replays: readonly Replay[], shown: Shown & { readonly colour: boolean }): string {
  const paint = colours.createColors(shown.colour);
  const told = replays.filter(({ status }) => status !== "equal" && status !== "outside");
  const lines = told
    .sort((left, right) => Number(right.status === "different") - Number(left.status === "different"))
    .slice(0, mostShown)
    .flatMap((replay) => {
      const id = inertLine(replay.id);
      if (replay.status === "unsupported")
        return [`${paint.yellow("refused")}  ${id}`, `  ${line(replay.reason)}`, ""];
      if (replay.status !== "different") return [];
      const { event, path, expected, actual } = shownDifference(replay.difference, shown);
      const where = event === undefined ? "" : `event ${event} `;
      return [
        `${paint.red("differs")}  ${id}`,
        `  ${where}${line(path)}`,
        `  recorded  ${value(expected)}`,
        `  now       ${value(actual)}`,
        "",
      ];
    });
  if (told.length > mostShown) lines.push(`… and ${told.length - mostShown} more.`, "");
  return `${[...lines, ...figures(replays)].join("\n")}\n`;
}

function figures(replays: readonly Replay[]): readonly string[] {
  const { histories, outcomes, testStates, events, differ, unsupported, outside } = summarizeReplays(replays);
  const rows: (readonly [string, string])[] = [
    ["histories equal", `${number(histories.equal)} of ${number(histories.of)}`],
    ["outcomes equal", `${number(outcomes.equal)} of ${number(outcomes.of)} recorded without a history`],
  ];
  if (testStates.of > 0)
    rows.push(["answers of TestState equal", `${number(testStates.equal)} of ${number(testStates.of)}`]);
  rows.push(
    ["events compared exactly", number(events.compared)],
    ["events masked", number(events.masked)],
    ["different", number(differ)],
    ["refused", number(unsupported)],
  );
  if (outside > 0) rows.push(["not counted", `${number(outside)}: what decided their end was not recorded`]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, figure]) => `${name.padEnd(width)}  ${figure}`);
}

function number(count: number): string {
  return count.toLocaleString("en-US");
}

function value(shown: Json | undefined): string {
  return shown === undefined ? "nothing" : line(JSON.stringify(shown));
}

function line(text: string): string {
  return shortened(inertLine(text), longestValue);
}
