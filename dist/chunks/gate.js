"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");
const require_gather = require("./gather.js");
const require_patience = require("./connect-patience.js");
const require_law = require("./gate-law.js");
const require_git = require("./git.js");
const require_opening = require("./opening.js");
const require_references = require("./references.js");
const require_rules = require("./rules.js");
const require_store = require("./store.js");
let node_path = require("node:path");

// src/connect/home.ts
/** GitHub's own service, where a remote names no other. */
const SERVICE = "https://github.com";
/** Whether a remote is on the server that a run of CI belongs to. */
function isOfHome({ kind, settings }, home) {
	const { url = SERVICE } = settings;
	if (kind !== home.kind || typeof url !== "string" || !URL.canParse(url)) return false;
	return [home.site, home.api].some((own) => new URL(own).origin === new URL(url).origin);
}
/**
* The environment as one remote's credential is looked for in it. A run's own GITHUB_TOKEN belongs to the run's own server, whatever
* that is called: an Enterprise Server's is none of github.com's, and the other way round.
*/
function envFor(remote, env, home) {
	if (home === void 0 || remote.kind !== home.kind) return env;
	const { GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN, ...others } = env;
	if (!isOfHome(remote, home)) return {
		...others,
		GH_ENTERPRISE_TOKEN,
		GITHUB_ENTERPRISE_TOKEN
	};
	return {
		...others,
		GITHUB_TOKEN,
		GH_ENTERPRISE_TOKEN,
		GITHUB_ENTERPRISE_TOKEN: GITHUB_ENTERPRISE_TOKEN || GITHUB_TOKEN
	};
}

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
	const provider = await require_patience.treeProviders[kind]?.();
	return provider === void 0 ? null : provider.connect(name, settings, { tree });
}
function trackerSources(law, remote, connecting) {
	const { commonDir, place, ledger } = connecting;
	const options = {
		...connecting,
		commonDir: place === "hook" ? commonDir : null
	};
	const dialed = require_core.once(async () => approvalsOf(law, await dial(remote, options)));
	const behind = (source) => ledger === null ? source : require_gather.ledgerBehind(source, ledger);
	if (place !== "hook") return [behind(lazily(remote, dialed)), behind(lazily(remote, dialed))];
	const before = (source) => ledger === null ? source : require_gather.ledgerFirst(source, ledger);
	const known = require_core.once(async () => remember(before(await dialed()), remote, connecting, law, true));
	const fresh = require_core.once(async () => remember(await dialed(), remote, connecting, law, false));
	return [behind(lazily(remote, known)), behind(lazily(remote, fresh))];
}
/** What a law asks nobody about costs nothing, not even a module. */
async function approvalsOf(law, tracker) {
	const laws = require_core.approvalLaws(law);
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
	const { commonDir, env, lawIsTrusted, haste, home, now } = connecting;
	return dialTracker(remote, {
		env: envFor(remote, env, home),
		base: home !== void 0 && isOfHome(remote, home) ? home.api : null,
		lawIsTrusted,
		patience: require_patience.PATIENCE[haste],
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
		Promise.resolve().then(() => require("./core.js")).then((n) => n.duration_exports)
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

// src/gate/trees.ts
/** The tree of a commit by its full id, wherever it is told; each is opened once. Throws Fault("repository") where nobody tells it. */
function treeReader(repo, trees) {
	return require_core.remembered(async (commit) => {
		return (trees === void 0 || !require_core.isObjectId(commit) ? null : await trees(commit)) ?? require_git.commitTree(repo, commit);
	});
}
/** The full id of a revision whose tree can be read here. Throws Fault("repository") for any other. */
async function commitNamed(place, rev) {
	return await commitKnown(place, rev) ?? require_git.resolveCommit(place.repo, rev);
}
/** The same; null: nobody here tells it. */
async function commitKnown({ repo, trees }, rev) {
	const own = await require_git.commitCalled(repo, rev);
	if (own !== null || trees === void 0 || !require_core.isObjectId(rev)) return own;
	return await trees(rev) === null ? null : rev;
}
/** Where the trusted tree's .mailmap stands, and whose names it maps. A tree without one costs no child; a link is none. */
async function mailmapOf(repo, tree, { base, trees }, authors) {
	const bytes = await tree.read(MAILMAP);
	if (bytes === null) return {};
	return require_git.mappedAuthors(repo, placeOf(repo, {
		base,
		isTold: trees !== void 0,
		bytes
	}), authors);
}
function placeOf(repo, { base, isTold, bytes }) {
	if (base === null && repo.root !== null) return { file: (0, node_path.join)(repo.root, MAILMAP) };
	return isTold ? { bytes } : { blob: `${base ?? "HEAD"}:${MAILMAP}` };
}
const MAILMAP = ".mailmap";

// src/ledgers/book.ts
/**
* The ledger for who judges: one that can't be had is none that counts, for a reason that is told where somebody needs it. What reads
* it is loaded here. Null: the law names none.
*/
async function openBook(place) {
	const { openLedger } = await Promise.resolve().then(() => require("./ledgers.js")).then((n) => n.ledgers_exports);
	try {
		return await openLedger(place);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		return {
			status: "invalid",
			detail: thrown.message,
			fix: thrown.fix ?? "golden-thread ledger fetch"
		};
	}
}

// src/gate.ts
var gate_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ openGate: () => openGate });
/**
* Opens the gate for the repository around `world.cwd`. The trusted tree is the working tree, in a bare repository
* the tree of HEAD. Throws `Fault("repository")` outside a repository and `Fault("policy")` for a law that can't be used.
*/
async function openGate(world, options) {
	const { range = null } = options;
	const opening = options.opening ?? require_opening.startOpening(world, range);
	const repo = await opening.repo;
	const base = await trustedBase(repo, opening, options);
	const treeAt = treeReader(repo, options.trees);
	const tree = base === null ? await ownTree(repo) : await treeAt(base);
	const law = options.law ?? await require_law.lawFor(repo, tree, {
		...options,
		base
	}, world);
	const waivers = options.builtIn === true ? [] : await require_law.waiversOf(tree, law, world.now());
	const reader = {
		scan: require_references.compileScanner(law.scan),
		remoteOf: require_gather.remoteFinder(law)
	};
	const commits = async (name) => name.commits ?? (opening.range !== null && isSame(name, range) ? opening.range : require_git.commitRange(repo.git, name));
	return {
		repo,
		tree,
		lawAt: isPlain(options) ? base : null,
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
		tasks: require_core.once(() => tasksOf(tree, law, reader)),
		treeAt,
		tasksAt: require_core.remembered(async (commit) => tasksOf(await treeAt(commit), law, reader)),
		defaultBranches: require_core.once(() => require_git.defaultBranches(repo)),
		mailmap: (authors) => mailmapOf(repo, tree, {
			base,
			trees: options.trees
		}, authors),
		labels: (ids) => require_git.readLabels(repo, ids),
		reword: async (ids, name) => ids.length === 0 ? null : require_git.rewordCommand(repo, ids, await commits(name)),
		at: world.now().toISOString(),
		notices: noticesOf(law, tree, options)
	};
}
/** The commit whose tree is trusted; null: the working tree, or in a bare repository the tree of HEAD. */
async function trustedBase(repo, opening, { place, policyRef, trees }) {
	if (policyRef !== void 0) return commitNamed({
		repo,
		trees
	}, policyRef);
	if (place === "hook" || opening.range === null) return null;
	const { exclude } = await opening.range;
	return exclude[0] ?? null;
}
/** Nothing beside the tree had a say in the law. */
function isPlain({ overrides, assume, policyFile, builtIn = false }) {
	return !require_law.isRaised(overrides) && assume === void 0 && policyFile === void 0 && !builtIn;
}
function isSame(one, other) {
	return one.range === other?.range && (one.single ?? false) === (other.single ?? false);
}
async function ownTree(repo) {
	return repo.root === null ? require_git.commitTree(repo, "HEAD") : require_store.rememberLists(require_git.workTree(repo.root));
}
/** The local tasks as the law's own remote for them tells them. */
async function tasksOf(tree, law, reader) {
	const [{ openTasks }, { categoriesIn }] = await Promise.all([Promise.resolve().then(() => require("./tasks-store.js")), Promise.resolve().then(() => require("./tasks-status.js")).then((n) => n.status_exports)]);
	const remote = law.remotes.find(({ kind }) => kind === "markdown");
	const follow = require_core.asksForUpstreams(law) ? (await Promise.resolve().then(() => require("./gather-upstream.js")).then((n) => n.upstream_exports)).follower(law, reader) : void 0;
	return openTasks(tree, {
		remote: remote?.name,
		categories: categoriesIn(remote?.settings),
		follow
	});
}
async function connect(repo, tree, { law, waivers }, { place, base, haste, home, bringRef, ownLaw = false }, { env, now }) {
	const line = {
		env,
		lawIsTrusted: base !== null && place !== "hook" && !ownLaw,
		haste: haste ?? HASTE[place],
		now,
		...home ? { home } : {}
	};
	const isAsking = asksForTickets(law, waivers);
	const ledger = law.ledger === null || !isAsking ? null : require_core.once(() => openBook({
		...line,
		repo,
		tree,
		law,
		bringRef
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
	const forge = require_core.once(async () => {
		const { dialForge, dialHome } = await Promise.resolve().then(() => require("./connect-forge.js")).then((n) => n.forge_exports);
		if (home !== void 0) return dialHome(home, law, {
			...line,
			commonDir: null
		});
		const origin = await require_git.originUrl(repo);
		if (origin === null) return null;
		return dialForge(origin, law, {
			...line,
			commonDir: null
		});
	});
	const own = require_core.once(async () => {
		if (home !== void 0) return require_core.forgeRemote(law, home);
		const origin = await require_git.originUrl(repo);
		if (origin === null) return null;
		const { forgeSpot } = await Promise.resolve().then(() => require("./connect-forge.js")).then((n) => n.forge_exports);
		const name = forgeSpot(origin, law.remotes)?.remote.name;
		return law.remotes.find((remote) => remote.name === name)?.name ?? null;
	});
	return {
		...connected,
		forge,
		own
	};
}
/** A law that looks at references alone asks no tracker, and needs no token. */
function asksForTickets(law, waivers) {
	const wanted = law.spec.required ? ["tickets", "specs"] : ["tickets"];
	return require_rules.rules.filter(({ meta }) => meta.needs.some((one) => wanted.includes(one))).some(({ meta }) => require_core.isAnywhereOn(law, meta.id)) || waivers.some((one) => one.for.ticket);
}
const HASTE = {
	hook: "hook",
	ci: "command",
	server: "server"
};
function noticesOf(law, tree, { builtIn = false }) {
	const notices = law.sources.length === 0 && !builtIn ? ["no-policy-file"] : [];
	return law.remotes.length === 0 ? [...notices, "no-remote"] : [...notices, `trusted-tree: ${tree.label}`];
}

Object.defineProperty(exports, "commitKnown", {
  enumerable: true,
  get: function () {
    return commitKnown;
  }
});
Object.defineProperty(exports, "commitNamed", {
  enumerable: true,
  get: function () {
    return commitNamed;
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
Object.defineProperty(exports, "isOfHome", {
  enumerable: true,
  get: function () {
    return isOfHome;
  }
});
Object.defineProperty(exports, "openGate", {
  enumerable: true,
  get: function () {
    return openGate;
  }
});