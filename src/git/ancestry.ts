import type { Repository } from "./repository.ts";

/** Whether one commit is behind another, or the same. False for ids that the walk did not meet. */
export type IsAncestor = (ancestor: string, of: string) => boolean;

interface Graph {
  readonly parents: readonly (readonly number[])[];
  /**
   * The committer's time, moved up behind every parent's: no ancestor has one as high as its descendant, and what is near
   * in time is near in number (git-commit-graph, "corrected commit date").
   */
  readonly generations: Float64Array;
}

/**
 * Reads who descends from whom, for all that is reachable from the tips, with one child (git-rev-list, `--timestamp
 * --parents`). Worth it where there are many questions.
 */
export async function readAncestry(repo: Repository, tips: readonly string[]): Promise<IsAncestor> {
  const numbers = new Map<string, number>();
  const parents: (readonly number[])[] = [];
  const times: number[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    times.push(0);
    return parents.push([]) - 1;
  };
  await eachLine(repo, tips, (line) => {
    const [time, ...commits] = line.split(" ");
    const [own, ...others] = commits.map(numberOf);
    if (own === undefined) return;
    parents[own] = others;
    times[own] = Number(time);
  });
  const graph = { parents, generations: generationsOf(parents, times) };
  return (ancestor, of) => {
    const wanted = numbers.get(ancestor);
    const start = numbers.get(of);
    return wanted !== undefined && start !== undefined && reaches(graph, start, wanted);
  };
}

async function eachLine(
  repo: Repository,
  tips: readonly string[],
  visit: (line: string) => void,
): Promise<void> {
  const list = repo.git.spawn(["rev-list", "--timestamp", "--parents", "--stdin"], { stdin: "pipe" });
  let rest = "";
  list.stdout.setEncoding("latin1").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(visit);
  });
  list.stdin?.end(`${tips.join("\n")}\n`);
  await list.done;
}

/** With a stack of its own: histories are longer than a call stack. */
function generationsOf(parents: Graph["parents"], times: readonly number[]): Float64Array {
  const generations = new Float64Array(parents.length);
  const open: number[] = [];
  for (let start = 0; start < parents.length; start++) {
    open.push(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const missing = (parents[top] ?? []).filter((parent) => generations[parent] === 0);
      if (generations[top] === 0 && missing.length > 0) {
        open.push(...missing);
        continue;
      }
      const behind = (parents[top] ?? []).map((parent) => (generations[parent] ?? 0) + 1);
      generations[top] = Math.max(times[top] ?? 0, 1, ...behind);
      open.pop();
    }
  }
  return generations;
}

/** Nothing below the wanted commit's generation leads to it. */
function reaches({ parents, generations }: Graph, start: number, wanted: number): boolean {
  const lowest = generations[wanted] ?? 0;
  const seen = new Set([start]);
  for (const at of seen) {
    if (at === wanted) return true;
    for (const parent of parents[at] ?? []) if ((generations[parent] ?? 0) >= lowest) seen.add(parent);
  }
  return false;
}
