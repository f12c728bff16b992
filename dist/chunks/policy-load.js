"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_json = require("./policy-json.js");
const require_waivers = require("./policy-waivers.js");
const require_show = require("./policy-show.js");
const require_detected = require("./policy-detected.js");
const require_discover = require("./policy-discover.js");
const require_schema = require("./policy-schema.js");
const require_presets = require("./policy-presets.js");
const require_sections = require("./policy-sections.js");
const require_remotes = require("./policy-remotes.js");
const require_scan_config = require("./policy-scan-config.js");
const require_read_source = require("./policy-read-source.js");
const require_schemas = require("./policy-schemas.js");

// src/policy/version-range.ts
/** Whether a version meets every comparator of a range such as `>=1.2 <2`. A bare version means exactly it. */
function satisfies(version, range) {
	return range.split(" ").every((comparator) => {
		const [, sign = "", wanted = ""] = /^([<>=]*)(.*)$/.exec(comparator) ?? [];
		const order = compare(version, wanted);
		switch (sign) {
			case ">=": return order >= 0;
			case "<=": return order <= 0;
			case ">": return order > 0;
			case "<": return order < 0;
			default: return order === 0;
		}
	});
}
/** Missing parts count as 0; a pre-release counts as its release. */
function compare(a, b) {
	const [left, right] = [numbers(a), numbers(b)];
	for (const [index, value] of left.entries()) {
		const step = value - (right[index] ?? 0);
		if (step !== 0) return step;
	}
	return 0;
}
function numbers(version) {
	const [major = 0, minor = 0, patch = 0] = version.replace(/[-+].*$/, "").split(".").map(Number);
	return [
		major,
		minor,
		patch
	];
}

// src/policy/check-layers.ts
/** Keys whose values are random by nature. */
const RANDOM_BY_NATURE = /^(?:\$schema|baseline\.commit|extends(?:\..*)?|(?:ledger|evidence)\.keys\.\d+\.spki|(?:ledger|evidence)\.identities\.\d+\.(?:issuer|subject)|remotes\.[^.]+\.data_source|people\..+)$/;
/** Checks each file of the law by itself. A file that asks for another version is judged by nothing else. */
function checkLayers(layers, schemas) {
	const older = layers.flatMap(tooOld);
	if (older.length > 0) return older;
	return layers.flatMap((layer) => {
		const parsed = schemas.policy.safeParse(layer.value);
		const issues = parsed.success ? [] : parsed.error.issues;
		return [...require_waivers.problemsOf(issues, {
			source: layer,
			schema: schemas.json
		}), ...secretsIn(layer, layer.value, [])];
	});
}
function tooOld(layer) {
	const { requires } = layer.value;
	if (typeof requires !== "string" || !/^[<>=0-9. ]+$/.test(requires) || satisfies("0.1.0", requires)) return [];
	const message = "this policy is for another version of golden-thread";
	const place = layer.place(["requires"]);
	return [{
		file: layer.file,
		...place,
		key: "requires",
		message,
		found: require_core.VERSION,
		wanted: requires
	}];
}
/** Random-looking values. What has a known token's shape was found in the file's text already. */
function secretsIn(layer, value, path) {
	if (Array.isArray(value)) return value.flatMap((one, index) => secretsIn(layer, one, [...path, index]));
	if (require_json.isMapping(value)) return Object.entries(value).flatMap(([key, one]) => secretsIn(layer, one, [...path, key]));
	if (typeof value !== "string" || require_core.findTokens(value).length > 0 || !require_core.holdsRandomRun(value)) return [];
	if (RANDOM_BY_NATURE.test(path.join("."))) return [];
	const message = "this looks like a token; it must not stand in a file that is committed, so revoke it";
	return [{
		file: layer.file,
		...layer.place(path),
		key: require_show.dotted(path),
		message,
		wanted: "tokens in the environment"
	}];
}

// src/policy/digest.ts
/** Hex sha256 of bytes or UTF-8 text. */
async function sha256(data) {
	const { createHash } = await Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require("node:crypto"), 1));
	return createHash("sha256").update(data).digest("hex");
}
/** Hex sha256 of the canonical JSON of a value. */
async function digestOf(value) {
	return sha256(require_core.canonical(value));
}

// src/policy/globs.ts
/** Characters that picomatch reads as parts of a regular expression or an extended glob; here they are letters. */
const LITERAL = /[()|+@!^$]/g;
/** `*`, `**`, `?`, `[a-z]` and `{a,b}`, dot files included. A folder's name with a closing `/` means all below it. */
async function globCompiler() {
	const { default: picomatch } = await Promise.resolve().then(() => require("./picomatch.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_picomatch(), 1));
	return (glob) => {
		const whole = glob.endsWith("/") ? `${glob}**` : glob;
		return picomatch.makeRe(whole.replace(LITERAL, "\\$&"), {
			dot: true,
			strictBrackets: true
		}).source;
	};
}

// src/policy/law-paths.ts
/** Names that git calls its hooks by; a root folder `hooks` may well hold other things. */
const HOOKS = [
	"applypatch-msg",
	"commit-msg",
	"post-receive",
	"pre-applypatch",
	"pre-commit",
	"pre-merge-commit",
	"pre-push",
	"pre-rebase",
	"pre-receive",
	"prepare-commit-msg",
	"proc-receive",
	"reference-transaction",
	"update"
].join(",");
/** What decides how changes are judged, beside the policy's own files. */
const FIXED = [
	...require_discover.POLICY_FILES,
	".mailmap",
	"{,.github/,.gitlab/,docs/}CODEOWNERS",
	".husky/**",
	".githooks/**",
	`{.hooks,hooks}/{${HOOKS}}`,
	"{,.}lefthook{,-local}.{yml,yaml,json,toml}",
	".config/lefthook{,-local}.{yml,yaml,json,toml}",
	".lefthook{,-local}/**",
	".pre-commit-config.{yml,yaml}",
	".pre-commit-hooks.yaml",
	".github/workflows/**",
	".github/actions/**",
	".gitlab-ci.{yml,yaml}",
	"azure-pipelines.{yml,yaml}",
	"backlog.config.{yml,yaml,json}",
	"{backlog,.backlog}/config.{yml,yaml}"
];
/** RegExp sources of all paths that are the law itself: no scope exempts a change of them. The same on every machine. */
function lawPaths({ waivers, ledger, evidence }, sources, compileGlob) {
	const from = ledger?.from ?? "";
	const ledgerFile = from === "" || from.startsWith("refs/") || from.startsWith("https:") ? [] : [from];
	const local = sources.filter((source) => !source.startsWith("github:"));
	const roots = [ledger, evidence].flatMap(trustedRootOf);
	const files = [.../* @__PURE__ */ new Set([
		waivers.file,
		...ledgerFile,
		...roots,
		...local
	])];
	return [...FIXED.map(compileGlob), ...files.map((file) => `^${escaped(file)}$`)];
}
function trustedRootOf(signers) {
	if (signers === void 0 || signers.identities.length === 0) return [];
	return [signers.sigstore?.trusted_root ?? "golden-thread.sigstore.json"];
}
function escaped(text) {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/policy/law-sections.ts
/** The sections that no rule takes options from, as the law keeps them: what is left out of the policy is null. */
function lawSections(policy) {
	const { cache, ledger, evidence, spec, disclose } = policy;
	return {
		ledger: ledger === void 0 ? null : ledgerLaw(ledger),
		evidence: evidence === void 0 ? null : {
			notes: evidence.notes ?? null,
			...signersLaw(evidence)
		},
		cache,
		spec,
		disclose
	};
}
function ledgerLaw(own) {
	const { from, max_age: maxAge, audience = null } = own;
	return {
		from,
		maxAge,
		audience,
		...signersLaw(own)
	};
}
function signersLaw({ keys, identities, sigstore }) {
	return {
		keys: keys.map((key) => ({
			...key,
			until: key.until ?? null
		})),
		identities: identities.map(({ issuer, subject, since = null, until = null }) => ({
			issuer,
			subject,
			since,
			until
		})),
		sigstore: sigstoreLaw(sigstore)
	};
}
/** Sigstore's public instance (docs.sigstore.dev). */
const PUBLIC = {
	fulcio: "https://fulcio.sigstore.dev",
	rekor: "https://rekor.sigstore.dev"
};
function sigstoreLaw(own) {
	return {
		fulcio: own?.fulcio ?? PUBLIC.fulcio,
		rekor: own?.rekor ?? (own?.fulcio === void 0 ? PUBLIC.rekor : null),
		tsa: own?.tsa ?? null,
		trustedRoot: own?.trusted_root ?? "golden-thread.sigstore.json",
		publicLog: own?.public_log ?? false
	};
}

// src/policy/resolve.ts
/** Words of the file that speak of the file itself. They are not inherited. */
const OWN_KEYS = [
	"$schema",
	"extends",
	"locked",
	"requires"
];
/** The rule entries of a file in one form: `warn` is `{level: warn}`. */
function normalise(value) {
	const kept = Object.entries(value).filter(([key]) => !OWN_KEYS.includes(key));
	const scopes = Array.isArray(value.scopes) ? { scopes: value.scopes.map(withEntries) } : {};
	return {
		...withEntries(Object.fromEntries(kept)),
		...scopes
	};
}
function withEntries(value) {
	if (!require_json.isMapping(value)) return {};
	if (!require_json.isMapping(value.rules)) return value;
	const entries = Object.entries(value.rules).map(([id, entry]) => [id, typeof entry === "string" ? { level: entry } : entry]);
	return {
		...value,
		rules: Object.fromEntries(entries)
	};
}
/**
* Merges layers, weakest first, above the preset that they name. Every layer has passed the schema. `detected`: the
* remotes that stand in where no layer names any.
*/
function resolve(schemas, layers, detected) {
	const own = layers.reduce((under, layer) => require_json.merge(under, layer.value), {});
	const preset = require_sections.PRESETS.find((name) => name === require_json.valueAt(own, ["preset"])) ?? "standard";
	const facts = factsOf(own);
	const under = require_json.merge(require_presets.presetLayer(preset, schemas.rules, facts), require_json.valueAt(own, ["remotes"]) ? {} : { remotes: detected });
	return {
		...complete(schemas, require_json.merge(under, own)),
		preset,
		facts
	};
}
function factsOf(own) {
	const remotes = require_json.valueAt(own, ["remotes"]);
	const kinds = require_json.isMapping(remotes) ? Object.values(remotes).map((remote) => require_json.valueAt(remote, ["kind"])) : [];
	return {
		specRequired: require_json.valueAt(own, ["spec", "required"]) === true,
		hasUpstream: kinds.some((kind) => kind !== "markdown")
	};
}
/** Fills in the defaults of a merged policy. Rules keep what is written: their defaults come with their options. */
function complete(schemas, merged) {
	const value = require_json.isMapping(merged) ? merged : {};
	return {
		merged: value,
		policy: schemas.policy.parse({
			...value,
			rules: {},
			scopes: []
		}),
		entries: schemas.entries.parse(value.rules ?? {})
	};
}
/** The sections that rules take their options from. */
function sectionsOf({ authority, authorise, references, remotes = {}, people, spec }) {
	const { states, new_tasks, types, labels, decision_time } = authorise;
	const projects = Object.entries(remotes).flatMap(([name, settings]) => {
		const wanted = projectsOf(settings);
		return wanted.length === 0 ? [] : [[name, wanted]];
	});
	return {
		authority,
		authorise: {
			states,
			new_tasks,
			types: types ?? null,
			labels,
			approval: approvalOf(authorise),
			decision_time
		},
		references,
		projects: Object.fromEntries(projects),
		...people === void 0 ? {} : { people },
		...spec.required ? { spec: specOf(spec) } : {}
	};
}
/** What rules ask of it; where specs stand is no matter of theirs. */
function specOf({ headings, min_criteria, min_size, max_size }) {
	return {
		required: true,
		headings,
		min_criteria,
		min_size,
		max_size
	};
}
/** The approval that a policy, or a scope of it, asks of a ticket. */
function approvalOf({ approval }) {
	if (approval === void 0) return null;
	const { label = null, when, approvers } = approval;
	return {
		label,
		risk: when?.risk ?? null,
		approvers
	};
}
/** The projects that a remote's tickets must belong to, as its tracker names them; empty: any. */
function projectsOf(settings) {
	switch (settings.kind) {
		case "github": return [settings.repo];
		case "gitlab":
		case "azure-devops": return [settings.project];
		case "jira": return settings.projects ?? [];
		case "linear": return settings.teams;
		case "clickup": return settings.spaces ?? [];
		case "notion": return [settings.data_source];
		case "markdown": return [];
	}
}
/** Strongest layer that says something at a path, and where; null: the preset or a default does. */
function saidBy(layers, path, part = "value") {
	const layer = layers.findLast(({ value }) => require_json.valueAt(value, path) !== void 0);
	return layer === void 0 ? null : {
		file: layer.label,
		...layer.place(path, part)
	};
}

// src/policy/scopes.ts
/** The scopes of a stack of layers, as written. */
function scopesOf({ merged }) {
	return Array.isArray(merged.scopes) ? merged.scopes.filter(require_json.isMapping) : [];
}
/**
* The policy inside one scope. A scope's preset gives every default rule its level anew; other rules keep theirs, save
* that `observe` enforces nothing.
*/
function resolveScope(schemas, base, scope) {
	const preset = require_sections.PRESETS.find((name) => name === scope.preset) ?? null;
	const under = preset === null ? base.merged : require_json.merge(base.merged, presetOver(preset, schemas.rules, base));
	const { authorise, references, rules: entries } = scope;
	const merged = require_json.merge(under, {
		authorise,
		references,
		rules: entries
	});
	return {
		...complete(schemas, merged),
		preset: preset ?? base.preset,
		facts: base.facts
	};
}
function presetOver(preset, rules, base) {
	const layer = require_presets.presetLayer(preset, rules, base.facts);
	const entries = rules.map(({ meta }) => {
		const now = base.entries[meta.id]?.level ?? "off";
		const kept = preset === "observe" && now === "enforce" ? "warn" : now;
		return [meta.id, { level: meta.default ? require_json.valueAt(layer, [
			"rules",
			meta.id,
			"level"
		]) : kept }];
	});
	return {
		...layer,
		rules: Object.fromEntries(entries)
	};
}

// src/policy/locks.ts
/** Sections that scopes can change, or switch off by `exempt`. */
const IN_SCOPES = /^(?:rules|authorise|references|authority|unknown)(?:\.|$)/;
/** Locks that name no key, and every place where a later layer loosens what an earlier one has locked. */
function lockProblems(locked, detected) {
	const { layers, locks, schemas } = locked;
	const ids = schemas.rules.map((rule) => rule.meta.id);
	const problems = locks.filter((lock) => require_presets.keysUnder(lock.key, ids).length === 0).map((lock) => unknownLock(lock, layers, ids));
	if (locks.length === problems.length) return problems;
	for (const [index, layer] of layers.entries()) {
		const held = locks.filter((lock) => lock.layer < index);
		const keys = [...new Set(held.flatMap((lock) => require_presets.keysUnder(lock.key, ids)))];
		if (keys.length === 0) continue;
		const before = resolve(schemas, layers.slice(0, index), detected);
		const after = resolve(schemas, layers.slice(0, index + 1), detected);
		problems.push(...loosened(keys, before, after).map((key) => loosenedAt(layer, key.split("."), key)));
		problems.push(...spared(keys, before, after).map((id) => sparedAt(layer, ["rules", id])));
		problems.push(...scopeProblems(schemas, layer, keys, before, after));
	}
	return problems;
}
function unknownLock(lock, layers, ids) {
	const layer = layers[lock.layer];
	const place = layer?.place(lock.path) ?? {
		line: 1,
		column: 1
	};
	const near = require_git.nearest(lock.key, require_presets.lockableKeys(ids));
	const problem = {
		file: layer?.label ?? "",
		...place,
		key: require_show.dotted(lock.path),
		message: "this key can't be locked",
		found: require_show.dotted([lock.key]),
		wanted: "a dotted key of the policy"
	};
	return near === null ? problem : {
		...problem,
		suggestion: near
	};
}
function loosened(keys, before, after) {
	return keys.filter((key) => require_presets.isLooser(key, effective(before, key), effective(after, key)));
}
/** Rules that are let off by a word of their own where what is unknown has to block. */
function spared(keys, before, after) {
	const blocks = keys.some((key) => key.startsWith("unknown.") && effective(before, key) === "block");
	const mild = ({ entries }) => Object.entries(entries).flatMap(([id, { unknown }]) => unknown === "warn" ? [id] : []);
	const known = mild(before);
	return blocks ? mild(after).filter((id) => !known.includes(id) && !keys.includes(`rules.${id}`)) : [];
}
function sparedAt(layer, path) {
	return loosenedAt(layer, [...path, "unknown"], "unknown");
}
function effective({ policy, entries, merged, preset }, key) {
	if (key === "preset") return preset;
	if (key === "scopes") return merged.scopes ?? [];
	const path = key.split(".");
	return path[0] === "rules" ? require_json.valueAt(entries, path.slice(1)) : require_json.valueAt(policy, path);
}
function loosenedAt(layer, path, key) {
	const message = `a policy that this one builds on has locked ${key}, and here it is loosened`;
	const at = require_json.valueAt(layer.value, path) === void 0 && layer.value.preset !== void 0 ? ["preset"] : path;
	return {
		file: layer.label,
		...layer.place(at),
		key: require_show.dotted(path),
		message
	};
}
/** A scope of the layer that loosens a locked key for its paths, or does away with an earlier scope that sets one. */
function scopeProblems(schemas, layer, keys, before, after) {
	const bound = keys.filter((key) => IN_SCOPES.test(key));
	if (bound.length === 0 || !Array.isArray(layer.value.scopes)) return [];
	const earlier = scopesOf(before);
	if (require_core.canonical(earlier) === require_core.canonical(layer.value.scopes)) return [];
	const lost = earlier.length === 0 ? void 0 : bound.find((key) => earlier.some((scope) => sets(scope, key)));
	if (lost !== void 0) return [loosenedAt(layer, ["scopes"], lost)];
	return scopesOf(after).flatMap((scope, index) => {
		if (scope.exempt === true) return bound.slice(0, 1).map((key) => loosenedAt(layer, [
			"scopes",
			index,
			"exempt"
		], key));
		const inside = resolveScope(schemas, after, scope);
		const own = ["scopes", index];
		return [...loosened(bound, before, inside).map((key) => loosenedAt(layer, own, key)), ...spared(bound, after, inside).map((id) => sparedAt(layer, [
			...own,
			"rules",
			id
		]))];
	});
}
function sets(scope, key) {
	return scope.preset !== void 0 || require_json.isMapping(scope) && require_json.valueAt(scope, key.split(".").slice(0, 2)) !== void 0;
}

// src/policy/overrides.ts
/** The policy (of the repository or of one scope), raised. */
function raise(schemas, base, overrides) {
	const { preset, unknown } = overrides;
	const asked = preset === void 0 ? base : resolveScope(schemas, base, { preset });
	const entries = Object.entries(base.entries).map(([id, entry]) => {
		const level = stricter(require_sections.LEVELS, entry.level, asked.entries[id]?.level ?? "off");
		const own = stricter(require_sections.LEVELS, level, overrides.rules?.[id] ?? "off");
		return [id, {
			...entry,
			level: own,
			...unknown === "block" ? { unknown } : {}
		}];
	});
	const { policy } = base;
	const floor = unknown ?? "warn";
	const weight = (place) => stricter(require_sections.UNKNOWNS, stricter(require_sections.UNKNOWNS, policy.unknown[place], asked.policy.unknown[place]), floor);
	return {
		...base,
		preset: stricter(require_sections.PRESETS, base.preset, preset ?? base.preset),
		entries: Object.fromEntries(entries),
		policy: {
			...policy,
			authority: stricter(require_sections.AUTHORITIES, policy.authority, asked.policy.authority),
			authorise: {
				...policy.authorise,
				new_tasks: stricter(require_sections.NEW_TASKS, policy.authorise.new_tasks, asked.policy.authorise.new_tasks)
			},
			references: {
				...policy.references,
				need: stricter(require_sections.NEEDS, policy.references.need, asked.policy.references.need)
			},
			unknown: {
				hook: weight("hook"),
				ci: weight("ci"),
				server: weight("server")
			}
		}
	};
}
/** The later of two words in a list that goes from mild to strict. */
function stricter(order, a, b) {
	return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
/** Everything that asks for less than the policy already says, or for a rule that there is not. */
function overrideProblems(base, overrides) {
	const problem = (key, found, wanted, message = "this can only raise what the policy says") => ({
		file: overrides.label,
		line: 1,
		column: 1,
		key,
		message,
		found,
		wanted
	});
	const lower = (key, order, now, asked) => order.indexOf(asked) < order.indexOf(now) ? [problem(key, asked, `${now} or more`)] : [];
	const { preset, unknown } = overrides;
	return [
		...preset === void 0 ? [] : lower("preset", require_sections.PRESETS, base.preset, preset),
		...unknown === "warn" && Object.values(base.policy.unknown).includes("block") ? [problem("unknown", "warn", "block")] : [],
		...Object.entries(overrides.rules ?? {}).flatMap(([id, level]) => {
			const entry = base.entries[id];
			if (entry !== void 0) return lower(`rules.${id}`, require_sections.LEVELS, entry.level, level);
			const near = require_git.nearest(id, Object.keys(base.entries));
			const unknownRule = problem(`rules.${id}`, id, "a rule's id", "unknown rule");
			return [near === null ? unknownRule : {
				...unknownRule,
				suggestion: near
			}];
		})
	];
}

// src/policy/rule-laws.ts
/** Every rule with its weight and complete options, and what is wrong with options that only make sense together. */
function ruleLaws({ options }, resolved, place, layers, at) {
	const laws = {};
	const problems = [];
	for (const { rule, schema } of options) {
		const { id } = rule.meta;
		const entry = resolved.entries[id] ?? { level: "off" };
		const parsed = schema.safeParse(optionsOf(rule, entry, resolved));
		if (!parsed.success) {
			problems.push(...parsed.error.issues.map(({ path, message }) => badOption(layers, [
				...at,
				id,
				...path
			], message)));
			continue;
		}
		laws[id] = {
			level: entry.level,
			unknown: entry.unknown ?? resolved.policy.unknown[place],
			options: parsed.data
		};
	}
	return {
		laws,
		problems
	};
}
/** What follows from the policy's sections, under what the entry itself says. */
function optionsOf(rule, entry, { policy }) {
	const { level: _level, unknown: _unknown, ...explicit } = entry;
	const derived = rule.from?.(sectionsOf(policy)) ?? {};
	return {
		...require_json.isMapping(derived) ? derived : {},
		...explicit
	};
}
function badOption(layers, path, wanted) {
	const nowhere = {
		file: layers.at(-1)?.label ?? "",
		line: 1,
		column: 1
	};
	return {
		...saidBy(layers, path) ?? saidBy(layers, path.slice(0, -1)) ?? nowhere,
		key: require_show.dotted(path),
		message: "unusable value",
		wanted
	};
}

// src/policy/sense.ts
/** What is wrong with a policy whose every key is right: keys that do not go together. */
function senseProblems(whole) {
	return [
		...claimedTwice(whole),
		...withoutUpstream(whole),
		...listsOfNobody(whole, whole.base, ["authorise"]),
		...whole.scopes.flatMap((scope, index) => listsOfNobody(whole, scope, [
			"scopes",
			index,
			"authorise"
		]))
	];
}
function problemAt(layers, path, message, part = "value") {
	return {
		...saidBy(layers, path, part) ?? {
			file: layers.at(-1)?.label ?? "",
			line: 1,
			column: 1
		},
		key: path.join("."),
		message
	};
}
function claimedTwice({ remotes, layers }) {
	return require_scan_config.clashes(remotes).map(({ remote, other, claimed }) => ({
		...problemAt(layers, ["remotes", remote], `${other} claims the same ids, so nobody could tell whose they are`),
		found: claimed,
		wanted: "each id in one remote"
	}));
}
/** By what the policy names: a detected remote is a guess, and a guess is no authority. */
function withoutUpstream({ base, scopes, layers }) {
	if (![base, ...scopes].some(({ policy }) => policy.authority === "upstream") || base.facts.hasUpstream) return [];
	return [{
		...problemAt(layers, ["authority"], "nothing could authorise: no tracker is configured"),
		found: "upstream",
		wanted: "a tracker under remotes, or another authority"
	}];
}
/** Lists of states or types for a remote that there is not. */
function listsOfNobody(whole, { policy }, section) {
	const { states, types } = policy.authorise;
	return [...listOfNobody(whole, states, [...section, "states"]), ...listOfNobody(whole, types, [...section, "types"])];
}
function listOfNobody({ remotes, layers }, lists, path) {
	if (!require_json.isMapping(lists) || saidBy(layers, path) === null) return [];
	const names = remotes.map((remote) => remote.name);
	return Object.keys(lists).filter((name) => !names.includes(name)).map((name) => {
		const near = require_git.nearest(name, names);
		const problem = {
			...problemAt(layers, [...path, name], "unknown remote", "key"),
			found: name,
			wanted: names.join(", ")
		};
		return near === null ? problem : {
			...problem,
			suggestion: near
		};
	});
}

// src/policy/compile.ts
/** Resolves layers into the law that every door reads: plain JSON, globs as RegExp sources, with its digest. */
async function compile(input) {
	const { schemas, layers, overrides } = input;
	const said = resolve(schemas, layers, usableRemotes(schemas, input.detected));
	const base = overrides === null ? said : raise(schemas, said, overrides);
	const written = scopesOf(said).map((scope) => resolveScope(schemas, said, scope));
	const scopes = overrides === null ? written : written.map((scope) => raise(schemas, scope, overrides));
	const remotes = remoteLaws(base.policy);
	const own = ruleLaws(schemas, base, input.place, layers, ["rules"]);
	const scoped = scopes.map((scope, index) => ruleLaws(schemas, scope, input.place, layers, [
		"scopes",
		index,
		"rules"
	]));
	const problems = [
		...lockProblems(input, usableRemotes(schemas, input.detected)),
		...overrides === null ? [] : overrideProblems(said, overrides),
		...senseProblems({
			base,
			scopes,
			remotes,
			layers
		}),
		...own.problems,
		...scoped.flatMap((one) => one.problems)
	];
	if (problems.length > 0) return {
		law: null,
		problems
	};
	const compileGlob = await globCompiler();
	const scopeRules = scoped.map((one) => one.laws);
	const law = assemble(input, base, remotes, own.laws, scopeLaws(scopesOf(said), scopeRules, compileGlob), compileGlob);
	return {
		law: {
			...law,
			digest: await digestOf(law)
		},
		resolved: base,
		problems: []
	};
}
/** Detection may come upon names that no policy could write; those are left out. */
function usableRemotes({ remotes }, detected) {
	const usable = Object.entries(require_detected.detectedRemotes(detected)).filter(([name, entry]) => remotes.safeParse({ [name]: entry }).success);
	return Object.fromEntries(usable);
}
function remoteLaws({ remotes = {} }) {
	return Object.entries(remotes).map(([name, settings]) => ({
		name,
		kind: settings.kind,
		grammar: require_remotes.GRAMMARS[settings.kind],
		settings
	}));
}
function scopeLaws(written, rules, compileGlob) {
	return written.map(({ paths: globs, exempt }, index) => {
		const paths = Array.isArray(globs) ? globs.map(String) : [];
		return {
			paths,
			globs: paths.map(compileGlob),
			exempt: exempt === true,
			rules: rules[index] ?? {}
		};
	});
}
function assemble({ place, sources, detected }, { preset, policy }, remotes, rules, scopes, compileGlob) {
	return {
		version: 1,
		place,
		preset,
		sources,
		baseline: policy.baseline?.commit.toLowerCase() ?? null,
		enforceFrom: policy.enforce_from ?? null,
		remotes,
		scan: require_scan_config.scanConfig(remotes, detected.tasks?.prefixes ?? []),
		sections: sectionsOf(policy),
		rules,
		scopes,
		exempt: policy.exempt,
		waivers: {
			file: policy.waivers.file,
			approvers: policy.waivers.approvers,
			maxDays: policy.waivers.max_days,
			provedOnly: preset === "strict"
		},
		...lawSections(policy),
		lawPaths: lawPaths(policy, sources, compileGlob)
	};
}

// src/policy/layers.ts
/** Nothing that judges a change may wait for a network, and a law that is only half there judges nobody. */
const NOT_FETCHED = "a policy of another repository can't be fetched from here: golden-thread asks no network for its law";
/** Policies stacked on each other; nobody follows more in their head. */
const DEPTH_LIMIT = 5;
/** Files of one law, against a policy whose `extends` fan out. */
const FILES_LIMIT = 32;
/**
* A policy file with all that it extends, weakest first: what a file extends stands before it, from left to right.
* Problems of all files come together.
*/
async function readLayers(tree, file, fetched) {
	const walk = {
		tree,
		fetched,
		problems: [],
		layers: [],
		open: []
	};
	const { bytes, problem } = await require_read_source.readSource(tree, file);
	const absent = {
		file,
		line: 1,
		column: 1,
		key: "",
		message: "the file is not there"
	};
	if (bytes === null) walk.problems.push(problem ?? absent);
	else await readLayer(walk, file, bytes);
	return {
		layers: walk.layers,
		problems: walk.problems
	};
}
async function readLayer(walk, file, bytes) {
	const parsed = await require_show.parseFile(file, bytes);
	walk.problems.push(...parsed.problems);
	if (!parsed.readable) return;
	const value = parsed.value ?? {};
	if (!require_json.isMapping(value)) {
		walk.problems.push({
			file,
			...parsed.place([]),
			key: "",
			message: "unusable value",
			wanted: "a mapping"
		});
		return;
	}
	const layer = {
		...parsed,
		value
	};
	const deeper = {
		...walk,
		open: [...walk.open, file]
	};
	for (const [path, reference] of referencesOf(value)) await follow(deeper, layer, path, reference);
	walk.layers.push(layer);
}
function referencesOf(value) {
	const named = value.extends;
	if (isReference(named)) return [[["extends"], named]];
	if (!Array.isArray(named)) return [];
	return named.flatMap((one, index) => isReference(one) ? [[["extends", index], one]] : []);
}
/** Anything else is the schema's to refuse. */
function isReference(named) {
	return typeof named === "string" && require_schema.EXTENDS.test(named);
}
async function follow(walk, layer, path, reference) {
	const target = reference.startsWith("github:") ? reference : resolvePath(layer.file, reference);
	const refuse = (message, wanted) => {
		const found = target?.startsWith("github:") ? reference : require_show.show(require_json.valueAt(layer.value, path));
		walk.problems.push({
			file: layer.file,
			...layer.place(path),
			key: "extends",
			message,
			found,
			wanted
		});
	};
	if (target === null) return refuse("the path leaves the repository", "a path inside it");
	if (walk.open.includes(target)) return refuse("the policies extend each other in a circle", "no circle");
	if (walk.open.length >= DEPTH_LIMIT) return refuse("too many layers", `at most ${DEPTH_LIMIT}`);
	if (walk.layers.length >= FILES_LIMIT) return refuse("too many files", `at most ${FILES_LIMIT}`);
	if (target.startsWith("github:")) {
		const bytes = await walk.fetched(target);
		if (bytes === null) return refuse(NOT_FETCHED, "a copy of it in this repository, named by its path");
		return readLayer(walk, target, bytes);
	}
	const { bytes, problem } = await require_read_source.readSource(walk.tree, target);
	if (bytes !== null) return readLayer(walk, target, bytes);
	if (problem !== null) walk.problems.push(problem);
	else refuse("there is no such file in this tree", "a file of this repository");
}
/** Relative to the file that names it; null where it leaves the tree. What a fetched policy extends stays beside it. */
function resolvePath(from, reference) {
	const { head, folder, tail } = splitSource(from);
	const parts = folder.split("/").filter((part) => part !== "");
	for (const part of reference.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return null;
	}
	return parts.length === 0 ? null : `${head}${parts.join("/")}${tail}`;
}
/** `github:owner/repo/` and `@<commit>` around the path of a fetched policy; both empty for a file of the tree. */
function splitSource(source) {
	const [, head = "", path = source, tail = ""] = /^(github:[^/]+\/[^/]+\/)(.*)(@[0-9a-f]{40})$/.exec(source) ?? [];
	return {
		head,
		folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))),
		tail
	};
}

// src/policy/load.ts
/** Nobody mends more at once, and a file of noise has tens of thousands. */
const MOST_PROBLEMS = 200;
/**
* The law of a tree: its policy file with all that this extends, or presets and detection where there is none. Throws
* `Fault("policy")` with every problem of policy and waivers at once, each with file, line, column and key.
*/
async function loadPolicy(input) {
	const read = await readPolicy(input);
	if (read.compiled.law === null) throw policyFault(read.compiled.problems);
	const { law } = read.compiled;
	if (input.file === null) return law;
	const { problems } = await require_waivers.readWaivers(input.tree, {
		law,
		today: input.today,
		rules: input.rules
	});
	if (problems.length > 0) throw policyFault(problems);
	return law;
}
/** Reads, checks and compiles without throwing for anything that stands in a file. */
async function readPolicy(input) {
	const { tree, place, detected, rules, overrides = null } = input;
	const file = await fileOf(input);
	const fetched = input.fetched ?? (async () => null);
	const read = file === null ? {
		layers: [],
		problems: []
	} : await readLayers(tree, file, fetched);
	const layers = [...read.layers.map(toLayer), ...assumed(input)];
	const schemas = await require_schemas.schemasFor(rules);
	const problems = [...read.problems, ...checkLayers(read.layers, schemas)];
	if (problems.length > 0) return {
		layers,
		compiled: {
			law: null,
			problems: inOrder(problems)
		}
	};
	const sources = [...new Set(read.layers.map((layer) => layer.file))];
	return {
		layers,
		compiled: await compile({
			schemas,
			layers,
			locks: read.layers.flatMap(locksOf),
			sources,
			place,
			detected,
			overrides
		})
	};
}
async function fileOf({ tree, file }) {
	if (file === null) return null;
	return file === void 0 ? require_discover.findPolicy(tree) : require_discover.namedPolicy(tree, file);
}
/** All problems in one fault. */
function policyFault(problems) {
	const ordered = inOrder(problems);
	const shown = ordered.slice(0, MOST_PROBLEMS);
	const more = ordered.length - shown.length;
	const count = ordered.length === 1 ? "1 problem" : `${ordered.length} problems`;
	return new require_git.Fault("policy", `The policy can't be used: ${count}${more > 0 ? `, ${shown.length} shown` : ""}.`, {
		problems: shown,
		fix: "Mend every place, then run: golden-thread config validate"
	});
}
function toLayer(layer) {
	return {
		label: layer.file,
		value: normalise(layer.value),
		place: layer.place
	};
}
/** A layer above all others; it has no text, so nothing in it can be wrong. */
function assumed({ assume }) {
	if (assume === void 0) return [];
	return [{
		label: "assumed",
		value: { preset: assume },
		place: () => ({
			line: 1,
			column: 1
		})
	}];
}
function locksOf({ value }, layer) {
	if (!Array.isArray(value.locked)) return [];
	return value.locked.map((key, index) => ({
		key: String(key),
		layer,
		path: ["locked", index]
	}));
}
function inOrder(problems) {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()].sort((a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line || a.column - b.column);
}

exports.loadPolicy = loadPolicy;
exports.policyFault = policyFault;
exports.readPolicy = readPolicy;