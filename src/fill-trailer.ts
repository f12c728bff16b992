import type { Reference } from "./core/reference.ts";
import { type Gate, type GateWorld, openGate } from "./gate.ts";
import { branchReferences } from "./gather/references.ts";
import { claimsIn } from "./git/claims.ts";
import { draftState } from "./git/draft-state.ts";
import { messageConfig } from "./git/message-config.ts";
import { head } from "./git/repository.ts";
import { addTrailer } from "./git/trailer.ts";

/** A message file as git hands it to prepare-commit-msg (githooks(5)). */
export interface Prepared {
  readonly file: string;
  readonly text: string;
  /** Where its text comes from; null: nowhere, the user begins. */
  readonly source: string | null;
}

/** Texts that are another commit's, or that git makes of other commits. */
const OTHERS: ReadonlySet<string> = new Set(["merge", "squash", "commit"]);

/** What git says it is at, in what it runs (git(1), GIT_REFLOG_ACTION): these take over other commits' messages. */
const TAKES_OVER = /^(?:revert|cherry-pick|rebase|am)\b/;

/**
 * Fills the branch's ticket into a message that names none, as a trailer. Does nothing where the branch names no ticket or
 * several, the message names this one, or git writes the message itself: of a merge, a rebase, a revert, a cherry-pick.
 */
export async function fillTrailer(world: GateWorld, { file, text, source }: Prepared): Promise<void> {
  if ((source !== null && OTHERS.has(source)) || TAKES_OVER.test(world.env.GIT_REFLOG_ACTION ?? "")) return;
  const gate = await openGate(world, { place: "hook" });
  const { references } = gate.law.sections;
  if (isUnderWay(gate) || !references.in.includes("trailer")) return;
  const ticket = await ticketOfBranch(gate);
  // An empty message that was given is git's to refuse.
  const isEmpty = source === "message" && text.trim() === "";
  if (ticket === null || isEmpty || isOfAnother(text)) return;
  const { comment } = await messageConfig(gate.repo);
  const named = gate.reader.scan(text, "commit-msg", { commentChar: comment ?? "#" });
  if (named.some(({ provider, id }) => provider === ticket.provider && id === ticket.id)) return;
  const shown = spelled(gate, references.trailer, ticket);
  if (shown !== null) await addTrailer(gate.repo, file, `${references.trailer}: ${shown}`);
}

/**
 * Autosquash finds commits by their first line, and drops the message with it; what git writes of a revert or a cherry-pick
 * leads to the other commit's ticket.
 */
function isOfAnother(text: string): boolean {
  const { reverts, picks, amends } = claimsIn(text);
  return reverts.length > 0 || picks.length > 0 || amends !== null;
}

function isUnderWay({ repo }: Gate): boolean {
  const { mergeHeads, rebase, revertHead, cherryPickHead, squash } = draftState(repo);
  return mergeHeads.length > 0 || rebase !== null || revertHead !== null || cherryPickHead !== null || squash;
}

async function ticketOfBranch({ repo, reader }: Gate): Promise<Reference | null> {
  const { branch } = await head(repo);
  const own = branchReferences(reader, branch ?? "").filter(({ remote }) => remote !== null);
  const [first] = own;
  return first !== undefined && own.every(({ id }) => id === first.id) ? first : null;
}

/** The id as a message has to write it for the scanner to find it again; null: there is no such way. */
function spelled({ reader }: Gate, key: string, { provider, id }: Reference): string | null {
  const forms = [id.slice(id.indexOf("#")), id, `AB#${id}`, `CU-${id}`];
  return (
    forms.find((form) => {
      const found = reader.scan(`x\n\n${key}: ${form}\n`, "commit");
      return found.length === 1 && found[0]?.provider === provider && found[0].id === id;
    }) ?? null
  );
}
