// The function as it is deployed to AWS Lambda. The workflow imports its type only.

export async function pay(event: { employee: string; amountCents: number }): Promise<{ transferId: string }> {
  return { transferId: `${event.employee}-${event.amountCents}` };
}
