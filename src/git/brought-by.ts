import { walk } from "./arrivals.ts";
import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

/**
 * The commits of a range by the one of its first-parent line that brought them, itself included: a merge brings what its other parents lead
 * to, as far as nothing before it did. Oldest first.
 */
export async function broughtBy(
  { git }: Pick<Repository, "git">,
  { include, exclude }: CommitRange,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const revisions = [...include, ...exclude.map((id) => `^${id}`)];
  const { stdout } = await git.run(["rev-list", "--parents", "--stdin"], {
    input: `${revisions.join("\n")}\n`,
  });
  const lines = stdout.toString("latin1").split("\n").filter(Boolean);
  const parents = new Map(
    lines.map((line) => {
      const [id = "", ...others] = line.split(" ");
      return [id, others] as const;
    }),
  );
  const line: string[] = [];
  for (let at = include[0]; at !== undefined && parents.has(at); at = parents.get(at)?.[0]) line.push(at);
  const seen = new Set<string>();
  return new Map(line.reverse().map((top) => [top, walk(parents, seen, top)]));
}
