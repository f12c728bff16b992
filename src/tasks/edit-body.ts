import type { Dialect } from "./backlog.ts";
import { type ProseName, proseRange, type TaskBody } from "./body.ts";
import { type Edited, refuse, replace, UNCHANGED } from "./edit.ts";
import { lineBreak } from "./edit-key.ts";

/** Replaces the text of a section; the blank lines around it stay as they are. */
export function setSection(
  text: string,
  body: TaskBody,
  dialect: Dialect,
  name: ProseName,
  wanted: string,
): Edited {
  const marker = body.problems.find(({ code }) => code === "markers-unbalanced");
  if (marker !== undefined) return refuse("markers-unbalanced", marker.detail);
  const range = proseRange(body.outline, dialect, name);
  if (range === null) return refuse("section-missing", name);
  const end = lineBreak(text);
  const content = wanted.trim().replace(/\r?\n/g, end);
  const old = text.slice(range.start, range.end);
  const start = range.start + (old.length - old.trimStart().length);
  if (old.trim() === content) return UNCHANGED;
  if (old.trim() === "") return replace(range.start, range.start, content + end);
  const stop = start + old.trim().length;
  // The line of a text that goes altogether goes with it.
  const gone = content === "" && text.startsWith(end, stop) ? end.length : 0;
  return replace(start, stop + gone, content);
}

/** Ticks or clears one acceptance criterion. */
export function tick(body: TaskBody, index: number, done: boolean): Edited {
  const marker = body.problems.find(({ code }) => code === "markers-unbalanced");
  if (marker !== undefined) return refuse("markers-unbalanced", marker.detail);
  const item = body.criteria.find((criterion) => criterion.index === index);
  if (item === undefined) return refuse("criterion-missing", String(index));
  if (item.done === done) return UNCHANGED;
  return replace(item.start, item.start + 1, done ? "x" : " ");
}
