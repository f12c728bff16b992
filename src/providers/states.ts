import type { StateCategory, Ticket } from "../core/ticket.ts";

/** `status_map:` of a remote, as a policy writes it. A state for review is one of work under way. */
export type StatusMap = Readonly<Partial<Record<StateCategory | "review", readonly string[] | undefined>>>;

/** A state under its tracker's own name; a policy's `status_map` outranks the category that the tracker tells. */
export function stateOf(name: string, told: StateCategory, map: StatusMap | undefined): Ticket["state"] {
  const mapped = Object.entries(map ?? {}).find(([, names]) => names?.some((one) => isSame(one, name)))?.[0];
  const wanted = mapped === "review" ? "in_progress" : mapped;
  return { name, category: CATEGORIES.find((category) => category === wanted) ?? told };
}

const CATEGORIES: readonly StateCategory[] = ["open", "in_progress", "done", "canceled", "unknown"];

/** Trackers and people differ in case and blanks. */
export function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whether a state is what a query or a target names: one of the categories, or a name. */
export function isState(wanted: string, { name, category }: Ticket["state"]): boolean {
  return CATEGORIES.some((one) => one === wanted) ? wanted === category : isSame(wanted, name);
}
