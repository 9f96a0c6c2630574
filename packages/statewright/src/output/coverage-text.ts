import { fileURLToPath } from "node:url";
import type { JsonPointer } from "@statewright/diagnostics";
import {
  type Coverage,
  coverageOf,
  type LineOf,
  lcov,
  missingPlaces,
  nearestLine,
  printCoverage,
  type Simulation,
} from "@statewright/simulator";
import type { Subject } from "../inputs/subject.ts";

/** What a run took of a machine, with the lines of its definition or of its TypeScript; nothing without a machine. */
export function coverageText(simulation: Simulation, subject: Subject, format: string): string {
  const coverage = coverageFor(simulation, subject);
  if (coverage === undefined) return "";
  const lineOf = linesOf(subject);
  return format === "lcov"
    ? lcov(coverage, lineOf)
    : `\n${printCoverage(coverage, { name: subject.name, lineOf })}`;
}

/** The member `coverage` of `simulate --json`. */
export function coverageDocument(simulation: Simulation, subject: Subject): object | null {
  const coverage = coverageFor(simulation, subject);
  if (coverage === undefined) return null;
  const { states, branches } = coverage;
  const missing = missingPlaces(coverage).map(({ place: { kind, state, what, pointer } }) => ({
    kind,
    state,
    ...(what !== "" && { what }),
    pointer,
    ...nearestLine(linesOf(subject), pointer),
  }));
  return { states, branches, missing };
}

function coverageFor(simulation: Simulation, { machine }: Subject): Coverage | undefined {
  return machine && coverageOf(machine, [simulation]);
}

function linesOf({ source, file, definitionFile = file }: Subject): LineOf {
  if (source.kind === "workflow") {
    return (pointer) => {
      const origin = Object.hasOwn(source.origins, pointer) ? source.origins[pointer] : undefined;
      if (origin === undefined) return undefined;
      const path = origin.file.startsWith("file:") ? fileURLToPath(origin.file) : origin.file;
      return { file: path === source.path ? file : path, line: origin.position.line + 1 };
    };
  }
  if (source.kind !== "definition") return () => undefined;
  const { document } = source;
  const rangeOf = (pointer: JsonPointer) => document.keyRangeOf(pointer) ?? document.rangeOf(pointer);
  return (pointer) => {
    const range = rangeOf(pointer);
    return range && { file: definitionFile, line: range.start.line + 1 };
  };
}
