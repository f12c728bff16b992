import type { z as zod } from "zod";
import { idsOfFileName } from "../../tasks/id.ts";
import { readCategories } from "../../tasks/status.ts";
import { openTasks, type Tasks } from "../../tasks/store.ts";
import { defineProvider } from "../provider.ts";
import { markdownSettings } from "./settings.ts";

type MarkdownSettings = zod.infer<ReturnType<typeof markdownSettings>>;

/**
 * Task files of the trusted tree (Backlog.md, Backlog Toolkit) as a tracker. It needs no network, so it never answers
 * `forbidden` or `credentials`; a file that can't be read, or an id that several files claim, is `unavailable`.
 */
export const provider = defineProvider<MarkdownSettings>({
  id: "markdown",
  grammar: "tasks",
  capabilities: { remote: false, all: true },
  settings: markdownSettings,
  connect(remote, settings, { tree }) {
    const categories = readCategories(settings.status_map ?? {});
    let opened: Promise<Tasks> | null = null;
    const tasks = () => {
      opened ??= openTasks(tree, { remote, categories });
      return opened;
    };
    return {
      remote,
      many: async (ids) => (await tasks()).byId(ids),
      all: async () => (await tasks()).all(),
      files: async () => {
        const { paths, parse } = await tasks();
        return {
          files: paths.map((path) => ({ path, ids: idsOfFileName(path) })),
          async read(path) {
            const bytes = await tree.read(path);
            return bytes === null ? null : ((await parse(path, bytes))?.ticket ?? null);
          },
        };
      },
    };
  },
});
