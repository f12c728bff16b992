/** What a workflow's `permissions:` grant, in the words of the API (`pull-requests` is `pull_requests` there). */
export type Permissions = Readonly<Partial<Record<Scope, "read" | "write">>>;

export type Scope =
  | "contents"
  | "pull_requests"
  | "issues"
  | "checks"
  | "statuses"
  | "metadata"
  | "administration";

const EITHER = {
  read: "issues=read; pull_requests=read",
  write: "issues=write; pull_requests=write",
} as const;

/**
 * Operation -> what an installation's token needs, as `X-Accepted-GitHub-Permissions` writes it: sets are separated by semicolons, and
 * each is enough. From "Permissions required for GitHub Apps". What concerns a pull request's issue half takes either scope.
 */
const NEEDED: Readonly<Record<string, string>> = {
  "GET /repos/{owner}/{repo}": "metadata=read",
  "GET /repos/{owner}/{repo}/rules/branches/{branch}": "metadata=read",
  "GET /repos/{owner}/{repo}/rulesets": "metadata=read",
  "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}": "metadata=read",
  "GET /search/issues": "metadata=read",
  "GET /repos/{owner}/{repo}/issues": EITHER.read,
  "GET /repos/{owner}/{repo}/issues/{issue_number}": EITHER.read,
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": EITHER.write,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": EITHER.read,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": EITHER.write,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline": EITHER.read,
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}": EITHER.read,
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": EITHER.write,
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}": EITHER.write,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/labels": EITHER.read,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": EITHER.write,
  "PUT /repos/{owner}/{repo}/issues/{issue_number}/labels": EITHER.write,
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": EITHER.write,
  "GET /repos/{owner}/{repo}/pulls": "pull_requests=read",
  "POST /repos/{owner}/{repo}/pulls": "pull_requests=write",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": "pull_requests=read",
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": "pull_requests=write",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": "pull_requests=read",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews": "pull_requests=read",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": "pull_requests=read",
  "GET /repos/{owner}/{repo}/compare/{basehead}": "contents=read",
  "GET /repos/{owner}/{repo}/commits": "contents=read",
  "GET /repos/{owner}/{repo}/commits/{ref}": "contents=read",
  "GET /repos/{owner}/{repo}/contents/{path}": "contents=read",
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": "contents=read",
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": "contents=read",
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": "contents=read",
  "GET /repos/{owner}/{repo}/git/ref/{ref}": "contents=read",
  "GET /repos/{owner}/{repo}/branches/{branch}": "contents=read",
  "GET /repos/{owner}/{repo}/branches/{branch}/protection": "administration=read",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": "checks=read",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}": "checks=read",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations": "checks=read",
  "POST /repos/{owner}/{repo}/check-runs": "checks=write",
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}": "checks=write",
  "POST /repos/{owner}/{repo}/statuses/{sha}": "statuses=write",
};

/** What an operation is about, as far as permissions depend on it. */
export interface Place {
  readonly isPrivate: boolean;
  /** The number is that of a pull request; else `pull_requests` opens nothing that issues have too. */
  readonly isPull: boolean;
}

/**
 * What a token lacks for an operation, as the header tells it; null: nothing. A public repository is read without any permission but
 * what administrators alone are told.
 */
export function lacking(
  granted: Permissions,
  operation: string,
  { isPrivate, isPull }: Place,
): string | null {
  const needed = NEEDED[operation];
  if (needed === undefined) return null;
  const isOpen = !isPrivate && needed.endsWith("=read") && !needed.startsWith("administration");
  const sets = needed
    .split("; ")
    .filter((set) => isPull || set.startsWith("issues") || !needed.includes("; "));
  return isOpen || sets.some((set) => holds(granted, set)) ? null : needed;
}

function holds(granted: Permissions, set: string): boolean {
  return set.split(",").every((one) => {
    const [scope = "", level] = one.split("=");
    return [level, "write"].includes(levelOf(granted, scope));
  });
}

/** Metadata are granted with everything. */
function levelOf(granted: Permissions, scope: string): string {
  if (scope === "metadata") return "read";
  return Object.entries(granted).find(([name]) => name === scope)?.[1] ?? "none";
}
