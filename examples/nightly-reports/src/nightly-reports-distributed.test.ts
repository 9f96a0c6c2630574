import { costOf, coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { nightlyReportsDistributed } from "./nightly-reports-distributed.ts";

const input = { day: "2026-11-26", customersKey: "customers.csv" };
const file = (customers: readonly string[]) => ({
  "s3://${CustomersBucket}/customers.csv": { text: customers.map((id) => `${id},pro\n`).join("") },
});
const customers = (count: number) => Array.from({ length: count }, (_, index) => `c-${index + 1}`);

type States = WorkflowMocks<typeof nightlyReportsDistributed>["states"];
/** Every so manieth customer has left. */
const closing = (every: number) =>
  ({
    FetchUsage: ({ customer }) => {
      if (Number(customer.slice(2)) % every === 0)
        throw Object.assign(new Error(`There is no customer ${customer}.`), { name: "NoSuchCustomer" });
      return { customer, email: `${customer}@example.com`, lines: [] };
    },
    RenderReport: { result: { html: "<h1>Report</h1>", text: "Your report." }, durationSeconds: 2 },
    UploadReport: { result: { ETag: "5d41402a" } },
    MailReport: { result: { MessageId: "m-1" } },
  }) satisfies States;
const run = (count: number, states: States) =>
  simulate(nightlyReportsDistributed, { input, mocks: { states, readers: file(customers(count)) } });

test("16,000 customers of a CSV, one in a hundred of whom has left: the night succeeds", async () => {
  const night = await run(16_000, closing(100));
  expect(night).toSucceedWith(expect.objectContaining({ day: "2026-11-26" }));
  const { standard, dollars } = costOf(nightlyReportsDistributed, night);
  console.log(
    `16,000 customers: ${standard.transitions} transitions, $${dollars.standard.toFixed(2)}, ${night.elapsedSeconds} s`,
  );
});

test("more than two in a hundred, and the night fails", async () => {
  expect(await run(100, closing(30))).toFailWith("States.ExceedToleratedFailureThreshold");
});

test("what the services refuse for a moment is tried again", async () => {
  const { FetchUsage, RenderReport, UploadReport, MailReport } = closing(100);
  const gone = { error: "Lambda.ServiceException", cause: "Try again." } as const;
  const tried = await run(1, {
    FetchUsage: [gone, FetchUsage],
    RenderReport: [gone, RenderReport],
    UploadReport: [{ error: "S3.S3Exception", cause: "Slow down." }, UploadReport],
    MailReport: [{ error: "SesV2.TooManyRequestsException", cause: "Slow down." }, MailReport],
  });
  expect(tried).toSucceedWith();
});

afterAll(() => expect(coverage(nightlyReportsDistributed)).toBeComplete());
