/** How the causes of run-time failures begin (R-JA-24). */
export function inState(name: string, entered: number, text: string): string {
  return `An error occurred while executing the state '${name}' (entered at the event id #${entered}). ${text}`;
}

/** A result or an output over the payload limit (R-TASK-07, R-ERR-25). */
export function resultTooLarge(name: string): string {
  return `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}
