import { openGit } from "./git-run.js";
import { delimiter, dirname, join } from "node:path";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

// src/setup/demo-repository.ts
/** Everything git may answer a commit with; the demo looks at the code itself. */
const ANY_CODE = Array.from({ length: 256 }, (_, code) => code);
/** Copies the shipped example into a new repository that no configuration of the user reaches. */
async function makeDemoRepository(options) {
	const folder = mkdtempSync(join(tmpdir(), "golden-thread-demo-"));
	const root = join(folder, "repository");
	cpSync(join(options.home, "examples", "markdown-tasks"), root, { recursive: true });
	rmSync(join(root, "golden-thread.yml"));
	const env = hermetic(options, folder);
	const runner = openGit({
		cwd: root,
		env
	});
	await runner.run([
		"init",
		"--quiet",
		"--initial-branch=main",
		"--template="
	]);
	return {
		folder,
		root,
		env,
		async git(args) {
			const { code, stdout, stderr } = await runner.run(args, { codes: ANY_CODE });
			return {
				code,
				output: `${stderr}${stdout.toString("utf8")}`.trimEnd()
			};
		},
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
		GIT_AUTHOR_NAME: who.NAME,
		GIT_AUTHOR_EMAIL: who.EMAIL,
		GIT_COMMITTER_NAME: who.NAME,
		GIT_COMMITTER_EMAIL: who.EMAIL,
		[options.color ? "FORCE_COLOR" : "NO_COLOR"]: "1"
	};
}

export { makeDemoRepository };