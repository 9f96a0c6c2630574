import { workflow } from "statewright";
import { Night, Summary } from "./report.ts";
import { reportOfCustomer } from "./report-of-customer.ts";

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
    (customer) =>
      customer
        .parallel("MakeReport", (report) => report.use(reportOfCustomer))
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
