import type { Audit } from "../core/audit.ts";

/** Whether a waiver is past its day while what it lifted is still there: that is red, whatever the commits come to. */
export function hasOverdue(gaps: Audit["gaps"]): boolean {
  return gaps.some(({ code }) => code === "waiver-overdue");
}
