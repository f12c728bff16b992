import type { ForgeKind, ForgeLimits } from "../core/forge.ts";
import type { Law } from "../core/law.ts";
import { writtenId } from "../core/reference.ts";
import type { Spec } from "../core/spec.ts";
import type { Reader } from "../gather/references.ts";
import { branchReferences } from "../gather/references.ts";
import { type BlockProblem, readBlock } from "../specs/block.ts";
import { ticketLine } from "../specs/closing.ts";
import { bodyWithBlock } from "../specs/render-block.ts";
import type { WeighedTicket } from "../specs/weigh-claim.ts";
import type { DeskTask } from "./desk.ts";

/** What a body is made of. */
export interface BodyGround {
  readonly work: DeskTask;
  readonly weighed: WeighedTicket;
  /** Null: nothing is to be put into the body. */
  readonly spec: Spec | null;
  readonly branch: string;
  readonly forge: { readonly kind: ForgeKind; readonly repository: string; readonly limits: ForgeLimits };
  readonly law: Pick<Law, "disclose" | "sections">;
  readonly reader: Reader;
}

/** A body as it is to be, or why it was left alone. */
export type WantedBody =
  | { readonly ok: true; readonly body: string; readonly isShortened: boolean }
  | { readonly ok: false; readonly problem: BlockProblem | null };

/** The body of a pull request with the task's spec in it. `before`: what stands there; null: it is to be opened. */
export function wantedBody(before: string | null, ground: BodyGround): WantedBody {
  const body = before ?? newBody(ground);
  const { spec, forge, law, weighed, work } = ground;
  if (spec === null) return { ok: true, body, isShortened: false };
  const { link } = work;
  const ticket = link === null ? null : { remote: link.remote.name, id: link.id, url: link.url };
  const part = {
    spec: { ...spec, ...ticket, key: keyOf(ground) },
    kind: link?.remote.kind ?? "markdown",
    closes: link !== null,
    facts: weighed.facts,
  } as const;
  const terms = {
    forge: forge.kind,
    repository: forge.repository,
    limit: forge.limits.body,
    disclose: law.disclose === "auto" ? "title" : law.disclose,
  } as const;
  const { put, isShortened } = bodyWithBlock(body, [part], terms);
  if (put === null) return { ok: false, problem: null };
  if (!put.ok) return put;
  return { ok: true, body: before !== null && isSame(before, put.body) ? before : put.body, isShortened };
}

/** A new body names the ticket itself where the branch does not: what stands in the block is no reference. */
function newBody(ground: BodyGround): string {
  const { reader, branch, law, spec, work } = ground;
  const { link } = work;
  const key = keyOf(ground);
  const named = branchReferences(reader, branch).some(({ id }) => id === link?.id || id === work.id);
  const line = named ? "" : `${law.sections.references.trailer}: ${key}\n\n`;
  if (spec !== null || link === null) return line;
  const { kind } = link.remote;
  return `${line}${ticketLine({ kind, id: link.id, key, url: link.url }, true, {
    forge: ground.forge.kind,
    repository: ground.forge.repository,
  })}\n`;
}

function keyOf({ work: { id, link }, weighed }: BodyGround): string {
  return link === null ? id : (weighed.ticket?.key ?? writtenId(link.remote.grammar, link.id));
}

/** A ticket moves on while its pull request is open: its state alone is no reason to write the block anew. */
function isSame(before: string, after: string): boolean {
  const [one, other] = [readBlock(before), readBlock(after)];
  if (one.status !== "found" || other.status !== "found" || !one.isIntact) return false;
  const outside = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
    text.slice(0, start) + text.slice(end);
  return stateless(one.inner) === stateless(other.inner) && outside(before, one) === outside(after, other);
}

/** The footer's rows begin with what the ticket is worth, and its state in parentheses. */
function stateless(inner: string): string {
  return inner.replace(/^(\| (?:not )?(?:authorised|known)) \\?\(.*?\\?\) \|/gm, "$1 |");
}
