"use strict";

const require_git = require("./git.js");
const require_status = require("./tasks-status.js");
const require_digest = require("./specs-digest.js");
const require_core = require("./core.js");
const require_type = require("./tasks-type.js");
const require_edit_file = require("./satellite-edit-file.js");
const require_code_fence = require("./tasks-code-fence.js");
const require_upstream_value = require("./satellite-upstream-value.js");

// src/satellite/toolkit-body.ts
/** A toolkit ticket's body, with the sections that its templates have; what a tracker does not tell is left to people, as a comment. */
function toolkitBody({ id, clean, ticket, now }) {
	const isBug = ticket.type?.category === "bug";
	const day = now.toISOString().slice(0, 10);
	const boxes = clean.criteria.map(({ text, done }, at) => `- [${done ? "x" : " "}] AC-${at + 1}: ${text}\n`);
	const sections = [
		["Context", TO_FILL],
		["Description", below(clean.description)],
		...isBug ? BUG.map((title) => [title, TO_FILL]) : [],
		["Affected Files", "| File | Action | Description |\n|------|--------|-------------|\n"],
		["Acceptance Criteria", boxes.join("") || TO_FILL],
		["Test Strategy", `### Unit Tests\n${TO_FILL}### Verification Commands\n${TO_FILL}`],
		["Dependencies", "| Ticket | What it needs | Status |\n|--------|---------------|--------|\n| (none) | — | — |\n"],
		["Implementation Notes", TO_FILL],
		["History", `| Date | Change | Author |\n|------|--------|--------|\n| ${day} | pulled | golden-thread |\n`]
	];
	return `# ${id}: ${clean.title.replaceAll("<", "&lt;")}\n${sections.map(([head, text]) => `\n## ${head}\n${text}`).join("")}`;
}
const TO_FILL = "<!-- to be filled in -->\n";
const BUG = [
	"Steps to Reproduce",
	"Expected Behavior",
	"Actual Behavior"
];
/** There are no markers in this dialect: a heading of the first two levels would end the section. */
function below(description) {
	if (description === "") return "";
	const isCode = require_code_fence.fenceScanner();
	return `${description.split("\n").map((text) => isCode(text) ? text : text.replace(/^#{1,2}(?=\s)/, "###")).join("\n")}\n`;
}

// src/satellite/new-task.ts
/** Renders the file as the backlog's own program would write it, with the link to its ticket behind the keys that this program knows. */
function newTask(task) {
	const isToolkit = task.backlog.dialect === "toolkit";
	const keys = isToolkit ? toolkitKeys(task) : backlogMdKeys(task);
	const lines = Object.entries(keys).flatMap(([key, value]) => {
		const { rest, lines } = require_edit_file.emitValue(value, "  ");
		return [`${key}:${rest}`, ...lines];
	});
	const body = isToolkit ? toolkitBody(task) : backlogMdBody(task.clean);
	const front = lines.map((line) => `${line}\n`).join("");
	return {
		path: pathOf(task),
		text: `---\n${front}---\n\n${body}`
	};
}
/**
* The backlog's status for a ticket's state: the one of the same name, else the first of the same category; what was cancelled is at least
* finished. Null: the state is in no map, and no status may be guessed.
*/
function statusFor(state, backlog, categories) {
	const named = backlog.statuses.find((name) => require_core.isSameName(name, state.name));
	const known = backlog.statuses.map((name) => require_status.stateOf(name, "active", {
		backlog,
		categories
	}));
	const fitting = known.find(({ name, category }) => name === named && category === state.category);
	if (fitting !== void 0) return fitting.name;
	if (state.category === "unknown") return null;
	return (known.find(({ category }) => category === state.category) ?? (state.category === "canceled" ? known.at(-1) : void 0))?.name ?? null;
}
/** The prefix of a new task: the toolkit has one for each kind of work. */
function prefixFor({ type }, { dialect, prefixes }) {
	const fitting = prefixes.find((prefix) => require_type.prefixType(prefix).category === type?.category);
	return (dialect === "toolkit" ? fitting ?? prefixes.find((prefix) => prefix === "TASK") : null) ?? prefixes[0] ?? "TASK";
}
/** Backlog.md's keys in its writer's order; it drops what comes last as soon as it writes the file itself. */
function backlogMdKeys(task) {
	const { ticket, clean, id, status, now } = task;
	const type = ticket.type?.category ?? "other";
	return {
		id,
		title: clean.title,
		status,
		assignee: clean.assignees.map((handle) => /\s/.test(handle) ? handle : `@${handle}`),
		created_date: now.toISOString().slice(0, 16).replace("T", " "),
		labels: clean.labels,
		dependencies: [],
		...ticket.url === null ? {} : { references: [ticket.url] },
		...type === "other" ? {} : { type },
		upstream: require_upstream_value.upstreamValue(ticket, task)
	};
}
function backlogMdBody({ description, criteria }) {
	const text = description === "" ? "" : `${description}\n`;
	const boxes = criteria.map((one, at) => `- [${one.done ? "x" : " "}] #${at + 1} ${one.text}\n`);
	const prose = `## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\n${text}<!-- SECTION:DESCRIPTION:END -->\n`;
	const list = `\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n${boxes.join("")}<!-- AC:END -->\n`;
	return boxes.length === 0 ? prose : prose + list;
}
function toolkitKeys(task) {
	const { ticket, clean, id, status, now } = task;
	const day = now.toISOString().slice(0, 10);
	return {
		id,
		title: clean.title,
		status,
		created: day,
		updated: day,
		assignee: clean.assignees[0] ?? "unassigned",
		blockers: [],
		depends_on: [],
		shared_files: [],
		related_docs: [],
		tags: clean.labels,
		...ticket.url === null ? {} : { references: [ticket.url] },
		upstream: require_upstream_value.upstreamValue(ticket, task)
	};
}
function pathOf({ backlog, id, clean, ticket }) {
	const finished = ticket.state.category === "done" || ticket.state.category === "canceled";
	const isDone = backlog.dialect === "toolkit" && finished;
	const folder = backlog.folders.find(({ kind }) => kind === (isDone ? "completed" : "active"));
	const slug = fileTitle(clean.title);
	const name = backlog.dialect === "toolkit" ? toolkitName(id, slug) : `${id.toLowerCase()} - ${slug}`;
	return `${folder?.path ?? backlog.folder}/${name}.md`;
}
function toolkitName(id, slug) {
	const plain = slug.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
	return plain === "" || /^\d/.test(plain) ? id : `${id}-${plain}`;
}
/** No file system takes a longer name than 255 bytes; a letter is at most four, and the id stands before it. */
const MOST_NAME = 50;
/** A title as Backlog.md puts it into a file's name. */
function fileTitle(title) {
	const clean = title.replace(/[<>:"/\\|?*]/g, "-").replace(/['(),!@#$%^&+=[\]{};]/g, "").replace(/\s+/g, "-").replace(/-+/g, "-");
	return Array.from(clean).slice(0, MOST_NAME).join("").replace(/^-+|-+$/g, "") || "ticket";
}

// src/satellite/sides.ts
/** What a task says of the fields that it shares with its ticket. */
function localSide({ ticket }) {
	if (ticket === null) return null;
	return {
		title: ticket.title,
		description: ticket.description,
		status: ticket.state.name,
		assignees: ticket.assignees.map(({ name, email }) => name === "" ? email : name),
		labels: ticket.labels
	};
}
/** What the ticket says of them, as a task file can hold it. */
function remoteSide(ticket, clean) {
	return {
		title: clean.title,
		description: clean.description,
		status: ticket.state.name,
		assignees: clean.assignees,
		labels: clean.labels
	};
}

// src/satellite/three-way.ts
/** The fields, in the order in which people are shown them. */
const SYNC_FIELDS = [
	"title",
	"description",
	"status",
	"assignees",
	"labels"
];
/**
* Compares each field of both sides with what it was; each side with its own, since a tracker may keep a text in other words than it was
* given. Without a base nobody knows who changed what: whatever differs is a conflict. `isSameStatus`: the two sides name states in words
* of their own; says whether two names mean one state. `isOlder`: whether the file says what it said before on another branch.
*/
function compareFields(base, local, remote, isSameStatus, isOlder) {
	const change = (field) => {
		const agree = field === "status" ? isSameStatus(local.status, remote.status) : isSame(local[field], remote[field]);
		if (base === null) return agree ? "same" : "conflict";
		const mine = !isSame(base.local[field], local[field]);
		const theirs = !isSame(base.remote[field], remote[field]);
		if (!mine && !theirs) return "same";
		if (agree) return "both";
		if (mine && isOlder(field)) return "older";
		if (mine && theirs) return "conflict";
		return mine ? "local" : "remote";
	};
	return {
		title: change("title"),
		description: change("description"),
		status: change("status"),
		assignees: change("assignees"),
		labels: change("labels")
	};
}
/** Whether two values say the same. Line ends, blank lines and the sign of a list's items say nothing, nor do the order and the case of names. */
function isSame(one, other) {
	return plain(one) === plain(other);
}
/** A value without what says nothing. */
function plain(value) {
	if (typeof value !== "string") return JSON.stringify([...new Set(value.map(keyOf))].sort());
	return value.normalize("NFC").split(/\r\n?|\n/).map((line) => line.trimEnd().replace(/^(\s*)[*+](?=\s)/, "$1-")).filter((line) => line !== "").join("\n").trim();
}
/** Names of people and labels, as most trackers tell them apart. */
function keyOf(name) {
	return name.trim().replace(/^@/, "").toLowerCase();
}
/** The local list with what came and went on the other side since `base`. */
function mergeLists(base, local, remote) {
	const [before, here, there] = [
		keysOf(base),
		keysOf(local),
		keysOf(remote)
	];
	const stays = local.filter((name) => !before.has(keyOf(name)) || there.has(keyOf(name)));
	const comes = remote.filter((name) => !before.has(keyOf(name)) && !here.has(keyOf(name)));
	return [...stays, ...comes];
}
function keysOf(names) {
	return new Set(names.map(keyOf));
}

// src/satellite/older-values.ts
/** The base with the values that gave way. `settled`: fields whose value in the file counts now, whatever it was. */
function withOlder(base, changes, { branch, settled }) {
	const current = new Set(settled.map(([field, value]) => digestOf(field, value)));
	const gone = changes.flatMap(({ before, after }) => SYNC_FIELDS.filter((field) => plain(before[field]) !== plain(after[field])).map((field) => ({
		digest: digestOf(field, before[field]),
		branch
	})));
	const older = [...(base.older ?? []).filter((one) => !current.has(one.digest) && !gone.some(({ digest }) => digest === one.digest)), ...gone].slice(-500);
	return older.length === 0 && base.older === void 0 ? base : {
		...base,
		older
	};
}
/**
* Whether a value gave way to another on another branch: then the file is only older, and nobody set it back. On the same branch somebody did.
*/
function isOlder(base, branch, field, value) {
	const digest = digestOf(field, value);
	return (base?.older ?? []).some((one) => one.digest === digest && one.branch !== branch);
}
function digestOf(field, value) {
	return require_digest.sha256(`${field}\n${plain(value)}`);
}

// src/satellite/status-words.ts
/** Trackers whose tickets are open or closed, and nothing between. */
const OPEN_OR_CLOSED = /* @__PURE__ */ new Set(["github", "gitlab"]);
/** What a ticket's state means in a backlog. States of the same category are no difference, and a tracker without a word for work under way has none. */
function statusWords(task, state, { backlog, categories, remote }) {
	const twoStates = remote !== null && OPEN_OR_CLOSED.has(remote.kind) && !hasProgress(remote.settings);
	return {
		localStatus: statusFor(state, backlog, categories),
		isSame(status) {
			const { category } = status === task.name ? task : require_status.stateOf(status, "active", {
				backlog,
				categories
			});
			if (category === "unknown" || state.category === "unknown") return status === state.name;
			return category === state.category || twoStates && isUnfinished(category) && isUnfinished(state.category);
		}
	};
}
function isUnfinished(category) {
	return category === "open" || category === "in_progress";
}
function hasProgress({ status_map: map }) {
	return typeof map === "object" && map !== null && "in_progress" in map && Array.isArray(map.in_progress);
}

// src/satellite/ticket-changes.ts
/** That of a desk. */
async function comparingAt({ gate }) {
	const { branch } = await require_git.head(gate.repo);
	const markdown = gate.law.remotes.find(({ kind }) => kind === "markdown");
	return {
		branch,
		categories: require_status.categoriesIn(markdown?.settings)
	};
}
/** Compares them; `kept`: what is kept of their link. Throws Fault("usage") for a file that is no task. */
function compareTask({ task, path, backlog, link, kept }, ticket, clean, { categories, branch }) {
	const local = localSide(task);
	const own = task.ticket;
	if (local === null || own === null) throw new require_git.Fault("usage", `${path} can't be read as a task.`, {
		found: path,
		fix: "golden-thread doctor"
	});
	const remote = remoteSide(ticket, clean);
	const words = statusWords(own.state, ticket.state, {
		backlog,
		categories,
		remote: link.remote
	});
	const base = kept?.base ?? null;
	return {
		changes: compareFields(base, local, remote, words.isSame, (field) => isOlder(base, branch, field, local[field])),
		base,
		local,
		remote,
		localStatus: words.localStatus
	};
}
/** What is kept of a task's link to this ticket: of another ticket it says nothing about this one. Null: nothing. */
function keptFor(links, { id, link }, ticket) {
	const kept = links.get(id);
	return kept?.remote === link.remote.name && (kept.id === link.id || kept.id === ticket.id) ? kept : null;
}

Object.defineProperty(exports, "SYNC_FIELDS", {
  enumerable: true,
  get: function () {
    return SYNC_FIELDS;
  }
});
Object.defineProperty(exports, "compareTask", {
  enumerable: true,
  get: function () {
    return compareTask;
  }
});
Object.defineProperty(exports, "comparingAt", {
  enumerable: true,
  get: function () {
    return comparingAt;
  }
});
Object.defineProperty(exports, "isOlder", {
  enumerable: true,
  get: function () {
    return isOlder;
  }
});
Object.defineProperty(exports, "isSame", {
  enumerable: true,
  get: function () {
    return isSame;
  }
});
Object.defineProperty(exports, "keptFor", {
  enumerable: true,
  get: function () {
    return keptFor;
  }
});
Object.defineProperty(exports, "localSide", {
  enumerable: true,
  get: function () {
    return localSide;
  }
});
Object.defineProperty(exports, "mergeLists", {
  enumerable: true,
  get: function () {
    return mergeLists;
  }
});
Object.defineProperty(exports, "newTask", {
  enumerable: true,
  get: function () {
    return newTask;
  }
});
Object.defineProperty(exports, "prefixFor", {
  enumerable: true,
  get: function () {
    return prefixFor;
  }
});
Object.defineProperty(exports, "remoteSide", {
  enumerable: true,
  get: function () {
    return remoteSide;
  }
});
Object.defineProperty(exports, "statusFor", {
  enumerable: true,
  get: function () {
    return statusFor;
  }
});
Object.defineProperty(exports, "withOlder", {
  enumerable: true,
  get: function () {
    return withOlder;
  }
});