import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/**
 * Does `work` while no other process does work under the same lock, a file with the process id of who holds it.
 *
 * A lock whose process is gone holds nobody up.
 */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!taken(lock)) {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    await setTimeout(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Zero is a lock that is being written.
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}
