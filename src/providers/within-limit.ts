import { Fault } from "../core/fault.ts";

/** Throws Fault("usage") for a text that a tracker or forge would refuse or cut. `what`: how people name it. */
export function withinLimit(
  remote: string,
  what: string,
  { text, most }: { text: string; most: number },
): void {
  if (text.length <= most) return;
  throw new Fault("usage", `${remote} does not take ${what} that long.`, {
    found: `${text.length} characters`,
    wanted: `at most ${most}`,
  });
}
