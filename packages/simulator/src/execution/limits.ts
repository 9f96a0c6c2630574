import { quotas } from "@statewright/asl";

/** Bytes of a payload: state input and output, task arguments and result (R-Q-01). */
export const payloadLimit: number = quotas.payloadBytes;
/** Events of a STANDARD execution (R-Q-03). */
export const historyLimit: number = quotas.historyEvents;
/** Bytes of one variable, and of all that one Assign gives (R-VAR-14). */
export const variableLimit: number = quotas.variableBytes;
export const assignLimit: number = quotas.assignBytes;
/** A Wait may reach this many days ahead (R-WAIT-05). */
export const longestWaitDays: number = quotas.waitDays;
/** Iterations of an inline Map, and children of a Map Run, that run at once (R-MAP-07). */
export const concurrency: { readonly inline: number; readonly distributed: number } = {
  inline: quotas.inlineMapConcurrency,
  distributed: quotas.distributedMapConcurrency,
};

/** Days after its end in which an execution can be redriven (R-ERR-26). */
export const redriveDays: number = quotas.redriveDays;
/** Seconds an execution may take (R-Q-04). */
export const executionSeconds: { readonly STANDARD: number; readonly EXPRESS: number } = {
  STANDARD: quotas.standardExecutionSeconds,
  EXPRESS: quotas.expressExecutionSeconds,
};
