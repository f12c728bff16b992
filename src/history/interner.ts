/** Gives each distinct text a number, in order of first sight. */
export interface Interner {
  readonly texts: readonly string[];
  number(text: string): number;
}

/** Starts with the given texts, e.g. those of a stored history. */
export function openInterner(known: readonly string[] = []): Interner {
  const texts = [...known];
  const numbers = new Map(texts.map((text, index) => [text, index]));
  return {
    texts,
    number(text) {
      const before = numbers.get(text);
      if (before !== undefined) return before;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
