import type { S3 } from "@aws-sdk/client-s3";
import type { SESv2 } from "@aws-sdk/client-sesv2";
import { awsSdk, fragment, lambda, lambdaDefaults, param, workflow } from "statewright";
import type * as handlers from "./handlers.ts";
import { Night, Rendered, Summary, Usage } from "./report.ts";

type Handlers = typeof handlers;
const fetchUsage = lambda<Handlers["fetchUsage"], "NoSuchCustomer">(param("FetchUsageArn"), {
  result: Usage,
});
const renderReport = lambda<Handlers["renderReport"]>(param("RenderReportArn"), { result: Rendered });

const s3 = awsSdk<S3, "S3.S3Exception">("s3");
const ses = awsSdk<SESv2, "SesV2.TooManyRequestsException">("sesv2");

/** One customer's report: whatever goes wrong becomes a result that says what. */
const reportOfCustomer = fragment<{ customer: string; day: string }>()((customer) =>
  customer
    .parallel("MakeReport", (report) =>
      report
        .pass("Remember")
        .assign(({ input }) => ({ customer: input.customer, day: input.day }))

        .task("FetchUsage", fetchUsage)
        .retry(lambdaDefaults)

        .pass("Aggregate")
        .assign(({ input }) => ({
          email: input.email,
          total: input.lines.map((line) => line.amount).reduce((sum, amount) => sum + amount, 0),
        }))

        .task("RenderReport", renderReport)
        .arguments(({ input, vars }) => ({
          customer: vars.customer,
          day: vars.day,
          total: vars.total,
          lines: input.lines,
        }))
        .retry(lambdaDefaults)

        .task("UploadReport", s3("putObject"))
        .arguments({
          Bucket: param("ReportsBucket"),
          Key: ({ vars }) => `${vars.day}/${vars.customer}.html`,
          Body: ({ input }) => input.html,
          ContentType: "text/html",
        })
        .output(({ input }) => ({ text: input.text }))
        .retry({
          errorEquals: ["S3.S3Exception"],
          intervalSeconds: 1,
          maxAttempts: 4,
          jitterStrategy: "FULL",
        })

        .task("MailReport", ses("sendEmail"))
        .arguments({
          FromEmailAddress: "reports@example.com",
          Destination: { ToAddresses: ({ vars }) => [vars.email] },
          Content: {
            Simple: {
              Subject: { Data: ({ vars }) => `Your report of ${vars.day}` },
              Body: { Text: { Data: ({ input }) => input.text } },
            },
          },
        })
        .retry({
          errorEquals: ["SesV2.TooManyRequestsException"],
          intervalSeconds: 2,
          maxAttempts: 5,
          backoffRate: 2,
        })

        .output(({ vars }) => ({
          status: "sent",
          customer: vars.customer,
          key: `${vars.day}/${vars.customer}.html`,
          total: vars.total,
        })),
    )
    .catch(
      "States.ALL",
      {
        output: ({ input, error }) => ({
          status: "failed",
          customer: input.customer,
          error: error.Error,
          cause: error.Cause,
        }),
      },
      (handler) => handler.pass("NoteFailure"),
    )
    .output(({ result }) => result[0]),
);

export const nightlyReports = workflow("nightly-reports", {
  comment: "A usage report for each customer, ten at a time; one that fails never fails the night.",
})
  .input(Night)
  .output(Summary)
  .map(
    "EachCustomer",
    {
      items: ({ input }) => input.customers,
      itemSelector: ({ item, input }) => ({ customer: item, day: input.day }),
    },
    (customer) => customer.use(reportOfCustomer),
    { maxConcurrency: 10 },
  )
  .output(({ input, result }) => ({
    day: input.day,
    sent: result
      .filter((one) => one.status === "sent")
      .map(({ customer, key, total }) => ({ customer, key, total })),
    failed: result
      .filter((one) => one.status === "failed")
      .map(({ customer, error, cause }) => ({ customer, error, cause })),
  }))
  .end();
