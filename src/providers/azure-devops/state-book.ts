import { Fault } from "../../core/fault.ts";
import type { StateCategory, Ticket } from "../../core/ticket.ts";
import { stateOf } from "../states.ts";
import { type Asking, askJson, type Boards, inProject } from "./ask.ts";
import { states } from "./schema.ts";

/** One name can mean different things in different types, so every type that is met is asked for, once a connection. */
export function stateBook(asking: Asking): Boards["states"] {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return (project, type) => {
    const key = JSON.stringify([project, type]);
    const held = known.get(key) ?? read(asking, project, type);
    known.set(key, held);
    // A failure is not kept: the tracker may answer the next time.
    held.catch(() => known.delete(key));
    return held;
  };
}

async function read(asking: Asking, project: string, type: string): Promise<ReadonlyMap<string, string>> {
  const path = inProject(project, `wit/workitemtypes/${encodeURIComponent(type)}/states`);
  try {
    const { value } = await askJson(asking, { path }, { shape: states, about: `states of the type ${type}` });
    return new Map(value.map(({ name, category }) => [name, category ?? ""]));
  } catch (thrown) {
    // A type that was taken away: its states are in no list, so none of them is known.
    if (thrown instanceof Fault && thrown.code === "absent") return new Map();
    throw thrown;
  }
}

/** A state by its name, in the states of its type. */
export function toState(
  name: string,
  book: ReadonlyMap<string, string>,
  { status_map }: Boards["settings"],
): Ticket["state"] {
  return stateOf(name, categoryOf(book.get(name)), status_map);
}

function categoryOf(told: string | undefined): StateCategory {
  switch (told) {
    case "Proposed":
      return "open";
    case "InProgress":
      return "in_progress";
    case "Resolved":
    case "Completed":
      return "done";
    case "Removed":
      return "canceled";
    default:
      return "unknown";
  }
}
