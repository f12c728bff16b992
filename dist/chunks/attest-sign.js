"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_core = require("./core.js");
const require_dsse = require("./ledger-dsse.js");
const require_statement = require("./attest-statement.js");
const require_escape = require("./reports-escape.js");
const require_exempted = require("./reports-exempted.js");
const require_reports = require("./reports.js");
let node_crypto = require("node:crypto");

// src/attest/claim.ts
/** Properties that others may build on, each with the rules that must have passed for it. An organisation's own begin so. */
const PROPERTIES = {
	ORG_SOURCE_CHANGE_TRACED: ["reference-required"],
	ORG_SOURCE_INTENT_AUTHORIZED: [
		"reference-required",
		"ticket-exists",
		"ticket-authorised"
	],
	ORG_SOURCE_PLAN_BOUND: ["spec-present", "spec-in-body"]
};
/**
* What can be claimed of a landed change in a word: the predicate of a Simple Verification Result. Null: nothing. It is claimed after the
* merge alone, of a change that is known whole, and never from a rule that did not answer, warned, or does not know.
*/
function claimOf({ report, context, checks, policy }) {
	if (context.phase !== "post-merge" || report.verdict !== "pass" || !report.subject.complete) return null;
	const properties = Object.entries(PROPERTIES).flatMap(([property, rules]) => rules.every((id) => hasPassed(checks, id)) ? [property] : []);
	if (properties.length === 0) return null;
	return {
		verifier: {
			id: require_statement.GATE_ID,
			policies: [policy]
		},
		timeCreated: report.decidedAt,
		properties
	};
}
function hasPassed(checks, id) {
	return checks.some((check) => check.id === id && check.result === "PASSED");
}

// src/attest/checks.ts
/** Every rule that answered, by id. A fail that nothing enforces is WARNED; what is not known never counts as passed. */
function checksOf(report) {
	const rules = /* @__PURE__ */ new Map();
	for (const { rule, outcome, blocking, level } of findingsOf(report)) {
		const told = rules.get(rule) ?? {
			answers: {
				pass: 0,
				fail: 0,
				skip: 0,
				unknown: 0
			},
			blocked: false,
			enforced: false
		};
		told.answers[outcome]++;
		told.blocked ||= blocking && outcome === "fail";
		told.enforced ||= level === "enforce";
		rules.set(rule, told);
	}
	return [...rules].sort(([a], [b]) => a < b ? -1 : 1).map(([id, { answers, blocked, enforced }]) => ({
		id,
		result: resultOf(answers, blocked),
		enforced,
		answers
	}));
}
function resultOf({ pass, fail, unknown }, blocked) {
	if (blocked) return "FAILED";
	if (unknown > 0) return "UNKNOWN";
	if (fail > 0) return "WARNED";
	return pass > 0 ? "PASSED" : "NOT_APPLICABLE";
}
/** Every finding of a report: those of the change as a whole, and those of each distinct set of facts. */
function* findingsOf({ findings, keys }) {
	yield* findings;
	for (const key of keys) yield* key.findings;
}

// src/attest/intent.ts
const AUTHORISING = "ticket-authorised";
/** Every ticket of a report by its look-up key, in their order. */
function namedIn(report) {
	const answers = authorisedIn(report);
	const tickets = report.tickets();
	const bearers = /* @__PURE__ */ new Map();
	for (const { key } of tickets) bearers.set(key, (bearers.get(key) ?? 0) + 1);
	return new Map(tickets.map((ticket) => {
		const authorized = bearers.get(ticket.key) === 1 ? answers.get(ticket.key) ?? answers.get(ticket.id) : void 0;
		return [ticket.at, {
			intent: intentOf(ticket, authorized, report.decidedAt),
			plan: planOf(ticket)
		}];
	}));
}
/** By the key that findings name: what the rule said. A ticket that authorises one commit and not another does not count as authorised. */
function authorisedIn(report) {
	const answers = /* @__PURE__ */ new Map();
	for (const { rule, outcome, about } of findingsOf(report)) {
		if (rule !== AUTHORISING || about.ticket === void 0) continue;
		if (outcome === "pass") answers.set(about.ticket, answers.get(about.ticket) ?? true);
		if (outcome === "fail") answers.set(about.ticket, false);
	}
	return answers;
}
function intentOf(ticket, authorized, decidedAt) {
	const { at, remote, key, status, url, type, state, source, digest, asOf } = ticket;
	return {
		at,
		remote,
		key,
		status,
		rule: AUTHORISING,
		observedAt: asOf ?? decidedAt,
		...url === null ? {} : { uri: url },
		...type === null ? {} : { type },
		...state === null ? {} : { state },
		...authorized === void 0 ? {} : { authorized },
		...source === null ? {} : { source },
		...digest === null ? {} : { digest: { sha256: digest } }
	};
}
function planOf({ at, spec }) {
	if (spec === null) return null;
	const { path, source, digest } = spec;
	return {
		name: path ?? at,
		digest: { sha256: digest },
		annotations: {
			ticket: at,
			source
		}
	};
}

// src/attest/record.ts
/** Reads a report once. */
function groundOf(report, context, parts) {
	const named = namedIn(report);
	return {
		report,
		context,
		named,
		wide: context.phase === "audit" ? [] : wideOf(report, named),
		checks: checksOf(report),
		policy: policyOf(report, context),
		parts
	};
}
/** Tickets that no commit names by itself. A history is no one change: its report lists every ticket there is. */
function wideOf({ keys, commits }, named) {
	const own = /* @__PURE__ */ new Set();
	if (commits?.named === void 0) for (const { tickets } of keys) for (const at of tickets) own.add(at);
	for (let index = 0; index < (commits?.count ?? 0); index++) for (const { at } of commits?.named?.(index) ?? []) own.add(at);
	return [...named.keys()].filter((at) => !own.has(at));
}
function policyOf({ policyDigest, policySources, preset }, { lawAt = null }) {
	return {
		name: "golden-thread policy",
		digest: { sha256: policyDigest },
		annotations: {
			sources: policySources,
			preset,
			...lawAt === null ? {} : { commit: lawAt }
		}
	};
}
/** The predicate of one statement: the facts of the whole change, and those of its own commits with their tickets. */
function recordOf(ground, { part, from, to }) {
	const { report, context, named, wide, checks, policy, parts } = ground;
	const commits = Array.from({ length: to - from }, (_, at) => commitOf(report, context, from + at));
	const tickets = [.../* @__PURE__ */ new Set([...wide, ...commits.flatMap(({ refs }) => refs.map(({ at }) => at))])].sort().flatMap((at) => named.get(at) ?? []);
	const { phase, event, invocation, attempt } = context;
	return {
		evaluatedAt: report.decidedAt,
		phase,
		result: require_reports.statementOf(report),
		...parts === 1 ? {} : { part: {
			number: part,
			of: parts
		} },
		gate: {
			id: require_statement.GATE_ID,
			version: { [report.tool.name]: report.tool.version },
			place: report.place,
			invocation: {
				event,
				...invocation === null ? {} : { uri: invocation },
				...attempt === null ? {} : { attempt }
			}
		},
		policy,
		change: changeOf(report, context),
		intent: tickets.map(({ intent }) => intent),
		plan: tickets.flatMap(({ plan }) => plan ?? []),
		implementation: {
			commits,
			coverage: coverageOf(report)
		},
		checks,
		exceptions: exceptionsOf(report)
	};
}
function commitOf({ commits, keys }, { signatures }, index) {
	const key = keys[commits?.key(index) ?? -1];
	const id = commits?.id(index) ?? "";
	const exemption = require_exempted.exemptionCode(key?.findings ?? []);
	const signature = signatures?.get(id);
	return {
		digest: { gitCommit: id },
		result: key === void 0 ? "UNKNOWN" : require_reports.statementFor(key.verdict, [key]),
		refs: refsOf(commits?.named?.(index) ?? named(key)),
		...exemption === null ? {} : { exempt: { rule: exemption } },
		...signature === void 0 ? {} : { signature: signatureOf(signature) }
	};
}
function signatureOf({ status, signer }) {
	return signer === null ? { status } : {
		status,
		signer: require_escape.visible(signer)
	};
}
/** Where only the commit's facts are told: what commits of these facts name. */
function named(key) {
	return (key?.tickets ?? []).map((at) => ({
		at,
		place: "message"
	}));
}
function refsOf(references) {
	return [...new Map(references.map(({ at, place }) => [`${at} ${place}`, {
		at,
		via: place
	}]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, ref]) => ref);
}
function changeOf({ subject, proposal }, context) {
	const { repository, targetRef, since = null, tree = null, method = null, bodyDigest = null, beside = [] } = context;
	const base = proposal?.base.commit ?? context.base ?? null;
	const head = proposal?.head.commit ?? context.head ?? null;
	return {
		repository: `git+${repository}`,
		complete: subject.complete,
		...targetRef === null ? {} : { targetRef },
		...base === null ? {} : { base: { digest: { gitCommit: base } } },
		...head === null ? {} : { head: { digest: { gitCommit: head } } },
		...beside.length === 0 ? {} : { beside: beside.map((id) => ({ digest: { gitCommit: id } })) },
		...since === null ? {} : { since },
		...tree === null ? {} : { tree: { digest: { gitTree: tree } } },
		...method === null ? {} : { method },
		...proposal === null ? {} : { proposal: {
			...proposalOf(proposal),
			...bodyOf(bodyDigest)
		} }
	};
}
function proposalOf({ number, url, author, draft, head }) {
	const login = isAddress(author) ? {} : { author: { login: require_escape.visible(author) } };
	return {
		id: String(number),
		uri: url,
		draft,
		isFork: head.isFork,
		...login
	};
}
function bodyOf(sha256) {
	return sha256 === null ? {} : {
		bodyDigest: { sha256 },
		bodyNormalization: "lf-trim/v1"
	};
}
function coverageOf({ counts }) {
	const { commits: total, referenced: linked, passed, failed, undecided, exempt, beforeBaseline } = counts;
	return {
		total,
		linked,
		unlinked: total - linked,
		passed,
		failed,
		undecided,
		exempt,
		beforeBaseline
	};
}
/** Waivers that lifted something, by id. */
function exceptionsOf(report) {
	const lifted = /* @__PURE__ */ new Map();
	for (const { waiver, rule } of findingsOf(report)) if (waiver !== void 0) lifted.set(waiver, (lifted.get(waiver) ?? /* @__PURE__ */ new Set()).add(rule));
	return report.waivers.filter(({ id }) => lifted.has(id)).sort((a, b) => a.id < b.id ? -1 : 1).map((waiver) => exceptionOf(waiver, [...lifted.get(waiver.id) ?? []].sort()));
}
/** Most code points of a reason. */
const REASON = 200;
function exceptionOf({ id, approver, reason, created, expires, proof }, rules) {
	return {
		id,
		rules,
		created,
		expires,
		proof,
		reason: require_escape.clip(require_escape.visible(reason.replace(ADDRESSES, "[address]")), REASON),
		...isAddress(approver) ? {} : { grantedBy: { id: require_escape.visible(approver) } }
	};
}
/** E-mail addresses are nobody's business in evidence that may be public. */
const ADDRESSES = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/gu;
function isAddress(text) {
	return text.search(ADDRESSES) >= 0;
}

// src/attest/statements.ts
/** Commits of one statement: with its record and a few files they are some 1,010 subjects, and verifiers take 1,024 (sigstore-go, actions/attest). */
const COMMITS = 999;
/** How the record is called among the subjects: it is the predicate itself as RFC 8785 writes it. */
const RECORD_NAME = "change-record.json";
/** The same, by their records: each record's facts, and the claim that rests on them. */
function* statementParts(report, context) {
	const count = report.commits?.count ?? 0;
	const parts = Math.ceil(count / COMMITS);
	const ground = groundOf(report, context, parts);
	const claim = claimOf(ground);
	for (let part = 1; part <= parts; part++) {
		const from = (part - 1) * COMMITS;
		const to = Math.min(from + COMMITS, count);
		const record = recordOf(ground, {
			part,
			from,
			to
		});
		const subject = [...subjectsOf(report, context, {
			from,
			to
		}), recordSubject(record)];
		const told = {
			_type: require_statement.STATEMENT_TYPE,
			subject
		};
		const facts = {
			...told,
			predicateType: require_statement.FACTS_TYPE,
			predicate: record
		};
		yield claim === null ? [facts] : [facts, {
			...told,
			predicateType: require_statement.CLAIM_TYPE,
			predicate: claim
		}];
	}
}
function subjectsOf({ commits }, { repository, targetRef, phase, files = [] }, { from, to }) {
	const landed = phase === "post-merge" && targetRef !== null;
	return [...Array.from({ length: to - from }, (_, at) => {
		const id = commits?.id(from + at) ?? "";
		return {
			uri: `git+${repository}@${id}`,
			digest: require_statement.commitDigest(id),
			...landed ? { annotations: { sourceRefs: [targetRef] } } : {}
		};
	}), ...files.map(({ name, sha256 }) => ({
		name,
		digest: { sha256 }
	}))];
}
/** What a record is found by: the digest of its text. */
function recordSubject(record) {
	const sha256 = (0, node_crypto.createHash)("sha256").update(require_core.canonical(record)).digest("hex");
	return {
		name: RECORD_NAME,
		digest: { sha256 }
	};
}

// src/attest/chain.ts
/** The first link of a log that begins with this report: another report or run begins another. */
function firstLink(report, context) {
	const { repository, targetRef, event, phase, invocation, attempt, base = null, head = null } = context;
	const { decidedAt, policyDigest, subject, tool } = report;
	const told = [
		...[
			repository,
			targetRef,
			event,
			phase,
			invocation,
			attempt,
			base,
			head
		],
		decidedAt,
		policyDigest,
		subject.label,
		tool.version
	];
	return {
		logId: lineDigest(require_core.canonical(told)),
		seq: 1,
		previous: null
	};
}
/** The link behind a record whose last line this is. */
function linkAfter({ logId, seq }, line) {
	return {
		logId,
		seq: seq + 1,
		previous: lineDigest(line)
	};
}
/** Hex SHA-256 of a line without its line break. */
function lineDigest(line) {
	return (0, node_crypto.createHash)("sha256").update(line).digest("hex");
}
/** A record's statements with its place in a log: the facts tell it, and all name the record that tells it. */
function chained(part, { logId, seq, previous }) {
	const place = {
		logId,
		seq,
		...previous === null ? {} : { previous: { digest: { sha256: previous } } }
	};
	const [facts] = part;
	if (facts?.predicateType !== require_statement.FACTS_TYPE) return part;
	const record = {
		...typeof facts.predicate === "object" ? facts.predicate : {},
		...place
	};
	const own = recordSubject(record);
	const isRecord = ({ name }) => name === RECORD_NAME;
	return part.map((one) => ({
		...one,
		subject: one.subject.map((subject) => isRecord(subject) ? own : subject),
		predicate: one === facts ? record : one.predicate
	}));
}

// src/attest/sign.ts
var sign_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	STATEMENT_PAYLOAD: () => STATEMENT_PAYLOAD,
	keyHint: () => keyHint,
	keySigner: () => keySigner,
	signStatements: () => signStatements
});
/** What is inside an envelope with a statement (in-toto/attestation, spec/v1/envelope.md). */
const STATEMENT_PAYLOAD = "application/vnd.in-toto+json";
/** What an envelope calls a key, as Sigstore's tools do: base64 of the SHA-256 of its SubjectPublicKeyInfo (DER). Null: this is no base64. */
function keyHint(spki) {
	const der = require_dsse.fromBase64(spki);
	return der === null ? null : (0, node_crypto.createHash)("sha256").update(der).digest("base64");
}
/** Signs with an ECDSA P-256 key. `spki`: base64 of its public half. */
function keySigner({ key, spki }) {
	const id = keyHint(spki) ?? "";
	return {
		sign: async (payload) => JSON.stringify(require_dsse.seal(STATEMENT_PAYLOAD, payload, {
			id,
			key
		})),
		publicKey: (0, node_crypto.createPublicKey)(key).export({
			format: "pem",
			type: "spki"
		}).toString()
	};
}
/**
* The lines of a log from a link on, each with its line break: statements by their records, signed where there is a signer. Each is made once the
* line before is, since it names that one.
*/
async function* signStatements(parts, { signer, link }) {
	let place = link;
	for (const part of parts) {
		let line = "";
		for (const statement of chained(part, place)) {
			const text = require_core.canonical(statement);
			line = signer === null ? text : await signer.sign(Buffer.from(text, "utf8"));
			yield `${line}\n`;
		}
		place = linkAfter(place, line);
	}
}

Object.defineProperty(exports, "PROPERTIES", {
  enumerable: true,
  get: function () {
    return PROPERTIES;
  }
});
Object.defineProperty(exports, "RECORD_NAME", {
  enumerable: true,
  get: function () {
    return RECORD_NAME;
  }
});
Object.defineProperty(exports, "STATEMENT_PAYLOAD", {
  enumerable: true,
  get: function () {
    return STATEMENT_PAYLOAD;
  }
});
Object.defineProperty(exports, "firstLink", {
  enumerable: true,
  get: function () {
    return firstLink;
  }
});
Object.defineProperty(exports, "keyHint", {
  enumerable: true,
  get: function () {
    return keyHint;
  }
});
Object.defineProperty(exports, "keySigner", {
  enumerable: true,
  get: function () {
    return keySigner;
  }
});
Object.defineProperty(exports, "lineDigest", {
  enumerable: true,
  get: function () {
    return lineDigest;
  }
});
Object.defineProperty(exports, "recordSubject", {
  enumerable: true,
  get: function () {
    return recordSubject;
  }
});
Object.defineProperty(exports, "signStatements", {
  enumerable: true,
  get: function () {
    return signStatements;
  }
});
Object.defineProperty(exports, "sign_exports", {
  enumerable: true,
  get: function () {
    return sign_exports;
  }
});
Object.defineProperty(exports, "statementParts", {
  enumerable: true,
  get: function () {
    return statementParts;
  }
});