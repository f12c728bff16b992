import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Tracker } from "../core/tracker.ts";
import { type DialOptions, dial } from "./sources.ts";

/**
 * A remote's tracker for a command that can do nothing without it. Throws what stands against asking it: Fault("credentials" |
 * "forbidden" | "unavailable").
 */
export async function askableTracker(remote: RemoteLaw, options: DialOptions): Promise<Tracker> {
  const dialed = await dial(remote, options);
  const refusal = (await dialed.deaf?.(1)) ?? null;
  if (refusal === null) return (await dialed.line()).tracker;
  const { name } = remote;
  const fix = `golden-thread remote check ${name}`;
  switch (refusal.status) {
    case "credentials":
      throw new Fault("credentials", `${name} can't be asked: ${refusal.detail}`, {
        fix: refusal.fix ?? fix,
      });
    case "forbidden":
    case "unavailable":
      throw new Fault(refusal.status, `${name} can't be asked: ${refusal.detail}`, { fix });
    case "found":
    case "claimed":
    case "absent":
      throw new Fault("internal", "An answer about one ticket is none about all of them.", { found: name });
  }
}
