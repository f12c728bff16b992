import { childEnv } from "./git-env.js";
import { delimiter, dirname, join } from "node:path";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

// src/git/porcelain.ts
/**
* Loads simple-git and opens it for one folder. The inherited environment is handed on whole: what the library refuses in
* it by default (an editor, a pager, another index) is the user's own. Rejects only where git can't be started.
*/
async function openPorcelain(options) {
	const { simpleGit } = await import("./lazy-simple-git.js");
	const env = defined(childEnv(options.env));
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
	const folder = mkdtempSync(join(tmpdir(), "golden-thread-demo-"));
	const root = join(folder, "repository");
	cpSync(join(options.home, "examples", "markdown-tasks"), root, { recursive: true });
	rmSync(join(root, "golden-thread.yml"));
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
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		},
		removeRepository: () => rmSync(root, {
			recursive: true,
			force: true
		}),
		removeAll: () => rmSync(folder, {
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
		PATH: [dirname(options.node), options.env.PATH ?? ""].join(delimiter),
		GIT_CONFIG_GLOBAL: join(folder, "no-gitconfig"),
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_TEMPLATE_DIR: "",
		GIT_AUTHOR_NAME: who.NAME,
		GIT_AUTHOR_EMAIL: who.EMAIL,
		GIT_COMMITTER_NAME: who.NAME,
		GIT_COMMITTER_EMAIL: who.EMAIL,
		[options.color ? "FORCE_COLOR" : "NO_COLOR"]: "1"
	};
}

export { makeDemoRepository };