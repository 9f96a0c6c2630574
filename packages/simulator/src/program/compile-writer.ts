import type { JsonRecord } from "@statewright/asl";
import { templateOf } from "./compile-fields.ts";
import type { WriterPlan } from "./map-plan.ts";
import { refuse, type StateCompiling } from "./state-compiling.ts";

/** Compiles a `ResultWriter`: exported results have the metadata of their executions unless it says otherwise (R-DMAP-12). */
export function writerOf(state: StateCompiling, writer: JsonRecord): WriterPlan {
  const given = writer.WriterConfig;
  const config = (
    typeof given === "object" && given !== null && !Array.isArray(given) ? given : {}
  ) as JsonRecord;
  const exports = writer.Resource !== undefined;
  const transformation = String(config.Transformation ?? (exports ? "NONE" : "COMPACT"));
  const outputType = String(config.OutputType ?? "JSON");
  if (!isTransformation(transformation)) {
    refuse(state, "ResultWriter/WriterConfig/Transformation", `the transformation \`${transformation}\``);
  }
  if (outputType !== "JSON" && (outputType !== "JSONL" || !exports)) {
    const what = `the output type \`${outputType}\`${exports ? "" : " of a result that is not exported"}`;
    refuse(state, "ResultWriter/WriterConfig/OutputType", what);
  }
  const field = state.jsonata ? "Arguments" : "Parameters";
  return {
    ...(exports && { arguments: templateOf(state, writer[field] ?? {}, `ResultWriter/${field}`) }),
    transformation: isTransformation(transformation) ? transformation : "NONE",
    outputType: outputType === "JSONL" ? "JSONL" : "JSON",
  };
}

function isTransformation(text: string): text is WriterPlan["transformation"] {
  return text === "NONE" || text === "COMPACT" || text === "FLATTEN";
}
