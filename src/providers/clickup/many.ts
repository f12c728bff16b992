import { Fault } from "../../core/fault.ts";
import type { Lookup } from "../../core/ticket.ts";
import { askMany } from "../ask-many.ts";
import { asLookup, trouble } from "../trouble.ts";
import { askJson, taskRequest, type Workspace } from "./ask.ts";
import { toTicket } from "./map.ts";
import { type Task, task } from "./schema.ts";

/** Every task is a request of its own: this API has none for several. */
export function lookUp(workspace: Workspace, ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
  return askMany(ids, 1, async (batch) => {
    const answers = batch.map(async (id) => [id, await answerFor(workspace, id)] as const);
    return new Map(await Promise.all(answers));
  });
}

async function answerFor(workspace: Workspace, id: string): Promise<Lookup> {
  try {
    const found = await read(workspace, id);
    return { status: "found", ticket: await toTicket(workspace, found, id), source: "api" };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    if (thrown.code === "absent")
      return thrown.found === ELSEWHERE ? { status: "absent", detail: ELSEWHERE } : { status: "absent" };
    if (thrown.code !== "usage") return asLookup(thrown);
    return { status: "unavailable", detail: `${thrown.message} ${thrown.found ?? ""}` };
  }
}

const ELSEWHERE = "it is in another workspace";

/** One task with its description as Markdown. The token may reach other workspaces; what is planned there is no ticket. */
export async function read(workspace: Workspace, id: string): Promise<Task> {
  const { path, query } = taskRequest(workspace, id);
  const request = { path, query: { ...query, include_markdown_description: true } };
  const found = await askJson(workspace, request, { shape: task, about: `task ${id}` });
  if (found.team_id === workspace.settings.team) return found;
  throw trouble("absent", `${workspace.remote} has no task ${id}.`, { found: ELSEWHERE });
}
