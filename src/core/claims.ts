import type { PolicySections } from "./law.ts";
import { type Place, type Reference, writtenId } from "./reference.ts";
import { lookupKey } from "./ticket.ts";

/** The places that a policy's `references.in` may name. */
export type CountedPlaces = PolicySections["references"]["in"];

/** A reference that counts for a commit: a configured remote owns it and it stands where the policy looks. */
export interface Claim {
  readonly key: string;
  readonly remote: string;
  readonly id: string;
  /** The id as people write it. */
  readonly written: string;
  readonly place: Place;
  /** It came with the commit that this one reverts, picks or amends. */
  readonly inherited: boolean;
  /** Inherited, and this commit claims no more work for it: it may authorise, and does not offend beside others. */
  readonly excused: boolean;
}

const PLACE_ORDER: readonly Place[] = ["subject", "body", "trailer", "title", "pr-body", "branch", "file"];

/** References in a fixed order, whatever order they were gathered in. */
export function inTextOrder(references: readonly Reference[]): readonly Reference[] {
  return [...references].sort(
    (a, b) =>
      PLACE_ORDER.indexOf(a.place) - PLACE_ORDER.indexOf(b.place) ||
      a.start - b.start ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

/** The claims among `references`, one a ticket, in their order. `inherited`: keys that came with another commit, and whether they are excused. */
export function claimsAmong(
  references: readonly Reference[],
  places: CountedPlaces,
  inherited: ReadonlyMap<string, boolean> = new Map(),
): readonly Claim[] {
  const claims = new Map<string, Claim>();
  for (const { remote, id, provider, place } of references) {
    if (remote === null || !counts(place, places)) continue;
    const key = lookupKey(remote, id);
    if (claims.has(key)) continue;
    const excused = inherited.get(key) ?? false;
    const written = writtenId(provider, id);
    claims.set(key, { key, remote, id, written, place, inherited: inherited.has(key), excused });
  }
  return [...claims.values()];
}

/** A pull request's description is a body too. `file` is the upstream of a task that the change edits: it always counts. */
function counts(place: Place, places: CountedPlaces): boolean {
  if (place === "file") return true;
  return places.includes(place === "pr-body" ? "body" : place);
}
