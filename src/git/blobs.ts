import { readBatch } from "./batch.ts";
import type { Repository } from "./repository.ts";

/**
 * Contents by object id, with two children: the sizes first, so that nothing large is ever read.
 * `missing`: not in this repository (a shallow or partial clone). `too large`: above `limit` bytes.
 */
export async function readBlobs(
  repo: Repository,
  oids: Iterable<string>,
  limit: number,
): Promise<ReadonlyMap<string, Uint8Array | "missing" | "too large">> {
  const blobs = new Map<string, Uint8Array | "missing" | "too large">();
  const sizes = await readSizes(repo, [...oids]);
  const wanted: string[] = [];
  for (const [oid, size] of sizes) {
    if (size === null) blobs.set(oid, "missing");
    else if (size > limit) blobs.set(oid, "too large");
    else wanted.push(oid);
  }
  if (wanted.length === 0) return blobs;
  const { stdout } = await repo.git.run(["cat-file", "--batch", "--buffer"], {
    input: `${wanted.join("\n")}\n`,
  });
  let at = 0;
  for (const oid of wanted) {
    const headerEnd = stdout.indexOf(10, at);
    const start = headerEnd + 1;
    const end = start + (sizes.get(oid) ?? 0);
    blobs.set(oid, stdout.subarray(start, end));
    at = end + 1;
  }
  return blobs;
}

/**
 * Visits the same one after the other, by their places in `oids`; what is not there or larger is left out. `bytes` is a view into a buffer
 * that lives no longer than the visit, so that many blobs take no more memory than one.
 */
export async function visitBlobs(
  repo: Repository,
  oids: readonly string[],
  limit: number,
  visit: (index: number, bytes: Buffer) => void,
): Promise<void> {
  const sizes = await readSizes(repo, [...new Set(oids)]);
  const wanted = oids.flatMap((oid, index) => ((sizes.get(oid) ?? limit + 1) <= limit ? [index] : []));
  if (wanted.length === 0) return;
  const child = repo.git.spawn(["cat-file", "--batch", "--buffer"], { stdin: "pipe" });
  let answered = 0;
  const next = (): number => wanted[answered++] ?? -1;
  const batch = readBatch({ found: ({ body }) => visit(next(), body), absent: () => void next() });
  child.stdout.on("data", batch.push);
  child.stdin?.end(wanted.map((index) => `${oids[index]}\n`).join(""));
  await child.done;
}

async function readSizes(repo: Repository, oids: readonly string[]): Promise<Map<string, number | null>> {
  const sizes = new Map<string, number | null>();
  if (oids.length === 0) return sizes;
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)", "--buffer"];
  const { stdout } = await repo.git.run(args, { input: `${oids.join("\n")}\n` });
  const lines = stdout.toString("latin1").split("\n");
  oids.forEach((oid, index) => {
    const [type, size] = (lines[index] ?? "").split(" ");
    sizes.set(oid, type === "blob" ? Number(size) : null);
  });
  return sizes;
}
