import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";
import { privateRemote, serverUrl, statusMap, writableRemote } from "../server.ts";

/** A `remotes:` entry for Azure Boards. Tokens come from the environment (`ADO_PAT`, `AZURE_DEVOPS_EXT_PAT`). */
export function azureDevopsSettings(z: Zod) {
  const part = (what: string) =>
    z
      .string()
      .max(64, { error: "at most 64 characters" })
      .regex(/^(?![ ._])[^/\\:*?"<>|#$&+;=@%,{}[\]\u0000-\u001f\u007f]+(?<![ .])$/, { error: what });
  return z.strictObject({
    kind: z.literal("azure-devops"),
    organization: part("an organization's name").describe(
      "Organization, or collection on a server of your own.",
    ),
    project: part("a project's name").describe("Project that the work items belong to."),
    filter: z
      .string()
      .min(1, { error: "a WIQL condition; leave the key out to take every work item" })
      .max(2000, { error: "at most 2000 characters" })
      .optional()
      .describe("WIQL condition that work items must meet, such as [System.AreaPath] UNDER 'Shop\\Web'."),
    url: serverUrl(z).optional(),
    status_map: statusMap(z).optional(),
    private: privateRemote(z).optional(),
    write: writableRemote(z).optional(),
  });
}

/** The same, read. */
export type AzureDevopsSettings = zod.infer<ReturnType<typeof azureDevopsSettings>>;
