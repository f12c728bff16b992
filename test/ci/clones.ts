import { join } from "node:path";
import { exampleRepository } from "../doors/built.ts";
import { repositoryAt, type TemporaryRepository, temporaryFolder } from "../git/repo.ts";

/** What a forge has: main with an authorised and a rogue commit, topic with two authorised ones on top, and the merge of both. */
export interface Upstream {
  readonly repo: TemporaryRepository;
  readonly main: string;
  readonly topic: string;
  /** As a forge makes one to be built: its parents are main and topic. */
  readonly merge: string;
}

/** Makes a forge's repository; `more`: a commit on topic beside the two. */
export function upstream(more?: (repo: TemporaryRepository) => void): Upstream {
  const repo = exampleRepository();
  more?.(repo);
  const [main, topic] = [repo.git("rev-parse", "main"), repo.git("rev-parse", "topic")];
  repo.git("switch", "--quiet", "--detach", "main");
  repo.git("merge", "--quiet", "--no-ff", "--message", "Merge topic into main", "topic");
  const merge = repo.git("rev-parse", "HEAD");
  repo.git("update-ref", "refs/pull/12/merge", merge);
  repo.git("switch", "--quiet", "main");
  return { repo, main, topic, merge };
}

/** A clone as a CI system makes one: detached, without the remote's HEAD. */
export function cloneOf(
  { repo }: Upstream,
  { at, depth, only }: { readonly at: string; readonly depth?: number; readonly only?: string },
): TemporaryRepository {
  const clone = repositoryAt(join(temporaryFolder(), "clone"), repo.env);
  const options = [
    ...(depth === undefined ? [] : [`--depth=${depth}`, "--no-single-branch"]),
    ...(only === undefined ? [] : ["--single-branch", `--branch=${only}`]),
  ];
  repo.git("clone", "--quiet", ...options, `file://${repo.root}`, clone.root);
  clone.git("fetch", "--quiet", ...(depth === undefined ? [] : [`--depth=${depth}`]), "origin", at);
  clone.git("checkout", "--quiet", "--detach", "FETCH_HEAD");
  clone.git("remote", "set-head", "origin", "--delete");
  return clone;
}
