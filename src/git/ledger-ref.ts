import { Fault } from "../core/fault.ts";
import { unixSeconds } from "../core/time.ts";
import { MACHINE } from "./machine.ts";
import type { Repository } from "./repository.ts";

/** Name of the ledger in its commit's tree. */
const FILE = "ledger.jsonl";

/** Nobody's: what is issued by a machine names no person. */
const ISSUER = `${MACHINE.name} <${MACHINE.email}>`;

/** The ledger that a revision holds, and its commit; null: there is no such revision, or it holds none. Throws Fault("git") above `limit` bytes. */
export async function readLedgerRef(
  { git }: Pick<Repository, "git">,
  rev: string,
  limit: number,
): Promise<Uint8Array | null> {
  const { stdout } = await git.run(["cat-file", "--batch"], {
    input: `${rev}:${FILE}\n`,
    // Its head line and the line break at the end come on top.
    limit: limit + HEAD_ROOM,
  });
  const end = stdout.indexOf(10);
  const [, type, size] = stdout.toString("latin1", 0, Math.max(0, end)).split(" ");
  if (type !== "blob") return null;
  return stdout.subarray(end + 1, end + 1 + Number(size));
}

const HEAD_ROOM = 1024;

/** The commit that a ref of this full name names; null: there is no such ref. `rev-parse` would take a branch or a tag that is called like it. */
export async function refCommit({ git }: Pick<Repository, "git">, ref: string): Promise<string | null> {
  const id = await git.text(["show-ref", "--verify", "--hash", ref], { codes: [0, 1, 128] });
  return id === "" ? null : id;
}

/** What a remote has whose name is a ref's, or ends like it, by full name: git's own patterns ask for no more, and a branch may be called anything. */
export async function refsLike(
  { git }: Pick<Repository, "git">,
  ref: string,
  remote: string,
): Promise<ReadonlyMap<string, string>> {
  const listed = await git.text(["ls-remote", remote, ref]);
  return new Map(
    Array.from(listed.matchAll(/^([0-9a-f]+)\t(.+)$/gm), ([, id = "", name = ""]) => [name, id]),
  );
}

/**
 * Puts a ledger in the place of the one that `before` names, as a commit without parents: history would keep every ledger that
 * ever was. `at`: RFC 3339. Throws Fault("storage") where another was put there meanwhile.
 */
export async function replaceLedgerRef(
  { git, objectFormat }: Repository,
  { ref, before, at }: { readonly ref: string; readonly before: string | null; readonly at: string },
  bytes: Uint8Array,
): Promise<string> {
  const blob = await git.text(["hash-object", "-w", "--stdin"], { input: bytes });
  const tree = await git.text(["mktree"], { input: `100644 blob ${blob}\t${FILE}\n` });
  const header = `${ISSUER} ${Math.floor(unixSeconds(at))} +0000`;
  const commit = `tree ${tree}\nauthor ${header}\ncommitter ${header}\n\nLedger of ${at}\n`;
  const id = await git.text(["hash-object", "-t", "commit", "-w", "--stdin"], { input: commit });
  const none = "0".repeat(objectFormat === "sha256" ? 64 : 40);
  const { code, stderr } = await git.run(["update-ref", ref, id, before ?? none], { codes: [0, 1, 128] });
  if (code === 0) return id;
  throw new Fault("storage", "The ledger was not replaced: its ref is no longer what it was.", {
    found: stderr.trim(),
    wanted: `${ref} at ${before ?? "nothing"}`,
    fix: "golden-thread ledger build",
  });
}

/** Brings a ref from a remote, which is right whatever is here. False: it has none there. Throws Fault("git") where git can't get it. */
export async function fetchRef(
  { git }: Pick<Repository, "git">,
  ref: string,
  remote = "origin",
): Promise<boolean> {
  const id = (await refsLike({ git }, ref, remote)).get(ref);
  if (id === undefined) return false;
  // By its id: what is fetched by name is a branch's that is called like it, where the ref went meanwhile.
  await git.run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, `+${id}:${ref}`]);
  return true;
}

/**
 * Takes a ledger's ref to a remote, where it must still be `before`. Our own pre-push hook lets it through; what else stands in
 * that hook is about work, and a ledger is none. Throws Fault("git") with git's words where it is refused.
 */
export async function pushLedgerRef(
  { git }: Pick<Repository, "git">,
  { ref, before, remote }: { readonly ref: string; readonly before: string | null; readonly remote: string },
  commit: string,
): Promise<void> {
  const lease = `--force-with-lease=${ref}:${before ?? ""}`;
  await git.run(["push", "--quiet", "--no-verify", lease, remote, `${commit}:${ref}`]);
}
