/** Milliseconds that a listing goes back for each page: whether a vendor means "since" or "after" then makes no difference. */
const STEP_BACK = 1000;

/** A listing whose pages can be asked for from any time on. */
export interface Listing<T> {
  /** RFC 3339; undefined: from the beginning. */
  readonly since: string | undefined;
  /** A page of what was changed since, oldest change first; `number` counts from 0. */
  page(
    since: string | undefined,
    number: number,
  ): Promise<{ readonly items: readonly T[]; readonly more: boolean }>;
  /** Its name, and when it was changed last, RFC 3339. */
  mark(item: T): { readonly id: string; readonly at: string };
}

/**
 * Pages by oldest change first, each asked for from the last change of the one before it: what is changed meanwhile goes
 * to the end, and would pull what follows out of pages that are counted. It comes again then, as it is now. Only the pages
 * of one moment, such as that of an import, have to be counted: they are gone through until nothing new is found.
 */
export async function* oldestChangeFirst<T>({ since, page, mark }: Listing<T>): AsyncGenerator<readonly T[]> {
  const seen = new Set<string>();
  const freshOf = (items: readonly T[]) =>
    items.filter((item) => {
      const key = JSON.stringify(mark(item));
      return !seen.has(key) && seen.add(key);
    });
  const timeOf = (item: T) => Date.parse(mark(item).at);
  let place: Place = { from: since, number: 0, found: null };
  for (;;) {
    const { items, more } = await page(place.from, place.number);
    const end = place.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(place.from) + STEP_BACK;
    const isCounted = place.found !== null;
    const fresh = freshOf(isCounted ? items.filter((item) => timeOf(item) <= end) : items);
    yield fresh;
    const later = items.map(timeOf).filter((time) => time > end);
    const next = nextPlace(place, { found: fresh.length, later, more });
    if (next === null) return;
    place = next;
  }
}

/** `found`: what was new in this turn through the pages of one moment; null: the moment has one page so far. */
interface Place {
  readonly from: string | undefined;
  readonly number: number;
  readonly found: number | null;
}

/** `later`: times beyond the moment, in milliseconds. Null: all is read. */
function nextPlace(
  { from, number, found: before }: Place,
  {
    found,
    later,
    more,
  }: { readonly found: number; readonly later: readonly number[]; readonly more: boolean },
): Place | null {
  const [first] = later;
  const last = later.at(-1);
  if (before === null) {
    if (!more) return null;
    return last === undefined ? { from, number: 1, found } : beginAt(last);
  }
  const all = before + found;
  if (first === undefined && more) return { from, number: number + 1, found: all };
  if (all > 0) return { from, number: 0, found: 0 };
  return first === undefined ? null : beginAt(first);
}

function beginAt(time: number): Place {
  return { from: new Date(time - STEP_BACK).toISOString(), number: 0, found: null };
}
