import type { Verdict } from "../core/finding.ts";
import { writtenId } from "../core/reference.ts";
import type { Spec, SpecAnswer, SpecBlock, SpecSection } from "../core/spec.ts";
import type { GateWorld } from "../gate.ts";
import { diffTexts } from "../git/compare-texts.ts";
import { type BlockRoom, blockOf } from "../specs/compare-block.ts";
import { shownSpec } from "../specs/shown-spec.ts";
import { openDesk } from "./desk.ts";
import { specOf } from "./spec-of.ts";
import { namedOwner, type SpecOwner } from "./spec-owner.ts";
import { type ShownOwner, shownOwner } from "./spec-show.ts";

/** A spec beside what a pull request's body shows of it. */
export interface SpecInBody {
  readonly owner: ShownOwner;
  readonly now: SpecAnswer;
  readonly block:
    | Exclude<SpecBlock, { readonly status: "found" }>
    | {
        readonly status: "found";
        /** Nobody changed it since it was written. */
        readonly isIntact: boolean;
        /** What it has of this ticket; null: nothing. */
        readonly section: SpecSection | null;
      };
  /** git's, from what the body shows to what it should; empty: it shows that, or only its digest. */
  readonly diff: string;
  readonly verdict: Verdict;
}

/** Compares the spec of the work tree with our block in a body. Throws Fault("usage") where nobody knows what is meant. */
export async function bodySpec(world: GateWorld, written: string, body: string): Promise<SpecInBody> {
  const desk = await openDesk(world);
  const owner = await namedOwner(desk, written);
  const now = await specOf(desk, owner, desk.gate.tree);
  const said = { owner: shownOwner(owner), now };
  // Which forge has the body is not told, so a spec that is shown in part is not held against the room that there was.
  const room = { limit: 0, disclose: desk.gate.law.disclose };
  if (now.status !== "found") {
    const verdict = now.status === "unknown" ? "undecided" : "fail";
    const reading = blockOf(body, {}, room);
    const block = reading.status === "found" ? { ...reading, section: null } : reading;
    return { ...said, block, diff: "", verdict };
  }
  const named = keysOf(owner).map((key) => ({ ...now.spec, key }));
  const readings = named.map((spec) => ({ spec, block: inBody(body, spec, room) }));
  const reading =
    readings.find(({ block }) => block.status !== "found" || block.section !== null) ?? readings[0];
  if (reading === undefined) return { ...said, block: { status: "none" }, diff: "", verdict: "fail" };
  const { spec, block } = reading;
  const isSame =
    block.status === "found" &&
    block.isIntact &&
    block.section?.digest === spec.digest &&
    block.section.differs === null;
  const texts = shownSpec(body, spec);
  const diff = texts === null || isSame ? "" : await diffTexts(world.env, texts.shown, texts.wanted);
  return { ...said, block, diff, verdict: isSame ? "pass" : "fail" };
}

function inBody(body: string, spec: Spec, room: BlockRoom): SpecInBody["block"] {
  const block = blockOf(body, { own: { status: "found", spec } }, room);
  if (block.status !== "found") return block;
  return { status: "found", isIntact: block.isIntact, section: block.sections.own ?? null };
}

/** A task that follows a ticket stands in a body by the ticket's key. */
function keysOf({ ticket, upstream }: SpecOwner): readonly string[] {
  const other = upstream === null ? [] : [writtenId(upstream.remote.grammar, upstream.id)];
  return [...new Set([...other, ticket.key])];
}
