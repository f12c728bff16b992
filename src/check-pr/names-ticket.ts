import type { Forge, LiveChange } from "../core/forge.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Gate } from "../gate.ts";
import { namedTicket } from "../gather/named-ticket.ts";
import { branchReferences, messageReferences, pullRequestReferences } from "../gather/references.ts";

/** Whether title, description, branch or a commit of a pull request names a ticket, which is given as people write it. */
export async function namesTicket(
  { reader, law }: Pick<Gate, "reader" | "law">,
  forge: Forge,
  live: LiveChange,
  written: string,
): Promise<boolean> {
  const wanted = namedTicket(law, reader, written);
  const isIt = ({ remote, id }: { readonly remote: string | null; readonly id: string }): boolean =>
    remote !== null && lookupKey(remote, id) === lookupKey(wanted.remote, wanted.id);
  const own = [...branchReferences(reader, live.head.branch), ...pullRequestReferences(reader, live)];
  if (own.some(isIt)) return true;
  const { commits } = await forge.commits(live.number);
  return commits.some(({ message }, index) => messageReferences(reader, message, index).some(isIt));
}
