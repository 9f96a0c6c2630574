/**
 * The token of a task that waits to be called back: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat do,
 * on the execution's clock. A handler may keep it and call back from a later one.
 *
 * @example
 * ```ts
 * const handlers = {
 *   Approve: (request, { token }) => {
 *     token?.heartbeat({ afterSeconds: 50 });
 *     token?.succeed({ approved: true }, { afterSeconds: 90 });
 *   },
 * };
 * ```
 */
export interface TaskToken<Result = unknown> {
  /** The token as the arguments of the call carry it. */
  readonly value: string;
  succeed(output: Result, when?: SendTime): Sent;
  /** Both members are optional (R-PAT-05). */
  fail(failure?: { readonly error?: string; readonly cause?: string }, when?: SendTime): Sent;
  /** Starts the time of HeartbeatSeconds anew (R-TASK-04). */
  heartbeat(when?: SendTime): Sent;
}

/** When something is sent; at once by default. */
export interface SendTime {
  /** Seconds of the execution's clock from now. */
  readonly afterSeconds?: number;
}

/** Something that was sent with a task token. */
export interface Sent {
  /** What AWS answers the sender instead of taking it (R-PAT-02); known once its time has come. */
  readonly refused?: SendError;
}

export interface SendError {
  readonly error: "TaskTimedOut" | "InvalidOutput" | "ValidationException";
  readonly message: string;
}
