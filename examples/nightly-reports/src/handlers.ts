import type { z } from "zod";
import type { Rendered, Usage } from "./report.ts";

// The functions as they are deployed to AWS Lambda. The workflows import their types only.

export async function fetchUsage(event: { customer: string; day: string }): Promise<z.input<typeof Usage>> {
  if (event.customer.startsWith("closed-"))
    throw new NoSuchCustomer(`There is no customer ${event.customer}.`);
  return {
    customer: event.customer,
    email: `${event.customer}@example.com`,
    lines: [{ product: "storage", units: 3, amount: 4.5 }],
  };
}

export async function renderReport(event: {
  customer: string;
  day: string;
  total: number;
  lines: z.input<typeof Usage>["lines"];
}): Promise<z.input<typeof Rendered>> {
  const rows = event.lines.map(({ product, units, amount }) => `<tr><td>${product}<td>${units}<td>${amount}`);
  const text = `You used services for ${event.total.toFixed(2)} dollars on ${event.day}.`;
  return { html: `<h1>${event.customer}</h1><p>${text}</p><table>${rows.join("")}</table>`, text };
}

class NoSuchCustomer extends Error {
  override readonly name = "NoSuchCustomer";
}
