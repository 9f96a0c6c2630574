import { z } from "zod";

/** Where an object lies in S3. What is large stays there: only this passes through the workflow. */
const Stored = z.object({ bucket: z.string(), key: z.string() });

export const Batch = z.object({
  batchId: z.string(),
  role: z.string(),
  /** The company context: handbook, values, team. About 400 KB of text, so it never enters the payload. */
  context: Stored,
  candidates: z.array(z.object({ candidateId: z.string(), resumeKey: z.string() })),
});

export const Profile = z.object({ name: z.string(), years: z.number().int(), profileKey: z.string() });
export const Match = z.object({ fits: z.boolean(), reasons: z.array(z.string()) });
export const Dossier = z.object({ dossierKey: z.string() });
export const Draft = z.object({ assessmentKey: z.string(), summary: z.string() });
export const Quality = z.object({ score: z.number().min(0).max(10), missing: z.string() });
export const Plan = z.object({ questions: z.array(z.string()) });

export const Assessed = z.object({
  candidateId: z.string(),
  name: z.string(),
  summary: z.string(),
  score: z.number(),
  drafts: z.number().int(),
  artefacts: z.array(z.string()),
});
export const Failed = z.object({ candidateId: z.string(), error: z.string(), cause: z.string() });

export const BatchResult = z.object({
  batchId: z.string(),
  assessed: z.array(Assessed),
  failed: z.array(Failed),
});
