import type { Spec } from "../core/spec.ts";
import { entryMark, readBlock } from "./block.ts";
import { SPEC_DEPTH } from "./compare-block.ts";
import { inertMarkdown } from "./neutral.ts";

/** The next section, or the footer; headings of a spec stand deeper. */
const END = /\n\n(?:### [^\n]*\n\nSpec: |---\n\n\| Authorisation )/;

/**
 * What a body shows of a spec, and what it should: for people to compare; whether the two are the same is not said here. Null: it shows no
 * text of it, or a part.
 */
export function shownSpec(
  body: string,
  { key, path, text }: Pick<Spec, "key" | "path" | "text">,
): { readonly shown: string; readonly wanted: string } | null {
  const reading = readBlock(body);
  if (reading.status !== "found") return null;
  const { inner, entries } = reading;
  const entry = entries.find((one) => one.key === key || (path !== null && one.path === path));
  if (entry === undefined || entry.isExcerpt) return null;
  const mark = entryMark(entry);
  const rest = inner.slice(inner.indexOf(mark) + mark.length).replace(/^\n+/, "");
  const own = rest.slice(0, END.exec(rest)?.index ?? rest.length).trimEnd();
  const wanted = inertMarkdown(text, SPEC_DEPTH);
  // The line that closes the ticket is none of the spec's.
  const last = own.lastIndexOf("\n\n");
  const isOurs = own !== wanted && last !== -1 && !wanted.endsWith(own.slice(last));
  return { shown: isOurs ? own.slice(0, last) : own, wanted };
}
