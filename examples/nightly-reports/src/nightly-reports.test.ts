import { costOf, coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { nightlyReports } from "./nightly-reports.ts";

const usage = (customer: string) => ({
  customer,
  email: `${customer}@example.com`,
  lines: [
    { product: "storage", units: 3, amount: 4.5 },
    { product: "traffic", units: 1, amount: 2 },
  ],
});
const customers = Array.from({ length: 50 }, (_, index) => `c-${index + 1}`);
const closed = () => {
  throw Object.assign(new Error("There is no customer c-7."), { name: "NoSuchCustomer" });
};
const mocks = {
  states: {
    FetchUsage: ({ customer }) => (customer === "c-7" ? closed() : usage(customer)),
    RenderReport: { result: { html: "<h1>Report</h1>", text: "Your report." }, durationSeconds: 2 },
    UploadReport: { result: { ETag: "e" } },
    MailReport: { result: { MessageId: "m" } },
  },
} satisfies WorkflowMocks<typeof nightlyReports>;
const input = { day: "2026-11-26", customers };

test("a customer that fails never fails the night, and keeps its detail to the end", async () => {
  const run = await simulate(nightlyReports, { input, mocks });
  expect(run).toSucceedWith();
  expect(run.output?.sent).toHaveLength(49);
  expect(run.output?.sent[0]).toEqual({ customer: "c-1", key: "2026-11-26/c-1.html", total: 6.5 });
  expect(run.output?.failed).toEqual([
    { customer: "c-7", error: "NoSuchCustomer", cause: expect.stringContaining("There is no customer c-7.") },
  ]);
});

test("ten customers at a time", async () => {
  const run = await simulate(nightlyReports, { input, mocks });
  expect(run.elapsedSeconds).toBe((50 / 10) * 2);
});

test("what the services refuse for a moment is tried again", async () => {
  const busy = { error: "S3.S3Exception", cause: "Slow down." } as const;
  const throttled = { error: "SesV2.TooManyRequestsException", cause: "Slow down." } as const;
  const gone = { error: "Lambda.ServiceException", cause: "Try again." } as const;
  const run = await simulate(nightlyReports, {
    input: { ...input, customers: ["c-1"] },
    mocks: {
      states: {
        FetchUsage: [gone, { result: usage("c-1") }],
        RenderReport: [gone, mocks.states.RenderReport],
        UploadReport: [busy, mocks.states.UploadReport],
        MailReport: [throttled, throttled, mocks.states.MailReport],
      },
    },
  });
  expect(run).toSucceedWith();
  expect(run.output?.failed).toEqual([]);
});

test("a night of fifty customers costs less than a cent", async () => {
  const run = await simulate(nightlyReports, { input, mocks });
  const { standard, dollars } = costOf(nightlyReports, run);
  expect(standard.transitions).toBe(1 + 1 + 49 * 7 + 4);
  expect(dollars.standard).toBeCloseTo(0.008725, 6);
});

afterAll(() => expect(coverage(nightlyReports)).toBeComplete());
