import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

function terminal(lines: string[] | undefined): Terminal {
  const nothing = () => undefined;
  const base = { cwd: ".", colour: false, interactive: false, out: nothing, note: nothing };
  const progress = lines && ((text: string) => void lines.push(text));
  return { ...base, readStandardInput: async () => "", ...(progress && { progress }) };
}

test("short work shows nothing, long work a line now and then, which goes away", () => {
  const lines: string[] = [];
  const progress = startProgress(terminal(lines), 300);
  progress.at(0, "a");
  vi.advanceTimersByTime(600);
  progress.at(1, "b\u001b[2J");
  progress.at(2, "c");
  vi.advanceTimersByTime(200);
  progress.at(3, "d".repeat(100));
  progress.end();
  expect(lines).toEqual(["2 of 300: b\\u001b[2J", `4 of 300: ${"d".repeat(67)}…`, ""]);
});

test("where nothing was shown there is nothing to take away, and no terminal needs none", () => {
  const lines: string[] = [];
  startProgress(terminal(lines), 3).end();
  const none = startProgress(terminal(undefined), 3);
  vi.advanceTimersByTime(1000);
  none.at(1, "a");
  none.end();
  expect(lines).toEqual([]);
});
