import type { z } from "zod";
import type { Dossier, Draft, Match, Plan, Profile, Quality } from "./candidate.ts";

// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

interface Context {
  bucket: string;
  key: string;
}

export async function readResume(event: {
  candidateId: string;
  resumeKey: string;
}): Promise<z.input<typeof Profile>> {
  if (!event.resumeKey.endsWith(".pdf")) throw new UnreadableResume(`${event.resumeKey} is no PDF.`);
  return { name: event.candidateId, years: 5, profileKey: `profiles/${event.candidateId}.json` };
}

export async function matchRole(event: { role: string; profileKey: string }): Promise<z.input<typeof Match>> {
  return { fits: event.role !== "", reasons: [`${event.profileKey} names ${event.role}.`] };
}

export async function research(event: {
  candidateId: string;
  profileKey: string;
}): Promise<z.input<typeof Dossier>> {
  return { dossierKey: `dossiers/${event.candidateId}.json` };
}

/** Asks a model for an assessment. It reads the context from S3, and more closely at each draft. */
export async function writeAssessment(event: {
  candidateId: string;
  context: Context;
  dossierKey: string;
  draft: number;
  missing: string;
}): Promise<z.input<typeof Draft>> {
  const key = `assessments/${event.candidateId}/${event.draft}.md`;
  return { assessmentKey: key, summary: `Draft ${event.draft} of ${event.candidateId}.` };
}

/** Asks a model how good an assessment is, from 0 to 10, and what it misses. */
export async function scoreQuality(event: {
  assessmentKey: string;
  role: string;
}): Promise<z.input<typeof Quality>> {
  return { score: 8.5, missing: `Nothing of ${event.role}.` };
}

export async function planInterview(event: {
  role: string;
  assessmentKey: string;
}): Promise<z.input<typeof Plan>> {
  return { questions: [`What does ${event.role} mean to you?`] };
}

class UnreadableResume extends Error {
  override readonly name = "UnreadableResume";
}
