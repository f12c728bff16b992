"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_approval_laws = require("./core-approval-laws.js");
const require_once = require("./core-once.js");
const require_ticket = require("./core-ticket.js");
const require_rules = require("./rules.js");
const require_build = require("./core-build.js");
const require_opening = require("./opening.js");
const require_repository = require("./git-repository.js");
const require_subjects = require("./git-subjects.js");
const require_tree = require("./git-tree.js");
const require_fault = require("./core-fault.js");
const require_scan = require("./references-scan.js");
const require_compiled = require("./store-compiled.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/gather/ledgered.ts
/**
* A source whose tickets are looked for in the ledger first: what is found there needs no network. What is not may be newer than the
* ledger, so that is asked of the tracker. For where people wait.
*/
function ledgerFirst(source, open) {
	const told = async (ids) => {
		const book = await open();
		const answers = ids.map((id) => [id, answerIn(book, source.remote, id)]);
		return new Map(answers.flatMap(([id, answer]) => answer?.status === "found" ? [[id, answer]] : []));
	};
	return {
		...source,
		async many(ids) {
			const known = await told(ids);
			const rest = ids.filter((id) => !known.has(id));
			const asked = rest.length === 0 ? /* @__PURE__ */ new Map() : await source.many(rest);
			return new Map([...known, ...asked]);
		}
	};
}
/** A source for whose silence a ledger stands in: no network, no token, or no right to see the ticket. */
function ledgerBehind(source, open) {
	const { remote } = source;
	return {
		...source,
		async many(ids) {
			const answers = ids.length === 0 ? /* @__PURE__ */ new Map() : await source.many(ids);
			const silent = [...answers].filter(([, answer]) => isSilent(answer));
			if (silent.length === 0) return answers;
			const book = await open();
			return new Map([...answers, ...silent.map(([id, answer]) => [id, standIn(book, remote, id, answer)])]);
		},
		async deaf(count) {
			const answer = await source.deaf?.(count) ?? null;
			if (answer === null) return null;
			const book = await open();
			return book?.status === "valid" ? null : withReason(answer, book);
		},
		async pasts(ids) {
			const asked = ids.length === 0 ? /* @__PURE__ */ new Map() : await source.pasts?.(ids) ?? /* @__PURE__ */ new Map();
			const untold = ids.filter((id) => asked.get(id)?.status !== "told");
			if (untold.length === 0) return asked;
			const book = await open();
			const told = untold.flatMap((id) => pastIn(book, remote, id) ?? []);
			return new Map([...asked, ...told.map(({ id, past }) => [id, past])]);
		}
	};
}
/** Facts of the tracker itself are answers: found, and absent. */
function isSilent({ status }) {
	return status === "unavailable" || status === "credentials" || status === "forbidden";
}
function answerIn(book, remote, id) {
	return book?.status === "valid" ? book.lookup(require_ticket.lookupKey(remote, id)) : null;
}
function standIn(book, remote, id, answer) {
	const told = answerIn(book, remote, id);
	if (told === null) return withReason(answer, book);
	if (told.status === "found") return told;
	if (told.status === "absent") return answer.status === "forbidden" ? answer : told;
	return joined(answer, told);
}
/** Neither the tracker nor the ledger knows: both reasons are told. A refusal is no fact where the ledger could have told. */
function joined(answer, told) {
	return "detail" in told && told.detail !== void 0 ? withDetail(answer, told.detail) : answer;
}
function withReason(answer, book) {
	return book?.status === "invalid" ? withDetail(answer, `${book.detail} (${book.fix})`) : answer;
}
function withDetail(answer, more) {
	switch (answer.status) {
		case "forbidden":
		case "credentials":
		case "unavailable": return {
			...answer,
			detail: `${sentence(answer.detail)} ${sentence(capital(more))}`
		};
		case "found":
		case "claimed":
		case "absent": return answer;
	}
}
function sentence(text) {
	return /[.!?)]$/.test(text) ? text : `${text}.`;
}
function capital(text) {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function pastIn(book, remote, id) {
	const told = answerIn(book, remote, id);
	return told?.status === "found" && told.ticket.past !== void 0 ? {
		id,
		past: told.ticket.past
	} : null;
}

// src/providers/index.ts
/** Every provider whose tickets are files of the trusted tree. */
const treeProviders = { markdown: async () => (await Promise.resolve().then(() => require("./providers-markdown.js"))).provider };
/** Every tracker that can be asked, loaded when a policy's remote names it. */
const trackers = {
	"azure-devops": async () => (await Promise.resolve().then(() => require("./providers-azure-devops.js"))).provider,
	github: async () => (await Promise.resolve().then(() => require("./providers-github.js"))).provider,
	jira: async () => (await Promise.resolve().then(() => require("./providers-jira.js"))).provider,
	gitlab: async () => (await Promise.resolve().then(() => require("./providers-gitlab.js"))).provider,
	clickup: async () => (await Promise.resolve().then(() => require("./providers-clickup.js"))).provider,
	linear: async () => (await Promise.resolve().then(() => require("./providers-linear.js"))).provider,
	notion: async () => (await Promise.resolve().then(() => require("./providers-notion.js"))).provider
};

// src/connect/patience.ts
/** A pre-receive hook has to answer within five seconds, reading the push included; GitHub Enterprise cuts it off there. */
const PATIENCE = {
	hook: {
		allMs: 3e3,
		tryMs: 2500,
		waitMs: 1e3
	},
	server: {
		allMs: 3e3,
		tryMs: 2500,
		waitMs: 500
	},
	command: {
		allMs: 6e4,
		tryMs: 1e4,
		waitMs: 4e4
	},
	listing: {
		allMs: 108e5,
		tryMs: 6e4,
		waitMs: 72e5
	}
};

// src/connect/sources.ts
/** Connects every remote of a law. Nothing is asked yet. */
async function connectAll(law, connecting) {
	const sources = /* @__PURE__ */ new Map();
	const anew = /* @__PURE__ */ new Map();
	for (const remote of law.remotes) {
		const local = await localSource(remote, connecting.tree);
		const [known, fresh] = local === null ? trackerSources(law, remote, connecting) : [local, local];
		sources.set(remote.name, known);
		anew.set(remote.name, fresh);
	}
	return {
		sources,
		anew
	};
}
async function localSource({ name, kind, settings }, tree) {
	const provider = await treeProviders[kind]?.();
	return provider === void 0 ? null : provider.connect(name, settings, { tree });
}
function trackerSources(law, remote, connecting) {
	const { commonDir, place, ledger } = connecting;
	const options = {
		...connecting,
		commonDir: place === "hook" ? commonDir : null
	};
	const dialed = require_once.once(async () => approvalsOf(law, await dial(remote, options)));
	const behind = (source) => ledger === null ? source : ledgerBehind(source, ledger);
	if (place !== "hook") return [behind(lazily(remote, dialed)), behind(lazily(remote, dialed))];
	const before = (source) => ledger === null ? source : ledgerFirst(source, ledger);
	const known = require_once.once(async () => remember(before(await dialed()), remote, connecting, law, true));
	const fresh = require_once.once(async () => remember(await dialed(), remote, connecting, law, false));
	return [behind(lazily(remote, known)), behind(lazily(remote, fresh))];
}
/** What a law asks nobody about costs nothing, not even a module. */
async function approvalsOf(law, tracker) {
	const laws = require_approval_laws.approvalLaws(law);
	if (laws.length === 0) return tracker;
	const { approving } = await Promise.resolve().then(() => require("./gather-approvals.js")).then((n) => n.approvals_exports);
	return approving(tracker, async () => (await tracker.line()).tracker, laws);
}
/** A tracker as the law's remote names it, for doors that ask it for more than look-ups. */
async function dial(remote, connecting) {
	const [{ dialTracker }, { clockOf }, { moreCertificates }, { hostsFile }, { etagsOf }] = await Promise.all([
		Promise.resolve().then(() => require("./connect-tracker.js")).then((n) => n.tracker_exports),
		Promise.resolve().then(() => require("./connect-clock.js")).then((n) => n.clock_exports),
		Promise.resolve().then(() => require("./store-certificates.js")).then((n) => n.certificates_exports),
		Promise.resolve().then(() => require("./store-hosts-file.js")).then((n) => n.hosts_file_exports),
		Promise.resolve().then(() => require("./store-etags.js"))
	]);
	const { commonDir, env, lawIsTrusted, haste, now } = connecting;
	return dialTracker(remote, {
		env,
		lawIsTrusted,
		patience: PATIENCE[haste],
		clock: clockOf(now),
		ca: moreCertificates(env),
		hosts: hostsFile,
		tags: commonDir === null ? null : etagsOf(commonDir, remote)
	});
}
async function remember(source, remote, { commonDir, now }, { cache, digest }, isFresh) {
	const [{ remembering }, { ticketCache }, { breaker }, { milliseconds }] = await Promise.all([
		Promise.resolve().then(() => require("./gather-remember.js")),
		Promise.resolve().then(() => require("./store-ticket-cache.js")).then((n) => n.ticket_cache_exports),
		Promise.resolve().then(() => require("./store-breaker.js")),
		Promise.resolve().then(() => require("./core-duration.js")).then((n) => n.duration_exports)
	]);
	const terms = {
		freshMs: isFresh ? milliseconds(cache.fresh) : -1,
		staleMs: milliseconds(cache.stale)
	};
	return remembering(source, {
		cache: ticketCache(commonDir, remote),
		breaker: breaker(commonDir, remote),
		terms,
		law: digest,
		now: () => now().getTime()
	});
}
function lazily({ name }, open) {
	return {
		remote: name,
		deaf: async (count) => (await open()).deaf?.(count) ?? null,
		pasts: async (ids) => ids.length === 0 ? /* @__PURE__ */ new Map() : await (await open()).pasts?.(ids) ?? /* @__PURE__ */ new Map(),
		many: async (ids) => ids.length === 0 ? /* @__PURE__ */ new Map() : (await open()).many(ids)
	};
}

// src/gather/remotes.ts
/** Reads the law's remotes once. Where several could own an id, the first in the policy's order does. */
function remoteFinder(law) {
	return (found) => law.remotes.find((remote) => remote.grammar === found.provider && owns(remote, found.id))?.name ?? null;
}
function owns(remote, id) {
	switch (remote.kind) {
		case "github": return sameProject(remote.settings.repo, id);
		case "gitlab": return sameProject(remote.settings.project, id);
		case "jira":
		case "linear": return ownsKey(remote.settings.projects ?? remote.settings.teams, id);
		case "azure-devops":
		case "clickup":
		case "notion":
		case "markdown": return true;
	}
}
/** `owner/repo#1` and `group/project!2` belong to the configured project; forges compare its name without case. */
function sameProject(configured, id) {
	const end = id.search(/[#!][0-9]+$/);
	return typeof configured === "string" && id.slice(0, end).toLowerCase() === configured.toLowerCase();
}
/** No configured keys: every key is this remote's. */
function ownsKey(configured, id) {
	if (!Array.isArray(configured) || configured.length === 0) return true;
	return configured.includes(id.slice(0, id.lastIndexOf("-")));
}

// src/git/mailmap.ts
/** What git can read as one person on one line. */
const CONTACT = /^[^<>\u0000\r\n]*<[^<>\u0000\r\n]+>$/;
/**
* Authors whom one .mailmap takes for somebody else, by `authorKey` (gitmailmap); one child for all of them. git also reads
* the .mailmap of the work tree, which may be that of the branch that is judged, and `--bare` does not keep it from that: so it is
* told that the work tree is the git folder, where no commit can put a file.
*/
async function mappedAuthors(repo, place, authors) {
	const keys = [...new Set(authors.map(require_rules.authorKey))].filter((key) => CONTACT.test(key));
	if (keys.length === 0) return {};
	const { file, blob } = {
		file: "",
		blob: "",
		...place
	};
	const git = repo.git.withEnv({
		GIT_DIR: repo.gitDir,
		GIT_WORK_TREE: repo.gitDir
	});
	const args = [
		"-C",
		repo.gitDir,
		"-c",
		`mailmap.file=${file}`,
		"-c",
		`mailmap.blob=${blob}`
	];
	const lines = (await git.text([
		...args,
		"check-mailmap",
		"--stdin"
	], { input: `${keys.join("\n")}\n` })).split("\n");
	const mapped = keys.flatMap((key, index) => {
		const line = lines[index] ?? key;
		return line === key ? [] : [[key, require_rules.personIn(line)]];
	});
	return Object.fromEntries(mapped);
}

// src/ledgers/book.ts
/**
* The ledger for who judges: one that can't be had is none that counts, for a reason that is told where somebody needs it. What reads
* it is loaded here. Null: the law names none.
*/
async function openBook(place) {
	const { openLedger } = await Promise.resolve().then(() => require("./ledgers.js"));
	try {
		return await openLedger(place);
	} catch (thrown) {
		if (!(thrown instanceof require_fault.Fault)) throw thrown;
		return {
			status: "invalid",
			detail: thrown.message,
			fix: thrown.fix ?? "golden-thread ledger fetch"
		};
	}
}

// src/store/fingerprint.ts
/** The print of what is not there. */
const ABSENT = "-";
/** How old a file must be before its print counts, where the file system keeps fractions of a second: a timer's tick and a reserve. */
const TICK_NS = 20000000n;
/** The same where it keeps whole seconds, or two of them (FAT). */
const COARSE_NS = 2000000000n;
/** The same for another device than the clock's: a server may have a clock of its own. */
const FOREIGN_NS = 60000000000n;
const SECOND_NS = 1000000000n;
/** A file or folder of the work tree; a symlink is not followed. */
function printOf(path) {
	return describe((0, node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	}));
}
/** A file of git's configuration; git follows symlinks there. */
function followedPrint(path) {
	return describe((0, node_fs.statSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	}));
}
/** That a folder is the same one, whatever happens in it. */
function placePrint(path) {
	const found = (0, node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return found?.isDirectory() ? `${found.dev} ${found.ino}` : "-";
}
/** Whether a print is that of a folder. */
function isFolder(print) {
	return (Number(print.split(" ")[2]) & node_fs.constants.S_IFMT) === node_fs.constants.S_IFDIR;
}
function describe(found) {
	if (found === void 0) return "-";
	return `${found.dev} ${found.ino} ${found.mode} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}
/**
* Whether a print that is taken now tells of everything that was read since `began`: what was changed about then, or
* later, could have been changed again without another print (git's racy entries: Documentation/technical/racy-git).
*/
function isSettled(print, began) {
	if (print === "-") return true;
	const [device = 0n, , , , modified = 0n, changed = 0n] = print.split(" ").map(BigInt);
	const latest = began.ns - reserve(device, modified, changed, began);
	return modified < latest && changed < latest;
}
function reserve(device, modified, changed, began) {
	if (device !== began.device) return FOREIGN_NS;
	return modified % SECOND_NS === 0n && changed % SECOND_NS === 0n ? COARSE_NS : TICK_NS;
}

// src/store/current.ts
/** Everything that the law and the list of tickets were read from in this work tree is as it was. */
function isCurrent({ env: known, configs, sources, ways, ...made }, tree, env) {
	const { root } = tree;
	return made.root === root && made.gitDir === tree.gitDir && require_compiled.CONFIG_VARIABLES.every((name) => known[name] === (env[name] ?? null)) && areSame(configs, (path) => followedPrint(path)) && areSame(sources, (path) => printOf(`${root}/${path}`)) && areSame(ways, (path) => placePrint(`${root}/${path}`));
}
function areSame(prints, take) {
	return prints.every(([path, print]) => take(path) === print);
}

// src/store/git-config.ts
/** Reads git's configuration in force (git-config(1), FILES and INCLUDES) with two or three children of git. */
async function configState(repo, env) {
	const { stdout } = await repo.git.run([
		"config",
		"--list",
		"--show-origin",
		"-z"
	]);
	const entries = entriesOf(stdout.toString("utf8"), repo.git.cwd);
	const included = entries.filter(({ key }) => isInclude(key));
	const system = await systemFile(repo);
	const files = [
		"/etc/gitconfig",
		...system === null ? [] : [system],
		...userFiles(env),
		(0, node_path.join)(repo.commonDir, "config"),
		(0, node_path.join)(repo.gitDir, "config.worktree"),
		...entries.flatMap(({ file }) => file ?? []),
		...included.flatMap((entry) => includedFile(entry, env) ?? [])
	];
	const slow = slowInclude(included, env) ?? slowMessage(entries);
	return {
		files: [...new Set(files)],
		comment: last(entries, "core.commentchar") ?? "#",
		slow
	};
}
/** `ORIGIN NUL KEY LF VALUE NUL`; a key that stands without a value means true. */
function entriesOf(listing, cwd) {
	const parts = listing.split("\0");
	const entries = [];
	for (let index = 0; index + 1 < parts.length; index += 2) {
		const [origin = "", text = ""] = parts.slice(index, index + 2);
		const end = text.indexOf("\n");
		entries.push({
			file: origin.startsWith("file:") ? (0, node_path.resolve)(cwd, origin.slice(5)) : null,
			key: end < 0 ? text : text.slice(0, end),
			value: end < 0 ? "true" : text.slice(end + 1)
		});
	}
	return entries;
}
function userFiles({ HOME, XDG_CONFIG_HOME }) {
	const xdg = XDG_CONFIG_HOME || (HOME === void 0 ? void 0 : (0, node_path.join)(HOME, ".config"));
	return [...HOME === void 0 ? [] : [(0, node_path.join)(HOME, ".gitconfig")], ...xdg === void 0 ? [] : [(0, node_path.join)(xdg, "git", "config")]];
}
/** Its place was decided when git was built. Older gits name it only when they miss it. */
async function systemFile({ git }) {
	const codes = [
		0,
		1,
		128,
		129
	];
	const told = await git.run(["var", "GIT_CONFIG_SYSTEM"], { codes });
	const path = told.stdout.toString("utf8").trim();
	if (told.code === 0 && path !== "") return path;
	const missed = await git.run([
		"config",
		"--system",
		"--list"
	], { codes });
	return /config file '([^']+)'/.exec(missed.stderr)?.[1] ?? null;
}
function isInclude(key) {
	return key === "include.path" || key.startsWith("includeif.") && key.endsWith(".path");
}
/** The file that an include names; null where only git can tell. */
function includedFile({ file, value }, { HOME }) {
	if (value.startsWith("~/")) return HOME === void 0 ? null : (0, node_path.join)(HOME, value.slice(2));
	if (value.startsWith("~") || value.startsWith("%(") || file === null) return null;
	return (0, node_path.resolve)((0, node_path.dirname)(file), value);
}
function slowInclude(included, env) {
	if (included.some(({ key }) => key.startsWith("includeif.onbranch:"))) return "configuration by branch";
	return included.some((entry) => includedFile(entry, env) === null) ? "an included configuration file" : null;
}
/** Settings under which the stored message is not one of the few texts that the fast path looks at. */
function slowMessage(entries) {
	const comment = last(entries, "core.commentchar") ?? "#";
	if (comment === "auto" || comment === "" || /^[A-Za-z0-9\s]/.test(comment)) return "core.commentChar";
	if ((last(entries, "core.commentstring") ?? comment) !== comment) return "core.commentString";
	if (last(entries, "commit.cleanup") === "verbatim") return "commit.cleanup";
	const encoding = last(entries, "i18n.commitencoding") ?? "utf-8";
	return /^utf-?8$/i.test(encoding) ? null : "i18n.commitEncoding";
}
function last(entries, key) {
	return entries.findLast((entry) => entry.key === key)?.value ?? null;
}

// src/store/origins.ts
/** Takes every print as it is now. `watched` are root-relative files and folders, `configs` absolute files. */
function originsOf(tree, env, watched, configs) {
	const ways = [...new Set(watched.flatMap(foldersAbove))].sort().map((path) => [path, placePrint((0, node_path.join)(tree.root, path))]);
	const absent = new Set(ways.flatMap(([path, print]) => print === "-" ? path : []));
	const reachable = watched.filter((path) => !foldersAbove(path).some((folder) => absent.has(folder)));
	return {
		root: tree.root,
		gitDir: tree.gitDir,
		env: {
			HOME: env.HOME ?? null,
			XDG_CONFIG_HOME: env.XDG_CONFIG_HOME ?? null
		},
		configs: configs.map((path) => [path, followedPrint(path)]),
		sources: reachable.map((path) => [path, printOf((0, node_path.join)(tree.root, path))]),
		ways: ways.filter(([path]) => !foldersAbove(path).some((folder) => absent.has(folder)))
	};
}
/** None of the files and folders changed so near to `began` that its print could hide a later change. */
function areSettled({ configs, sources }, began) {
	return [...configs, ...sources].every(([, print]) => isSettled(print, began));
}
/** `a/b/c` -> `a`, `a/b`. */
function foldersAbove(path) {
	const above = (0, node_path.dirname)(path);
	return above === "." || above === "/" ? [] : [...foldersAbove(above), above];
}
/** The work tree of a repository; its paths made real. Throws Fault("repository") where it is bare. */
function workTreeOf(repo) {
	return {
		root: node_fs.realpathSync.native(require_repository.workTreeRoot(repo)),
		gitDir: node_fs.realpathSync.native(repo.gitDir)
	};
}

// src/store/place-law.ts
/** Names every variable by which git takes configuration from elsewhere than its files. */
const STEERED = /^GIT_CONFIG/;
/**
* The law of a place (hook, ci, server) that was compiled before, if nothing that it was made from was touched since;
* null: it has to be compiled. Costs a few questions to the file system and no library.
*/
function placeLaw({ repo, place, env }) {
	if (repo.root === null || isSteered(env)) return null;
	const kept = read(fileOf(repo, place));
	if (kept === null || kept.version !== require_build.BUILD) return null;
	return isCurrent(kept.origins, workTreeOf(repo), env) ? kept.law : null;
}
/** The file system's time, taken before anything is read; null where nothing can be kept. */
function lawClock(repo, place) {
	try {
		return require_compiled.clockBeside(fileOf(repo, place));
	} catch {
		return null;
	}
}
/**
* Keeps a law for the next run. `watched`: root-relative files and folders that it was made from, also absent ones.
* Keeps nothing where one of them changed just now, or the folder can't be written: the next run compiles anew.
*/
async function keepPlaceLaw({ repo, env }, law, watched, began) {
	if (repo.root === null || began === null || isSteered(env)) return;
	const { files } = await configState(repo, env);
	const origins = originsOf(workTreeOf(repo), env, watched, files);
	if (!areSettled(origins, began)) return;
	const kept = {
		version: require_build.BUILD,
		origins,
		law
	};
	try {
		require_compiled.writeAtomic(fileOf(repo, law.place), JSON.stringify(kept));
	} catch {}
}
function fileOf({ gitDir }, place) {
	return (0, node_path.join)(gitDir, require_compiled.STORE_FOLDER, `law-${place}.json`);
}
function isSteered(env) {
	return Object.keys(env).some((name) => STEERED.test(name));
}
function read(file) {
	try {
		const kept = JSON.parse((0, node_fs.readFileSync)(file, "utf8"));
		return isPlaceLaw(kept) ? kept : null;
	} catch {
		return null;
	}
}
/** The file is ours alone and written whole: its version vouches for its shape. */
function isPlaceLaw(value) {
	return typeof value === "object" && value !== null && "version" in value && "origins" in value && "law" in value;
}

// src/store/recorded-tree.ts
/**
* Hands every question on and notes its path: whatever was made of the answers holds as long as those files and folders
* stay as they are. The root's own list is not noted, since it changes with every new file; whoever looks for names
* in it has to tell them himself.
*/
function recordTree(tree) {
	const paths = /* @__PURE__ */ new Set();
	return {
		label: tree.label,
		read(path, limit) {
			paths.add(path);
			return tree.read(path, limit);
		},
		list(folder, options) {
			if (folder !== "") paths.add(folder);
			return tree.list(folder, options);
		},
		asked: () => [...paths].sort()
	};
}

// src/store/remembered-tree.ts
/** A tree that lists each folder once: several rooms ask for the same folders of tasks, which may hold many thousand files. */
function rememberLists(tree) {
	const lists = /* @__PURE__ */ new Map();
	return {
		label: tree.label,
		read: (path, limit) => tree.read(path, limit),
		list(folder, options = {}) {
			const key = `${options.recursive === true} ${folder}`;
			const known = lists.get(key) ?? tree.list(folder, options);
			lists.set(key, known);
			return known;
		}
	};
}

// src/gate.ts
var gate_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	openGate: () => openGate,
	openPolicy: () => openPolicy,
	watchedPaths: () => watchedPaths
});
/**
* Opens the gate for the repository around `world.cwd`. The trusted tree is the working tree, in a bare repository
* the tree of HEAD. Throws `Fault("repository")` outside a repository and `Fault("policy")` for a law that can't be used.
*/
async function openGate(world, options) {
	const { range = null } = options;
	const opening = options.opening ?? require_opening.startOpening(world, range);
	const repo = await opening.repo;
	const base = await trustedBase(repo, opening, options);
	const tree = base === null ? await ownTree(repo) : await require_tree.commitTree(repo, base);
	const law = options.law ?? await lawFor(repo, tree, {
		...options,
		base
	}, world);
	const waivers = await waiversOf(tree, law, world.now());
	const reader = {
		scan: require_scan.compileScanner(law.scan),
		remoteOf: remoteFinder(law)
	};
	const commits = async (name) => name.commits ?? (opening.range !== null && isSame(name, range) ? opening.range : require_opening.commitRange(repo.git, name));
	return {
		repo,
		tree,
		law,
		reader,
		...await connect(repo, tree, {
			law,
			waivers
		}, {
			...options,
			base
		}, world),
		waivers,
		commits,
		tasks: require_once.once(() => tasksOf(tree, law, reader)),
		tasksAt: require_once.remembered(async (commit) => tasksOf(await require_tree.commitTree(repo, commit), law, reader)),
		defaultBranches: require_once.once(() => require_build.defaultBranches(repo)),
		mailmap: (authors) => mailmapOf(repo, tree, base, authors),
		labels: (ids) => require_subjects.readLabels(repo, ids),
		reword: async (ids, name) => ids.length === 0 ? null : require_subjects.rewordCommand(repo, ids, await commits(name)),
		at: world.now().toISOString(),
		notices: noticesOf(law, tree)
	};
}
/** The commit whose tree is trusted; null: the working tree, or in a bare repository the tree of HEAD. */
async function trustedBase(repo, opening, { place, policyRef }) {
	if (policyRef !== void 0) return require_repository.resolveCommit(repo, policyRef);
	if (place === "hook" || opening.range === null) return null;
	const { exclude } = await opening.range;
	return exclude[0] ?? null;
}
function isSame(one, other) {
	return one.range === other?.range && (one.single ?? false) === (other.single ?? false);
}
async function ownTree(repo) {
	return repo.root === null ? require_tree.commitTree(repo, "HEAD") : rememberLists(require_tree.workTree(repo.root));
}
/** A law that was compiled before is used as long as nothing that it came from was touched; one that is raised never. */
async function lawFor(repo, tree, options, { env, now }) {
	if (options.base !== null || options.assume !== void 0 || isRaised(options.overrides)) return readLaw(repo, tree, options, now());
	const { place } = options;
	const kept = placeLaw({
		repo,
		place,
		env
	});
	if (kept !== null) return kept;
	const began = lawClock(repo, place);
	const law = await readLaw(repo, tree, options, now());
	await keepPlaceLaw({
		repo,
		env
	}, law, await watchedPaths(tree, law), began);
	return law;
}
function isRaised(overrides) {
	if (overrides === void 0) return false;
	const { preset, rules: levels = {}, unknown } = overrides;
	return preset !== void 0 || unknown !== void 0 || Object.keys(levels).length > 0;
}
/** Every file that the law and the task folders are found by, and the folders whose names count; root-relative. */
async function watchedPaths(tree, law) {
	const [{ findBacklogs }, { POLICY_FILES }] = await Promise.all([Promise.resolve().then(() => require("./tasks-dialects.js")).then((n) => n.dialects_exports), Promise.resolve().then(() => require("./policy-discover.js")).then((n) => n.discover_exports)]);
	const recorded = recordTree(tree);
	const folders = (await findBacklogs(recorded)).flatMap((backlog) => backlog.folders.map(({ path }) => path));
	const paths = [
		...POLICY_FILES,
		...law.sources,
		law.waivers.file,
		...recorded.asked(),
		...folders
	];
	return [...new Set(paths)].sort();
}
async function readLaw(repo, tree, options, now) {
	const { loadPolicy } = await Promise.resolve().then(() => require("./policy-load.js"));
	return loadPolicy(await policyInput(repo, tree, options, now));
}
/** All that the policy of a trusted tree is made from, for doors that explain it rather than judge by it. */
async function openPolicy(world, options) {
	const repo = await require_opening.startOpening(world, null).repo;
	return {
		input: await policyInput(repo, repo.root === null ? await require_tree.commitTree(repo, "HEAD") : require_tree.workTree(repo.root), options, world.now()),
		root: repo.root
	};
}
async function policyInput(repo, tree, { place, overrides, assume }, now) {
	const [{ openTasks }, origin] = await Promise.all([Promise.resolve().then(() => require("./tasks-store.js")), require_build.originUrl(repo)]);
	const found = await openTasks(tree);
	const detected = {
		originUrl: origin,
		tasks: found.backlogs.length === 0 ? null : { prefixes: found.prefixes }
	};
	const more = {
		...overrides ? { overrides } : {},
		...assume ? { assume } : {}
	};
	return {
		tree,
		place,
		detected,
		rules: require_rules.rules,
		today: dayOf(now),
		...more
	};
}
/** The local tasks as the law's own remote for them tells them. */
async function tasksOf(tree, law, reader) {
	const [{ openTasks }, { categoriesIn }] = await Promise.all([Promise.resolve().then(() => require("./tasks-store.js")), Promise.resolve().then(() => require("./tasks-status.js")).then((n) => n.status_exports)]);
	const remote = law.remotes.find(({ kind }) => kind === "markdown");
	const follow = require_rules.asksForUpstreams(law) ? (await Promise.resolve().then(() => require("./gather-upstream.js")).then((n) => n.upstream_exports)).follower(law, reader) : void 0;
	return openTasks(tree, {
		remote: remote?.name,
		categories: categoriesIn(remote?.settings),
		follow
	});
}
async function connect(repo, tree, { law, waivers }, { place, base, haste, ownLaw = false }, { env, now }) {
	const line = {
		env,
		lawIsTrusted: base !== null && place !== "hook" && !ownLaw,
		haste: haste ?? HASTE[place],
		now
	};
	const isAsking = asksForTickets(law, waivers);
	const ledger = law.ledger === null || !isAsking ? null : require_once.once(() => openBook({
		...line,
		repo,
		tree,
		law
	}));
	const asked = isAsking ? law : {
		...law,
		remotes: []
	};
	const connected = await connectAll(asked, {
		...line,
		tree,
		commonDir: repo.commonDir,
		place,
		ledger
	});
	const forge = require_once.once(async () => {
		const origin = await require_build.originUrl(repo);
		if (origin === null) return null;
		const { dialForge } = await Promise.resolve().then(() => require("./connect-forge.js")).then((n) => n.forge_exports);
		return dialForge(origin, law, {
			...line,
			commonDir: null
		});
	});
	return {
		...connected,
		forge
	};
}
/** A law that looks at references alone asks no tracker, and needs no token. */
function asksForTickets(law, waivers) {
	const wanted = law.spec.required ? ["tickets", "specs"] : ["tickets"];
	return require_rules.rules.filter(({ meta }) => meta.needs.some((one) => wanted.includes(one))).some(({ meta }) => require_approval_laws.isAnywhereOn(law, meta.id)) || waivers.some((one) => one.for.ticket);
}
const HASTE = {
	hook: "hook",
	ci: "command",
	server: "server"
};
/** The waivers of the trusted tree; what reads them is loaded only where there is such a file. */
async function waiversOf(tree, law, now) {
	if (await tree.read(law.waivers.file) === null) return [];
	const [{ readWaivers }, { policyFault }] = await Promise.all([Promise.resolve().then(() => require("./policy-waivers.js")), Promise.resolve().then(() => require("./policy-load.js"))]);
	const { waivers, problems } = await readWaivers(tree, {
		law,
		rules: require_rules.rules,
		today: dayOf(now)
	});
	if (problems.length > 0) throw policyFault(problems);
	return waivers;
}
function dayOf(now) {
	return now.toISOString().slice(0, 10);
}
function noticesOf(law, tree) {
	const notices = law.sources.length === 0 ? ["no-policy-file"] : [];
	return law.remotes.length === 0 ? [...notices, "no-remote"] : [...notices, `trusted-tree: ${tree.label}`];
}
/** A tree without a .mailmap costs no child; a link is none. */
async function mailmapOf(repo, tree, base, authors) {
	if (await tree.read(MAILMAP) === null) return {};
	const place = base === null && repo.root !== null ? { file: (0, node_path.join)(repo.root, MAILMAP) } : { blob: `${base ?? "HEAD"}:${MAILMAP}` };
	return mappedAuthors(repo, place, authors);
}
const MAILMAP = ".mailmap";

Object.defineProperty(exports, "PATIENCE", {
  enumerable: true,
  get: function () {
    return PATIENCE;
  }
});
Object.defineProperty(exports, "areSettled", {
  enumerable: true,
  get: function () {
    return areSettled;
  }
});
Object.defineProperty(exports, "configState", {
  enumerable: true,
  get: function () {
    return configState;
  }
});
Object.defineProperty(exports, "dial", {
  enumerable: true,
  get: function () {
    return dial;
  }
});
Object.defineProperty(exports, "gate_exports", {
  enumerable: true,
  get: function () {
    return gate_exports;
  }
});
Object.defineProperty(exports, "isCurrent", {
  enumerable: true,
  get: function () {
    return isCurrent;
  }
});
Object.defineProperty(exports, "isFolder", {
  enumerable: true,
  get: function () {
    return isFolder;
  }
});
Object.defineProperty(exports, "isSettled", {
  enumerable: true,
  get: function () {
    return isSettled;
  }
});
Object.defineProperty(exports, "openGate", {
  enumerable: true,
  get: function () {
    return openGate;
  }
});
Object.defineProperty(exports, "originsOf", {
  enumerable: true,
  get: function () {
    return originsOf;
  }
});
Object.defineProperty(exports, "printOf", {
  enumerable: true,
  get: function () {
    return printOf;
  }
});
Object.defineProperty(exports, "trackers", {
  enumerable: true,
  get: function () {
    return trackers;
  }
});
Object.defineProperty(exports, "watchedPaths", {
  enumerable: true,
  get: function () {
    return watchedPaths;
  }
});
Object.defineProperty(exports, "workTreeOf", {
  enumerable: true,
  get: function () {
    return workTreeOf;
  }
});