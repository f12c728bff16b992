import type { Ticket } from "../core/ticket.ts";
import type { EditValue } from "../tasks/yaml-emit.ts";
import { line } from "./clean-ticket.ts";

/** When and by whom a link is told. */
export interface UpstreamOrigin {
  readonly provider: string;
  readonly now: Date;
}

/** The value of a task's `upstream`, as the satellite's format has it; fields that the tracker does not tell are left out. */
export function upstreamValue(ticket: Ticket, { provider, now }: UpstreamOrigin): EditValue {
  const { id, url, risk, parent, iteration, versions = [], type } = ticket;
  const fields = {
    ...(type === null ? {} : { type: line(type.name) }),
    ...(risk === undefined ? {} : { risk }),
    ...(parent === null ? {} : { parent: line(parent) }),
    ...(iteration == null ? {} : { sprint: line(iteration) }),
    ...(versions.length === 0 ? {} : { fix_versions: versions.map(line).join(", ") }),
  };
  return {
    provider,
    id,
    ...(url === null ? {} : { url }),
    last_sync: `${now.toISOString().slice(0, 19)}Z`,
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  };
}
