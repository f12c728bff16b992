"use strict";

const require_remote_entries = require("./setup-remote-entries.js");
const require_remote_text = require("./cli-remote-text.js");

// src/cli/init-ask.ts
const LABELS = {
	github: "GitHub issues",
	gitlab: "GitLab issues",
	jira: "Jira",
	linear: "Linear",
	"azure-devops": "Azure Boards",
	clickup: "ClickUp",
	notion: "Notion"
};
/**
* Asks at the terminal which trackers hold the tickets, and what each needs; then asks each tracker who we are, and shows it
* before anything is written. `named`: those that are known already. Null: whoever was asked wants nothing to be written.
*/
async function askRemotes(named, world, prove) {
	const { confirm, isCancel, multiselect, note } = await Promise.resolve().then(() => require("./clack-prompts.js")).then((n) => n.dist_exports);
	const kinds = await multiselect({
		message: "Which trackers hold the tickets, beside task files in this repository and the forge of origin?",
		options: kindsLeft(named).map((value) => ({
			value,
			label: LABELS[value]
		})),
		required: false
	});
	if (isCancel(kinds)) return null;
	let entries = named;
	for (const kind of kinds) {
		const answers = await answersFor(kind);
		if (answers === null) return null;
		entries = await require_remote_entries.checked({
			...entries,
			...require_remote_entries.entryFrom(kind, answers)
		});
	}
	const proved = await prove(entries, world);
	if (proved.length > 0) note(`${require_remote_text.remotesText(proved, world.stdout)}\n${TOKENS}`, "Trackers");
	const go = await confirm({ message: `Set up ${world.cwd}?` });
	return isCancel(go) || !go ? null : {
		entries,
		proved
	};
}
function kindsLeft(named) {
	const taken = new Set(Object.values(named).map(({ kind }) => kind));
	return isKinds(Object.keys(require_remote_entries.QUESTIONS)).filter((kind) => !taken.has(kind));
}
function isKinds(names) {
	return names.filter((name) => Object.hasOwn(require_remote_entries.QUESTIONS, name));
}
async function answersFor(kind) {
	const { isCancel, text } = await Promise.resolve().then(() => require("./clack-prompts.js")).then((n) => n.dist_exports);
	const answers = /* @__PURE__ */ new Map();
	for (const { key, text: message, example, optional } of require_remote_entries.QUESTIONS[kind]) {
		const answer = await text({
			message: `${LABELS[kind]}: ${message}`,
			placeholder: example,
			validate: (value) => optional !== true && (value ?? "").trim() === "" ? "This is needed." : void 0
		});
		if (isCancel(answer)) return null;
		answers.set(key, answer ?? "");
	}
	return answers;
}
const TOKENS = ["Tokens come from the environment, the vendor's command line, git's credential helpers", "or the keychain, and are never written down. Ask again with: golden-thread remote check"].join("\n");

exports.askRemotes = askRemotes;