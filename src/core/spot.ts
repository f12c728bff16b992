import type { Reference } from "./reference.ts";

/**
 * Where in its part of a message a reference stands: of a subject `start`, `end` or `alone` (both; brackets and a full stop
 * may stand beside it), of a trailer the trailer's key in lower case, else nothing.
 */
export function spotOf(
  message: string,
  { start, end, place }: Pick<Reference, "start" | "end" | "place">,
): string {
  if (place === "trailer") return trailerKey(message, start).trim().toLowerCase();
  if (place !== "subject") return "";
  const first = /^\s*[[(]?$/.test(message.slice(0, start));
  const last = /^[\])]?[.!]?[ \t]*$/.test(message.slice(end).split("\n", 1)[0] ?? "");
  if (first) return last ? "alone" : "start";
  return last ? "end" : "";
}

/** The key of the trailer that an offset lies in; a trailer goes on over indented lines. */
function trailerKey(message: string, offset: number): string {
  const lines = message.slice(0, offset).split("\n");
  const line = lines.findLast((text, index) => index === 0 || !/^[ \t]/.test(text)) ?? "";
  return line.slice(0, Math.max(0, line.indexOf(":")));
}
