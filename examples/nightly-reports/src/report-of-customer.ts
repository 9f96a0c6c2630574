import type { S3 } from "@aws-sdk/client-s3";
import type { SESv2 } from "@aws-sdk/client-sesv2";
import { awsSdk, fragment, lambda, lambdaDefaults, param } from "statewright";
import type * as handlers from "./handlers.ts";
import { Rendered, Usage } from "./report.ts";

type Handlers = typeof handlers;
const fetchUsage = lambda<Handlers["fetchUsage"], "NoSuchCustomer">(param("FetchUsageArn"), {
  result: Usage,
});
const renderReport = lambda<Handlers["renderReport"]>(param("RenderReportArn"), { result: Rendered });

const s3 = awsSdk<S3, "S3.S3Exception">("s3");
const ses = awsSdk<SESv2, "SesV2.TooManyRequestsException">("sesv2");

/** The stages of one customer's report, from its usage to its mail. */
export const reportOfCustomer = fragment<{ customer: string; day: string }>()((report) =>
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
);
