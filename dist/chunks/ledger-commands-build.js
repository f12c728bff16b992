"use strict";

const require_core = require("./core.js");
const require_git = require("./git.js");
const require_ledger_ref = require("./git-ledger-ref.js");
const require_ledgers = require("./ledgers.js");
const require_lines = require("./ledger-lines.js");
const require_members = require("./ledger-members.js");
const require_home = require("./ledgers-home.js");
const require_signing_key = require("./signing-signing-key.js");
const require_askable = require("./connect-askable.js");
const require_approvals = require("./gather-approvals.js");
const require_store = require("./store.js");
const require_place = require("./ledger-commands-place.js");
const require_dsse = require("./ledger-dsse.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/ledger/needs.ts
/** Reads a law's needs once. */
function ledgerNeeds(law) {
	const { approval } = law.sections.authorise;
	const approvals = [...approval === null ? [] : [approval], ...require_core.approvalLaws(law)];
	const named = [...require_ledgers.wantedLabels(law), ...approvals.flatMap(({ label }) => label ?? [])];
	const isByRisk = approvals.some(({ risk }) => risk !== null);
	const lists = require_ledgers.stateLists(law);
	return {
		fields: [
			["assignees", require_core.isAnywhereOn(law, require_core.ASSIGNEE_RULE)],
			["authors", require_core.isAnywhereOn(law, require_core.AUTHORISER_RULE)],
			["by", require_core.isAnywhereOn(law, require_core.AUTHORISER_RULE)],
			["parent", require_core.parentLevels(law) > 0],
			["plan", require_core.isAnywhereOn(law, require_core.RELEASE_RULE)],
			["states", lists.length > 1]
		].flatMap(([field, isNeeded]) => isNeeded ? [field] : []),
		isLabel: (label) => named.some((one) => require_core.isSameName(one, label)) || isByRisk && require_core.isRiskLabel(label),
		isAllowed: (remote, state) => require_ledgers.isInLists(lists, remote, state)
	};
}

// src/ledger/row.ts
/** The row of a ticket: what a law's rules read of it and nothing else; no title, no text, no address. */
function rowOf({ ticket, past, asked }, needs, tables) {
	const has = (field) => needs.fields.includes(field);
	const spans = (has("states") ? past.spans : runsOf(past.spans)).map((span) => {
		const from = seconds(span.from) ?? 0;
		const until = span.until === null ? null : seconds(span.until);
		const plain = [
			from,
			until === null ? null : Math.max(until - from, 0),
			tables.state(span.state)
		];
		return has("by") && span.by !== null ? [...plain, tables.person(span.by)] : plain;
	});
	return {
		id: require_core.lookupKey(ticket.remote, asked ?? ticket.id),
		...standing(ticket, spans, tables),
		spans,
		...asked === void 0 ? {} : { moved: ticket.id },
		...ownMembers(ticket, needs),
		...past.since === void 0 ? {} : { since: seconds(past.since) ?? 0 },
		...past.begins === void 0 ? {} : { begins: seconds(past.begins) ?? 0 },
		...peopleOf(ticket, has, tables),
		...planOf(ticket, has),
		...approvalOf(ticket, tables)
	};
}
/** Spans without a gap between them as one: who began the first, and the state of the last. */
function runsOf(spans) {
	const runs = [];
	for (const span of spans) {
		const last = runs.at(-1);
		if (last === void 0 || last.until !== span.from) runs.push(span);
		else runs[runs.length - 1] = {
			...last,
			until: span.until,
			state: span.state
		};
	}
	return runs;
}
/** State, type and times, as far as spans and tables do not tell them. */
function standing(ticket, spans, tables) {
	const implied = require_members.impliedBy({ spans });
	const [state, at, created] = [
		tables.state(ticket.state),
		seconds(ticket.updatedAt),
		seconds(ticket.createdAt)
	];
	const type = ticket.type === null ? null : tables.type(ticket.type);
	return {
		...state === implied.state ? {} : { state },
		...type === 0 ? {} : { type },
		...at === implied.at ? {} : { at },
		...created === implied.created ? {} : { created }
	};
}
function ownMembers(ticket, needs) {
	const { id, project, archived, excludedBy, risk, untold = [] } = ticket;
	const labels = ticket.labels.filter(needs.isLabel);
	return {
		...project === require_ledgers.projectIn(id) ? {} : { scope: project },
		...archived ? { archived } : {},
		...labels.length === 0 ? {} : { labels },
		...excludedBy === void 0 ? {} : { excludedBy },
		...risk === void 0 ? {} : { risk },
		...untold.length === 0 ? {} : { untold }
	};
}
function peopleOf({ origin, createdBy, assignees }, has, tables) {
	const vouchers = origin?.vouchers.map(tables.person) ?? [];
	return {
		...origin?.outsider === true ? { outsider: true } : {},
		...origin?.outsider !== true || vouchers.length === 0 ? {} : { vouchers },
		...has("authors") && createdBy !== null ? { author: tables.person(createdBy) } : {},
		...has("assignees") && assignees.length > 0 ? { assignees: assignees.map(tables.person) } : {}
	};
}
function planOf({ parent, versions, iteration }, has) {
	return {
		...has("parent") && parent !== null ? { parent } : {},
		...has("plan") && versions !== void 0 ? { versions } : {},
		...has("plan") && iteration !== void 0 ? { iteration } : {}
	};
}
function approvalOf({ snapshot, approvals }, tables) {
	return {
		...snapshot === void 0 ? {} : { snapshot: [
			snapshot.title,
			snapshot.description,
			snapshot.criteria
		] },
		...approvals === void 0 ? {} : { approvals: approvals.map((one) => approval(one, tables)) }
	};
}
function approval({ by, at, of }, tables) {
	const given = {
		by: tables.person(by),
		at: seconds(at) ?? 0
	};
	return of.kind === "comment" ? {
		...given,
		of: [
			of.snapshot.title,
			of.snapshot.description,
			of.snapshot.criteria
		]
	} : {
		...given,
		label: of.label,
		changed: of.changed
	};
}
function seconds(text) {
	return text === null ? null : require_core.secondsOf(text);
}

// src/ledger/tables.ts
/** Opens empty tables. */
function openTables() {
	const states = table();
	const types = table();
	const people = table();
	return {
		state: ({ name, category }) => states.placeOf({
			name,
			category
		}),
		type: ({ name, category }) => types.placeOf({
			name,
			category
		}),
		person: (person) => people.placeOf(require_home.ledgerPerson(person)),
		lists: () => ({
			states: states.all,
			types: types.all,
			people: people.all
		})
	};
}
function table() {
	const all = [];
	const places = /* @__PURE__ */ new Map();
	return {
		all,
		placeOf(value) {
			const key = JSON.stringify(value);
			const known = places.get(key);
			if (known !== void 0) return known;
			places.set(key, all.length);
			all.push(value);
			return all.length - 1;
		}
	};
}

// src/ledger/write.ts
/** Types that tickets have, the most frequent first. */
function byFrequency(tickets) {
	const counts = /* @__PURE__ */ new Map();
	for (const { ticket } of tickets) {
		if (ticket.type === null) continue;
		const key = JSON.stringify([ticket.type.name, ticket.type.category]);
		counts.set(key, {
			type: ticket.type,
			count: (counts.get(key)?.count ?? 0) + 1
		});
	}
	return [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)).map(([, { type }]) => type);
}
/** A draft and the line that signs it, as bytes. */
function sealedLedger({ line, body }, signature) {
	return Buffer.concat([
		line,
		Buffer.from(`\n${signature}\n`, "utf8"),
		body
	]);
}
/** What is to be signed. The same tickets give the same rows. */
function draftLedger(issue) {
	const { tickets, needs, audience, seq, issuedAt, expiresAt, policyDigest, remotes } = issue;
	const tables = openTables();
	for (const type of byFrequency(tickets)) tables.type(type);
	const rows = tickets.map((one) => ({
		key: require_lines.rowKey(require_core.lookupKey(one.ticket.remote, one.asked ?? one.ticket.id)),
		one
	})).sort((a, b) => require_lines.byRowKey(a.key, b.key)).map(({ one }) => `${JSON.stringify(rowOf(one, needs, tables))}\n`);
	const body = Buffer.from(rows.join(""), "utf8");
	const header = {
		schemaVersion: 1,
		kind: "ledger",
		audience,
		seq,
		issuedAt,
		expiresAt,
		count: rows.length,
		policyDigest,
		bodySha256: (0, node_crypto.createHash)("sha256").update(body).digest("hex"),
		fields: needs.fields,
		remotes,
		...tables.lists()
	};
	return {
		header,
		line: Buffer.from(JSON.stringify(header), "utf8"),
		body
	};
}

// src/store/ledger-journal.ts
/** A listing this old has missed too much: tickets that went away since would stay in the ledger. */
const LONGEST_BUILD_MS = 216e5;
/** Opens the journal of a remote. `key`: all that its lines rest on. `now`: milliseconds since 1970. */
function ledgerJournal(commonDir, { remote, key, now }) {
	const print = (0, node_crypto.createHash)("sha256").update(key).digest("hex").slice(0, 16);
	const file = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "ledger-build", `${encodeURIComponent(remote)}-${print}.jsonl`);
	return {
		read() {
			const [head, ...lines] = linesOf(file);
			const began = isHead(head) ? Date.parse(head.began) : NaN;
			return began <= now && now - began <= LONGEST_BUILD_MS ? lines : [];
		},
		add(lines) {
			if (lines.length === 0) return;
			try {
				if ((0, node_fs.statSync)(file, { throwIfNoEntry: false }) === void 0) begin(file, now);
				(0, node_fs.appendFileSync)(file, `\n${lines.map((line) => `${JSON.stringify(line)}\n`).join("")}`, { mode: 384 });
			} catch (cause) {
				throw require_store.storageFault("What was listed for the ledger could not be kept.", file, cause);
			}
		},
		drop: () => (0, node_fs.rmSync)(file, { force: true })
	};
}
function begin(file, now) {
	(0, node_fs.mkdirSync)((0, node_path.dirname)(file), { recursive: true });
	require_store.writeAtomic(file, `${JSON.stringify({ began: new Date(now).toISOString() })}\n`);
}
function linesOf(file) {
	return ((0, node_fs.statSync)(file, { throwIfNoEntry: false }) === void 0 ? "" : (0, node_fs.readFileSync)(file, "utf8")).split("\n").flatMap((line) => {
		try {
			return line === "" ? [] : [JSON.parse(line)];
		} catch {
			return [];
		}
	});
}
function isHead(value) {
	return typeof value === "object" && value !== null && "began" in value && typeof value.began === "string";
}

// src/ledger/spans.ts
/** The times of a past in which the ticket's state allowed work; who began one is told of the first of each run alone. */
function allowedPast(past, isAllowed) {
	const spans = [];
	for (const span of past.spans) {
		if (!isAllowed(span.state)) continue;
		const goesOn = spans.at(-1)?.until === span.from;
		spans.push(goesOn ? {
			...span,
			by: null
		} : span);
	}
	const first = past.spans[0];
	const begins = past.begins ?? (first === void 0 || spans[0]?.from === first.from ? void 0 : first.from);
	return {
		...past,
		spans,
		...begins === void 0 ? {} : { begins }
	};
}
/**
* The past of a ticket whose tracker keeps none, from what was seen of it: open now and in the ledger before counts as open
* between the two; nothing is ever said of the time before it was first seen. `now`: RFC 3339 in UTC.
*/
function seenPast(ticket, before, isAllowed, now) {
	const known = before === null ? [] : allowedPast(before.past, isAllowed).spans;
	const since = before === null ? now : before.past.since ?? known[0]?.from ?? before.issuedAt;
	const last = known.at(-1);
	const isOpen = isAllowed(ticket.state);
	if (last === void 0 || before === null || last.until !== null) return {
		status: "told",
		since,
		spans: isOpen ? [...known, openSince(now, ticket)] : known
	};
	if (isOpen && last.state.name === ticket.state.name) return {
		status: "told",
		since,
		spans: known
	};
	const ended = {
		...last,
		until: isOpen ? now : later(before.issuedAt, last.from)
	};
	return {
		status: "told",
		since,
		spans: [
			...known.slice(0, -1),
			ended,
			...isOpen ? [openSince(now, ticket)] : []
		]
	};
}
function later(one, other) {
	return (require_core.secondsOf(one) ?? 0) >= (require_core.secondsOf(other) ?? 0) ? one : other;
}
function openSince(from, { state }) {
	return {
		from,
		until: null,
		state,
		by: null
	};
}

// src/ledger-commands/former.ts
/** Trackers that round their times must not hide a change behind one of the same moment. */
const SETTLED_SECONDS = 60;
/** The ticket is as it was when the ledger before was made, by its tracker's own word, and all that it did was on record then. */
function isUnchanged(ticket, former) {
	if (former === null || !former.isAlike || ticket.updatedAt === null) return false;
	const found = former.row(require_core.lookupKey(ticket.remote, ticket.id));
	const row = found === null ? null : require_members.wholeRow(found);
	if (row === null || row.at === null || row.since !== void 0) return false;
	const state = former.header.states[row.state];
	const issued = require_core.secondsOf(former.header.issuedAt) ?? 0;
	return row.at === require_core.secondsOf(ticket.updatedAt) && row.at + SETTLED_SECONDS < issued && state?.name === ticket.state.name && state.category === ticket.state.category;
}
/** What the ledger before said of a ticket's past; null: it did not hold it. */
function formerPast(ticket, former) {
	const found = former?.lookup(require_core.lookupKey(ticket.remote, ticket.id));
	if (found?.status !== "found") return null;
	return found.ticket.past?.status === "told" ? found.ticket.past : null;
}

// src/ledger-commands/kept.ts
/** Reads the lines of a journal; what is none of ours is passed over. */
function keptIn(lines) {
	const tickets = /* @__PURE__ */ new Map();
	const pasts = /* @__PURE__ */ new Map();
	let inOrder = true;
	let last = "";
	for (const line of lines) {
		if (isPastLine(line)) pasts.set(line.past.id, line.past);
		if (!isTicketLine(line)) continue;
		const { id, updatedAt } = line.ticket;
		inOrder &&= updatedAt !== null && updatedAt >= last;
		last = updatedAt ?? last;
		tickets.set(id, line.ticket);
	}
	return {
		tickets,
		pasts,
		inOrder
	};
}
/** A ticket without the texts that no ledger holds, as it is noted. */
function withoutText(ticket) {
	return {
		...ticket,
		title: "",
		description: "",
		url: null,
		criteria: [],
		affected: []
	};
}
function isTicketLine(line) {
	if (typeof line !== "object" || line === null || !("ticket" in line)) return false;
	const { ticket } = line;
	return typeof ticket === "object" && ticket !== null && "id" in ticket && typeof ticket.id === "string";
}
function isPastLine(line) {
	if (typeof line !== "object" || line === null || !("past" in line)) return false;
	const { past } = line;
	return typeof past === "object" && past !== null && "id" in past && typeof past.id === "string";
}

// src/ledger-commands/gaps.ts
/** Numbers of one remote that are asked for though no listing had them: a hundred questions to most trackers. The next build asks for more. */
const MOST_GAPS = 5e3;
/** Ids that are asked for at a time. */
const CHUNK = 500;
/** Where only some tickets were listed, what is missing says nothing. */
const NO_GAPS = {
	found: [],
	untold: [],
	through: {}
};
/** Asks for every number that a listing left out: moved, deleted and hidden tickets leave gaps, and each is told otherwise. */
async function fillGaps({ remote, tracker, former, enrich }, listed) {
	const known = new Set(listed);
	const { ids, through } = require_ledgers.gapsOf(known, {
		kind: remote.kind,
		most: MOST_GAPS,
		isEmpty: wasEmpty(remote, former)
	});
	const found = [];
	const untold = [];
	for (let at = 0; at < ids.length; at += CHUNK) {
		const answers = await tracker.many(ids.slice(at, at + CHUNK));
		for (const asked of ids.slice(at, at + CHUNK)) {
			const answer = answers.get(asked);
			if (answer?.status === "absent") continue;
			if (answer?.status !== "found") untold.push(asked);
			else found.push({
				asked,
				ticket: answer.ticket
			});
		}
	}
	const whole = (await enrich(found.map(({ ticket }) => ticket))).map(withoutText);
	return {
		through,
		untold,
		found: found.map(({ asked, ticket }, at) => ({
			asked,
			ticket: whole[at] ?? withoutText(ticket)
		}))
	};
}
/**
* No tracker gives a number twice: what comes back to one is listed. Not so in Azure Boards, whose numbers are the organisation's and whose
* listing is one project's.
*/
function wasEmpty({ name, kind }, former) {
	if (former?.isAlike !== true || kind === "azure-devops") return () => false;
	return (id) => former.lookup(require_core.lookupKey(name, id)).status === "absent";
}

// src/ledger-commands/collect.ts
/** Tickets that are enriched and noted at a time. */
const PAGE = 100;
/** Tickets whose pasts are asked for at a time: the most that any tracker takes. */
const PASTS = 1e3;
/**
* Every ticket that a remote lists, or tells of when asked, with the times in which its state allowed work. What was noted before is not
* asked again.
*/
async function collect(collecting) {
	const { journal, query, remote, now } = collecting;
	const { name, kind } = remote;
	const kept = keptIn(journal.read());
	if (!kept.inOrder) journal.drop();
	const listed = await list(collecting, kept.inOrder ? kept.tickets : /* @__PURE__ */ new Map());
	const filled = query === null ? await fillGaps(collecting, listed.keys()) : NO_GAPS;
	const pasts = await pastsOf(collecting, new Map([...listed, ...filled.found.map(({ ticket }) => [ticket.id, ticket])]), kept.inOrder ? kept.pasts : /* @__PURE__ */ new Map());
	const seenAt = now().toISOString();
	const rowFor = (ticket) => ({
		ticket,
		past: pastFor(ticket, pasts.get(ticket.id) ?? UNTOLD, collecting, seenAt)
	});
	const tickets = [...listed.values()].map(rowFor);
	for (const { asked, ticket } of filled.found) tickets.push({
		...rowFor(ticket),
		...asked === ticket.id ? {} : { asked }
	});
	const { through, untold } = filled;
	const more = untold.length === 0 ? {} : { untold };
	return {
		remote: {
			name,
			kind,
			complete: query === null,
			through,
			...more
		},
		tickets
	};
}
async function list({ tracker, query, journal, enrich, progress }, known) {
	const tickets = new Map(known);
	const last = [...known.values()].reduce((at, { updatedAt }) => latest(at, updatedAt), null);
	const flush = async (page) => {
		const whole = (await enrich(page)).map(withoutText);
		journal.add(whole.map((ticket) => ({ ticket })));
		for (const ticket of whole) tickets.set(ticket.id, ticket);
		progress(tickets.size);
	};
	const since = last === null ? {} : { updatedSince: last };
	let page = [];
	for await (const ticket of tracker.list({
		...query ?? {},
		...since,
		order: "oldest-first"
	})) {
		page.push(ticket);
		if (page.length < PAGE) continue;
		await flush(page);
		page = [];
	}
	await flush(page);
	return tickets;
}
function latest(one, other) {
	return one === null || other !== null && other > one ? other : one;
}
async function pastsOf({ tracker, journal, former, isAllowed }, tickets, known) {
	const pasts = /* @__PURE__ */ new Map();
	const asked = [];
	for (const ticket of tickets.values()) {
		const noted = known.get(ticket.id);
		const past = (noted !== void 0 && noted.at === ticket.updatedAt ? noted.past : null) ?? (isUnchanged(ticket, former) ? formerPast(ticket, former) : null);
		if (past === null) asked.push(ticket);
		else pasts.set(ticket.id, past);
	}
	for (let at = 0; at < asked.length; at += PASTS) {
		const chunk = asked.slice(at, at + PASTS);
		const told = await tracker.pasts(chunk.map(({ id }) => id));
		const noted = chunk.map(({ id, updatedAt }) => {
			const past = told.get(id) ?? UNTOLD;
			return {
				id,
				at: updatedAt,
				past: past.status === "told" ? allowedPast(past, isAllowed) : past
			};
		});
		journal.add(noted.map((past) => ({ past })));
		for (const { id, past } of noted) pasts.set(id, past);
	}
	return pasts;
}
const UNTOLD = {
	status: "untold",
	detail: "The tracker's answer left this ticket out."
};
function pastFor(ticket, past, { former, isAllowed }, seenAt) {
	if (past.status === "told") return past;
	const before = formerPast(ticket, former);
	const seen = before === null || former === null ? null : {
		past: before,
		issuedAt: former.header.issuedAt
	};
	return seenPast(ticket, seen, isAllowed, seenAt);
}

// src/ledger-commands/collect-all.ts
/** Asks every tracker that the law lets a ledger hold. One that can't be asked throws its own Fault. */
async function collectAll(scene, wanted) {
	const { law, repo, env, now, asking } = scene;
	const remotes = [];
	const tickets = [];
	const drops = [];
	const { query, needs, former } = wanted;
	const approvals = require_core.approvalLaws(law);
	for (const remote of listedRemotes(scene)) {
		const { name } = remote;
		const options = {
			commonDir: null,
			env,
			...asking,
			haste: "listing",
			now
		};
		const tracker = await require_askable.askableTracker(remote, options);
		const key = require_core.canonical([require_ledgers.ledgerPolicyDigest(law), query]);
		const journal = ledgerJournal(repo.commonDir, {
			remote: name,
			key,
			now: now().getTime()
		});
		const isAllowed = (state) => needs.isAllowed(name, state);
		const collected = await collect({
			remote,
			tracker,
			query,
			journal,
			isAllowed,
			former,
			now,
			enrich: (page) => approved(page, {
				tracker,
				isAllowed,
				approvals
			}),
			progress: (count) => wanted.progress(name, count)
		});
		remotes.push(collected.remote);
		for (const one of collected.tickets) tickets.push(one);
		drops.push(journal.drop);
	}
	const drop = () => {
		for (const one of drops) one();
	};
	return {
		remotes,
		tickets,
		drop
	};
}
function listedRemotes({ law }) {
	const listed = require_ledgers.ledgerRemotes(law);
	if (listed.length > 0) return listed;
	throw new require_git.Fault("policy", "The policy names no tracker whose tickets a ledger could hold.", {
		found: law.remotes.map(({ name, kind }) => `${name} (${kind})`).join(", ") || "no remote",
		wanted: "a remote that is neither markdown nor private",
		fix: "golden-thread config explain remotes"
	});
}
/**
* Who approved the tickets whose state lets them authorise anything; of the others nobody has to be asked. Each is asked for as a door would
* ask: not every listing tells the texts that an approval is bound to. Everything else stays as it was listed.
*/
async function approved(tickets, { tracker, approvals, isAllowed }) {
	const asked = tickets.filter((ticket) => isAllowed(ticket.state) && approvals.some((law) => require_core.needsApproval(ticket, law)));
	if (asked.length === 0) return tickets;
	const answers = await require_approvals.approving(tracker, async () => tracker, approvals).many(asked.map(({ id }) => id));
	return tickets.map((ticket) => {
		const answer = answers.get(ticket.id);
		return answer?.status === "found" ? {
			...ticket,
			...approvedPart(answer.ticket)
		} : ticket;
	});
}
function approvedPart({ approvals, snapshot, untold }) {
	return {
		...approvals === void 0 ? {} : { approvals },
		...snapshot === void 0 ? {} : { snapshot },
		...untold === void 0 ? {} : { untold }
	};
}

// src/ledger-commands/signer-for.ts
/**
* What signs a ledger, opened before anything is listed. `env`: with the key or the token. Throws Fault("usage") or Fault("policy")
* where there is nothing to sign with, or nobody would believe it.
*/
async function signerFor(scene, keyless, env, issued) {
	const signed = {
		section: "ledger",
		type: require_home.LEDGER_TYPE,
		signers: scene.law.ledger
	};
	if (keyless === null) {
		const key = require_signing_key.signingKey(env, signed, issued.toISOString().slice(0, 10));
		return async (draft) => {
			const line = JSON.stringify(require_dsse.seal(require_home.LEDGER_TYPE, draft.line, key));
			return {
				signer: {
					kind: "key",
					id: key.id
				},
				bytes: sealedLedger(draft, line)
			};
		};
	}
	const { openKeyless } = await Promise.resolve().then(() => require("./signing-keyless.js"));
	const sign = await openKeyless(scene, signed, {
		...keyless,
		env
	});
	return async (draft) => believed(scene, sealedLedger(draft, await sign(draft.line)));
}
/** What readers would refuse is not issued. */
async function believed(scene, bytes) {
	const answer = await require_ledgers.verifyLedger(scene, bytes);
	if (answer.status === "valid") return {
		signer: answer.signer,
		bytes
	};
	throw new require_git.Fault("policy", "The ledger was signed, and nobody here would believe it.", {
		found: answer.detail,
		wanted: "a signature by one of ledger.identities",
		fix: answer.fix
	});
}

// src/ledger-commands/build.ts
/**
* Lists every tracker that the law lets a ledger hold, and issues a ledger of what they tell. One that can't be asked throws its own
* Fault, and nothing is replaced; what was listed is kept for six hours, and the next build goes on from there.
*/
async function buildLedger(world, build) {
	const { [require_signing_key.SIGNING_VARIABLES.key]: _key, [require_signing_key.SIGNING_VARIABLES.token]: _token, ...env } = world.env;
	const scene = await require_place.openScene({
		...world,
		env
	}, build.gate);
	const { law, repo, now } = scene;
	const issued = now();
	const seal = await signerFor(scene, build.keyless, world.env, issued);
	const audience = await wantedAudience(scene);
	const home = homeOf(law.ledger.from, build);
	if (build.push !== null) await require_ledger_ref.fetchRef(repo, law.ledger.from, build.push);
	const before = home.kind === "ref" ? await require_ledger_ref.refCommit(repo, home.ref) : null;
	const needs = ledgerNeeds(law);
	const { former, notice } = await formerLedger(scene, needs);
	const issuedAt = issued.toISOString();
	const { remotes, tickets, drop } = await collectAll(scene, {
		...build,
		needs,
		former
	});
	const highest = Math.max(former?.header.seq ?? 0, require_ledgers.seenLedgers(repo.commonDir).highest(audience) ?? 0);
	const expires = issued.getTime() + require_core.milliseconds(build.expires ?? law.ledger.maxAge);
	const draft = draftLedger({
		audience,
		seq: highest + 1,
		issuedAt,
		expiresAt: new Date(expires).toISOString(),
		policyDigest: require_ledgers.ledgerPolicyDigest(law),
		remotes,
		tickets,
		needs
	});
	const { header } = draft;
	const { signer, bytes } = await seal(draft);
	if (home.kind === "file") await build.write(home.path, bytes);
	else {
		const commit = await require_ledger_ref.replaceLedgerRef(repo, {
			ref: home.ref,
			before,
			at: issuedAt
		}, bytes);
		if (build.push !== null) await require_ledger_ref.pushLedgerRef(repo, {
			ref: home.ref,
			before,
			remote: build.push
		}, commit);
	}
	require_ledgers.rememberLedger(repo.commonDir, audience, header.seq);
	drop();
	const at = home.kind === "file" ? home.path : home.ref;
	return {
		header,
		signer,
		bytes: bytes.byteLength,
		home: at,
		pushed: build.push !== null,
		notice
	};
}
async function wantedAudience(scene) {
	const audience = await require_ledgers.audienceHere(scene);
	if (audience !== null) return audience;
	throw new require_git.Fault("policy", "Nothing tells for which repository the ledger is made.", {
		found: "no ledger.audience, and no origin that names a host",
		wanted: "ledger: { audience: host/owner/repo }",
		fix: "golden-thread config explain ledger.audience"
	});
}
function homeOf(from, { out, push }) {
	const isRef = from.startsWith("refs/");
	if (push !== null && (!isRef || out !== null)) throw new require_git.Fault("usage", "Only a ledger in a ref can be pushed.", {
		found: out ?? from,
		wanted: "ledger.from: a ref, and no --out"
	});
	if (out !== null) return {
		kind: "file",
		path: out
	};
	if (isRef) return {
		kind: "ref",
		ref: from
	};
	if (!from.startsWith("https:")) return {
		kind: "file",
		path: from
	};
	throw new require_git.Fault("usage", "The policy's ledger lies at an address, and nothing is written there from here.", {
		found: from,
		wanted: "--out FILE, which is then put there",
		fix: "golden-thread ledger build --out ledger.jsonl"
	});
}
/** The ledger that is there, where its signature holds, however old it is. */
async function formerLedger(scene, { fields }) {
	const bytes = await require_home.readHome(scene, scene.law.ledger.from).catch((thrown) => {
		if (thrown instanceof require_git.Fault && thrown.code === "unavailable") return null;
		throw thrown;
	});
	if (bytes === null) return {
		former: null,
		notice: null
	};
	const answer = await require_ledgers.openPastLedger(scene, bytes);
	if (answer.status === "invalid") return {
		former: null,
		notice: answer.detail
	};
	const isAlike = answer.header.policyDigest === require_ledgers.ledgerPolicyDigest(scene.law) && require_core.canonical(answer.header.fields) === require_core.canonical(fields);
	return {
		former: {
			...answer,
			isAlike
		},
		notice: null
	};
}

exports.buildLedger = buildLedger;