"use strict";

const require_yaml_value = require("./tasks-yaml-value.js");
const require_tree_path = require("./tasks-tree-path.js");
const require_backlog = require("./tasks-backlog.js");
const require_body = require("./tasks-body.js");
const require_id = require("./tasks-id.js");
const require_frontmatter = require("./tasks-frontmatter.js");
const require_status = require("./tasks-status.js");
const require_type = require("./tasks-type.js");

// src/tasks/affected.ts
/** Enough of a wrong path to find it by. */
const MAX_DETAIL = 80;
/** No file system takes a longer path. */
const MAX_PATH = 4096;
/** A position behind a path: `src/a.ts:12-40`. */
const POSITION = /:\d+(?:[-:]\d+)*$/;
/**
* What a task says that it touches, root-relative: `affected_files`, `modified_files` and the `Affected Files`
* table together; only where they name nothing, `scope_boundary`, a folder. A path that leaves the repository is
* left out and reported.
*/
function affectedPaths({ values, lines }, body) {
	const listed = ["affected_files", "modified_files"].flatMap((key) => require_yaml_value.listAt(values, key).map((text) => ({
		text,
		line: lines.get(key) ?? 1
	})));
	const table = (body.toolkit?.affectedFiles ?? []).map(({ path, line }) => ({
		text: path,
		line
	}));
	const files = [...listed, ...table];
	const boundary = require_yaml_value.textAt(values, "scope_boundary");
	if (files.length > 0) return clean(files);
	return clean(boundary === null ? [] : [{
		text: boundary,
		line: lines.get("scope_boundary") ?? 1
	}]);
}
function clean(named) {
	const paths = /* @__PURE__ */ new Set();
	const problems = [];
	for (const { text, line } of named) {
		const path = require_tree_path.treePath(plainPath(text));
		if (path === null || path === "") problems.push(require_yaml_value.problem("path-invalid", line, text.slice(0, MAX_DETAIL)));
		else paths.add(path);
	}
	return {
		paths: [...paths],
		problems
	};
}
/** Without code marks, a remark in brackets (`src/a.ts (new)`) and a position. */
function plainPath(text) {
	if (text.length > MAX_PATH) return "";
	const path = text.replaceAll("`", "").trim();
	const remark = path.endsWith(")") ? path.lastIndexOf(" (") : -1;
	return (remark === -1 ? path : path.slice(0, remark)).trimEnd().replace(POSITION, "");
}

// src/tasks/dates.ts
/** `YYYY-MM-DD` with an optional time after a space or `T`, seconds, fraction and offset. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/i;
/** Day first, two digits of year: `05-01-26`, `05/01/26`, `05.01.26`, as older Backlog.md versions wrote. */
const LEGACY = /^(\d{2})([-/.])(\d{2})\2(\d{2})(?: (\d{2}):(\d{2}))?$/;
const MONTH_DAYS = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
/**
* A task file's date as RFC 3339 in UTC (a time without offset is UTC, as Backlog.md writes it), or as `YYYY-MM-DD`
* where no time is given. Null: in none of the known forms, or no day of the calendar.
*/
function readDate(text) {
	const moment = readIso(text) ?? readLegacy(text);
	if (moment === null || !isDay(moment)) return null;
	const { minutes, seconds } = moment;
	if (minutes === null) return dayText(moment);
	const day = shiftDay(moment, Math.floor(minutes / 1440));
	const inDay = (minutes % 1440 + 1440) % 1440;
	return `${dayText(day)}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:${two(seconds)}Z`;
}
function readIso(text) {
	const [all, year, month, day, hour, minute, second, offset] = ISO.exec(text) ?? [];
	if (all === void 0) return null;
	const seconds = Number(second ?? 0);
	const minutes = hour === void 0 ? null : minutesOf(hour, minute, seconds, offset);
	if (Number.isNaN(minutes)) return null;
	return {
		year: Number(year),
		month: Number(month),
		day: Number(day),
		minutes,
		seconds
	};
}
function readLegacy(text) {
	const [all, day, , month, year, hour, minute] = LEGACY.exec(text) ?? [];
	if (all === void 0) return null;
	const minutes = hour === void 0 ? null : minutesOf(hour, minute, 0, void 0);
	if (Number.isNaN(minutes)) return null;
	return {
		year: 2e3 + Number(year),
		month: Number(month),
		day: Number(day),
		minutes,
		seconds: 0
	};
}
/** Not a number where the time is none of the day's. */
function minutesOf(hour, minute, seconds, offset) {
	if (Number(hour) > 23 || Number(minute) > 59 || seconds > 59) return NaN;
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? "") ?? [];
	const shift = sign === void 0 ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
	return Number(hour) * 60 + Number(minute) - shift;
}
function isDay({ year, month, day }) {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}
function daysIn(year, month) {
	const leap = year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
	return month === 2 && leap ? 29 : MONTH_DAYS[month - 1] ?? 0;
}
/** An offset moves a moment to the day before or after at most. */
function shiftDay(moment, by) {
	const day = moment.day + by;
	if (day < 1) {
		const month = moment.month === 1 ? 12 : moment.month - 1;
		const year = moment.month === 1 ? moment.year - 1 : moment.year;
		return {
			...moment,
			year,
			month,
			day: daysIn(year, month)
		};
	}
	if (day <= daysIn(moment.year, moment.month)) return {
		...moment,
		day
	};
	const year = moment.month === 12 ? moment.year + 1 : moment.year;
	return {
		...moment,
		year,
		month: moment.month === 12 ? 1 : moment.month + 1,
		day: 1
	};
}
function dayText({ year, month, day }) {
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
function two(value) {
	return String(value).padStart(2, "0");
}

// src/tasks/details.ts
/** Reads the frontmatter keys of both dialects that are no part of a `Ticket`. */
function readDetails(values) {
	const text = (key) => require_yaml_value.textAt(values, key);
	const ids = (...keys) => keys.flatMap((key) => require_yaml_value.listAt(values, key)).map(asId);
	return {
		priority: text("priority"),
		severity: text("severity"),
		environment: text("environment"),
		phase: text("phase"),
		milestone: text("milestone"),
		complexity: text("complexity"),
		foundBy: text("found_by"),
		commit: text("commit"),
		ordinal: numberOf(text("ordinal")),
		iceScore: numberOf(text("ice_score")),
		estimatedTokens: numberOf(text("estimated_tokens")),
		dueDate: text("due_date"),
		dependencies: ids("dependencies", "depends_on"),
		blockers: ids("blockers"),
		subtasks: ids("subtasks"),
		splitInto: ids("split_into"),
		references: require_yaml_value.listAt(values, "references"),
		documentation: ["documentation", "related_docs"].flatMap((key) => require_yaml_value.listAt(values, key)),
		sharedFiles: require_yaml_value.listAt(values, "shared_files")
	};
}
function asId(text) {
	return require_id.canonicalTaskId(text) ?? text;
}
function numberOf(text) {
	return text !== null && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

// src/tasks/own-id.ts
/**
* The id of a task file. The frontmatter has the last word; a bare number takes the prefix of the file's name, or
* the backlog's. Only where the frontmatter has none does the name give it. Null, and a problem: neither does.
*/
function idOf(frontmatter, path, backlog, problems) {
	const written = require_yaml_value.textAt(frontmatter.values, "id");
	const line = frontmatter.lines.get("id") ?? 1;
	const named = require_id.idsOfFileName(path);
	if (written === null) {
		problems.push(require_yaml_value.problem("id-missing", line, ""));
		return named[0] === void 0 ? null : {
			id: named[0],
			key: named[0]
		};
	}
	const id = /^\d+(?:\.\d+)*$/.test(written) ? fromNumber(written, named, backlog) : require_id.canonicalTaskId(written);
	if (id === null) {
		problems.push(require_yaml_value.problem("id-invalid", line, written));
		return null;
	}
	if (named.length > 0 && !named.includes(id)) problems.push(require_yaml_value.problem("id-mismatch", line, `${written}, ${named[0]}`));
	return {
		id,
		key: /^\d/.test(written) ? id : written
	};
}
function fromNumber(number, named, backlog) {
	const numbered = (prefix) => require_id.canonicalTaskId(`${prefix}-${number}`);
	return named.find((id) => numbered(id.slice(0, id.indexOf("-"))) === id) ?? numbered(backlog.prefixes[0] ?? "TASK");
}

// src/tasks/people.ts
const NAME_AND_EMAIL = /^([^<>]*)<([^<>]+)>$/;
/** `@sam`, `Sam <sam@example.org>`, an address, or a name. */
function readPerson(text) {
	const [, name, email] = NAME_AND_EMAIL.exec(text) ?? [];
	if (name !== void 0 && email !== void 0) return {
		name: name.trim(),
		email: email.trim()
	};
	if (/^[^@\s]+@[^@\s]+$/.test(text)) return {
		name: text,
		email: text
	};
	return {
		name: text.replace(/^@/, ""),
		email: ""
	};
}
/** People as task files name them. The toolkit writes `unassigned` where nobody is. */
function readPeople(texts) {
	return texts.filter((text) => text.toLowerCase() !== "unassigned").map(readPerson);
}

// src/tasks/satellite.ts
/** `[text](address)`; the address counts. */
const LINK = /^\[[^\]]*\]\(([^)\s]+)\)$/;
/** Frontmatter keys that hold a link to a tracker, in both of the dialects in use. */
const UPSTREAM_KEYS = [
	"upstream",
	"jira_key",
	"jira_url"
];
/** The text under `upstream.url` that is a Markdown link and not the address alone; null: it is none. */
function markdownLink(values) {
	const map = require_yaml_value.mapAt(values, "upstream");
	const text = map === null ? null : require_yaml_value.textAt(map, "url");
	return text !== null && LINK.test(text) ? text : null;
}
/** The link under `upstream`, or the flat keys of the Jira plugin of Backlog.md. Null: none, or one without an id. */
function readUpstream(values) {
	const map = require_yaml_value.mapAt(values, "upstream");
	if (map === null) return flatUpstream(values);
	const id = require_yaml_value.textAt(map, "id");
	if (id === null) return null;
	return {
		provider: require_yaml_value.textAt(map, "provider")?.toLowerCase() ?? null,
		id,
		url: address(require_yaml_value.textAt(map, "url")),
		lastSync: require_yaml_value.textAt(map, "last_sync") ?? require_yaml_value.textAt(map, "synced_at"),
		etag: require_yaml_value.textAt(map, "etag"),
		direction: require_yaml_value.textAt(map, "sync_direction"),
		fields: scalars(require_yaml_value.mapAt(map, "fields"))
	};
}
function flatUpstream(values) {
	const id = require_yaml_value.textAt(values, "jira_key");
	if (id === null) return null;
	return {
		provider: "jira",
		id,
		url: address(require_yaml_value.textAt(values, "jira_url")),
		lastSync: require_yaml_value.textAt(values, "jira_last_sync"),
		etag: null,
		direction: null,
		fields: {}
	};
}
/** The map under `compliance`, or null. */
function readCompliance(values) {
	const map = require_yaml_value.mapAt(values, "compliance");
	if (map === null) return null;
	return {
		riskLevel: require_yaml_value.textAt(map, "risk_level")?.toLowerCase() ?? null,
		requiresApproval: truth(require_yaml_value.textAt(map, "requires_approval")),
		approvedBy: require_yaml_value.listAt(map, "approved_by"),
		approvalDate: require_yaml_value.textAt(map, "approval_date"),
		slsaLevel: require_yaml_value.textAt(map, "slsa_level")
	};
}
/** The specification under `spec`, or flowspec's reference to one. */
function readSpecLink(values) {
	const map = require_yaml_value.mapAt(values, "spec");
	const compliance = require_yaml_value.mapAt(values, "compliance");
	const path = (map && require_yaml_value.textAt(map, "path")) ?? (compliance && require_yaml_value.textAt(compliance, "spec_ref"));
	if (path === null) return null;
	const field = (key) => map === null ? null : require_yaml_value.textAt(map, key);
	return {
		path,
		checksum: field("checksum"),
		validated: field("validated"),
		lastUpdated: field("last_updated")
	};
}
/** Normal text of every key that says which tracker's ticket a task follows; changing it needs authority. */
function guardedUpstream(values) {
	return UPSTREAM_KEYS.filter((key) => values.has(key)).map((key) => require_yaml_value.normalYaml(/* @__PURE__ */ new Map([[key, guardedValue(values.get(key))]]))).join("");
}
/** When a link was last synchronised is news about it, not the link. */
function guardedValue(value) {
	if (!(value instanceof Map)) return value ?? "";
	return new Map([...value].filter(([key]) => key !== "last_sync" && key !== "synced_at" && key !== "etag"));
}
function address(text) {
	return text === null ? null : LINK.exec(text)?.[1] ?? text;
}
function truth(text) {
	if (text === null) return null;
	if (/^(?:true|yes|on)$/i.test(text)) return true;
	return /^(?:false|no|off)$/i.test(text) ? false : null;
}
function scalars(map) {
	const pairs = [...map ?? []].flatMap(([key, value]) => typeof value === "string" ? [[key, value]] : []);
	return Object.fromEntries(pairs);
}

// src/tasks/parse.ts
const DEFAULT_REMOTE = "tasks";
/**
* Reads one task file of a backlog: pure, and never throws, whatever the text. The folder is part of the answer: a
* file under `completed` is done, one under `archive` archived, and a draft has the state `Draft` of no category, so
* that neither of the last two can authorise.
*/
async function parseTask(text, path, backlog, options = {}) {
	const kind = require_backlog.folderOf(backlog, path)?.kind ?? "active";
	const nul = text.indexOf("\0");
	if (nul !== -1) return unreadable(path, kind, require_yaml_value.problem("control-character", text.slice(0, nul).split("\n").length, "NUL"));
	const read = await require_frontmatter.readFrontmatter(text);
	if (!read.ok) return unreadable(path, kind, read.problem);
	const { frontmatter } = read;
	const { values, fences } = frontmatter;
	const body = require_body.readBody(text, fences.bodyStart, fences.bodyLine, backlog.dialect);
	const problems = [];
	const link = markdownLink(values);
	if (link !== null) problems.push(require_yaml_value.problem("link-invalid", frontmatter.lines.get("upstream") ?? 1, link));
	const ticket = ticketOf(frontmatter, body, {
		path,
		kind,
		backlog,
		...options
	}, problems);
	const details = readDetails(values);
	const upstream = readUpstream(values);
	const follows = options.follow?.({
		upstream,
		details
	});
	return {
		path,
		kind,
		ticket: ticket === null || follows === void 0 ? ticket : {
			...ticket,
			follows
		},
		problems: [...problems, ...body.problems].sort((a, b) => a.line - b.line),
		frontmatter,
		details,
		body,
		upstream,
		compliance: readCompliance(values),
		spec: readSpecLink(values),
		guarded: guardedOf(values, kind)
	};
}
/** A file of which nothing but its problem is known. */
function unreadable(path, kind, what) {
	return {
		path,
		kind,
		problems: [what],
		ticket: null,
		frontmatter: null,
		details: null,
		body: null,
		upstream: null,
		compliance: null,
		spec: null,
		guarded: null
	};
}
function ticketOf(frontmatter, body, origin, problems) {
	const { values, lines } = frontmatter;
	const id = idOf(frontmatter, origin.path, origin.backlog, problems);
	const title = require_yaml_value.textAt(values, "title");
	const status = require_yaml_value.textAt(values, "status");
	const parent = require_yaml_value.textAt(values, "parent_task_id") ?? require_yaml_value.textAt(values, "parent");
	const affected = affectedPaths(frontmatter, body);
	problems.push(...affected.problems, ...stateProblems(status, lines.get("status") ?? 1, origin));
	if (title === null) problems.push(require_yaml_value.problem("title-missing", lines.get("title") ?? 1, ""));
	const created = dateAt(frontmatter, ["created_date", "created"], problems);
	const updated = dateAt(frontmatter, ["updated_date", "updated"], problems);
	if (created !== null && updated !== null && isBefore(updated, created)) problems.push(require_yaml_value.problem("date-order", lines.get("updated_date") ?? lines.get("updated") ?? 1, `${updated} < ${created}`));
	if (id === null) return null;
	const prefix = require_id.prefixOf(id.id);
	const toolkit = origin.backlog.dialect === "toolkit";
	return {
		remote: origin.remote ?? DEFAULT_REMOTE,
		id: id.id,
		key: id.key,
		url: null,
		title: title ?? "",
		type: toolkit ? require_type.prefixType(prefix) : require_type.statedType(require_yaml_value.textAt(values, "type")),
		state: require_status.stateOf(status, origin.kind, origin),
		project: prefix,
		assignees: readPeople(require_yaml_value.listAt(values, "assignee")),
		createdBy: readPeople(require_yaml_value.listAt(values, "reporter"))[0] ?? null,
		labels: [...require_yaml_value.listAt(values, "labels"), ...require_yaml_value.listAt(values, "tags")],
		parent: parent === null ? null : require_id.canonicalTaskId(parent) ?? parent,
		createdAt: created,
		updatedAt: updated,
		archived: origin.kind === "archived",
		movedFrom: null,
		description: body.description ?? "",
		criteria: body.criteria.map(({ text, done }) => ({
			text,
			done
		})),
		affected: affected.paths,
		path: origin.path,
		...riskOf(readCompliance(values))
	};
}
/** Levels of risk, in the words of both dialects. Any other word says none. */
function riskOf(compliance) {
	const risk = RISKS.find((one) => one === compliance?.riskLevel);
	return risk === void 0 ? {} : { risk };
}
const RISKS = [
	"low",
	"medium",
	"high",
	"critical"
];
function stateProblems(status, line, origin) {
	if (status === null) return [require_yaml_value.problem("status-missing", line, "")];
	const { kind, backlog } = origin;
	if (!require_status.isConfigured(status, origin) && kind !== "draft") return [require_yaml_value.problem("status-unknown", line, status)];
	const { category } = require_status.stateOf(status, "active", origin);
	return (kind === "completed" ? !(category === "done" || category === "canceled") : backlog.dialect === "toolkit" && category === "done") ? [require_yaml_value.problem("folder-status-mismatch", line, `${status} in a folder of ${kind} tasks`)] : [];
}
function dateAt({ values, lines }, keys, problems) {
	const key = keys.find((candidate) => require_yaml_value.textAt(values, candidate) !== null);
	const text = key === void 0 ? null : require_yaml_value.textAt(values, key);
	if (key === void 0 || text === null) return null;
	const date = readDate(text);
	if (date === null) problems.push(require_yaml_value.problem("date-invalid", lines.get(key) ?? 1, text));
	return date;
}
/** Compares to the day where either gives no time. */
function isBefore(a, b) {
	const length = Math.min(a.length, b.length);
	return a.slice(0, length) < b.slice(0, length);
}
/** The folder is guarded with the status: moving a file can authorise as well as editing it. */
function guardedOf(values, kind) {
	const status = require_yaml_value.textAt(values, "status") ?? "";
	return {
		status: kind === "active" ? status : `${status} (${kind})`,
		upstream: guardedUpstream(values),
		compliance: require_yaml_value.normalYaml(values.get("compliance")),
		spec: require_yaml_value.normalYaml(values.get("spec"))
	};
}

Object.defineProperty(exports, "parseTask", {
  enumerable: true,
  get: function () {
    return parseTask;
  }
});
Object.defineProperty(exports, "unreadable", {
  enumerable: true,
  get: function () {
    return unreadable;
  }
});