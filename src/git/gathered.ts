import type { Readable } from "node:stream";

/** Milliseconds in which git writes about a third of what its pipe holds. */
const PAUSE = 1;

/**
 * Hands on what a child writes, a while's worth at a time. git writes 4 KiB at once, and waking this process for each costs both of them
 * more than waiting a little.
 */
export function readGathered(stream: Readable, take: (chunk: Buffer) => void): void {
  let isOver = stream.closed;
  const look = (): void => {
    stream.resume();
    setImmediate(() => {
      if (!isOver) stream.pause();
    });
  };
  stream.on("data", take);
  // An answer of nothing may have ended before anybody reads it.
  if (isOver) return;
  const timer = setInterval(look, PAUSE);
  stream.once("close", () => {
    isOver = true;
    clearInterval(timer);
  });
}
