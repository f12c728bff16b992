import { Fault } from "../../core/fault.ts";
import type { Ticket } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { isState } from "../states.ts";
import { type Client, refusal, refusedChange } from "./client.ts";
import { jiraState } from "./map.ts";
import { fetchIssue, issuePath } from "./one.ts";
import { type Transition, transitionsShape } from "./schema.ts";

/** Takes the first way that leads to the target and asks for nothing but what it has; one that stands there stays. */
export async function setState(client: Client, id: string, target: string): Promise<Ticket["state"]> {
  const now = await stateNow(client, id);
  if (isState(target, now)) return now;
  const path = `${issuePath(id)}/transitions`;
  const reply = await client.ask({ path, query: { expand: "transitions.fields" } });
  if (reply.status !== 200) throw await refusal(client, reply, id, "move");
  const { transitions } = await readJson(client.remote, reply, transitionsShape);
  const way = wayTo(client, id, transitions, { target, now });
  const done = await client.ask({ method: "POST", path, json: { transition: { id: way.id } } });
  if (done.status !== 204 && done.status !== 200)
    throw await refusedChange(client, done, id, `move to ${target}`);
  return stateNow(client, id);
}

async function stateNow(client: Client, id: string): Promise<Ticket["state"]> {
  const { fields } = await fetchIssue(client, id);
  return jiraState(client.settings, fields.status, fields.resolution?.name);
}

function wayTo(
  client: Client,
  id: string,
  transitions: readonly Transition[],
  { target, now }: { readonly target: string; readonly now: Ticket["state"] },
): Transition {
  const open = transitions.filter(({ isAvailable }) => isAvailable !== false);
  const fitting = open.filter(({ to }) => isState(target, jiraState(client.settings, to, null)));
  const free = fitting.find((way) => missing(way).length === 0);
  if (free !== undefined) return free;
  const wanted = [...new Set([now.name, ...open.map(({ to }) => to.name)])].join(", ");
  const [blocked] = fitting;
  if (blocked === undefined)
    throw new Fault("usage", `${client.remote} can't move ${id} to ${target} from where it stands.`, {
      wanted,
    });
  throw new Fault(
    "usage",
    `${client.remote} moves ${id} to ${blocked.to.name} only with ${missing(blocked).join(", ")}.`,
    {
      found: "required fields that have to be filled in by a person",
      wanted,
    },
  );
}

/** Names of the fields that a transition's screen insists on. */
function missing({ fields }: Transition): readonly string[] {
  return Object.entries(fields ?? {})
    .filter(([, { required, hasDefaultValue }]) => required === true && hasDefaultValue !== true)
    .map(([key, { name }]) => name ?? key);
}
