import { idsOfFileName, openTasks } from "./tasks-store.js";
import { readCategories } from "./tasks-status.js";
import { defineProvider } from "./providers-provider.js";
import { markdownSettings } from "./providers-markdown-settings.js";

// src/providers/markdown/index.ts
/**
* Task files of the trusted tree (Backlog.md, Backlog Toolkit) as a tracker. It needs no network, so it never answers
* `forbidden` or `credentials`; a file that can't be read, or an id that several files claim, is `unavailable`.
*/
const provider = defineProvider({
	id: "markdown",
	grammar: "tasks",
	capabilities: {
		remote: false,
		all: true
	},
	settings: markdownSettings,
	connect(remote, settings, { tree }) {
		const categories = readCategories(settings.status_map ?? {});
		let opened = null;
		const tasks = () => {
			opened ??= openTasks(tree, {
				remote,
				categories
			});
			return opened;
		};
		return {
			remote,
			many: async (ids) => (await tasks()).byId(ids),
			all: async () => (await tasks()).all(),
			files: async () => {
				const { paths, parse } = await tasks();
				return {
					files: paths.map((path) => ({
						path,
						ids: idsOfFileName(path)
					})),
					async read(path) {
						const bytes = await tree.read(path);
						return bytes === null ? null : (await parse(path, bytes))?.ticket ?? null;
					}
				};
			}
		};
	}
});

export { provider };