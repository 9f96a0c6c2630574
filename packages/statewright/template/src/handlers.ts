// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

export async function createAccount(event: {
  email: string;
  plan: "free" | "team";
}): Promise<{ accountId: string }> {
  if (!event.email.includes("@")) throw new EmailRejected(`"${event.email}" is no address.`);
  return { accountId: `account-${event.email}` };
}

export async function sendWelcome(event: { to: string; text: string }): Promise<{ messageId: string }> {
  return { messageId: `message-${event.to}` };
}

class EmailRejected extends Error {
  override readonly name = "EmailRejected";
}
