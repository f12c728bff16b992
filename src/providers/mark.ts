/** The line under which a comment of ours is found again. */
export function markLine(mark: string): string {
  return `golden-thread:${mark}`;
}

/** A text above its sign. */
export function signed(text: string, sign: string): string {
  return `${text.trimEnd()}\n\n${sign}`;
}
