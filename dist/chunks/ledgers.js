"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");
const require_quietly = require("./core-quietly.js");
const require_git = require("./git.js");
const require_audience = require("./ledger-audience.js");
const require_home = require("./ledgers-home.js");
const require_lines = require("./ledger-lines.js");
const require_members = require("./ledger-members.js");
const require_dsse = require("./ledger-dsse.js");
const require_shortened = require("./ledger-shortened.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_buffer = require("node:buffer");
let node_crypto = require("node:crypto");

// src/ledger/states.ts
/** Every list of states that a law or one of its scopes lets authorise; most laws have one. */
function stateLists(law) {
	const own = require_core.authoriseOptions(law).flatMap(({ states }) => isStates(states) ? [states] : []);
	const lists = [law.sections.authorise.states, ...own];
	return [...new Map(lists.map((list) => [require_core.canonical(list), list])).values()];
}
/** Every label that a law or one of its scopes wants on a ticket that authorises. */
function wantedLabels(law) {
	const own = require_core.authoriseOptions(law).flatMap(({ labels }) => isNames(labels) ? labels : []);
	return [.../* @__PURE__ */ new Set([...law.sections.authorise.labels, ...own])].sort();
}
/** Whether one of those lists has a state of this remote. */
function isInLists(lists, remote, state) {
	return lists.some((states) => require_core.isWantedState(state, require_core.wantedStates(remote, { states })));
}
function isStates(value) {
	return isNames(value) || typeof value === "object" && value !== null && Object.values(value).every(isNames);
}
function isNames(value) {
	return Array.isArray(value) && value.every((one) => typeof one === "string");
}

// src/ledger/policy-digest.ts
/** The trackers whose tickets a ledger holds: files of the repository are there anyway, private tickets must not be. */
function ledgerRemotes({ remotes }) {
	return remotes.filter(({ kind, settings }) => kind !== "markdown" && settings.private !== true);
}
/**
* Hex sha256 of what a ledger's rows rest on: which trackers are asked, and which of their tickets authorise. The same at
* every door, where the digest of the law itself is another at each.
*/
function ledgerPolicyDigest(law) {
	const { authorise, projects = {} } = law.sections;
	const remotes = ledgerRemotes(law).map(({ name, kind, settings: { write: _, ...settings } }) => ({
		name,
		kind,
		settings
	}));
	const scoped = {
		labels: wantedLabels(law),
		approvals: require_core.approvalLaws(law)
	};
	return (0, node_crypto.createHash)("sha256").update(require_core.canonical({
		authorise,
		remotes,
		projects,
		states: stateLists(law),
		...scoped
	})).digest("hex");
}

// src/ledger/numbers.ts
/** Trackers that number their tickets upwards, in each project or all together. */
const NUMBERED = /* @__PURE__ */ new Set([
	"github",
	"gitlab",
	"jira",
	"linear",
	"azure-devops"
]);
const SHAPE = /^(?:(.+)[-#])?([0-9]{1,15})$/;
/** Where an id stands in its tracker's counting: `PROJ` and 7 of `PROJ-7`, nothing and 7 of `7`; null: it is not counted. */
function numberOf(kind, id) {
	const match = NUMBERED.has(kind) ? SHAPE.exec(id) : null;
	return match === null ? null : {
		project: match[1] ?? "",
		number: Number(match[2])
	};
}
/** The project that an id names by itself; null: none. */
function projectIn(id) {
	return /^(.+)[-#][0-9]+$/.exec(id)?.[1] ?? null;
}
/** The id with this number, as its tracker writes it: the other way round than `numberOf`. */
function idAt(kind, project, number) {
	if (project === "") return String(number);
	return `${project}${kind === "jira" || kind === "linear" ? "-" : "#"}${number}`;
}
/** The numbers that a listing left out. */
function gapsOf(listed, { kind, most, isEmpty }) {
	const numbers = /* @__PURE__ */ new Map();
	for (const id of listed) {
		const place = numberOf(kind, id);
		if (place === null) continue;
		const known = numbers.get(place.project) ?? /* @__PURE__ */ new Set();
		numbers.set(place.project, known.add(place.number));
	}
	const ids = [];
	const through = [];
	for (const [project, known] of [...numbers].sort(([, a], [, b]) => openIn(a) - openIn(b))) {
		const open = openIds(known, most - ids.length, (number) => {
			const id = idAt(kind, project, number);
			return isEmpty(id) ? null : id;
		});
		ids.push(...open.ids);
		if (open.through > 0) through.push([project, open.through]);
	}
	return {
		ids,
		through: Object.fromEntries(through.sort(([a], [b]) => a < b ? -1 : 1))
	};
}
/** The first gaps, and the number below which there are no others. `gapAt`: null: it is known to be empty. */
function openIds(known, most, gapAt) {
	const ids = [];
	const highest = highestOf(known);
	for (let number = 1; number < highest; number++) {
		const gap = known.has(number) ? null : gapAt(number);
		if (gap === null) continue;
		if (ids.length === most) return {
			ids,
			through: number - 1
		};
		ids.push(gap);
	}
	return {
		ids,
		through: highest
	};
}
function openIn(known) {
	return highestOf(known) - known.size;
}
/** Not by spreading: a list of 100,000 is more than a call takes arguments. */
function highestOf(numbers) {
	let highest = 0;
	for (const number of numbers) highest = Math.max(highest, number);
	return highest;
}

// src/ledger/header-time.ts
/** Milliseconds since 1970 of a header's time. The shape of a header lets no other times in. */
function millisecondsAt(time) {
	return (require_core.secondsOf(time) ?? 0) * 1e3;
}

// src/ledger/shape.ts
const text = (value) => typeof value === "string";
const number = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const digest = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
/** Seconds of the years 1970 to 9999. */
const seconds = (value) => number(value) && Number(value) < 253402300800;
const time = (value) => typeof value === "string" && value.endsWith("Z") && require_core.secondsOf(value) !== null;
const flag = (value) => value === true;
const orNull = (test) => (value) => value === null || test(value);
const oneOf = (...values) => (value) => values.includes(value);
const list = (test) => (value) => Array.isArray(value) && value.every(test);
const either = (...tests) => (value) => tests.some((test) => test(value));
/** Names that end in `?` may be left out; members that are not named here are for later versions, and are passed over. */
function record(members) {
	const tests = Object.entries(members).map(([name, test]) => ({
		name: name.replace(/\?$/, ""),
		mayLack: name.endsWith("?"),
		test
	}));
	return (value) => {
		if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
		const there = new Map(Object.entries(value));
		return tests.every(({ name, mayLack, test }) => there.has(name) ? test(there.get(name)) : mayLack);
	};
}
const numbers = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(number);
const categories = oneOf("open", "in_progress", "done", "canceled", "unknown");
const types = oneOf("epic", "story", "task", "bug", "feature", "idea", "chore", "docs", "spike", "other");
const kinds = oneOf("github", "gitlab", "jira", "linear", "azure-devops", "clickup", "notion");
const header = record({
	schemaVersion: oneOf(1),
	kind: oneOf("ledger"),
	audience: text,
	seq: number,
	issuedAt: time,
	expiresAt: time,
	count: number,
	policyDigest: digest,
	bodySha256: digest,
	fields: list(oneOf(...require_home.LEDGER_FIELDS)),
	remotes: list(record({
		name: text,
		kind: kinds,
		complete: oneOf(true, false),
		through: numbers,
		"untold?": list(text)
	})),
	states: list(record({
		name: text,
		category: categories
	})),
	types: list(record({
		name: text,
		category: types
	})),
	people: list(record({
		name: text,
		"account?": text,
		"login?": text,
		"email?": text,
		"isBot?": flag
	}))
});
const digests = (value) => Array.isArray(value) && value.length === 3 && value.every(digest);
const approval = either(record({
	by: number,
	at: seconds,
	of: digests
}), record({
	by: number,
	at: seconds,
	label: text,
	changed: list(text)
}));
const span = (value) => {
	if (!Array.isArray(value) || value.length < 3 || value.length > 4) return false;
	const [from, lasted, state, by = null] = value;
	const ends = lasted === null || number(lasted) && seconds(Number(from) + Number(lasted));
	return seconds(from) && ends && number(state) && orNull(number)(by);
};
const row = record({
	id: text,
	"state?": number,
	"type?": orNull(number),
	"at?": orNull(seconds),
	spans: list(span),
	"moved?": text,
	"scope?": orNull(text),
	"created?": orNull(seconds),
	"since?": seconds,
	"begins?": seconds,
	"archived?": flag,
	"labels?": list(text),
	"excludedBy?": text,
	"risk?": oneOf("low", "medium", "high", "critical"),
	"outsider?": flag,
	"vouchers?": list(number),
	"author?": number,
	"assignees?": list(number),
	"parent?": text,
	"versions?": list(text),
	"iteration?": orNull(text),
	"snapshot?": digests,
	"approvals?": list(approval),
	"untold?": list(oneOf("assignees", "parent", "approvals", "snapshot"))
});
/** A ledger's header. */
function isHeader(value) {
	return header(value);
}
/** A ledger's row. */
function isRow(value) {
	return row(value);
}
/** What a line of JSON holds; undefined where it is none. */
function parsedLine(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}

// src/ledger/ticket.ts
/** The ticket that a row tells of: without title, text and address, which no ledger holds. */
function ticketOf(row, remote, header) {
	const asked = row.id.slice(remote.name.length + 1);
	const id = row.moved ?? asked;
	const { state, type, at, created } = require_members.wholeRow(row);
	return {
		remote: remote.name,
		id,
		key: require_core.writtenId(grammarOf(remote.kind), id),
		url: null,
		title: "",
		type: type === null ? null : header.types[type] ?? null,
		state: stateAt(state, header),
		project: row.scope === void 0 ? projectIn(id) : row.scope,
		assignees: peopleAt(row.assignees ?? [], header),
		createdBy: personAt(row.author, header),
		labels: row.labels ?? [],
		parent: row.parent ?? null,
		createdAt: timeOf(created),
		updatedAt: timeOf(at),
		archived: row.archived ?? false,
		movedFrom: row.moved === void 0 ? null : asked,
		description: "",
		criteria: [],
		affected: [],
		path: null,
		past: {
			status: "told",
			spans: spansOf(row, header),
			...recordOf(row)
		},
		...planOf(row, header),
		...marksOf(row, header)
	};
}
function marksOf(row, header) {
	const untold = [...row.untold ?? [], ...unread(header.fields)];
	return {
		...untold.length === 0 ? {} : { untold },
		...row.excludedBy === void 0 ? {} : { excludedBy: row.excludedBy },
		...row.risk === void 0 ? {} : { risk: row.risk },
		...row.snapshot === void 0 ? {} : { snapshot: snapshotOf(row.snapshot) },
		...row.approvals === void 0 ? {} : { approvals: row.approvals.map((one) => approvalOf(one, header)) },
		...row.outsider === void 0 ? {} : { origin: {
			outsider: true,
			vouchers: peopleAt(row.vouchers ?? [], header)
		} }
	};
}
/** A rule that came on after the ledger was made must not take "not written down" for "none". */
function unread(fields) {
	return ["assignees", "parent"].filter((field) => !fields.includes(field));
}
function planOf({ versions, iteration }, { fields }) {
	if (!fields.includes("plan")) return {};
	return {
		...versions === void 0 ? {} : { versions },
		...iteration === void 0 ? {} : { iteration }
	};
}
function spansOf({ spans }, header) {
	return spans.map((span) => ({
		from: timeOf(span[0]) ?? "",
		until: timeOf(require_members.endOf(span)),
		state: stateAt(span[2], header),
		by: personAt(span[3], header)
	}));
}
/** From when on there is a record of it, and what came before its first span. */
function recordOf({ since, begins }) {
	const [told, made] = [timeOf(since ?? null), timeOf(begins ?? null)];
	return {
		...told === null ? {} : { since: told },
		...made === null ? {} : { begins: made }
	};
}
function approvalOf(row, header) {
	const by = personAt(row.by, header) ?? NOBODY;
	const at = timeOf(row.at) ?? "";
	if ("of" in row) return {
		by,
		at,
		of: {
			kind: "comment",
			snapshot: snapshotOf(row.of)
		}
	};
	const changed = require_core.SNAPSHOT_FIELDS.filter((field) => row.changed.includes(field));
	return {
		by,
		at,
		of: {
			kind: "label",
			label: row.label,
			changed
		}
	};
}
function snapshotOf([title, description, criteria]) {
	return {
		title,
		description,
		criteria
	};
}
/** A place that the table does not have is no state that allows anything. */
function stateAt(place, { states }) {
	return states[place] ?? {
		name: "",
		category: "unknown"
	};
}
function peopleAt(places, header) {
	return places.flatMap((place) => personAt(place, header) ?? []);
}
function personAt(place, { people }) {
	const found = place === null || place === void 0 ? void 0 : people[place];
	return found === void 0 ? null : {
		...found,
		email: found.email ?? ""
	};
}
const NOBODY = {
	name: "",
	email: ""
};
/** RFC 3339 in UTC of seconds since 1970. */
function timeOf(seconds) {
	return seconds === null ? null : (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString().replace(".000Z", "Z");
}
function grammarOf(kind) {
	if (kind === "azure-devops") return "azure";
	return kind === "markdown" ? "tasks" : kind;
}

// src/ledger/look-up.ts
/** The row of a line; null: there is no such line, or it is no row. */
function rowAt(line) {
	const value = line === null ? null : parsedLine(line);
	return isRow(value) ? value : null;
}
/** What a ledger that counts `until` then knows of a ticket. What it does not hold is absent only where it lists everything up to that number. */
function lookUpIn(header, lines, key, until) {
	const sign = key.indexOf(":");
	const remote = header.remotes.find(({ name }) => name === key.slice(0, sign));
	if (remote === void 0) return {
		status: "unavailable",
		detail: "the ledger holds no ticket of this remote"
	};
	const line = lines.find(key);
	if (line === null) return missing(remote, key.slice(sign + 1), header);
	const row = rowAt(line);
	if (row === null) return {
		status: "unavailable",
		detail: "the ledger's row for it can't be read"
	};
	return {
		status: "found",
		ticket: ticketOf(row, remote, header),
		source: "ledger",
		asOf: header.issuedAt,
		until
	};
}
/** Every ticket that a ledger holds of a remote. */
function* ticketsIn(header, lines, name) {
	const remote = header.remotes.find((one) => one.name === name);
	const start = require_core.lookupKey(name, "");
	for (let index = 0; remote !== void 0 && index < lines.count; index++) {
		const row = rowAt(lines.at(index));
		if (row?.id.startsWith(start)) yield ticketOf(row, remote, header);
	}
}
function missing({ kind, complete, through, untold = [] }, id, { issuedAt }) {
	if (!complete) return {
		status: "unavailable",
		detail: `the ledger of ${issuedAt} holds only some tickets, and not this one`
	};
	if (untold.includes(id)) return {
		status: "unavailable",
		detail: `the tracker would not tell of it when the ledger of ${issuedAt} was made`
	};
	const place = numberOf(kind, id);
	const highest = place !== null && Object.hasOwn(through, place.project) ? through[place.project] : void 0;
	if (place === null || highest === void 0 || place.number > highest) return {
		status: "unavailable",
		detail: `the ledger of ${issuedAt} does not hold it; it may be newer, or hidden among too many numbers`
	};
	return {
		status: "absent",
		detail: `the ledger of ${issuedAt} lists every ticket up to number ${highest}`
	};
}

// src/ledger/refusal.ts
const BUILD = "golden-thread ledger build";
const FETCH = "golden-thread ledger fetch";
const FIXES = {
	none: FETCH,
	malformed: FETCH,
	unsigned: BUILD,
	"unknown-key": "golden-thread config explain ledger.keys",
	"bad-signature": FETCH,
	"key-past": BUILD,
	"unknown-identity": "golden-thread config explain ledger.identities",
	"identity-past": BUILD,
	"no-trusted-root": "golden-thread ledger trust",
	"untrusted-root": "golden-thread ledger trust",
	unlogged: BUILD,
	"body-changed": FETCH,
	reordered: BUILD,
	foreign: "golden-thread config explain ledger.audience",
	expired: BUILD,
	"rolled-back": FETCH,
	"other-policy": BUILD
};
/** A refusal with the command that is usual for it. */
function refused(code, detail) {
	return {
		status: "invalid",
		code,
		detail,
		fix: FIXES[code]
	};
}

// src/ledger/seal.ts
/** Signatures of one envelope: two keys overlap, and some are left over. Each that is checked costs time, before anything is believed. */
const MOST_SIGNATURES = 8;
/** What a ledger's second line proves of its first, or why it proves nothing; null: it is no signature at all. */
function sealOf(line, payload, { keys, bundle }) {
	const envelope = require_dsse.readEnvelope(line);
	if (envelope !== null) return envelope.payloadType === "application/vnd.golden-thread.ledger+json" ? byKeys(envelope, payload, keys) : null;
	if (bundle === void 0) return null;
	const judged = bundle(line, payload);
	return "status" in judged ? judged : { identity: judged };
}
function byKeys(envelope, payload, keys) {
	const count = envelope.signatures.length;
	if (count > MOST_SIGNATURES) return refused("malformed", `The ledger has ${count} signatures; at most ${MOST_SIGNATURES} are read.`);
	if (require_dsse.fromBase64(envelope.payload)?.equals(payload) !== true) return refused("bad-signature", "The ledger's first line is not what was signed.");
	const named = keys.filter(({ id }) => envelope.signatures.some(({ keyid }) => keyid === id));
	if (named.length === 0) return unknownKey(envelope, keys);
	const holding = named.filter((key) => holds(envelope, payload, key));
	return holding.length > 0 ? { keys: holding } : refused("bad-signature", `The signature is not that of the policy's key ${namesOf(named)}.`);
}
function holds(envelope, payload, { id, spki }) {
	const key = require_dsse.publicKeyOf(spki);
	return key !== null && require_dsse.isSealedBy(envelope, payload, id, key);
}
function unknownKey({ signatures }, keys) {
	const found = require_shortened.shortened(signatures.map(({ keyid }) => keyid).join(", "));
	const wanted = keys.length === 0 ? "and the policy names no key" : `not by the policy's ${namesOf(keys)}`;
	return refused("unknown-key", `The ledger is signed by the key ${found}, ${wanted}.`);
}
function namesOf(keys) {
	return keys.map(({ id }) => id).join(", ");
}
/** Who signed. */
function signerOf(seal) {
	return "identity" in seal ? seal.identity : {
		kind: "key",
		id: seal.keys[0]?.id ?? ""
	};
}
/** Why what the seal proves does not fit the header's times; null: it does. `skewMs`: clocks may differ by as much. */
function sealPast(header, seal, skewMs) {
	return "identity" in seal ? identityPast(header, seal.identity, skewMs) : keyPast(header, seal.keys);
}
/** A key verifies to the end of its last day what was issued until then. */
function keyPast({ issuedAt }, keys) {
	const issued = millisecondsAt(issuedAt);
	if (keys.some(({ until }) => until === null || issued <= Date.parse(`${until}T23:59:59.999Z`))) return null;
	const [key] = keys;
	return refused("key-past", `The ledger was issued at ${issuedAt}, after the last day of the key ${key?.id}: ${key?.until}.`);
}
/** It is signed after it was issued, by a time that the signer does not tell himself, and before it expires. */
function identityPast(header, { at }, skewMs) {
	const signed = Date.parse(at);
	if (signed >= millisecondsAt(header.issuedAt) - skewMs && signed <= millisecondsAt(header.expiresAt) + skewMs) return null;
	return refused("identity-past", `The ledger was signed at ${at}, and says that it was issued at ${header.issuedAt} and expires at ${header.expiresAt}.`);
}

// src/ledger/read.ts
/** Clocks of those who issue and those who read may differ by as much. */
const SKEW_MS = 3e5;
/** What an envelope or a bundle is longer than its payload in base64: a bundle has a certificate, log entries and timestamps. */
const ENVELOPE_ROOM = 32768;
/** As bundles are written into ledgers. */
const BUNDLE_START = "{\"mediaType\":\"application/vnd.dev.sigstore.bundle";
const NEWLINE = 10;
const RETURN = 13;
/** Whether a ledger's second line is a Sigstore bundle, by its look alone. */
function isBundled(data) {
	const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	const first = bytes.indexOf(NEWLINE);
	const start = bytes.subarray(first + 1, first + 1 + 49);
	return first > 0 && start.toString("latin1") === BUNDLE_START;
}
/** Reads a ledger: everything is verified before anything of it counts. Never throws. */
function readLedger(data, terms) {
	const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	if (bytes.length > 67108864) return refused("malformed", `The ledger has ${bytes.length} bytes; at most ${require_home.MOST_LEDGER_BYTES} are read.`);
	const first = bytes.indexOf(NEWLINE);
	const second = first < 0 ? -1 : bytes.indexOf(NEWLINE, first + 1);
	if (first <= 0 || !(0, node_buffer.isUtf8)(bytes.subarray(0, first))) return refused("malformed", "This is no ledger: it does not begin with a line of JSON.");
	if (bytes[first - 1] === RETURN) return refused("malformed", "The ledger's lines end in CRLF: git or an editor rewrote it on its way (in .gitattributes: *.jsonl -text).");
	if (second - first > Math.ceil(first / 3) * 4 + ENVELOPE_ROOM) return refused("malformed", "The ledger's second line is longer than an envelope of its first can be.");
	const payload = bytes.subarray(0, first);
	const sealed = second < 0 ? null : sealOf(bytes.toString("utf8", first + 1, second), payload, terms);
	if (sealed === null) return refused("unsigned", "The ledger has no signature: its second line is neither a DSSE envelope of its first nor a Sigstore bundle.");
	if ("status" in sealed) return sealed;
	const header = parsedLine(payload.toString("utf8"));
	if (!isHeader(header)) return refused("malformed", "The ledger's first line is not that of a ledger that this version reads.");
	const objection = sealPast(header, sealed, SKEW_MS) ?? byTerms(header, terms);
	if (objection !== null) return objection;
	const lines = rowsOf(bytes, second + 1, header);
	return "status" in lines ? lines : ledgerOf(header, lines, signerOf(sealed), terms);
}
function ledgerOf(header, lines, signer, { maxAgeMs }) {
	const expires = millisecondsAt(header.expiresAt);
	const end = maxAgeMs === null ? expires : Math.min(expires, millisecondsAt(header.issuedAt) + maxAgeMs);
	const until = new Date(end).toISOString();
	return {
		status: "valid",
		header,
		signer,
		lookup: (key) => lookUpIn(header, lines, key, until),
		row: (key) => rowAt(lines.find(key)),
		*rows() {
			for (let index = 0; index < lines.count; index++) {
				const row = rowAt(lines.at(index));
				if (row !== null) yield row;
			}
		},
		tickets: (remote) => ticketsIn(header, lines, remote)
	};
}
function byTerms(header, terms) {
	const { audience, seq, policyDigest } = header;
	if (!require_audience.isSameAudience(audience, terms.audience)) return refused("foreign", `The ledger is made for ${require_shortened.shortened(audience)}; wanted: ${terms.audience}.`);
	const late = tooLate(header, terms);
	if (late !== null) return refused("expired", late);
	if (terms.highestSeq !== null && seq < terms.highestSeq) return refused("rolled-back", `The ledger has the number ${seq}, and number ${terms.highestSeq} was seen here before.`);
	if (terms.policyDigest !== null && policyDigest !== terms.policyDigest) return refused("other-policy", `The ledger was made under other remotes or another authorise section (${policyDigest.slice(0, 12)}; wanted: ${terms.policyDigest.slice(0, 12)}).`);
	return null;
}
function tooLate({ issuedAt, expiresAt }, { maxAgeMs, now }) {
	if (maxAgeMs === null) return null;
	const [issued, expires] = [millisecondsAt(issuedAt), millisecondsAt(expiresAt)];
	const clock = new Date(now).toISOString();
	if (issued > now + SKEW_MS) return `The ledger was issued at ${issuedAt}, and it is ${clock} here.`;
	if (now > expires) return `The ledger expired at ${expiresAt}.`;
	if (now > issued + maxAgeMs) return `The ledger was issued at ${issuedAt}; by the policy's ledger.max_age it counted until ${new Date(issued + maxAgeMs).toISOString()}.`;
	return null;
}
function rowsOf(bytes, start, { bodySha256, count }) {
	const body = bytes.subarray(start);
	if ((0, node_crypto.createHash)("sha256").update(body).digest("hex") !== bodySha256) return refused("body-changed", "The ledger's rows are not those that were signed.");
	const indexed = require_lines.indexRows(bytes, start, count);
	if (indexed.ok) return indexed.lines;
	const line = indexed.line + 3;
	return indexed.why === "order" ? refused("reordered", `The ledger's rows are out of order, or one is there twice, at line ${line}.`) : refused("malformed", `The ledger tells of ${count} rows, and line ${line} is not as it must be for that.`);
}

// src/store/ledger-seen.ts
/**
* Opens what is kept for a repository with all its work trees. Any version reads it: forgetting it would let an old ledger in. Each number is
* an empty file of that name, so nobody ever writes over a higher one, whoever else writes at that moment, and no lock can be left behind.
*/
function seenLedgers(commonDir) {
	const folderOf = (audience) => {
		const name = (0, node_crypto.createHash)("sha256").update(audience.toLowerCase()).digest("hex");
		return (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "ledger-seen", name);
	};
	return {
		highest: (audience) => numbersIn(folderOf(audience)).at(-1) ?? null,
		note(audience, seq) {
			const folder = folderOf(audience);
			const before = numbersIn(folder);
			if (seq <= (before.at(-1) ?? -1)) return;
			require_store.writeAtomic((0, node_path.join)(folder, String(seq)), "");
			for (const old of before.slice(0, -1)) (0, node_fs.rmSync)((0, node_path.join)(folder, String(old)), { force: true });
		}
	};
}
/** Lowest first. */
function numbersIn(folder) {
	try {
		return (0, node_fs.readdirSync)(folder).filter((name) => /^\d{1,16}$/.test(name)).map(Number).sort((a, b) => a - b);
	} catch {
		return [];
	}
}

// src/ledgers.ts
var ledgers_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	audienceHere: () => audienceHere,
	openLedger: () => openLedger,
	openPastLedger: () => openPastLedger,
	rememberLedger: () => rememberLedger,
	verifyLedger: () => verifyLedger
});
/**
* Opens the ledger that the law names: reads its home, verifies every byte, and remembers its number, so that an older one is known.
* Null: the law names none. Throws Fault("unavailable") for an address that gives no answer, Fault("git") and Fault("storage").
*/
async function openLedger(place) {
	const { law, repo } = place;
	if (law.ledger === null) return null;
	const { from } = law.ledger;
	if (from.startsWith("refs/")) await place.bringRef?.(from);
	const bytes = await require_home.readHome(place, from);
	if (bytes === null) return refused("none", `There is no ledger at ${law.ledger.from}.`);
	const answer = await verifyLedger(place, bytes);
	if (answer.status === "valid") rememberLedger(repo.commonDir, answer.header.audience, answer.header.seq);
	return answer;
}
/** Whether bytes are a ledger that would count here and now. Remembers nothing. */
async function verifyLedger(place, bytes) {
	const { law, repo, now } = place;
	const audience = await audienceHere(place);
	if (audience === null || law.ledger === null) return NO_AUDIENCE;
	return readLedger(bytes, {
		keys: law.ledger.keys,
		audience,
		maxAgeMs: require_core.milliseconds(law.ledger.maxAge),
		now: now().getTime(),
		policyDigest: ledgerPolicyDigest(law),
		highestSeq: seenLedgers(repo.commonDir).highest(audience),
		...await bundleCheck(place, bytes)
	});
}
/** Reads bytes as a ledger of this repository, however old, and under whatever policy it was made: for who looks back. */
async function openPastLedger(place, bytes) {
	const audience = await audienceHere(place);
	if (audience === null) return NO_AUDIENCE;
	return readLedger(bytes, {
		keys: place.law.ledger?.keys ?? [],
		audience,
		maxAgeMs: null,
		now: place.now().getTime(),
		policyDigest: null,
		highestSeq: null,
		...await bundleCheck(place, bytes)
	});
}
/** What judges a bundle, loaded only where there is one. The trusted root is the trusted tree's, so nobody is asked for it. */
async function bundleCheck({ law: { ledger }, tree }, bytes) {
	if (ledger === null || !isBundled(bytes)) return {};
	const { identities, sigstore } = ledger;
	const path = sigstore.trustedRoot;
	const [{ openBundleCheck }, root] = await Promise.all([Promise.resolve().then(() => require("./sigstore-bundle-check.js")), tree.read(path, MOST_ROOT_BYTES)]);
	return { bundle: openBundleCheck({
		identities,
		root: root === null ? null : Buffer.from(root).toString("utf8"),
		path
	}) };
}
/** Largest trusted root that is read: the public one has 7 kB. */
const MOST_ROOT_BYTES = 1048576;
/** `host/owner/repo` that ledgers of this repository are made for: as the policy says, else as origin does; null: neither tells. */
async function audienceHere({ law, repo }) {
	const named = law.ledger?.audience ?? null;
	if (named !== null) return named;
	const url = await require_git.originUrl(repo);
	return url === null ? null : require_audience.audienceOf(url);
}
/** Notes a ledger's number; where that can't be kept, an older one is known by its age alone. */
function rememberLedger(commonDir, audience, seq) {
	require_quietly.quietly(() => seenLedgers(commonDir).note(audience, seq));
}
const NO_AUDIENCE = refused("foreign", "The policy has no ledger.audience, and no origin tells it.");

Object.defineProperty(exports, "audienceHere", {
  enumerable: true,
  get: function () {
    return audienceHere;
  }
});
Object.defineProperty(exports, "gapsOf", {
  enumerable: true,
  get: function () {
    return gapsOf;
  }
});
Object.defineProperty(exports, "isInLists", {
  enumerable: true,
  get: function () {
    return isInLists;
  }
});
Object.defineProperty(exports, "ledgerPolicyDigest", {
  enumerable: true,
  get: function () {
    return ledgerPolicyDigest;
  }
});
Object.defineProperty(exports, "ledgerRemotes", {
  enumerable: true,
  get: function () {
    return ledgerRemotes;
  }
});
Object.defineProperty(exports, "ledgers_exports", {
  enumerable: true,
  get: function () {
    return ledgers_exports;
  }
});
Object.defineProperty(exports, "openLedger", {
  enumerable: true,
  get: function () {
    return openLedger;
  }
});
Object.defineProperty(exports, "openPastLedger", {
  enumerable: true,
  get: function () {
    return openPastLedger;
  }
});
Object.defineProperty(exports, "projectIn", {
  enumerable: true,
  get: function () {
    return projectIn;
  }
});
Object.defineProperty(exports, "refused", {
  enumerable: true,
  get: function () {
    return refused;
  }
});
Object.defineProperty(exports, "rememberLedger", {
  enumerable: true,
  get: function () {
    return rememberLedger;
  }
});
Object.defineProperty(exports, "seenLedgers", {
  enumerable: true,
  get: function () {
    return seenLedgers;
  }
});
Object.defineProperty(exports, "stateLists", {
  enumerable: true,
  get: function () {
    return stateLists;
  }
});
Object.defineProperty(exports, "verifyLedger", {
  enumerable: true,
  get: function () {
    return verifyLedger;
  }
});
Object.defineProperty(exports, "wantedLabels", {
  enumerable: true,
  get: function () {
    return wantedLabels;
  }
});