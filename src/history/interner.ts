/** Gives each distinct text a number, in order of first sight. */
export interface Interner {
  readonly texts: readonly string[];
  /** `copy`: applied to a text that is kept, where it may be a cut of something large. */
  number(text: string, copy?: (text: string) => string): number;
}

/** Starts with the given texts, e.g. those of a stored history. */
export function openInterner(known: readonly string[] = []): Interner {
  const texts = [...known];
  const numbers = new Map(texts.map((text, index) => [text, index]));
  return {
    texts,
    number(text, copy) {
      const before = numbers.get(text);
      if (before !== undefined) return before;
      const kept = copy === undefined ? text : copy(text);
      numbers.set(kept, texts.length);
      return texts.push(kept) - 1;
    },
  };
}
