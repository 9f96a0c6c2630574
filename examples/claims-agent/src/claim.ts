import { z } from "zod";

/** Money in whole cents: no sum of it is ever rounded. */
const Cents = z.number().int().min(0).max(1_000_000_000);

/** A claim as it comes in. What is in its documents stays in S3: only where they are passes through the workflow. */
export const Claim = z.object({
  claimId: z.string(),
  memberId: z.string(),
  amountCents: Cents,
  documents: z.array(z.object({ bucket: z.string(), key: z.string() })),
});

/** What intake reads out of the documents; the text of them stays where it is. */
export const Intake = z.object({
  procedureCode: z.string(),
  summary: z.string(),
  textKey: z.string(),
});

export const FraudScore = z.object({ score: z.number().int().min(0).max(100), reasons: z.array(z.string()) });

export const Adjudication = z.object({
  covered: z.boolean(),
  payableCents: Cents,
  confidence: z.number().min(0).max(1),
  rule: z.string(),
});

/** What a reviewer answers. */
export const Review = z.object({ approve: z.boolean(), reviewer: z.string(), note: z.string() });

export const Decision = z.object({
  claimId: z.string(),
  decision: z.enum(["approved", "denied", "held", "already-processed"]),
  payableCents: Cents,
  decidedBy: z.string(),
  reason: z.string(),
});
