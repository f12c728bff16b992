import { Fault } from "../../core/fault.ts";
import type { Merging, Protection } from "../../core/forge.ts";
import type { HttpRequest, Shape } from "../../core/http.ts";
import { ask, orNull } from "../line.ts";
import { type Github, pages } from "./line.ts";
import {
  type BranchRule,
  branchRulesShape,
  branchShape,
  type OwnProtection,
  protectionShape,
  type Ruleset,
  repositoryShape,
  rulesetShape,
  rulesetsShape,
} from "./schema.ts";

/** The app that GitHub Actions reports checks as: no other can answer a check that is pinned to it. */
const ACTIONS = 15_368;

/** Rulesets are told to every reader, a branch's own protection to administrators alone: what they hide is null. */
export async function protectionOf(
  github: Github,
  branch: string,
  repository: () => Promise<GithubRepository>,
): Promise<Protection> {
  const path = `${github.path}/branches/${encodeURIComponent(branch)}`;
  const told = await ask(github, { path }, { about: `branch ${branch}`, shape: branchShape });
  const rules = await rulesOf(github, branch);
  const own = told.protected ? await ownOf(github, path, branch) : NOTHING;
  const contexts =
    own?.required_status_checks?.contexts ?? told.protection?.required_status_checks?.contexts ?? [];
  const required = [...contexts.map((context) => ({ context })), ...rules.flatMap(checksOf)];
  const checks = new Set(required.map(({ context }) => context));
  const counts = rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0);
  const reviews = own?.required_pull_request_reviews;
  const most = Math.max(0, reviews?.required_approving_review_count ?? 0, ...counts);
  const has = (type: string) => rules.some((rule) => rule.type === type);
  const { html_url: page } = await repository();
  return {
    requiredChecks: own === null && checks.size === 0 ? null : [...checks],
    requiredApprovals: own === null && most === 0 ? null : most,
    forcePushes: may(has("non_fast_forward"), own, own?.allow_force_pushes),
    pinnedChecks: pinned(rules, own),
    upToDate:
      rules.some(({ parameters }) => parameters?.strict_required_status_checks_policy === true) ||
      (own === null ? null : own.required_status_checks?.strict === true),
    deletions: may(has("deletion"), own, own?.allow_deletions),
    directPushes: has("pull_request") ? false : own === null ? null : !reviews,
    bypass: await bypassOf(github, rules, own),
    ownersReview:
      rules.some(({ parameters }) => parameters?.require_code_owner_review === true) ||
      (own === null ? null : reviews?.require_code_owner_reviews === true),
    hasOwnersFile: true,
    fixedTags: await tagsAreFixed(github),
    page: page ? `${page}/settings/rules` : null,
  };
}

/** What a branch without a protection of its own demands. */
const NOTHING: OwnProtection = { allow_force_pushes: { enabled: true }, allow_deletions: { enabled: true } };

/** Null: not told. To administrators GitHub says that a branch, which rulesets protect, has no protection of its own. */
async function ownOf(github: Github, path: string, branch: string): Promise<OwnProtection | null> {
  const question = { about: `branch ${branch}`, shape: protectionShape };
  try {
    return await ask(github, { path: `${path}/protection` }, question);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || !["absent", "forbidden"].includes(thrown.code)) throw thrown;
    return thrown.found === "Branch not protected" ? NOTHING : null;
  }
}

function may(
  isForbidden: boolean,
  own: OwnProtection | null,
  told: { readonly enabled?: boolean | null | undefined } | null | undefined,
): boolean | null {
  if (isForbidden) return false;
  return own === null ? null : told?.enabled === true;
}

async function rulesOf(github: Github, branch: string): Promise<readonly BranchRule[]> {
  const path = `${github.path}/rules/branches/${encodeURIComponent(branch)}`;
  return all(github, { path }, { about: `rules of ${branch}`, shape: branchRulesShape });
}

async function all<T>(
  github: Github,
  request: HttpRequest,
  question: { readonly about: string; readonly shape: Shape<readonly T[]> },
): Promise<readonly T[]> {
  const told: T[] = [];
  for await (const page of pages(github, request, question)) told.push(...page);
  return told;
}

function checksOf({ parameters }: BranchRule) {
  return parameters?.required_status_checks ?? [];
}

function pinned(rules: readonly BranchRule[], own: OwnProtection | null): readonly string[] | null {
  const byRules = rules
    .flatMap(checksOf)
    .filter(({ integration_id }) => integration_id === ACTIONS)
    .map(({ context }) => context);
  const byOwn = (own?.required_status_checks?.checks ?? [])
    .filter(({ app_id }) => app_id === ACTIONS)
    .map(({ context }) => context);
  const known = [...new Set([...byRules, ...byOwn])];
  return own === null && known.length === 0 ? null : known;
}

/** Null: somebody's list is not told. Nobody bypasses what demands nothing. */
async function bypassOf(
  github: Github,
  rules: readonly BranchRule[],
  own: OwnProtection | null,
): Promise<readonly string[] | null> {
  const ids = [...new Set(rules.flatMap(({ ruleset_id }) => ruleset_id ?? []))];
  const rulesets = await Promise.all(ids.map((id) => rulesetOf(github, id)));
  if (own === null || rulesets.some((one) => !one?.bypass_actors)) return null;
  const admins = own !== NOTHING && own.enforce_admins?.enabled !== true ? ["administrators"] : [];
  const { users, teams, apps } = own.required_pull_request_reviews?.bypass_pull_request_allowances ?? {};
  return [
    ...rulesets.flatMap((one) => (one === null ? [] : actorsOf(one))),
    ...admins,
    ...(users ?? []).map(({ login }) => `user ${login}`),
    ...(teams ?? []).map(({ slug }) => `team ${slug}`),
    ...(apps ?? []).map(({ slug }) => `app ${slug ?? "of no name"}`),
  ];
}

function actorsOf({ name, bypass_actors }: Ruleset): readonly string[] {
  return (bypass_actors ?? []).map(({ actor_type, actor_id, bypass_mode }) => {
    const id = actor_id == null ? "" : ` ${actor_id}`;
    return `${actor_type}${id} (${bypass_mode ?? "always"}, ruleset ${name})`;
  });
}

async function rulesetOf(github: Github, id: number): Promise<Ruleset | null> {
  const question = { about: `ruleset ${id}`, shape: rulesetShape };
  return orNull(ask(github, { path: `${github.path}/rulesets/${id}` }, question), ["absent", "forbidden"]);
}

/** An active ruleset for tags lets them be neither moved nor deleted. Null: not told. */
async function tagsAreFixed(github: Github): Promise<boolean | null> {
  const request = { path: `${github.path}/rulesets`, query: { targets: "tag" } };
  const listed = await orNull(all(github, request, { about: "rulesets", shape: rulesetsShape }), [
    "absent",
    "forbidden",
  ]);
  const active = listed?.filter(({ target, enforcement }) => target === "tag" && enforcement === "active");
  if (active === undefined) return null;
  const rulesets = await Promise.all(active.map(({ id }) => rulesetOf(github, id)));
  const types = new Set(rulesets.flatMap((one) => (one?.rules ?? []).map(({ type }) => type)));
  return types.has("deletion") && (types.has("update") || types.has("non_fast_forward"));
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
