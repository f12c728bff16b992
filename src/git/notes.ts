import { Fault } from "../core/fault.ts";
import { refCommit } from "./ledger-ref.ts";
import { MACHINE } from "./machine.ts";
import type { Repository } from "./repository.ts";

/** A job's runner, or a server's account, has no name that git would take for a commit. */
const AS_MACHINE = ["-c", `user.name=${MACHINE.name}`, "-c", `user.email=${MACHINE.email}`] as const;

/** Largest blob of notes that is read: records of all refs that moved to one commit. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The texts of all notes of a ref; none: there is no such ref. */
export async function readNotes({ git }: Pick<Repository, "git">, ref: string): Promise<readonly string[]> {
  const { code, stdout } = await git.run(["ls-tree", "-r", "-z", "--end-of-options", ref], {
    codes: [0, 128],
  });
  if (code !== 0) return [];
  const blobs = stdout
    .toString("latin1")
    .split("\0")
    .flatMap((entry) => /^100644 blob ([0-9a-f]+)\t/.exec(entry)?.[1] ?? []);
  const texts: string[] = [];
  for (const blob of blobs) texts.push(await readBlob({ git }, blob));
  return texts;
}

async function readBlob({ git }: Pick<Repository, "git">, id: string): Promise<string> {
  const { stdout } = await git.run(["cat-file", "blob", id], { limit: MOST_BYTES });
  return stdout.toString("utf8");
}

/**
 * The note that was written last to a ref that only this program writes, and the ref's commit; null: there is none. `text` is empty where that
 * commit did not write exactly one.
 */
export async function lastNote(
  { git }: Pick<Repository, "git">,
  ref: string,
): Promise<{ readonly commit: string; readonly text: string } | null> {
  const commit = await refCommit({ git }, ref);
  if (commit === null) return null;
  const changed = await git.text(["diff-tree", "--root", "-r", "--no-commit-id", "--no-renames", commit]);
  const [blob, ...others] = writtenIn(changed);
  return { commit, text: blob === undefined || others.length > 0 ? "" : await readBlob({ git }, blob) };
}

/** A growing tree is laid out anew now and then: what comes under one name and goes from another was there before. */
function writtenIn(changed: string): readonly string[] {
  const gone = new Set(idsIn(changed, /^:\d+ \d+ ([0-9a-f]+) 0+ D\t/gm));
  return idsIn(changed, /^:\d+ 100644 [0-9a-f]+ ([0-9a-f]+) [AM]\t/gm).filter((id) => !gone.has(id));
}

function idsIn(changed: string, row: RegExp): readonly string[] {
  return [...changed.matchAll(row)].map(([, id = ""]) => id);
}

/**
 * Adds lines to a commit's note, byte for byte, where the ref still is what it was (`before`; null: it is not there). False: it is not, and
 * nothing was written. Throws Fault("storage") where the note holds something else than JSON lines.
 */
export async function addNote(
  { git, objectFormat }: Pick<Repository, "git" | "objectFormat">,
  { ref, before, commit }: { readonly ref: string; readonly before: string | null; readonly commit: string },
  lines: string,
): Promise<boolean> {
  // git-notes moves its ref whatever that has become meanwhile; so it works on a ref of our own.
  const blobId = await git.text(["hash-object", "-w", "--stdin"], { input: lines });
  const own = `${ref}.${blobId.slice(0, 16)}`;
  const none = "0".repeat(objectFormat === "sha256" ? 64 : 40);
  if (before !== null) await git.run(["update-ref", own, before]);
  try {
    const { code, stdout } = await git.run(["notes", `--ref=${own}`, "show", commit], { codes: [0, 1] });
    const old = code === 0 ? stdout.toString("utf8") : "";
    if (old !== "" && !(old.endsWith("\n") && old.startsWith("{"))) throw notOurs(ref, commit);
    const blob =
      old === "" ? blobId : await git.text(["hash-object", "-w", "--stdin"], { input: old + lines });
    await git.run([...AS_MACHINE, "notes", `--ref=${own}`, "add", "-f", "-C", blob, commit]);
    const after = await git.text(["rev-parse", "--verify", own]);
    const moved = await git.run(["update-ref", ref, after, before ?? none], { codes: [0, 1, 128] });
    return moved.code === 0;
  } finally {
    await git.run(["update-ref", "-d", own], { codes: [0, 1, 128] });
  }
}

function notOurs(ref: string, commit: string): Fault {
  return new Fault("storage", "A note holds something else than records.", {
    found: `${ref}, the note of ${commit}`,
    wanted: "a ref that nothing else writes to",
    fix: "golden-thread config explain evidence.notes",
  });
}
