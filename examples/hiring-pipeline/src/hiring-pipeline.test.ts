import { costOf, coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { hiringPipeline } from "./hiring-pipeline.ts";

const candidates = Array.from({ length: 13 }, (_, index) => `c-${index + 1}`);
const batch = (...ids: string[]) => ({
  batchId: "B-1",
  role: "Site Reliability Engineer",
  context: { bucket: "hiring", key: "context/company.md" },
  candidates: ids.map((candidateId) => ({ candidateId, resumeKey: `resumes/${candidateId}.pdf` })),
});

type States = WorkflowMocks<typeof hiringPipeline>["states"];
const states = {
  ReadResume: ({ candidateId }) => ({
    name: `Candidate ${candidateId}`,
    years: 6,
    profileKey: `profiles/${candidateId}.json`,
  }),
  MatchRole: { result: { fits: true, reasons: ["six years on call"] } },
  Research: ({ candidateId }) => ({ dossierKey: `dossiers/${candidateId}.json` }),
  WriteAssessment: ({ candidateId, draft }) => ({
    assessmentKey: `assessments/${candidateId}/${draft}.md`,
    summary: `Draft ${draft}.`,
  }),
  ScoreQuality: { result: { score: 8.2, missing: "" } },
  PlanInterview: { result: { questions: ["Which page was your fault?"] } },
  StorePlan: { result: { ETag: "5d41402a" } },
} satisfies States;
const run = (ids: string[], more: States = {}) =>
  simulate(hiringPipeline, { input: batch(...ids), mocks: { states: { ...states, ...more } } });

test("a candidate goes through seven stages and leaves four artefacts", async () => {
  const one = await run(["c-1"]);
  expect(one).toSucceedWith({
    batchId: "B-1",
    assessed: [
      {
        candidateId: "c-1",
        name: "Candidate c-1",
        summary: "Draft 1.",
        score: 8.2,
        drafts: 1,
        artefacts: ["profiles/c-1.json", "dossiers/c-1.json", "assessments/c-1/1.md", "plans/c-1.json"],
      },
    ],
    failed: [],
  });
  expect(one).toHaveCalled("StorePlan", expect.objectContaining({ Body: '["Which page was your fault?"]' }));
});

test("an assessment below 7.0 is written again, with what it missed, at most three times", async () => {
  const second = await run(["c-1"], {
    ScoreQuality: [{ result: { score: 6.9, missing: "Nothing of the last job." } }, states.ScoreQuality],
  });
  expect(second.output?.assessed[0]).toMatchObject({ drafts: 2, score: 8.2 });
  expect(second).toHaveCalled(
    "WriteAssessment",
    expect.objectContaining({ draft: 2, missing: "Nothing of the last job." }),
  );
  const poor = await run(["c-1"], { ScoreQuality: { result: { score: 3, missing: "All." } } });
  expect(poor.output?.assessed[0]).toMatchObject({ drafts: 3, score: 3 });
});

test("what fails for one candidate is kept in detail, and no other loses its work", async () => {
  const some = await run(candidates, {
    ReadResume: (event) => {
      if (event.candidateId === "c-4")
        throw Object.assign(new Error("page 1 is a picture"), { name: "UnreadableResume" });
      return states.ReadResume(event);
    },
  });
  expect(some).toSucceedWith();
  expect(some.output?.assessed.map(({ candidateId }) => candidateId)).toEqual(
    candidates.filter((id) => id !== "c-4"),
  );
  expect(some.output?.failed).toEqual([
    { candidateId: "c-4", error: "UnreadableResume", cause: expect.stringContaining("page 1 is a picture") },
  ]);
});

test("what the services refuse for a moment is tried again", async () => {
  const transient = { error: "Lambda.ServiceException", cause: "Try again." } as const;
  const throttled = { error: "ModelThrottled", cause: "Too many requests." } as const;
  const tried = await run(["c-1"], {
    ReadResume: [transient, states.ReadResume],
    MatchRole: [transient, states.MatchRole],
    Research: [transient, states.Research],
    WriteAssessment: [throttled, transient, states.WriteAssessment],
    ScoreQuality: [throttled, transient, states.ScoreQuality],
    PlanInterview: [transient, states.PlanInterview],
    StorePlan: [{ error: "S3.S3Exception", cause: "Slow down." }, states.StorePlan],
  });
  expect(tried.output?.assessed).toHaveLength(1);
});

test("thirteen candidates take as long as the slowest, and cost less than a cent", async () => {
  const whole = await run(candidates, {
    WriteAssessment: { ...draft, durationSeconds: { p50: 20, p95: 60 } },
    ScoreQuality: { ...states.ScoreQuality, durationSeconds: { p50: 4, p95: 9 } },
  });
  const { standard, dollars } = costOf(hiringPipeline, whole);
  console.log(
    `13 candidates: ${whole.elapsedSeconds.toFixed(0)} s, ${standard.transitions} transitions, ` +
      `$${dollars.standard.toFixed(6)}, $${(dollars.standard / 13).toFixed(6)} a candidate`,
  );
  expect(standard.transitions).toBe(1 + 1 + 13 * 11);
  expect(dollars.standard).toBeLessThan(0.01);
});

const draft = { result: { assessmentKey: "assessments/x.md", summary: "Draft." } };

afterAll(() => expect(coverage(hiringPipeline)).toBeComplete());
