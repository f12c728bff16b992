import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";
import { privateRemote, serverUrl, statusMap, writableRemote } from "../server.ts";

/** A `remotes:` entry for ClickUp. Tokens come from the environment (`CLICKUP_API_KEY`, `CLICKUP_API_TOKEN`). */
export function clickupSettings(z: Zod) {
  const digits = (what: string) =>
    z.string().regex(/^[0-9]{1,20}$/, { error: `${what}'s number in quotes, such as "12345678"` });
  return z.strictObject({
    kind: z.literal("clickup"),
    team: digits("a workspace").describe("Workspace (team) number, in quotes."),
    spaces: z
      .array(digits("a space"))
      .min(1, { error: "at least one space; leave the key out to take all" })
      .optional()
      .describe("Spaces that count. Left out: all of the workspace."),
    url: serverUrl(z).optional(),
    status_map: statusMap(z).optional(),
    private: privateRemote(z).optional(),
    write: writableRemote(z).optional(),
  });
}

/** The same, read. */
export type ClickupSettings = zod.infer<ReturnType<typeof clickupSettings>>;
