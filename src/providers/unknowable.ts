import type { Fault } from "../core/fault.ts";
import { trouble } from "./trouble.ts";

/**
 * What fails a look-up: where its question is not understood, or its address not known, nothing is known of the ticket.
 * `status`: of the answer that the fault was read from; `about`: the id, or what was asked.
 */
export function unknowable(
  fault: Fault,
  { remote, about, status }: { remote: string; about: string; status: number },
): Fault {
  if (fault.code !== "usage" && fault.code !== "absent") return fault;
  return trouble("unavailable", `${remote} answers ${status} for ${about}.`, { found: fault.found ?? "" });
}
