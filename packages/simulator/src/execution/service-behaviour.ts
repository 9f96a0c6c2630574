/** Where the service changed its ways; the defaults are today's, older recordings need the older ones. */
export interface ServiceBehaviour {
  /** Whether a Map iterates the members of an object; since 2025 (R-MAP-03). */
  readonly objectItems: boolean;
  /** Whether the context object has `Execution.RedriveCount`; since the end of 2023. */
  readonly redriveCount: boolean;
}
