// src/cli/commands.ts
/** The registry of commands, in the order of the help; each is loaded when it is named. */
const commands = {
	demo: async () => (await import("./cli-demo.js")).command,
	init: async () => (await import("./lazy-cli-init.js")).command,
	check: async () => (await import("./lazy-cli-check.js")).command,
	hook: async () => (await import("./cli-hook-command.js")).command,
	explain: async () => (await import("./cli-explain.js")).command,
	config: async () => (await import("./cli-config.js")).command
};
/** Run at every commit, or over every file: they start before the command line's library is loaded. */
const DIRECT = /* @__PURE__ */ new Set([
	"check",
	"refs",
	"hook"
]);
/** The command that runs without the library, or null. */
function directCommand(name) {
	return isCommand(name) && DIRECT.has(name) ? commands[name] : null;
}
function isCommand(name) {
	return Object.hasOwn(commands, name);
}

export { commands, directCommand };