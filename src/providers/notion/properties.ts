import type { StateCategory, Ticket } from "../../core/ticket.ts";
import { type StatusMap, stateOf } from "../states.ts";
import type { DataSource } from "./schema.ts";

interface Typed {
  readonly type: string;
}

/** What a ticket is made of, by the type of property and by the names that such properties commonly have. */
const ROLES = {
  title: { type: "title", names: /./, only: false },
  status: { type: "status", names: /^(?:status|state)$/i, only: false },
  // Without a property of type status, one that is called so.
  choice: { type: "select", names: /^(?:status|state|stage)$/i, only: true },
  people: { type: "people", names: /^(?:assign(?:ee|ees|ed to)?|owner|responsible)$/i, only: false },
  number: { type: "unique_id", names: /./, only: false },
  type: { type: "select", names: /^(?:type|kind|task type|issue type)$/i, only: true },
  labels: { type: "multi_select", names: /^(?:tags?|labels?)$/i, only: true },
  iteration: { type: "select", names: /^(?:sprint|iteration|cycle)$/i, only: true },
  parent: { type: "relation", names: /^parent(?:[- ](?:item|task|project))?$/i, only: true },
} as const;

/** Name of the property that plays a role; `only`: none but one of the common names will do. Null: there is none. */
export function nameOf(properties: Readonly<Record<string, Typed>>, role: keyof typeof ROLES): string | null {
  const { type, names, only } = ROLES[role];
  const fitting = Object.keys(properties).filter((name) => properties[name]?.type === type);
  return fitting.find((name) => names.test(name.trim())) ?? (only ? null : (fitting[0] ?? null));
}

/** The property that plays a role. */
export function propertyOf<T extends Typed>(
  properties: Readonly<Record<string, T>>,
  role: keyof typeof ROLES,
): T | null {
  const name = nameOf(properties, role);
  return name === null ? null : (properties[name] ?? null);
}

/** Groups of a status, in their fixed order, whatever people call them. */
const GROUPS: readonly StateCategory[] = ["open", "in_progress", "done"];

/** All states that a data source's pages can have, in its order. */
export function statesOf(source: DataSource | null, map: StatusMap | undefined): readonly Ticket["state"][] {
  const properties = source?.properties ?? {};
  const { status, select } = propertyOf(properties, "status") ?? propertyOf(properties, "choice") ?? {};
  if (status === undefined) return (select?.options ?? []).map(({ name }) => stateOf(name, "unknown", map));
  return status.options.map(({ id, name }) => {
    const group = status.groups.findIndex(({ option_ids }) => option_ids.includes(id));
    return stateOf(name, GROUPS[group] ?? "unknown", map);
  });
}
