/** Entries of a record in the order of their times, which all are of one form; those of one moment stay as they stood. */
export function oldestFirst<T extends { readonly at: string }>(entries: readonly T[]): readonly T[] {
  return [...entries].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}
