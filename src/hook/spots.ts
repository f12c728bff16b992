import type { Found } from "../core/reference.ts";
import { parseMessage, placeAt } from "../references/message.ts";
import type { Spot } from "../store/compiled.ts";

/** What may stand between a reference and the end of its line where it still counts as the last thing of the line. */
const CLOSING = new Set(["", ")", "]"]);

/** Tells all spots that a reference in this message has. */
export function spotsIn(text: string, trailer: string): (found: Found) => readonly Spot[] {
  const parts = parseMessage(text);
  return (found) => {
    const place = placeAt(parts, found.start);
    switch (place) {
      case "subject":
        return ["subject", ...(found.start === 0 ? (["subject-start"] as const) : []), ...atEnd(text, found)];
      case "body":
        return ["body"];
      case "trailer":
        return text.startsWith(`${trailer}: `, lineStart(text, found.start))
          ? ["trailer", "named-trailer"]
          : ["trailer"];
    }
  };
}

/** Offset at which the line of `at` begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function atEnd(text: string, { end }: Found): readonly Spot[] {
  const stop = text.indexOf("\n");
  const firstLine = stop < 0 ? text : text.slice(0, stop);
  return end <= firstLine.length && CLOSING.has(firstLine.slice(end)) ? ["subject-end"] : [];
}
