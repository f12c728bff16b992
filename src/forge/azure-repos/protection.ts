import type { Forge, Merging, Protection } from "../../core/forge.ts";
import { trouble } from "../../providers/trouble.ts";
import { ask } from "../line.ts";
import { tipOf } from "./change.ts";
import type { AzureRepos } from "./line.ts";
import { type Policy, policiesShape, repositoryShape } from "./schema.ts";

/** Kinds of policies: the same ids in every organization. */
const KINDS = {
  reviewers: "fa4e907d-c16b-4a4c-9dfa-4906e5d171dd",
  owners: "fd2167ab-b0be-447a-8ec8-39368250530e",
  build: "0609b952-1397-4640-95ec-e00a01b2c241",
  status: "cbdc66da-9728-4af8-aada-9a5a32e4a226",
  merging: "fa4e907d-c16b-4a4c-9dfa-4916e5d171ab",
} as const;

/** What blocks a branch. Whether history may be rewritten is a permission; a branch with any such policy can't be pushed to. */
export async function protectionOf(azure: AzureRepos, branch: string): Promise<Protection> {
  if ((await tipOf(azure, branch)) === null)
    throw trouble("absent", `${azure.remote} has no branch ${branch}.`);
  const policies = await blocking(azure, branch);
  const counts = policies.map((one) =>
    one.type.id === KINDS.reviewers ? (one.settings.minimumApproverCount ?? 0) : 0,
  );
  return {
    requiredChecks: policies.flatMap(checkOf),
    requiredApprovals: Math.max(0, ...counts),
    forcePushes: policies.length > 0 ? false : null,
    pinnedChecks: policies.flatMap((one) =>
      one.type.id === KINDS.build || one.settings.authorId ? checkOf(one) : [],
    ),
    upToDate: null,
    // "A branch with required policies configured can't be deleted, and requires pull requests (PRs) for all changes."
    deletions: policies.length > 0 ? false : null,
    directPushes: policies.length > 0 ? false : null,
    // Who may bypass policies is a permission, which is not asked for.
    bypass: null,
    ownersReview: ownersIn(policies),
    fixedTags: null,
    page: pageFor(azure, branch),
  };
}

/** Where people look ("Branch policies and settings", "Set Git repository permissions"): what is a permission is told to no reader of policies. */
function pageFor({ repository }: AzureRepos, branch: string): string {
  const permissions = [
    "Bypass policies when completing pull requests",
    "Bypass policies when pushing",
    "Force push",
  ];
  return `Project settings > Repositories > ${repository}: Policies for ${branch}, Security for ${permissions.join(", ")}`;
}

/**
 * Whether somebody in particular has to approve a change to the policy ("Required reviewers policy"; `*` stands for any text). Null: somebody
 * has to for other files, and the policy may stand among them.
 */
function ownersIn(policies: readonly Policy[]): boolean | null {
  const asking = policies.filter(
    ({ type, settings }) => type.id === KINDS.owners && (settings.requiredReviewerIds ?? []).length > 0,
  );
  if (asking.length === 0) return false;
  const isForAll = asking.some(({ settings: { filenamePatterns } }) => {
    const patterns = filenamePatterns ?? [];
    return patterns.length === 0 || patterns.some((one) => /^\/?\*+$|^\/golden-thread\.yml$/.test(one));
  });
  return isForAll ? true : null;
}

/** Policies of a branch; null: of the default branch. */
async function blocking(azure: AzureRepos, branch: string | null): Promise<readonly Policy[]> {
  const about = `policies of ${branch ?? azure.repository}`;
  const { id, defaultBranch } = await ask(azure, { path: azure.path }, { about, shape: repositoryShape });
  const refName = branch === null ? (defaultBranch ?? undefined) : `refs/heads/${branch}`;
  const path = `/${encodeURIComponent(azure.project)}/_apis/git/policy/configurations`;
  const query = { repositoryId: id, refName };
  const { value } = await ask(azure, { path, query }, { about, shape: policiesShape });
  return value.filter(({ isEnabled, isBlocking }) => isEnabled && isBlocking);
}

function checkOf({ type, settings }: Policy): readonly string[] {
  switch (type.id) {
    case KINDS.status:
      return [[settings.statusGenre, settings.statusName].filter(Boolean).join("/")];
    case KINDS.build:
      return [settings.displayName ?? "build"];
    default:
      return [];
  }
}

/** Every way but those that a policy of the default branch takes away. */
export async function mergingOf(azure: AzureRepos): Promise<Merging> {
  const limits = (await blocking(azure, null)).filter(({ type }) => type.id === KINDS.merging);
  const allows = (picks: (settings: Policy["settings"]) => boolean) =>
    limits.every(({ settings }) => picks(settings));
  const methods = [
    ...(allows((one) => one.allowNoFastForward === true) ? ["merge" as const] : []),
    ...(allows((one) => one.allowSquash === true) ? ["squash" as const] : []),
    ...(allows((one) => one.allowRebase === true || one.allowRebaseMerge === true)
      ? ["rebase" as const]
      : []),
  ];
  return { methods, squashTitle: null, squashMessage: null };
}

/** Whether anybody sees the project, and its repositories with it. */
export async function visibilityOf(azure: AzureRepos): ReturnType<Forge["visibility"]> {
  const question = { about: `repository ${azure.repository}`, shape: repositoryShape };
  const { visibility } = (await ask(azure, { path: azure.path }, question)).project;
  if (typeof visibility !== "string") return null;
  return visibility === "public" ? "public" : "private";
}
