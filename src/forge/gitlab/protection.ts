import type { Forge, Merging, Protection } from "../../core/forge.ts";
import type { Shape } from "../../core/http.ts";
import { ask, orNull } from "../line.ts";
import { projectOf } from "./change.ts";
import { type Gitlab, pages } from "./line.ts";
import {
  approvalRulesShape,
  branchShape,
  type ProtectedBranch,
  protectedShape,
  protectedTagsShape,
} from "./schema.ts";

/** What GitLab's one check is called here: its pipeline, with every status of the commit in it. */
const PIPELINE = "pipeline";

/** Ways of merging that put the branch as it is now below what is merged. */
const UP_TO_DATE: ReadonlySet<string> = new Set(["ff", "rebase_merge"]);

/** Protected branches are told to developers, approval rules where the plan has them. */
export async function protectionOf(gitlab: Gitlab, branch: string): Promise<Protection> {
  const path = `${gitlab.path}/repository/branches/${encodeURIComponent(branch)}`;
  const told = await ask(gitlab, { path }, { about: `branch ${branch}`, shape: branchShape });
  const project = await projectOf(gitlab, gitlab.repository);
  const listing = await listed(gitlab, "protected_branches", protectedShape);
  const names = listing?.filter(({ name }) => matches(name, branch)) ?? null;
  const rules = await listed(gitlab, "approval_rules", approvalRulesShape);
  const tags = await listed(gitlab, "protected_tags", protectedTagsShape);
  const needsPipeline = project.only_allow_merge_if_pipeline_succeeds;
  const required = typeof needsPipeline === "boolean" ? (needsPipeline ? [PIPELINE] : []) : null;
  const pushers = told.protected ? pushersOf(names) : null;
  const skipped = needsPipeline === true && project.allow_merge_on_skipped_pipeline === true;
  return {
    requiredChecks: required,
    requiredApprovals: rules && Math.max(0, ...rules.map(({ approvals_required }) => approvals_required)),
    forcePushes: told.protected ? (names?.some((one) => one.allow_force_push === true) ?? null) : true,
    // A pipeline is GitLab's own word, though who may push decides what runs in it.
    pinnedChecks: required,
    upToDate: project.merge_method == null ? null : UP_TO_DATE.has(project.merge_method),
    // By git nobody deletes a protected branch.
    deletions: !told.protected,
    directPushes: told.protected ? pushers && pushers.length > 0 : true,
    bypass: pushers && [...pushers, ...(skipped ? ["everybody, by a pipeline that is skipped"] : [])],
    ownersReview: names?.some((one) => one.code_owner_approval_required === true) ?? null,
    fixedTags: tags && tags.length > 0,
    page: project.web_url ? `${project.web_url}/-/settings/repository` : null,
  };
}

/** Who may push past merge requests; null: not told. Level 0 is nobody. */
function pushersOf(names: readonly ProtectedBranch[] | null): readonly string[] | null {
  if (names === null || names.some(({ push_access_levels }) => push_access_levels == null)) return null;
  return names
    .flatMap(({ push_access_levels }) => push_access_levels ?? [])
    .filter(({ access_level }) => access_level !== 0)
    .map(({ access_level, access_level_description: name }) => `${name ?? access_level} may push`);
}

/** Null: not told. */
async function listed<T>(
  gitlab: Gitlab,
  what: string,
  shape: Shape<readonly T[]>,
): Promise<readonly T[] | null> {
  const all = async () => {
    const entries: T[] = [];
    for await (const page of pages(gitlab, { path: `${gitlab.path}/${what}` }, { about: what, shape }))
      entries.push(...page);
    return entries;
  };
  return orNull(all(), ["absent", "forbidden"]);
}

/** `*` stands for any text. */
function matches(pattern: string, branch: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return first === branch;
  const last = rest.pop() ?? "";
  if (!branch.startsWith(first) || !branch.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = branch.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= branch.length - last.length;
}

/** How the project merges. Without a merge commit, commits are put on the branch's tip one by one. */
export async function mergingOf(gitlab: Gitlab): Promise<Merging> {
  const { merge_method, squash_option, squash_commit_template } = await projectOf(gitlab, gitlab.repository);
  const isTold = typeof merge_method === "string";
  const plain = merge_method === "ff" ? "rebase" : "merge";
  const methods = [
    ...(squash_option === "always" ? [] : ([plain] as const)),
    ...(squash_option === "never" ? [] : (["squash"] as const)),
  ];
  return {
    methods: isTold ? methods : null,
    squashTitle: null,
    squashMessage: squash_commit_template ?? null,
  };
}

/** Whether anybody sees the project; an internal one is seen by whoever has an account. */
export async function visibilityOf(gitlab: Gitlab): ReturnType<Forge["visibility"]> {
  const { visibility } = await projectOf(gitlab, gitlab.repository);
  if (typeof visibility !== "string") return null;
  return visibility === "public" ? "public" : "private";
}
