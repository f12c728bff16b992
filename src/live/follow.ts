import type { GateWorld } from "../gate.ts";
import { startOpening } from "../opening.ts";
import { filesNow, revisionsNow } from "../store/moved.ts";

/** What is looked at again and again, and what it rests on. */
export interface Watch<T> {
  /** Revisions as git reads them: what they name is asked each time. */
  readonly revisions: readonly string[];
  look(): Promise<T>;
  /** Root-relative files that the answer rests on, beside the revisions. */
  files(seen: T): readonly string[];
}

/** The last answer that there was. */
export interface Followed<T> {
  readonly seen: T;
  /** Another one for every answer. */
  readonly version: string;
  /** Why the next look came to nothing; null: it did not. */
  readonly fault: unknown;
}

/**
 * Looks once, and again whenever somebody asks and what the answer rests on has moved. Nobody waits for that: who asks gets what there is,
 * and finds the new answer when asking later. A look that fails leaves the last answer in its place, and is not repeated before
 * something moves again. What the first look throws is thrown.
 */
export async function follow<T>(
  world: GateWorld,
  { revisions, look, files }: Watch<T>,
): Promise<() => Promise<Followed<T>>> {
  const repo = await startOpening(world, null).repo;
  const placeOf = (refs: string, seen: T): string => `${refs} ${filesNow(repo, files(seen))}`;
  const looked = async (version: number) => {
    // A look writes into what is remembered of trackers, so files are told after it; a ref that moves meanwhile is seen the next time.
    const refs = await revisionsNow(repo, revisions);
    const seen = await look();
    return { followed: { seen, version: String(version), fault: null }, place: placeOf(refs, seen) };
  };
  let current: { readonly followed: Followed<T>; readonly place: string } = await looked(1);
  let isLooking = false;
  const again = async (place: string): Promise<void> => {
    try {
      current = await looked(Number(current.followed.version) + 1);
    } catch (fault) {
      current = { followed: { ...current.followed, fault }, place };
    } finally {
      isLooking = false;
    }
  };
  return async () => {
    const place = placeOf(await revisionsNow(repo, revisions), current.followed.seen);
    if (place !== current.place && !isLooking) {
      isLooking = true;
      void again(place);
    }
    return current.followed;
  };
}
