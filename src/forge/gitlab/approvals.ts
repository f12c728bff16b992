import type { Approval } from "../../core/forge.ts";
import { secondsOf } from "../../core/time.ts";
import { utc } from "../../providers/text.ts";
import { ask } from "../line.ts";
import { actorOf } from "./change.ts";
import { type Gitlab, pages } from "./line.ts";
import { approvalsShape, versionsShape } from "./schema.ts";

/**
 * GitLab forgets approvals that were taken back, and does not tell of which commit one is: it is of what was last pushed
 * before it. Older servers don't tell when.
 */
export async function approvalsOf(gitlab: Gitlab, number: number): Promise<readonly Approval[]> {
  const path = `${gitlab.path}/merge_requests/${number}`;
  const about = `merge request ${number}`;
  const { approved_by } = await ask(gitlab, { path: `${path}/approvals` }, { about, shape: approvalsShape });
  if (approved_by.length === 0) return [];
  const pushes: { readonly commit: string; readonly at: number }[] = [];
  for await (const page of pages(gitlab, { path: `${path}/versions` }, { about, shape: versionsShape }))
    for (const { head_commit_sha, created_at } of page)
      pushes.push({ commit: head_commit_sha, at: secondsOf(created_at) ?? 0 });
  pushes.sort((one, other) => other.at - one.at);
  return approved_by.map(({ user, approved_at }) => {
    const at = utc(approved_at);
    const seconds = secondsOf(at ?? "") ?? -1;
    const commit = pushes.find((push) => push.at <= seconds)?.commit ?? null;
    const isOfHead = commit !== null && commit === pushes[0]?.commit;
    return { by: actorOf(user), commit, at, standing: isOfHead ? "valid" : "stale" };
  });
}
