import type { z } from "zod";
import type { Decision, Observation } from "./agent.ts";

// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

/** Asks the model what to do next. It reads the transcript in S3. */
export async function decide(event: {
  goal: string;
  transcriptKey: string;
  observationKey: string;
  step: number;
  tokensLeft: number;
}): Promise<z.input<typeof Decision>> {
  if (event.step > 0) return { action: "answer", answer: `Done: ${event.goal}`, tokens: 900 };
  return { action: "call-tool", tool: "search", toolInput: event.goal, tokens: 1200 };
}

export async function callTool(event: {
  transcriptKey: string;
  tool: string;
  toolInput: string;
}): Promise<z.input<typeof Observation>> {
  if (event.tool === "") throw new ToolFailed("There is no tool without a name.");
  return { observationKey: `${event.transcriptKey}/${event.tool}` };
}

class ToolFailed extends Error {
  override readonly name = "ToolFailed";
}
