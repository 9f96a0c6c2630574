import { z } from "zod";

export const Goal = z.object({
  goal: z.string(),
  /** What the whole task may spend. */
  tokenBudget: z.number().int().min(0).max(1_000_000),
});

const tokens = z.number().int().min(0).max(100_000);

/** What the model decides to do next. */
export const Decision = z.discriminatedUnion("action", [
  z.object({ action: z.literal("call-tool"), tool: z.string(), toolInput: z.string(), tokens }),
  z.object({ action: z.literal("start-job"), job: z.string(), jobInput: z.string(), tokens }),
  z.object({ action: z.literal("answer"), answer: z.string(), tokens }),
]);

/** What a tool found lies in S3, beside the transcript: only its key passes through the workflow. */
export const Observation = z.object({ observationKey: z.string() });
export type Observation = z.infer<typeof Observation>;

export const Outcome = z.object({
  status: z.enum(["answered", "out-of-steps", "out-of-tokens"]),
  answer: z.string().nullable(),
  steps: z.number().int(),
  tokensLeft: z.number().int(),
});

/** What the model that writes the report takes and gives. */
export interface ReportRequest {
  max_tokens: number;
  messages: { role: "user"; content: string }[];
}
export const Report = z.object({ content: z.array(z.object({ text: z.string() })).min(1) });
export type Report = z.infer<typeof Report>;
