"use strict";

const require_preview = require("./setup-preview.js");

// src/setup/changes.ts
/** The files that steps of `init` change. */
function changesOf(steps) {
	const files = /* @__PURE__ */ new Map();
	for (const action of steps.flatMap((step) => step.actions)) if (action.kind === "move") move(files, action);
	else {
		const now = files.get(action.path) ?? {
			path: action.path,
			before: require_preview.fileNow(action.path),
			after: null
		};
		files.set(action.path, {
			...now,
			after: {
				bytes: Buffer.from(action.text, "utf8"),
				mode: modeOf(action, now)
			}
		});
	}
	return [...files.values()];
}
function move(files, { from, to }) {
	const before = require_preview.fileNow(from);
	files.set(from, {
		path: from,
		before,
		after: null
	});
	files.set(to, {
		path: to,
		before: null,
		after: before
	});
}
function modeOf(action, now) {
	if (action.kind === "edit") return now.before?.mode ?? 420;
	return action.executable ? 493 : 420;
}
/** The files that steps of `uninstall` change. */
function changesBack(commonDir, steps) {
	const files = /* @__PURE__ */ new Map();
	for (const { code, path, text, entry } of steps) if (code === "moved-back" && entry.kind === "moved") {
		const from = `${commonDir}/${entry.to}`;
		const moved = require_preview.fileNow(from);
		files.set(from, {
			path: from,
			before: moved,
			after: null
		});
		files.set(path, {
			path,
			before: require_preview.fileNow(path),
			after: moved
		});
	} else if (text !== void 0) {
		const before = require_preview.fileNow(path);
		const after = text === null ? null : {
			bytes: text,
			mode: before?.mode ?? 420
		};
		files.set(path, {
			path,
			before,
			after
		});
	}
	return [...files.values()];
}

exports.changesBack = changesBack;
exports.changesOf = changesOf;