import { secondsOf } from "../core/time.ts";

/** Milliseconds since 1970 of a header's time. The shape of a header lets no other times in. */
export function millisecondsAt(time: string): number {
  return (secondsOf(time) ?? 0) * 1000;
}
