import { judgePull, type PullName } from "./judge-pull.ts";
import type { Judged } from "./judged.ts";
import type { ActionScene, Pull } from "./scene.ts";

/**
 * Judges pull requests, and each other open one of the same head: GitHub keeps checks by commit, so what is said of one is said of all, and a
 * branch whose law lets everything pass would speak for main.
 */
export async function judgePulls(scene: ActionScene, names: readonly PullName[]): Promise<readonly Judged[]> {
  const judged = new Map<number, Judged>();
  for (const name of names) judged.set(name.number, await judgePull(scene, name));
  const open = [...judged.values()].flatMap(({ pull }) => (pull?.isOpen === true ? [pull] : []));
  for (const pull of new Map(open.map((one) => [one.head, one])).values())
    for (const number of await others(pull, judged)) {
      scene.notes.push(
        `Pull request ${number} has the same head as ${pull.number}, and GitHub keeps checks by head: both are judged.`,
      );
      judged.set(number, await judgePull(scene, { number, event: null, base: null }));
    }
  return [...judged.values()];
}

async function others(
  { forge, head }: Pull,
  judged: ReadonlyMap<number, Judged>,
): Promise<readonly number[]> {
  return (await forge.changesOf(head)).filter((number) => !judged.has(number));
}
