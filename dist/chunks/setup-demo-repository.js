"use strict";

const require_git = require("./git.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");

// src/git/porcelain.ts
/**
* Loads simple-git and opens it for one folder. The inherited environment is handed on whole: what the library refuses in
* it by default (an editor, a pager, another index) is the user's own. Rejects only where git can't be started.
*/
async function openPorcelain(options) {
	const { simpleGit } = await Promise.resolve().then(() => require("./simple-git.js")).then((n) => n.dist_exports);
	const env = defined(require_git.childEnv(options.env));
	const run = async (...args) => {
		let outcome = {
			code: 0,
			output: ""
		};
		await simpleGit({
			baseDir: options.cwd,
			unsafe: INHERITED,
			allowEnvironment: Object.keys(env),
			errors(error, { exitCode, stdErr, stdOut }) {
				if (exitCode < 0) return error;
				outcome = {
					code: exitCode,
					output: Buffer.concat([...stdErr, ...stdOut]).toString("utf8").trimEnd()
				};
			}
		}).env(env).raw(args);
		return outcome;
	};
	return {
		init: (branch) => run("init", "--quiet", `--initial-branch=${branch}`),
		configure: (key, value) => run("config", "--", key, value),
		stage: (paths) => paths === void 0 ? run("add", "--all") : run("add", "--all", "--", ...paths),
		commit: (message) => run("commit", `--message=${message}`),
		addRemote: (name, url) => run("remote", "add", "--", name, url),
		run: (args) => run(...args)
	};
}
/** What an environment may name; nothing here comes from an argument, where the library goes on refusing the rest. */
const INHERITED = {
	allowUnsafeAskPass: true,
	allowUnsafeConfigEnvCount: true,
	allowUnsafeConfigPaths: true,
	allowUnsafeDiffExternal: true,
	allowUnsafeEditor: true,
	allowUnsafeExec: true,
	allowUnsafePager: true,
	allowUnsafeSshCommand: true,
	allowUnsafeTemplateDir: true
};
function defined(env) {
	return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}

// src/setup/demo-repository.ts
/** Copies the shipped example into a new repository that no configuration of the user reaches. */
async function makeDemoRepository(options) {
	const folder = (0, node_fs.mkdtempSync)((0, node_path.join)((0, node_os.tmpdir)(), "golden-thread-demo-"));
	const root = (0, node_path.join)(folder, "repository");
	(0, node_fs.cpSync)((0, node_path.join)(options.home, "examples", "markdown-tasks"), root, { recursive: true });
	(0, node_fs.rmSync)((0, node_path.join)(root, "golden-thread.yml"));
	const env = hermetic(options, folder);
	const git = await openPorcelain({
		cwd: root,
		env
	});
	await git.init("main");
	return {
		folder,
		root,
		env,
		git: (args) => git.run(args),
		write(path, text) {
			(0, node_fs.mkdirSync)((0, node_path.dirname)((0, node_path.join)(root, path)), { recursive: true });
			(0, node_fs.writeFileSync)((0, node_path.join)(root, path), text);
		},
		removeRepository: () => (0, node_fs.rmSync)(root, {
			recursive: true,
			force: true
		}),
		removeAll: () => (0, node_fs.rmSync)(folder, {
			recursive: true,
			force: true
		})
	};
}
/** Neither the user's git configuration, nor a hook's environment that the demo may run in, nor our own switches. */
function hermetic(options, folder) {
	const kept = Object.entries(options.env).filter(([name]) => !/^(?:GIT_|GOLDEN_THREAD_|CI$|NO_COLOR$|FORCE_COLOR$)/u.test(name));
	const who = {
		NAME: "Ada",
		EMAIL: "ada@example.test"
	};
	return {
		...Object.fromEntries(kept),
		PATH: [(0, node_path.dirname)(options.node), options.env.PATH ?? ""].join(node_path.delimiter),
		GIT_CONFIG_GLOBAL: (0, node_path.join)(folder, "no-gitconfig"),
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_TEMPLATE_DIR: "",
		GIT_AUTHOR_NAME: who.NAME,
		GIT_AUTHOR_EMAIL: who.EMAIL,
		GIT_COMMITTER_NAME: who.NAME,
		GIT_COMMITTER_EMAIL: who.EMAIL,
		[options.color ? "FORCE_COLOR" : "NO_COLOR"]: "1"
	};
}

exports.makeDemoRepository = makeDemoRepository;