import type { Approval } from "../../core/forge.ts";
import { utc } from "../../providers/text.ts";
import { actorOf, pullOf } from "./change.ts";
import { type Github, pages } from "./line.ts";
import { reviewsShape } from "./schema.ts";

const REMARKS: ReadonlySet<string> = new Set(["COMMENTED", "PENDING"]);

/**
 * The last review of everybody that is more than a remark. A review that was dismissed does not tell what it had been: one
 * that asked for changes is told as a dismissed approval, which grants as little.
 */
export async function approvalsOf(github: Github, number: number): Promise<readonly Approval[]> {
  const { head } = await pullOf(github, number);
  const last = new Map<string, Approval>();
  const approved = new Set<string>();
  const question = { about: `pull request ${number}`, shape: reviewsShape };
  for await (const page of pages(github, { path: `${github.path}/pulls/${number}/reviews` }, question))
    for (const { state, user, commit_id, submitted_at } of page.filter((one) => !REMARKS.has(one.state))) {
      const by = actorOf(user);
      const commit = commit_id ?? null;
      if (state !== "CHANGES_REQUESTED") approved.add(by.account);
      const standing = state !== "APPROVED" ? "dismissed" : commit === head.sha ? "valid" : "stale";
      last.set(by.account, { by, commit, at: utc(submitted_at), standing });
    }
  return [...last.values()].filter(({ by }) => approved.has(by.account));
}
