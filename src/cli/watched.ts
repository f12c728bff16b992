import { count } from "../reports/layout.ts";
import type { Io } from "./io.ts";

/** Shows how far a long walk is, on a terminal only, on a line that is gone when it ends. */
export async function watched<T>(
  io: Io,
  work: (progress: (done: number, what?: string) => void) => Promise<T>,
): Promise<T> {
  let shown = false;
  try {
    return await work((done, what = "commits read") => {
      // Colours are on for a terminal that understands cursor controls, and for nothing else that is left out here.
      shown ||= io.stderr.color && io.env.CI === undefined;
      if (shown) io.stderr.write(`\r${count(done)} ${what}`);
    });
  } finally {
    if (shown) io.stderr.write("\r\u001b[K");
  }
}
