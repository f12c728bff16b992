import type { Repository } from "./repository.ts";

/** Object ids of files named as `COMMIT:PATH`, in order, with one child; null: no such file, or a name that holds a line break. */
export async function pathOids(
  repo: Repository,
  names: readonly string[],
): Promise<readonly (string | null)[]> {
  const asked = names.filter((name) => !name.includes("\n"));
  if (asked.length === 0) return names.map(() => null);
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"];
  const { stdout } = await repo.git.run(args, { input: `${asked.join("\n")}\n` });
  const lines = stdout.toString("utf8").split("\n");
  const found = new Map(asked.map((name, index) => [name, blobIn(lines[index] ?? "")] as const));
  return names.map((name) => found.get(name) ?? null);
}

function blobIn(line: string): string | null {
  return /^([0-9a-f]{40}|[0-9a-f]{64}) blob$/.exec(line)?.[1] ?? null;
}
