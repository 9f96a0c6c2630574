export { type Analysis, type AnalyzeOptions, analyze, sureFixes } from "./analyze.ts";
export type { FieldSource } from "./editor/field-sources.ts";
export { type Hover, type HoverValue, hoverAt } from "./editor/hover.ts";
export { type MermaidOptions, mermaid } from "./reports/mermaid.ts";
export { type AnalysisMemo, newAnalysisMemo } from "./types/analysis-memo.ts";
export type {
  EventRange,
  Facts,
  PlaceFacts,
  SeenFacts,
  StageShapes,
  StateFacts,
  WayOut,
} from "./types/facts.ts";
export { validateDefinition } from "./validate-definition.ts";
