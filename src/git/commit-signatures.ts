import type { CommitSignature } from "../core/commit-signature.ts";
import type { Repository } from "./repository.ts";

/** git-log, `%G?`. Who signed with a key that nobody here vouches for is not known. */
const LETTERS: Readonly<Record<string, CommitSignature["status"]>> = {
  G: "good",
  U: "unknown-key",
  X: "expired",
  Y: "expired",
  R: "revoked",
  B: "bad",
  E: "unknown-key",
};

/** Commits whose texts are read at once: some megabytes. */
const STEP = 2000;

/** What git says of the signatures of commits, by full id. It runs gpg or ssh-keygen once for each commit that has one. */
export async function commitSignatures(
  { git }: Pick<Repository, "git">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CommitSignature>> {
  if (ids.length === 0) return new Map();
  const text = await git.text(["log", "--no-walk=unsorted", "--stdin", "--format=%H %G? %GF"], {
    input: `${ids.join("\n")}\n`,
  });
  const told = text.split("\n").map((line) => line.split(" "));
  const silent = told.flatMap(([id = "", letter = "N"]) => (letter in LETTERS ? [] : [id]));
  const signed = await withSignature({ git }, silent);
  return new Map(
    told.map(([id = "", letter = "N", signer = ""]) => {
      // Git says N of an SSH signature where it knows of no keys that it could be by.
      const status = LETTERS[letter] ?? (signed.has(id) ? "unknown-key" : "none");
      return [id, { status, signer: signer === "" ? null : signer }] as const;
    }),
  );
}

/** Of some commits, those whose header has a signature, whatever it is worth. */
async function withSignature(
  { git }: Pick<Repository, "git">,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const signed = new Set<string>();
  for (let from = 0; from < ids.length; from += STEP) {
    const input = `${ids.slice(from, from + STEP).join("\n")}\n`;
    const text = await git.text(["log", "--no-walk=unsorted", "--stdin", "-z", "--format=raw"], { input });
    for (const one of text.split("\0")) {
      const [head = ""] = one.split("\n\n");
      const [, id] = /^commit ([0-9a-f]+)/.exec(head) ?? [];
      if (id !== undefined && /^gpgsig(-sha256)? /m.test(head)) signed.add(id);
    }
  }
  return signed;
}
