import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";
import { privateRemote, serverUrl, statusMap, writableRemote } from "../server.ts";

/** A `remotes:` entry for a Notion data source. Tokens come from the environment (`NOTION_TOKEN`). */
export function notionSettings(z: Zod) {
  return z.strictObject({
    kind: z.literal("notion"),
    data_source: z
      .string()
      .regex(/^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/, {
        error: "the data source's id: 32 hex digits, with or without dashes",
      })
      .describe("Id of the data source (or database) whose pages are tickets."),
    url: serverUrl(z).optional(),
    status_map: statusMap(z).optional(),
    private: privateRemote(z).optional(),
    write: writableRemote(z).optional(),
  });
}

/** The same, read. */
export type NotionSettings = zod.infer<ReturnType<typeof notionSettings>>;
