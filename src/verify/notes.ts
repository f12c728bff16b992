import { placeIn } from "../attest/log-place.ts";
import { Fault } from "../core/fault.ts";
import { readNotes } from "../git/notes.ts";
import { type Repository, resolveCommit } from "../git/repository.ts";

/** The ref that records are kept in where nobody names another. */
const NOTES_REF = "refs/notes/golden-thread";

/**
 * The records that a server keeps as notes, and the commit whose whole history since the first of them they have to tell. Throws
 * Fault("usage") where there are none, Fault("repository") for a revision that git does not know.
 */
export async function readRecords(
  repo: Repository,
  { rev, ref }: { readonly rev: string; readonly ref: string | null },
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly through: string }> {
  const through = await resolveCommit(repo, rev);
  const name = ref ?? NOTES_REF;
  const lines = (await readNotes(repo, name))
    .flatMap((text) => text.split("\n"))
    .filter((line) => line !== "");
  const ordered = inOrder(lines).map((line) => `${line}\n`);
  if (lines.length > 0) return { name, bytes: Buffer.from(ordered.join("")), through };
  throw new Fault("usage", "There are no records of what was judged.", {
    found: `no notes in ${name}`,
    wanted: "a file, a folder, or a ref with records",
    fix: `git fetch origin ${name}:${name}`,
  });
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
