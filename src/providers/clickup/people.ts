import { isSame } from "../states.ts";
import { askJson, type Workspace } from "./ask.ts";
import { teams } from "./schema.ts";

/** Number of a member by number, name or e-mail address; null: there is nobody of that name in the workspace. */
export async function memberOf(workspace: Workspace, name: string): Promise<string | null> {
  if (/^\d+$/.test(name)) return name;
  const reply = await askJson(workspace, { path: "/team" }, { shape: teams, about: "the workspace" });
  const team = reply.teams.find(({ id }) => id === workspace.settings.team);
  const member = team?.members?.find(({ user }) =>
    [user.username, user.email].some((one) => typeof one === "string" && isSame(one, name)),
  );
  return member?.user.id ?? null;
}
