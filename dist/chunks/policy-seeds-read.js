"use strict";

const require_git = require("./git.js");
const require_show = require("./policy-show.js");
const require_json = require("./policy-json.js");
const require_read_source = require("./policy-read-source.js");
const require_core = require("./core.js");

// src/policy/seeds/reading.ts
/** Environment variables that tokens are read from, by tracker; the first that is set counts. */
const TOKEN_VARIABLES = {
	github: "GITHUB_TOKEN",
	gitlab: "GITLAB_TOKEN",
	jira: "JIRA_API_TOKEN",
	linear: "LINEAR_API_KEY",
	"azure-devops": "ADO_PAT",
	clickup: "CLICKUP_API_KEY",
	notion: "NOTION_TOKEN",
	markdown: ""
};
const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::?-[^}]*)?\}/;
/** Name of the environment variable that a value asks for; null: it asks for none. It is never looked up. */
function variableIn(value) {
	return typeof value === "string" ? VARIABLE.exec(value)?.[1] ?? null : null;
}
/** The first of several names that a mapping has a value under. */
function firstOf(mapping, names) {
	const key = names.find((name) => Object.hasOwn(mapping, name) && mapping[name] !== null);
	return key === void 0 ? null : {
		key,
		value: mapping[key]
	};
}
/** Texts of a value that may be one or a list; numbers are read as text, as people forget the quotes. */
function textsOf(value) {
	return [value].flat().filter((one) => typeof one === "string" || typeof one === "number").map((one) => String(one).trim()).filter((one) => one !== "");
}
/** A mapping, or an empty one for anything else. */
function mappingOf(value) {
	return require_json.isMapping(value) ? value : {};
}

// src/policy/seeds/remote-fields.ts
const PUBLIC = /^https:\/\/(?:(?:www\.|api\.)?github\.com|gitlab\.com|dev\.azure\.com)(?:\/|$)/i;
const SERVER = [
	"url",
	"baseUrl",
	"base_url",
	"host",
	"site",
	"domain"
];
const statuses = {
	to: "status_map",
	names: ["status_map", "statusMap"],
	read: statusMap
};
const server = {
	to: "url",
	names: SERVER,
	read: selfHosted
};
/** What each tracker's entry is made of. Tokens are not among them. */
const FIELDS = {
	github: [
		{
			to: "repo",
			names: ["repo", "repository"],
			read: (value) => ({ repo: projectPath(value) })
		},
		server,
		statuses
	],
	gitlab: [
		{
			to: "project",
			names: [
				"project",
				"repo",
				"project_path",
				"projectPath"
			],
			read: (value) => ({ project: projectPath(value) })
		},
		server,
		statuses
	],
	jira: [
		{
			to: "site",
			names: [
				"site",
				"host",
				"domain",
				"baseUrl",
				"base_url",
				"url"
			],
			read: site
		},
		{
			to: "projects",
			names: [
				"projects",
				"project",
				"project_key",
				"projectKey"
			],
			read: (value) => listOf("projects", upper(value))
		},
		{
			to: "email",
			names: [
				"email",
				"user_email",
				"userEmail"
			],
			read: (value) => ({ email: textsOf(value)[0] })
		},
		statuses
	],
	linear: [{
		to: "teams",
		names: [
			"teams",
			"team",
			"team_key",
			"teamKey"
		],
		read: (value) => listOf("teams", upper(value))
	}, statuses],
	"azure-devops": [
		{
			to: "organization",
			names: ["organization", "org"],
			read: (value) => ({ organization: organization(value) })
		},
		{
			to: "project",
			names: ["project"],
			read: (value) => ({ project: textsOf(value)[0] })
		},
		server,
		statuses
	],
	clickup: [
		{
			to: "team",
			names: [
				"team",
				"teamId",
				"team_id",
				"workspace",
				"workspaceId",
				"workspace_id"
			],
			read: (value) => ({ team: textsOf(value)[0] })
		},
		{
			to: "spaces",
			names: [
				"spaces",
				"spaceIds",
				"space_ids",
				"spaceId",
				"space_id"
			],
			read: (value) => listOf("spaces", textsOf(value))
		},
		statuses
	],
	notion: [{
		to: "data_source",
		names: [
			"data_source",
			"data_source_id",
			"dataSourceId",
			"database_id",
			"databaseId",
			"database"
		],
		read: (value) => ({ data_source: dataSource(value) })
	}, statuses]
};
/** Names that tokens stand under in the seed systems. */
const TOKEN_NAMES = /^(?:pat|token|secret|password|api[_-]?(?:token|key)|access[_-]?token|.*[_-]token)$/i;
/** Fields that say how to reach or synchronise a tracker, which is no matter of the policy. */
const OTHER_NAMES = /* @__PURE__ */ new Set([
	"auth_mode",
	"mode",
	"base_branch",
	"sync_filter",
	"auto_sync",
	"sync_interval",
	"field_map",
	"property_map",
	"enabled"
]);
function upper(value) {
	return textsOf(value).flatMap((text) => text.split(",")).map((text) => text.trim().toUpperCase());
}
function listOf(key, values) {
	return values.length === 0 ? {} : { [key]: values };
}
/** Jira's host alone, or its whole address where it is more than a host. */
function site(value) {
	const [text = ""] = textsOf(value);
	const address = text.includes("://") ? text : `https://${text}`;
	if (!URL.canParse(address)) return { site: text };
	const { protocol, host, hostname, pathname } = new URL(address);
	return protocol === "https:" && host === hostname && pathname === "/" ? { site: hostname } : { url: withoutEnd(address) };
}
/** Null for the public servers: those need no address. */
function selfHosted(value) {
	const [text] = textsOf(value);
	if (text === void 0) return {};
	const url = withoutEnd(text.includes("://") ? text : `https://${text}`);
	return PUBLIC.test(url) ? null : { url };
}
function withoutEnd(address) {
	return address.replace(/\/+$/, "");
}
/** `owner/repo` or `group/project` of an address or of itself. */
function projectPath(value) {
	return textsOf(value)[0]?.replace(/^(?:[a-z]+:\/\/[^/]+\/|[^@/]+@[^:/]+:)/i, "").replace(/(?:\.git)?\/?$/, "");
}
function organization(value) {
	return textsOf(value)[0]?.replace(/^https:\/\/dev\.azure\.com\//i, "").replace(/\/+$/, "");
}
/** The id at the end of a Notion address, or the id itself. */
function dataSource(value) {
	const [text = ""] = textsOf(value);
	return /([0-9a-f]{32})(?:[?#].*)?$/i.exec(text.replaceAll("-", ""))?.[1]?.toLowerCase() ?? text;
}
const CATEGORIES = {
	open: [
		"open",
		"todo",
		"to_do",
		"new",
		"backlog",
		"draft",
		"ready"
	],
	in_progress: [
		"in_progress",
		"inprogress",
		"doing",
		"in_development",
		"review",
		"in_review",
		"blocked"
	],
	done: [
		"done",
		"closed",
		"completed",
		"complete",
		"resolved"
	],
	canceled: [
		"canceled",
		"cancelled",
		"rejected",
		"wont_do",
		"wontfix"
	]
};
/** Local status or category -> the tracker's names; both key styles of the seed systems. */
function statusMap(value) {
	const map = {};
	for (const [status, names] of Object.entries(mappingOf(value))) {
		const word = status.trim().toLowerCase().replace(/[^a-z]+/g, "_");
		const category = Object.keys(CATEGORIES).find((one) => CATEGORIES[one]?.includes(word));
		if (category === void 0) continue;
		map[category] = [.../* @__PURE__ */ new Set([...map[category] ?? [], ...textsOf(names)])];
	}
	return Object.keys(map).length === 0 ? {} : { status_map: map };
}

// src/policy/seeds/remote.ts
/** A tracker's kind by the names that the seed systems give it; null: there is no such tracker. */
function trackerKind(name) {
	const word = String(name).toLowerCase().replaceAll("_", "-");
	if ([
		"ado",
		"azure",
		"azuredevops",
		"azure-boards"
	].includes(word)) return "azure-devops";
	return [
		"github",
		"gitlab",
		"jira",
		"linear",
		"azure-devops",
		"clickup",
		"notion"
	].find((kind) => kind === word) ?? null;
}
/** One tracker's settings as an entry of `remotes:`. No token is ever copied, nor any variable looked up. */
function readRemote(kind, settings, place, schemas) {
	const fields = FIELDS[kind].flatMap((field) => readField(field, settings, place));
	const left = [...fields.flatMap((field) => field.left), ...leftOvers(kind, settings, place)];
	const entry = Object.assign({ kind }, ...fields.map((field) => field.entry));
	const parsed = schemas.remotes.safeParse({ [place.name]: entry });
	if (parsed.success) {
		const carried = fields.flatMap((field) => field.carried);
		return {
			remotes: { [place.name]: entry },
			sections: {},
			carried,
			left
		};
	}
	const wanted = parsed.error.issues.map(({ path, message }) => `${path.slice(1).join(".")}: ${message.startsWith("Invalid input") ? "missing" : message}`);
	const unusable = {
		file: place.file,
		key: place.at,
		why: "unusable",
		detail: wanted.join("; ")
	};
	return {
		remotes: {},
		sections: {},
		carried: [],
		left: [...left, unusable]
	};
}
function readField({ to, names, read }, settings, place) {
	const found = firstOf(settings, names);
	if (found === null) return {
		entry: {},
		carried: [],
		left: []
	};
	const key = `${place.at}.${found.key}`;
	const leave = (why, detail) => ({
		entry: {},
		carried: [],
		left: [{
			file: place.file,
			key,
			why,
			detail
		}]
	});
	const variable = variableIn(found.value);
	if (variable !== null) return leave("variable", variable);
	if (to !== "data_source" && require_core.looksSecret(require_core.canonical(found.value))) return leave("token", null);
	const said = read(found.value);
	if (said === null) return {
		entry: {},
		carried: [],
		left: []
	};
	const entry = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== void 0));
	if (Object.keys(entry).length === 0) return leave("unusable", to);
	return {
		entry,
		carried: [{
			file: place.file,
			from: key,
			to: `remotes.${place.name}.${Object.keys(entry).join(", ")}`
		}],
		left: []
	};
}
function leftOvers(kind, settings, { file, at }) {
	const taken = new Set(FIELDS[kind].flatMap((field) => firstOf(settings, field.names)?.key ?? []));
	return Object.entries(settings).filter(([key]) => !taken.has(key)).map(([key, value]) => {
		const here = require_core.looksSecret(key) ? `${at}.(hidden)` : `${at}.${key}`;
		const variable = variableIn(value);
		if (variable !== null) return {
			file,
			key: here,
			why: "variable",
			detail: variable
		};
		if (TOKEN_NAMES.test(key) || require_core.looksSecret(key) || require_core.looksSecret(require_core.canonical(value))) return {
			file,
			key: here,
			why: "token",
			detail: TOKEN_VARIABLES[kind]
		};
		return {
			file,
			key: here,
			why: OTHER_NAMES.has(key) ? "stays" : "unknown",
			detail: null
		};
	});
}

// src/policy/seeds/coderag.ts
/** The backlog section of `.coderag.yaml`, `.coderag.local.yaml` merged over it already. One tracker only. */
function readCoderag(value, file, schemas) {
	const backlog = mappingOf(value.backlog);
	const kind = trackerKind(backlog.provider);
	if (kind === null) return {
		remotes: {},
		sections: {},
		carried: [],
		left: [{
			file,
			key: "backlog.provider",
			why: "unusable",
			detail: "azure-devops, jira or clickup"
		}]
	};
	const name = kind === "azure-devops" ? "boards" : kind;
	return readRemote(kind, mappingOf(backlog.config), {
		file,
		at: "backlog.config",
		name
	}, schemas);
}

// src/policy/seeds/satellite.ts
const RISKS = [
	"low",
	"medium",
	"high",
	"critical"
];
/** `remotes:` (and `compliance:`, `sync:`) of a Backlog.md `config.yml`. The file itself says that there are tasks. */
function readSatellite(value, file, schemas) {
	const named = Object.entries(mappingOf(value.remotes)).map(([name, settings]) => readNamed(name, settings, file, schemas));
	const compliance = readCompliance(mappingOf(value.compliance), file);
	const staying = ["sync"].filter((key) => value[key] !== void 0);
	return {
		remotes: Object.assign({ tasks: { kind: "markdown" } }, ...named.map((reading) => reading.remotes)),
		sections: compliance.sections,
		carried: [...named.flatMap((reading) => reading.carried), ...compliance.carried],
		left: [
			...named.flatMap((reading) => reading.left),
			...compliance.left,
			...staying.map((key) => ({
				file,
				key,
				why: "stays",
				detail: null
			}))
		]
	};
}
function readNamed(name, settings, file, schemas) {
	const at = `remotes.${name}`;
	const leave = (why, detail) => ({
		remotes: {},
		sections: {},
		carried: [],
		left: [{
			file,
			key: at,
			why,
			detail
		}]
	});
	if (!require_json.isMapping(settings)) return leave("unusable", "a mapping");
	const kind = trackerKind(firstOf(settings, [
		"kind",
		"type",
		"provider"
	])?.value ?? name);
	if (kind === null) return leave("unusable", "a tracker that golden-thread knows");
	if (settings.enabled === false) return leave("disabled", null);
	const { kind: _kind, type: _type, provider: _provider, ...fields } = settings;
	return readRemote(kind, fields, {
		file,
		at,
		name
	}, schemas);
}
/** The part of the satellite's compliance settings that a policy can say too. */
function readCompliance(compliance, file) {
	const strict = compliance.strict_mode === true;
	const fields = textsOf(compliance.required_fields);
	const risks = textsOf(compliance.approval_required_for).filter((risk) => RISKS.includes(risk));
	const linked = fields.includes("upstream.id") && !strict;
	const found = [
		...strict ? [[
			"strict_mode",
			"preset",
			{ preset: "strict" }
		]] : [],
		...linked ? [[
			"required_fields",
			"authority",
			{ authority: "linked" }
		]] : [],
		...fields.includes("spec.path") ? [[
			"required_fields",
			"spec.required",
			{ spec: { required: true } }
		]] : [],
		...risks.length > 0 ? [[
			"approval_required_for",
			"authorise.approval",
			{ authorise: { approval: approval(risks) } }
		]] : []
	];
	const taken = found.map(([key]) => String(key));
	const staying = Object.keys(compliance).filter((key) => !taken.includes(key));
	return {
		sections: Object.assign({}, ...found.map(([, , section]) => section)),
		carried: found.map(([key, to]) => ({
			file,
			from: `compliance.${key}`,
			to
		})),
		left: staying.map((key) => ({
			file,
			key: `compliance.${key}`,
			why: "stays",
			detail: null
		}))
	};
}
function approval(risks) {
	return {
		when: { risk: risks },
		label: "approved"
	};
}

// src/policy/seeds/toolkit-keys.ts
const any = (...names) => Object.fromEntries(names.map((name) => [name, null]));
/** Every key of `backlog.config.json`, versions 1.0 and 1.1, by the toolkit's own JSON Schema. */
const KEYS = {
	version: null,
	project: any("name", "stack", "testRunner", "linter", "typeChecker"),
	backlog: any("dataDir", "templatesDir", "ticketPrefixes", "requiredSections"),
	qualityGates: any("testCommand", "lintCommand", "typeCheckCommand", "buildCommand", "healthCheckCommand"),
	codeRules: any("source", "hardGates", "softGates"),
	ticketValidation: any("requireTestStrategy", "requireAffectedFiles", "requireDependencyCheck", "requireVerificationCommands", "minAcceptanceCriteria"),
	agentRouting: null,
	reviewPipeline: null,
	llmOps: {
		registry: any("source", "refreshCommand", "strictMode"),
		gateway: any("baseURL", "apiKeyEnv", "requireEscalationReason"),
		routing: any("entryModelClassify", "entryModelDraft", "entryModelPlan", "entryModelImplement", "entryModelReview", "escalationModel", "maxEscalationsPerTicket"),
		tokenPolicy: any("maxInputByPhase", "maxOutputByPhase", "contextWindowStrategy"),
		cachePolicy: {
			...any("providerPromptCaching", "stablePrefixMinTokens", "warnBelowHitRate", "sessionMaxWaves"),
			responseCache: any("enabled", "ttlSeconds", "backend"),
			semanticCache: any("enabled", "backend", "threshold")
		},
		batchPolicy: {
			...any("enabled", "eligiblePhases", "forceBatchWhenQueueOver", "maxConcurrentBatchJobs", "reviewBatchEnabled", "reviewBatchTimeoutSec", "reviewBatchIntervalSec"),
			retryPolicy: any("maxRetries", "backoffMultiplier")
		},
		ragPolicy: any("enabled", "embeddingModel", "vectorStore", "indexPath", "chunkSize", "topK", "reindexCommand", "serverUrl")
	},
	sentinel: {
		...any("enabled", "installGitHook", "ragDeduplication", "ticketMapping"),
		prescan: any("runLinter", "runTests", "runTypeCheck", "detectHardcoded", "detectTodos", "maxFunctionLines"),
		reviewers: any("security", "quality"),
		patternThresholds: any("recurring", "escalateToSoftGate", "escalateToHardGate")
	},
	audit: {
		...any("enabled", "dimensions", "ragDeduplication", "ticketMapping"),
		prescan: any("extensions", "excludeDirs", "maxFunctionLines", "coverageThreshold", "complexityThreshold")
	},
	ticketConstraints: any("maxAffectedFiles", "maxEstimatedTokens", "requireSingleResponsibility")
};
/** Dotted keys of a configuration, each with whether the format has it: deep for known sections, shallow for others. */
function toolkitKeys(value) {
	return keysIn(value, KEYS, "");
}
function keysIn(value, keys, prefix) {
	if (!require_json.isMapping(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const key = `${prefix}${name}`;
		if (!Object.hasOwn(keys, name)) return [{
			key,
			known: false
		}];
		const below = keys[name] ?? null;
		const found = below === null ? [] : keysIn(inner, below, `${key}.`);
		return found.length > 0 ? found : [{
			key,
			known: true
		}];
	});
}

// src/policy/seeds/toolkit.ts
/** `backlog.config.json` of the toolkit: prefixes of its tickets, and gates that are rules of ours. Lenient. */
function readToolkit(value, file, schemas) {
	const backlog = mappingOf(value.backlog);
	const prefixes = textsOf(backlog.ticketPrefixes);
	const entry = {
		kind: "markdown",
		...prefixes.length === 0 ? {} : { prefixes }
	};
	const usable = schemas.remotes.safeParse({ tasks: entry }).success;
	const gates = gatesOf(value, file, schemas);
	const from = "backlog.ticketPrefixes";
	return {
		remotes: { tasks: usable ? entry : { kind: "markdown" } },
		sections: Object.keys(gates.rules).length === 0 ? {} : { rules: gates.rules },
		carried: [...usable && prefixes.length > 0 ? [{
			file,
			from,
			to: "remotes.tasks.prefixes"
		}] : [], ...gates.carried],
		left: [
			...usable ? [] : [{
				file,
				key: from,
				why: "unusable",
				detail: "prefixes such as FEAT"
			}],
			...gates.left,
			...staying(value, file)
		]
	};
}
/** Hard gates block and soft ones warn; those that name no rule of ours stay where they are. */
function gatesOf(value, file, schemas) {
	const codeRules = mappingOf(value.codeRules);
	const ids = schemas.rules.map((rule) => rule.meta.id);
	const named = [...textsOf(codeRules.softGates).map((gate) => ({
		gate,
		level: "warn",
		key: "codeRules.softGates"
	})), ...textsOf(codeRules.hardGates).map((gate) => ({
		gate,
		level: "enforce",
		key: "codeRules.hardGates"
	}))];
	const ours = named.filter(({ gate }) => ids.includes(gate));
	const others = new Set(named.filter(({ gate }) => !ids.includes(gate)).map(({ key }) => key));
	return {
		rules: Object.fromEntries(ours.map(({ gate, level }) => [gate, level])),
		carried: ours.map(({ gate, key }) => ({
			file,
			from: key,
			to: `rules.${gate}`
		})),
		left: [...others].map((key) => ({
			file,
			key,
			why: "stays",
			detail: null
		}))
	};
}
/** What it says beside that is read from its own file by the commands that need it. */
function staying(value, file) {
	const carried = [
		"version",
		"backlog.ticketPrefixes",
		"codeRules.softGates",
		"codeRules.hardGates"
	];
	return toolkitKeys(value).filter(({ key }) => !carried.includes(key)).map(({ key, known }) => ({
		file,
		key: require_show.dotted([key]),
		why: known ? "stays" : "unknown",
		detail: null
	}));
}

// src/policy/seeds/read.ts
/** Files that seed configurations stand in. */
const SEEDS = [
	".coderag.yaml",
	"backlog.config.json",
	"backlog.config.yml",
	"backlog/config.yml",
	"backlog/config.yaml",
	".backlog/config.yml",
	".backlog/config.yaml"
];
/**
* The seed configurations of a tree, or the one that is named. Throws `Fault("policy")` for a file that can't be read
* at all, and `Fault("usage")` where there is nothing to read.
*/
async function readSeeds(tree, from, schemas) {
	const seeds = [];
	for (const file of from === null ? SEEDS : [from]) {
		const value = await readSeed(tree, file);
		const reading = value === null ? null : readingOf(value, file, schemas);
		if (reading !== null) seeds.push({
			file,
			reading
		});
		else if (value !== null && from !== null) throw unknownFormat(file);
	}
	if (seeds.length === 0) throw nothingToImport(from);
	return seeds;
}
/** What is wrong with the seed configurations of a tree: unknown keys, unusable values, tokens. None there: nothing. */
async function seedProblems(tree, schemas) {
	const problems = [];
	for (const file of SEEDS) {
		const { bytes } = await require_read_source.readSource(tree, file);
		if (bytes === null) continue;
		const parsed = await require_show.parseFile(file, bytes);
		const reading = parsed.readable ? readingOf(mappingOf(parsed.value), file, schemas) : null;
		problems.push(...parsed.problems, ...(reading?.left ?? []).flatMap((left) => {
			const message = complaint(left);
			if (message === null) return [];
			const place = parsed.place(left.key.split("."), "key");
			return [{
				file,
				...place,
				key: left.key,
				message,
				...left.detail === null ? {} : { wanted: left.detail }
			}];
		}));
	}
	return problems;
}
/** Null: nothing wrong with it. */
function complaint({ why }) {
	switch (why) {
		case "token": return "tokens never stand in a configuration";
		case "unknown": return "unknown key";
		case "unusable": return "unusable value";
		case "variable":
		case "disabled":
		case "stays":
		case "taken": return null;
	}
}
/** A file's mapping; null: no such file. `.coderag.local.yaml` lies over `.coderag.yaml`, as its own program does it. */
async function readSeed(tree, file) {
	const own = await readMapping(tree, file);
	const localFile = /(?:^|\/)\.coderag\.ya?ml$/.test(file) ? file.replace(/(\.ya?ml)$/, ".local$1") : null;
	const local = localFile === null ? null : await readMapping(tree, localFile);
	return own === null && local === null ? null : mappingOf(require_json.merge(own ?? {}, local ?? {}));
}
async function readMapping(tree, file) {
	const { bytes, problem } = await require_read_source.readSource(tree, file);
	if (problem !== null) throw unreadable(file, [problem]);
	if (bytes === null) return null;
	const parsed = await require_show.parseFile(file, bytes);
	if (!parsed.readable) throw unreadable(file, parsed.problems);
	return mappingOf(parsed.value);
}
function unreadable(file, problems) {
	return new require_git.Fault("policy", `${file} can't be read.`, {
		problems,
		fix: "Mend the file, then import it again."
	});
}
/** By what a file says: two of the formats share a name but for its ending. Null: none of them. */
function readingOf(value, file, schemas) {
	const { backlog, remotes, compliance } = value;
	if (require_json.isMapping(backlog) && backlog.provider !== void 0) return readCoderag(value, file, schemas);
	if (require_json.isMapping(backlog) || require_json.isMapping(value.ticketValidation)) return readToolkit(value, file, schemas);
	if (require_json.isMapping(remotes) || require_json.isMapping(compliance)) return readSatellite(value, file, schemas);
	return null;
}
function unknownFormat(file) {
	return new require_git.Fault("usage", `${file} says nothing that a policy could take over.`, { wanted: "a .coderag.yaml with a backlog, a backlog.config.json, or a Backlog.md config.yml with remotes" });
}
function nothingToImport(from) {
	const message = from === null ? "There is nothing to import." : `There is no file ${from}.`;
	return new require_git.Fault("usage", message, {
		wanted: SEEDS.join(", "),
		fix: "golden-thread config import --from FILE"
	});
}

exports.TOKEN_VARIABLES = TOKEN_VARIABLES;
exports.mappingOf = mappingOf;
exports.readSeeds = readSeeds;
exports.seedProblems = seedProblems;
exports.trackerKind = trackerKind;