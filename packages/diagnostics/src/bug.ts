/** A fault of Statewright itself, not of what a user wrote. Shown with the way to report it. */
export class Bug extends Error {
  override readonly name = "Bug";
}

/** Stops where only a fault of ours can lead: the one thing that our code throws. */
export function bug(what: string): never {
  throw new Bug(what);
}

/** Ends an exhaustive `switch`: does not compile while a case is missing. */
export function assertNever(value: never): never {
  return bug(`unexpected value: ${JSON.stringify(value)}`);
}
