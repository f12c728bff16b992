import type { Spec, SpecAnswer, SpecBlock, SpecSection } from "../core/spec.ts";
import { type BlockEntry, entryMark, readBlock } from "./block.ts";
import { inertMarkdown } from "./neutral.ts";

/** How deep the headings of a spec stand in the block. */
const DEPTH = 4;
/** Longest part of a line that a report shows: enough to see which one it is. */
const LONGEST = 120;

/** Our block in a body, compared with specs (by look-up key) as they are now. */
export function blockOf(body: string, specs: Readonly<Record<string, SpecAnswer>>): SpecBlock {
  const reading = readBlock(body);
  if (reading.status === "none") return { status: "none" };
  if (reading.status === "problem") {
    const { code: problem, line } = reading.problem;
    return { status: "problem", problem, line };
  }
  const { inner, entries } = reading;
  const keys = new Set(entries.map(({ key }) => key));
  const sections = Object.entries(specs).flatMap(([at, answer]) => {
    const spec = answer.status === "found" ? answer.spec : null;
    const entry = entries.find(({ key }) => key === spec?.key);
    return spec === null || entry === undefined ? [] : [[at, sectionOf(inner, entry, spec)] as const];
  });
  // Two sections of one ticket, and nobody knows which of them is read.
  const isIntact = reading.isIntact && keys.size === entries.length;
  return { status: "found", isIntact, sections: Object.fromEntries(sections) };
}

/** Where the text is withheld or too long the digest stands for it. */
function sectionOf(inner: string, entry: BlockEntry, { text }: Spec): SpecSection {
  const { digest, isExcerpt } = entry;
  if (isExcerpt) return { digest, isWhole: false, differs: null };
  return {
    digest,
    isWhole: true,
    differs: firstDifference(inertMarkdown(text, DEPTH), behind(inner, entry)),
  };
}

/** What stands behind an entry's mark, to the block's end. */
function behind(inner: string, entry: BlockEntry): string {
  const mark = entryMark(entry);
  return inner.slice(inner.indexOf(mark) + mark.length).replace(/^\n+/, "");
}

/**
 * What a body shows of a spec, and what it should: for people to compare. Null: it shows no text of it. A line that somebody put behind the
 * text counts as shown where no own section of ours begins.
 */
export function shownSpec(
  body: string,
  { key, text }: Pick<Spec, "key" | "text">,
): { readonly shown: string; readonly wanted: string } | null {
  const reading = readBlock(body);
  const entry = reading.status === "found" ? reading.entries.find((one) => one.key === key) : undefined;
  if (reading.status !== "found" || entry === undefined || entry.isExcerpt) return null;
  const wanted = inertMarkdown(text, DEPTH);
  const rest = behind(reading.inner, entry);
  // The next section, or the footer; headings of a spec stand deeper.
  const end = /\n\n(?:### [^\n]*\n\nSpec: |---\n\n\| Authorisation )/.exec(rest)?.index ?? rest.length;
  const own = rest.slice(0, end).trimEnd();
  if (own === wanted) return { shown: own, wanted };
  // The line that closes the ticket is none of the spec's.
  const last = own.lastIndexOf("\n\n");
  const isOurs = last !== -1 && !wanted.endsWith(own.slice(last));
  return { shown: isOurs ? own.slice(0, last) : own, wanted };
}

/** The first line of a text that what is shown lacks; what follows the text is no part of it. */
function firstDifference(text: string, shown: string): SpecSection["differs"] {
  const own = shown.split("\n");
  const lines = text.split("\n");
  const at = lines.findIndex((line, index) => line !== own[index]);
  if (at === -1) return null;
  const cut = (line: string | undefined): string => (line ?? "").trim().slice(0, LONGEST);
  return { wanted: cut(lines[at]), found: cut(own[at]) };
}
