import { createHash } from "node:crypto";
import { approvalLaws } from "../core/approval-laws.ts";
import { canonical } from "../core/canonical.ts";
import type { Law, RemoteLaw } from "../core/law.ts";
import { stateLists, wantedLabels } from "./states.ts";

/** The trackers whose tickets a ledger holds: files of the repository are there anyway, private tickets must not be. */
export function ledgerRemotes({ remotes }: Pick<Law, "remotes">): readonly RemoteLaw[] {
  return remotes.filter(({ kind, settings }) => kind !== "markdown" && settings.private !== true);
}

/**
 * Hex sha256 of what a ledger's rows rest on: which trackers are asked, and which of their tickets authorise. The same at
 * every door, where the digest of the law itself is another at each.
 */
export function ledgerPolicyDigest(law: Pick<Law, "remotes" | "sections" | "rules" | "scopes">): string {
  const { authorise, projects = {} } = law.sections;
  // Whether anybody may write there changes nothing about what is read.
  const remotes = ledgerRemotes(law).map(({ name, kind, settings: { write: _, ...settings } }) => ({
    name,
    kind,
    settings,
  }));
  const scoped = { labels: wantedLabels(law), approvals: approvalLaws(law) };
  return createHash("sha256")
    .update(canonical({ authorise, remotes, projects, states: stateLists(law), ...scoped }))
    .digest("hex");
}
