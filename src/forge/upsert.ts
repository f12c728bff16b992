import { Fault } from "../core/fault.ts";
import type { Forge, LiveChange, WantedChange } from "../core/forge.ts";
import { withinLimit } from "../providers/within-limit.ts";

/** What opening a pull request takes of a forge. */
export interface UpsertPort extends Pick<Forge, "remote" | "limits" | "forBranch"> {
  read(number: number): Promise<Pick<LiveChange, "title" | "body" | "url" | "draft">>;
  /** Throws Fault("usage") where there is one already. */
  create(wanted: WantedChange): Promise<{ readonly number: number; readonly url: string }>;
  write(
    number: number,
    texts: { readonly title: string; readonly body: string },
    draft: boolean,
  ): Promise<void>;
}

/** Opens a pull request, or brings the one that is there to the wanted texts. */
export async function upsert(port: UpsertPort, wanted: WantedChange): ReturnType<Forge["upsert"]> {
  withinLimit(port.remote, "a body", { text: wanted.body, most: port.limits.body });
  const known = await port.forBranch(wanted.head, wanted.base);
  if (known !== null) return bring(port, known, wanted);
  try {
    return { ...(await port.create(wanted)), created: true };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "usage") throw thrown;
    // Somebody else may have opened it in between.
    const meanwhile = await port.forBranch(wanted.head, wanted.base);
    if (meanwhile === null) throw thrown;
    return bring(port, meanwhile, wanted);
  }
}

async function bring(
  port: UpsertPort,
  number: number,
  { title, body }: WantedChange,
): ReturnType<Forge["upsert"]> {
  const live = await port.read(number);
  if (live.title !== title || live.body !== body) await port.write(number, { title, body }, live.draft);
  return { number, url: live.url, created: false };
}
