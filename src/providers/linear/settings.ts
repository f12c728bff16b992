import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";
import { privateRemote, serverUrl, statusMap, writableRemote } from "../server.ts";

/** A `remotes:` entry for Linear. Tokens come from the environment (`LINEAR_API_KEY`). */
export function linearSettings(z: Zod) {
  return z.strictObject({
    kind: z.literal("linear"),
    teams: z
      .array(z.string().regex(/^[A-Z][A-Z0-9]{0,15}$/, { error: "a team key in upper case such as ENG" }))
      .min(1, { error: "at least one team key" })
      .describe("Keys of the teams whose issues count."),
    url: serverUrl(z).optional(),
    status_map: statusMap(z).optional(),
    private: privateRemote(z).optional(),
    write: writableRemote(z).optional(),
  });
}

/** What a policy says of a Linear remote. */
export type LinearSettings = zod.infer<ReturnType<typeof linearSettings>>;
