import { Fault } from "../core/fault.ts";
import type { LiveChange } from "../core/forge.ts";
import { withinLimit } from "../providers/within-limit.ts";

/** What replacing a body takes of a forge. */
export interface BodyPort {
  readonly remote: string;
  readonly limit: number;
  read(number: number): Promise<Pick<LiveChange, "body">>;
  write(number: number, body: string): Promise<void>;
}

/** Replaces a body that still is what was read; one that is right already is left alone. */
export async function setBody(
  { remote, limit, read, write }: BodyPort,
  number: number,
  { body, expected }: { readonly body: string; readonly expected: string },
): Promise<{ readonly changed: boolean }> {
  withinLimit(remote, "a body", { text: body, most: limit });
  const live = (await read(number)).body;
  if (live === body) return { changed: false };
  if (live !== expected)
    throw new Fault("usage", `The body of ${remote}'s pull request ${number} was changed by somebody else.`, {
      found: `${live.length} characters where ${expected.length} were read before`,
      fix: "read it again, and write what then is to stand there",
    });
  await write(number, body);
  return { changed: true };
}
