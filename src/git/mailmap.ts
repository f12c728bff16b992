import { authorKey, personIn } from "../core/people.ts";
import type { Person } from "../core/ticket.ts";
import type { Repository } from "./repository.ts";

/** Where the .mailmap that is trusted stands: a file, a blob as git names one (`<commit>:.mailmap`), or nowhere in this repository. */
export type MailmapPlace =
  | { readonly file: string }
  | { readonly blob: string }
  | { readonly bytes: Uint8Array };

/** What git can read as one person on one line. */
const CONTACT = /^[^<>\u0000\r\n]*<[^<>\u0000\r\n]+>$/;

/**
 * Authors whom one .mailmap takes for somebody else, by `authorKey` (gitmailmap); one child for all of them. git also reads
 * the .mailmap of the work tree, which may be that of the branch that is judged, and `--bare` does not keep it from that: so it is
 * told that the work tree is the git folder, where no commit can put a file.
 */
export async function mappedAuthors(
  repo: Repository,
  place: MailmapPlace,
  authors: readonly Person[],
): Promise<Readonly<Record<string, Person>>> {
  const keys = [...new Set(authors.map(authorKey))].filter((key) => CONTACT.test(key));
  if (keys.length === 0) return {};
  const { file, blob } = {
    file: "",
    blob: "",
    ...("bytes" in place ? await kept(repo, place.bytes) : place),
  };
  const git = repo.git.withEnv({ GIT_DIR: repo.gitDir, GIT_WORK_TREE: repo.gitDir });
  const args = ["-C", repo.gitDir, "-c", `mailmap.file=${file}`, "-c", `mailmap.blob=${blob}`];
  const told = await git.text([...args, "check-mailmap", "--stdin"], { input: `${keys.join("\n")}\n` });
  const lines = told.split("\n");
  const mapped = keys.flatMap((key, index) => {
    const line = lines[index] ?? key;
    return line === key ? [] : [[key, personIn(line)] as const];
  });
  return Object.fromEntries(mapped);
}

/** git takes a list from a file or an object; as an object it disturbs nobody. */
async function kept({ git }: Repository, bytes: Uint8Array): Promise<{ readonly blob: string }> {
  return { blob: await git.text(["hash-object", "-w", "--stdin"], { input: bytes }) };
}
