"use strict";

const require_id = require("./tasks-id.js");
const require_status = require("./tasks-status.js");
const require_store = require("./tasks-store.js");
const require_provider = require("./providers-provider.js");
const require_settings = require("./providers-markdown-settings.js");

// src/providers/markdown/index.ts
/**
* Task files of the trusted tree (Backlog.md, Backlog Toolkit) as a tracker. It needs no network, so it never answers
* `forbidden` or `credentials`; a file that can't be read, or an id that several files claim, is `unavailable`.
*/
const provider = require_provider.defineProvider({
	id: "markdown",
	grammar: "tasks",
	capabilities: {
		remote: false,
		all: true
	},
	settings: require_settings.markdownSettings,
	connect(remote, settings, { tree }) {
		const categories = require_status.readCategories(settings.status_map ?? {});
		let opened = null;
		const tasks = () => {
			opened ??= require_store.openTasks(tree, {
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
						ids: require_id.idsOfFileName(path)
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

exports.provider = provider;