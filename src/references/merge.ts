import type { TextKind } from "../core/reference.ts";
import type { Manner } from "./grammar.ts";

/**
 * Lines in which git and forges quote the branches that they merge; in the body, too, where several commits were
 * squashed into one. `Closes #1 from user/branch` is how the merge scripts of Apache projects put it.
 */
const MERGE =
  /^[ \t>*-]*(?:Merged? (?:(?:remote(?:-tracking)? )?branch(?:es)? |pull request #\d+ (?:in \S+ )?from |in (?=\S+ \()|(?=(?:\S+ into \S+|.* into \S+$)))|Closes #\d+ from ).*/gm;

/** How ids are read at an offset; asked in rising order. */
export function mannerOf(text: string, kind: TextKind): (at: number) => Manner {
  if (kind === "branch") return () => "branch";
  if (kind === "source" || !/Merge|Closes/.test(text)) return () => "prose";
  const ends = [...text.matchAll(MERGE)].map(({ 0: line, index }) => [index, index + line.length] as const);
  let next = 0;
  return (at) => {
    while ((ends[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    return at >= (ends[next]?.[0] ?? Number.POSITIVE_INFINITY) ? "branch" : "prose";
  };
}
