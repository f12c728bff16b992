import { Fault } from "../core/fault.ts";
import { LOOPBACK } from "../core/loopback.ts";
import type { GateWorld } from "../gate.ts";
import { foundTicket } from "../gather/found-ticket.ts";
import { type FileRefusal, namedTicket } from "../gather/named-ticket.ts";
import { namedAddresses } from "../gather/upstream.ts";
import { openAddress } from "../git/open-address.ts";
import { canonicalTaskId } from "../tasks/id.ts";
import { type Desk, namedTask, openDesk } from "./desk.ts";
import type { TaskLink } from "./link.ts";

const REFUSAL: FileRefusal = {
  message: "This task follows no ticket, so it has no page.",
  fix: () => "golden-thread remote link TASK TICKET",
};

/**
 * The page of a ticket, or of the ticket that a task follows. What a file says of an address is believed only where it is an address of that
 * ticket; else its tracker is asked. Throws Fault("usage"), and what the tracker's answers give.
 */
export async function ticketAddress(world: GateWorld, written: string): Promise<string> {
  const desk = await openDesk(world);
  const { remote, id } = await meant(desk, written);
  const kept = desk.ground.links.all().find((link) => link.remote === remote.name && link.id === id);
  const linked = desk.all.find(({ link }) => link?.remote.name === remote.name && link.id === id)?.link;
  const texts = [written, linked?.url ?? "", kept?.url ?? ""];
  const [own] = namedAddresses(texts, desk.ground).filter(
    (one) => one.remote.name === remote.name && one.id === id,
  );
  const url = own?.url ?? foundTicket(remote.name, id, await (await desk.tracker(remote)).one(id)).url;
  if (url !== null && isSafe(url)) return url;
  throw new Fault("usage", "This ticket has no page that can be opened.", {
    found: url ?? "no address",
    wanted: "an https address",
  });
}

async function meant(desk: Desk, written: string): Promise<Pick<TaskLink, "remote" | "id">> {
  const task = canonicalTaskId(written);
  if (task === null || !desk.all.some(({ id }) => id === task))
    return namedTicket(desk.gate, written, REFUSAL);
  const { link, path } = namedTask(desk, written);
  if (link !== null) return link;
  throw new Fault("usage", REFUSAL.message, {
    found: `${task} in ${path}`,
    wanted: "a task with an upstream",
    fix: `golden-thread remote link ${task} TICKET`,
  });
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isOpen = protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
  return isOpen && username === "" && password === "";
}

/** Shows a page in the system's browser. False: there is none. */
export function openPage({ env }: Pick<GateWorld, "env">, url: string): Promise<boolean> {
  return openAddress(env, url);
}
