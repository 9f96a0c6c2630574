import type { ToldMachine } from "../told-machine.ts";

const object = { S3Object: { Bucket: "string", Name: "string" } };
const input = { detail: { bucket: { name: "receipts" }, object: { key: "a.jpg", size: 5 } } };
const field = (Type: string, Text: string) => ({
  Type: { Text: Type },
  ValueDetection: { Text, Confidence: 90 },
});
const labels = (Confidence: number) => ({
  result: {
    Labels: [
      { Name: "Receipt", Confidence },
      { Name: "Text", Confidence: 99 },
    ],
  },
});

export const analyzeExpense: ToldMachine = {
  file: "textract-analyze-expense-tf-statemachine",
  input: { detail: { bucket: { name: "string" }, object: { key: "string", size: "number" } } },
  tasks: {
    DetectLabels: {
      takes: { Image: object },
      returns: { Labels: [{ Name: "string", Confidence: "number" }] },
    },
    AnalyzeExpense: {
      takes: { Document: object },
      returns: {
        ExpenseDocuments: [
          {
            SummaryFields: [
              { Type: { Text: "string" }, ValueDetection: { Text: "string", Confidence: "number" } },
            ],
          },
        ],
      },
    },
    "Record receipt in database": {
      takes: {
        Key: { Id: { S: "string" } },
        TableName: "string",
        ExpressionAttributeValues: {
          ":invoiceDate": { S: "string" },
          ":amountPaid": { S: "string" },
          ":vendorName": { S: "string" },
        },
        UpdateExpression: "string",
      },
      returns: {},
    },
  },
  runs: [
    {
      input,
      answers: {
        DetectLabels: labels(95),
        AnalyzeExpense: {
          result: {
            ExpenseDocuments: [
              {
                SummaryFields: [
                  field("AMOUNT_PAID", "12.00"),
                  field("INVOICE_RECEIPT_DATE", "2026-01-01"),
                  field("VENDOR_NAME", "Café"),
                ],
              },
            ],
          },
        },
        "Record receipt in database": { result: {} },
      },
    },
    { input, ends: "FAILED", answers: { DetectLabels: labels(20) } },
  ],
};
