import type { Forge, LiveChange } from "../core/forge.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Gate } from "../gate.ts";
import {
  branchReferences,
  messageReferences,
  pullRequestReferences,
  writtenReferences,
} from "../gather/references.ts";

interface Named {
  readonly remote: string | null;
  readonly id: string;
}

/** Whether title, description, branch or a commit of a pull request names a ticket, which is given as people write it. */
export async function namesTicket(
  { reader }: Pick<Gate, "reader">,
  forge: Forge,
  live: LiveChange,
  written: string,
): Promise<boolean> {
  const [meant = []] = writtenReferences(reader, written);
  const wanted = new Set(meant.flatMap(keyOf));
  const isIt = (reference: Named): boolean => keyOf(reference).some((key) => wanted.has(key));
  const own = [...branchReferences(reader, live.head.branch), ...pullRequestReferences(reader, live)];
  if (own.some(isIt)) return true;
  const { commits } = await forge.commits(live.number);
  return commits.some(({ message }, index) => messageReferences(reader, message, index).some(isIt));
}

function keyOf({ remote, id }: Named): readonly string[] {
  return remote === null ? [] : [lookupKey(remote, id)];
}
