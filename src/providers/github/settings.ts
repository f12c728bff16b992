import type { Zod } from "../../core/schema.ts";
import { privateRemote, serverUrl, statusMap, writableRemote } from "../server.ts";

/** A `remotes:` entry for GitHub issues. Tokens come from the environment (`GITHUB_TOKEN`, `GH_TOKEN`) or `gh`. */
export function githubSettings(z: Zod) {
  return z.strictObject({
    kind: z.literal("github"),
    repo: z
      .string()
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, {
        error: "owner/repo",
      })
      .describe("owner/repo that a bare #1 belongs to."),
    url: serverUrl(z).optional(),
    status_map: statusMap(z).optional(),
    private: privateRemote(z).optional(),
    write: writableRemote(z).optional(),
  });
}
