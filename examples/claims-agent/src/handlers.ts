import type { z } from "zod";
import type { Adjudication, Claim, FraudScore, Intake } from "./claim.ts";

// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

export async function readDocuments(claim: z.input<typeof Claim>): Promise<z.input<typeof Intake>> {
  if (claim.documents.length === 0) throw new UnreadableDocument(`Claim ${claim.claimId} has no documents.`);
  return { procedureCode: "99213", summary: "Office visit", textKey: `text/${claim.claimId}.txt` };
}

/** Asks a model. A throttled call comes back as `ModelThrottled`. */
export async function scoreFraud(event: {
  claimId: string;
  amountCents: number;
  summary: string;
  textKey: string;
}): Promise<z.input<typeof FraudScore>> {
  return { score: event.amountCents > 1_000_000 ? 80 : 10, reasons: [] };
}

export async function adjudicate(event: {
  memberId: string;
  procedureCode: string;
  amountCents: number;
}): Promise<z.input<typeof Adjudication>> {
  return {
    covered: true,
    payableCents: Math.round(event.amountCents * 0.8),
    confidence: 0.97,
    rule: `plan/${event.procedureCode}`,
  };
}

class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";
}
