import type { Zod } from "../../core/schema.ts";
import { privateRemote, serverUrl, statusMap, writableRemote } from "../server.ts";

/** A `remotes:` entry for GitLab issues. Tokens come from the environment (`GITLAB_TOKEN`) or `glab`. */
export function gitlabSettings(z: Zod) {
  return z.strictObject({
    kind: z.literal("gitlab"),
    project: z
      .string()
      .max(500, { error: "at most 500 characters" })
      .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/, { error: "group/project" })
      .describe("group/project that a bare #1 or !1 belongs to."),
    url: serverUrl(z).optional(),
    status_map: statusMap(z).optional(),
    private: privateRemote(z).optional(),
    write: writableRemote(z).optional(),
  });
}
