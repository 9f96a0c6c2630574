import { printTimeline, type Simulation } from "@statewright/simulator";
import type { Subject } from "../inputs/subject.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { findingsText } from "./findings-text.ts";

const longestValue = 100;

/** What happened in a run, for people: one line a transition, then how it ended. */
export function simulationText(simulation: Simulation, subject: Subject, terminal: Terminal): string {
  const { file, name, text, source } = subject;
  const timeline =
    simulation.events.length === 0
      ? ""
      : `${printTimeline(simulation, { colour: terminal.colour, maxValueLength: longestValue }).trimEnd()}\n`;
  const { diagnostics } = simulation;
  if (diagnostics.length === 0) return timeline;
  const placed = diagnostics.map((found) => (found.file === undefined ? { ...found, file } : found));
  const texts = new Map(source.kind === "definition" ? [[file, text]] : []);
  const report = findingsText([{ file, machine: name, diagnostics: placed }], texts, terminal);
  return `${timeline}${timeline && "\n"}${report}`;
}
