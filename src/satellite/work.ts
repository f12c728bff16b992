import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import { namedTicket } from "../gather/named-ticket.ts";
import { canonicalTaskId } from "../tasks/id.ts";
import { type Desk, type DeskTask, namedTask } from "./desk.ts";

/** Why something was not done that the policy forbids: never a fault, and nothing was written. */
export interface Refusal {
  /** Id of the rule. */
  readonly rule: "task-has-upstream" | "spec-present" | "spec-complete";
  readonly message: string;
  readonly found: string;
  readonly wanted: string;
  readonly fix: string;
}

/** The task that somebody means, by its own id or by its ticket's. Throws Fault("usage") where there is none, or several. */
export async function namedWork(desk: Desk, written: string): Promise<DeskTask> {
  const id = canonicalTaskId(written);
  if (desk.all.some((one) => one.id === id)) return namedTask(desk, written);
  const { remote, id: ticket } = await namedTicket(desk.gate, written, NO_TASK);
  const following = desk.all.filter(({ link }) => link?.remote.name === remote.name && link.id === ticket);
  const [first, ...others] = following;
  if (first !== undefined && others.length === 0) return first;
  throw new Fault(
    "usage",
    first === undefined ? "No task follows this ticket." : "Several tasks follow it.",
    {
      found: first === undefined ? written : following.map(({ id: one }) => one).join(", "),
      wanted: first === undefined ? "a ticket that was pulled" : "one task, by its own id",
      fix: first === undefined ? `golden-thread remote pull ${written}` : "golden-thread remote status",
    },
  );
}

const NO_TASK = { message: "There is no such task here.", fix: () => "golden-thread remote status" };

/** Whether a law lets nobody work by a task that follows no ticket. */
export function wantsUpstream({
  preset,
  sections,
  rules,
}: Pick<Law, "preset" | "sections" | "rules">): boolean {
  return (
    preset === "strict" || sections.authority !== "local" || rules["task-has-upstream"]?.level === "enforce"
  );
}

/** What stands against a task without a ticket. */
export function noUpstream({ id, path, task }: DeskTask): Refusal {
  const said = task.upstream;
  return {
    rule: "task-has-upstream",
    message: `${id} follows no ticket of a tracker that the policy names.`,
    found: said === null ? `no upstream in ${path}` : `upstream ${said.id} in ${path}, which no remote owns`,
    wanted: "a task that was pulled from a ticket, or is linked to one",
    fix: `golden-thread remote link ${id} TICKET`,
  };
}
