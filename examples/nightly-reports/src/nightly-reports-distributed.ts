import { param, workflow } from "statewright";
import { LargeNight, LargeSummary } from "./report.ts";
import { reportOfCustomer } from "./report-of-customer.ts";

export const nightlyReportsDistributed = workflow("nightly-reports-distributed", {
  comment: "The same reports for many thousand customers of a CSV file, each in an execution of its own.",
})
  .input(LargeNight)
  .output(LargeSummary)
  .distributedMap(
    "EachCustomer",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("CustomersBucket"), Key: ({ input }) => input.customersKey },
        readerConfig: { inputType: "CSV", csvHeaderLocation: "GIVEN", csvHeaders: ["customer", "plan"] },
      },
      itemSelector: ({ item, input }) => ({ customer: item.customer, day: input.day }),
    },
    (customer) => customer.use(reportOfCustomer),
    {
      executionType: "STANDARD",
      maxConcurrency: 500,
      toleratedFailurePercentage: 2,
      resultWriter: {
        arguments: { Bucket: param("ReportsBucket"), Prefix: ({ input }) => `${input.day}/results` },
        writerConfig: { transformation: "COMPACT", outputType: "JSONL" },
      },
    },
  )
  .output(({ input, result }) => ({
    day: input.day,
    results: { bucket: result.ResultWriterDetails.Bucket, key: result.ResultWriterDetails.Key },
  }))
  .end();
