import type { Merging, Protection } from "../../core/forge.ts";
import { ask, orNull } from "../line.ts";
import { type Github, pages } from "./line.ts";
import {
  type BranchRule,
  branchRulesShape,
  branchShape,
  protectionShape,
  repositoryShape,
} from "./schema.ts";

/** Rulesets are told to every reader, a branch's own protection to administrators alone: what they hide is null. */
export async function protectionOf(github: Github, branch: string): Promise<Protection> {
  const name = encodeURIComponent(branch);
  const path = `${github.path}/branches/${name}`;
  const about = `branch ${branch}`;
  const told = await ask(github, { path }, { about, shape: branchShape });
  const rules = await rulesOf(github, branch);
  const own = told.protected
    ? await orNull(ask(github, { path: `${path}/protection` }, { about, shape: protectionShape }), [
        "absent",
        "forbidden",
      ])
    : null;
  const isHidden = told.protected && own === null;
  const contexts =
    own?.required_status_checks?.contexts ?? told.protection?.required_status_checks?.contexts ?? [];
  const checks = new Set([...contexts, ...rules.flatMap(contextsOf)]);
  const counts = rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0);
  const most = Math.max(
    0,
    own?.required_pull_request_reviews?.required_approving_review_count ?? 0,
    ...counts,
  );
  const isFixed = rules.some(({ type }) => type === "non_fast_forward");
  return {
    requiredChecks: isHidden && checks.size === 0 ? null : [...checks],
    requiredApprovals: isHidden && most === 0 ? null : most,
    forcePushes: isFixed
      ? false
      : isHidden
        ? null
        : !told.protected || own?.allow_force_pushes?.enabled === true,
  };
}

async function rulesOf(github: Github, branch: string): Promise<readonly BranchRule[]> {
  const all: BranchRule[] = [];
  const request = { path: `${github.path}/rules/branches/${encodeURIComponent(branch)}` };
  const question = { about: `rules of ${branch}`, shape: branchRulesShape };
  for await (const page of pages(github, request, question)) all.push(...page);
  return all;
}

function contextsOf({ parameters }: BranchRule): readonly string[] {
  return (parameters?.required_status_checks ?? []).map(({ context }) => context);
}

/** How the repository merges. */
export function mergingOf(told: GithubRepository): Merging {
  const allowed = [
    ["merge", told.allow_merge_commit],
    ["squash", told.allow_squash_merge],
    ["rebase", told.allow_rebase_merge],
  ] as const;
  const isTold = allowed.every(([, is]) => typeof is === "boolean");
  return {
    methods: isTold ? allowed.flatMap(([method, is]) => (is === true ? [method] : [])) : null,
    squashTitle: told.squash_merge_commit_title ?? null,
    squashMessage: told.squash_merge_commit_message ?? null,
    mergeTitle: told.merge_commit_title ?? null,
    mergeMessage: told.merge_commit_message ?? null,
  };
}

/** Whether anybody sees the repository; an internal one is seen by an enterprise. */
export function visibilityOf({ private: told }: GithubRepository): "public" | "private" | null {
  return typeof told === "boolean" ? (told ? "private" : "public") : null;
}

/** What GitHub tells this credential of a repository. */
export type GithubRepository = Awaited<ReturnType<typeof repositoryOf>>;

/** Asks for the repository itself. */
export async function repositoryOf(github: Github) {
  const question = { about: `repository ${github.repository}`, shape: repositoryShape };
  return ask(github, { path: github.path }, question);
}
