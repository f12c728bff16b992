import { terminal } from "../reports/escape.ts";
import type { MendedLink } from "../satellite/mend-link.ts";

/** A warning for each task whose link had to be put back. */
export function mendedText(mended: readonly MendedLink[]): string {
  return mended
    .map(({ task, path, from, id }) => {
      const where = from === "store" ? "where it was kept when they were linked" : "its references";
      return `${task} had lost its upstream (Backlog.md drops keys that it does not know). ${terminal(id)} was put back from ${where}: ${terminal(path)}\n`;
    })
    .join("");
}
