/** Writes what is only remembered: a disk that is full or read-only costs the memory, never the answer. */
export function quietly(write: () => void): void {
  try {
    write();
  } catch {
    // The next run asks again.
  }
}
