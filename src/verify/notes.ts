import { Fault } from "../core/fault.ts";
import { readNotes } from "../git/notes.ts";
import { resolveCommit } from "../git/repository.ts";
import { placeIn } from "../attest/log-place.ts";
import { type EvidenceTerms, verifyEvidence } from "../verify.ts";
import type { Verification } from "./outcome.ts";

/** The ref that records are kept in where nobody names another. */
export const NOTES_REF = "refs/notes/golden-thread";

/**
 * Judges the records that a server keeps as notes, and whether they tell of a revision's whole history since the first of them. Throws
 * Fault("usage") where there are none, Fault("repository") for a revision that git does not know.
 */
export async function verifyNotes(
  terms: EvidenceTerms,
  { rev, ref }: { readonly rev: string; readonly ref: string | null },
): Promise<Verification> {
  const { repo } = terms;
  if (repo === null) throw new Fault("internal", "Notes are verified in a repository.");
  const through = await resolveCommit(repo, rev);
  const home = ref ?? NOTES_REF;
  const lines = (await readNotes(repo, home))
    .flatMap((text) => text.split("\n"))
    .filter((line) => line !== "");
  if (lines.length === 0)
    throw new Fault("usage", "There are no records of what was judged.", {
      found: `no notes in ${home}`,
      wanted: "a file, a folder, or a ref with records",
      fix: `git fetch origin ${home}:${home}`,
    });
  const bytes = Buffer.from(
    inOrder(lines)
      .map((line) => `${line}\n`)
      .join(""),
  );
  return verifyEvidence({ name: home, bytes, files: null }, { ...terms, through });
}

/** Notes have no order; what their records say of it is judged like everything else. A claim stays behind its record. */
function inOrder(lines: readonly string[]): readonly string[] {
  let seq = 0;
  return lines
    .map((line, index) => {
      seq = placeIn(line)?.seq ?? seq;
      return { line, seq, index };
    })
    .sort((a, b) => a.seq - b.seq || a.index - b.index)
    .map(({ line }) => line);
}
