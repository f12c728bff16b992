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
