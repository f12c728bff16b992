"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_audience = require("./ledger-audience.js");
const require_git = require("./git.js");
const require_context = require("./attest-context.js");
const require_sign = require("./attest-sign.js");
const require_statement = require("./attest-statement.js");
const require_core = require("./core.js");
const require_dsse = require("./ledger-dsse.js");
const require_law = require("./verify-law.js");
const require_verify = require("./cli-verify.js");
const require_ajv = require("./ajv.js");
const require_json_schema = require("./attest-json-schema.js");
const require_schema_nodes = require("./reports-schema-nodes.js");
let node_crypto = require("node:crypto");

// src/git/signed-tags.ts
/**
* Of some annotated tags, by full id, those whose signature git takes for good (git-verify-tag). What a clone's configuration names is a
* program that would be run, or a list of whom to trust, so git is asked of the objects alone: only what the user and the system
* configured counts there.
*/
function signedTags(repo, ids) {
	return require_git.withOwnObjects(repo, async (own) => {
		const good = /* @__PURE__ */ new Set();
		for (const id of ids) if (await isSigned(own, id)) good.add(id);
		return good;
	});
}
/** In a folder that nobody brought: a list whom to trust may be configured by a name that is looked up where git runs. */
async function isSigned({ git, folder }, id) {
	try {
		await git.run([
			"-C",
			folder,
			"verify-tag",
			id
		]);
		return true;
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return false;
		throw thrown;
	}
}

// src/verify/anchors.ts
/** How a signed tag's message names the head of a log. */
const LINE = /^golden-thread-log: ([0-9a-f]{64}) ([1-9][0-9]{0,9}) ([0-9a-f]{64})$/gm;
/** Anchors of a log by annotated tags whose signature git takes for good. */
async function readAnchors(repo, logId) {
	const found = (await repo.git.text([
		"for-each-ref",
		"--format=%(objecttype) %(objectname) %(refname)%00%(contents)%00%00",
		"refs/tags"
	])).split("\0\0").flatMap((one) => {
		const [head = "", message = ""] = one.replace(/^\n/, "").split("\0");
		const [type, tag = "", name = ""] = head.split(" ");
		if (type !== "tag") return [];
		return [...message.matchAll(LINE)].map(([, id = "", seq = "", digest = ""]) => ({
			tag,
			name,
			logId: id,
			seq: Number(seq),
			digest
		})).filter((anchor) => anchor.logId === logId);
	});
	if (found.length === 0) return [];
	const good = await signedTags(repo, new Set(found.map(({ tag }) => tag)));
	return found.filter(({ tag }) => good.has(tag));
}
/** Holds anchors against a log. `to`: the last record that one of them names; 0: none does. */
function judgeAnchors({ ends }, anchors) {
	const last = Math.max(0, ...ends.keys());
	const findings = [];
	let to = 0;
	for (const { name, seq, digest } of anchors) if (seq > last) findings.push({
		code: "truncated",
		line: null,
		about: name
	});
	else if (ends.get(seq) !== digest) findings.push({
		code: "anchor-differs",
		line: null,
		about: name
	});
	else to = Math.max(to, seq);
	return {
		to,
		findings
	};
}

// src/verify/asked.ts
/**
* What nobody asked about, so that a log of another repository, or of another branch, would read like the one that was meant: it is told,
* and where the records themselves disagree nobody can tell.
*/
async function judgeAsked(lines, { repository, ref, repo }) {
	const changes = lines.flatMap(({ facts }) => facts?.change ?? []);
	if (changes.length === 0) return [];
	const repositories = distinct(changes.map((change) => addressOf(change.repository)));
	const refs = distinct(changes.map(({ targetRef }) => targetRef ?? NO_REF));
	const findings = [];
	const tell = (code, all) => findings.push({
		code,
		line: null,
		about: all.join(", ")
	});
	if (repository === null && repositories.length > 1) tell("several-repositories", repositories);
	else if (repository === null && !(repo !== null && repositories[0] === "urn:golden-thread:repository-without-address")) tell("repository-not-asked", repositories);
	if (ref !== null || refs.join() === NO_REF) return findings;
	if (refs.length > 1 && repo === null) tell("several-refs", refs);
	else if (repo === null || refs.length !== 1 || refs[0] !== await onlyBranch(repo)) tell("ref-not-asked", refs);
	return findings;
}
const NO_REF = "no ref";
function distinct(names) {
	return [...new Set(names)].sort();
}
function addressOf(told) {
	const address = told.replace(/^git\+/, "");
	return address === "urn:golden-thread:repository-without-address" ? address : require_audience.audienceOf(address) ?? address;
}
/** Full name of the one branch that a clone has, its own or that of its origin; null: there are several, or none. */
async function onlyBranch({ git }) {
	const names = (await git.text([
		"for-each-ref",
		"--format=%(refname)",
		"refs/heads",
		"refs/remotes/origin"
	])).split("\n").map((name) => name.replace(/^refs\/remotes\/origin\//, "refs/heads/")).filter((name) => name !== "refs/heads/HEAD" && name !== "");
	const [one, ...more] = new Set(names);
	return one === void 0 || more.length > 0 ? null : one;
}

// src/verify/open-line.ts
/** What a line is, or why it is nothing. Unknown members are passed over, as DSSE and Sigstore have it. */
function openLine(line) {
	const value = parsed$2(line);
	if (value === null) return "not-a-record";
	if ("_type" in value && value._type === "https://in-toto.io/Statement/v1") return {
		kind: "plain",
		payload: Buffer.from(line)
	};
	const found = envelopeOf("dsseEnvelope" in value ? value.dsseEnvelope : value);
	if (typeof found === "string" || !("dsseEnvelope" in value)) return found;
	return { kind: "bundle" };
}
function envelopeOf(value) {
	if (typeof value !== "object" || value === null || !("signatures" in value)) return "not-a-record";
	if (!Array.isArray(value.signatures) || value.signatures.length !== 1) return "two-signatures";
	const signatures = value.signatures.map((one) => ({
		keyid: "",
		...object(one)
	}));
	const envelope = require_dsse.readEnvelope(JSON.stringify({
		...value,
		signatures
	}));
	const [signature] = envelope?.signatures ?? [];
	if (envelope === null || signature === void 0) return "not-a-record";
	if (envelope.payloadType !== "application/vnd.in-toto+json") return "payload-type";
	const [payload, sig] = [require_dsse.fromBase64(envelope.payload), require_dsse.fromBase64(signature.sig)];
	if (payload === null || sig === null) return "not-a-record";
	return {
		kind: "envelope",
		payload,
		keyid: signature.keyid,
		sig
	};
}
function object(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function parsed$2(line) {
	try {
		const value = JSON.parse(line);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}

// src/verify/payload.ts
/** JSON of a payload, or why it is not read. `known`: names that no other may look like. */
function readPayload(payload, known) {
	const text = utf8(payload);
	if (text === null) return "not-utf8";
	const value = parsed$1(text);
	if (value === null || written(value) !== text) return "not-canonical";
	return hasVariant(value, known, new Map([...known].map((name) => [name.toLowerCase(), name]))) ? "key-variant" : value;
}
function utf8(payload) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(payload);
	} catch {
		return null;
	}
}
/** Null: it is nested deeper than anything of ours, and than this program can follow. */
function written(value) {
	try {
		return require_core.canonical(value);
	} catch (thrown) {
		if (thrown instanceof RangeError) return null;
		throw thrown;
	}
}
function parsed$1(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}
/** Readers in Go take `Subject` for `subject`: what we did not see, they would. */
function hasVariant(value, known, variants) {
	const waiting = [value];
	for (const one of waiting) {
		if (typeof one !== "object" || one === null) continue;
		if (Array.isArray(one)) {
			for (const inner of one) waiting.push(inner);
			continue;
		}
		for (const [key, inner] of Object.entries(one)) {
			if (!known.has(key) && variants.has(key.toLowerCase())) return true;
			waiting.push(inner);
		}
	}
	return false;
}

// src/verify/seal.ts
/** Judges a line's signature. What does not hold is not read any further; what nobody could judge is, and proves nothing. */
function judgeSeal(line, open, terms) {
	const isAsked = terms.keys.length > 0 || terms.bundle !== null;
	switch (open.kind) {
		case "plain": return isAsked ? {
			seal: null,
			payload: null,
			code: "unsigned",
			about: ""
		} : {
			seal: null,
			payload: open.payload,
			code: "nobody-signed",
			about: ""
		};
		case "envelope": return isAsked ? byKey(open, terms.keys) : unjudged(open.payload);
		case "bundle":
			if (terms.bundle === null) return isAsked ? broken("unknown-identity", "") : unjudged(payloadOf(line));
			return byIdentity(line, terms.bundle);
	}
}
function byKey({ payload, keyid, sig }, keys) {
	const data = require_dsse.pae(require_sign.STATEMENT_PAYLOAD, payload);
	const key = keys.find(({ spki }) => {
		const opened = require_dsse.publicKeyOf(spki);
		return opened !== null && (0, node_crypto.verify)("sha256", data, opened, sig);
	});
	if (key !== void 0) return {
		seal: {
			kind: "key",
			id: key.id,
			until: key.until
		},
		payload,
		code: null,
		about: ""
	};
	return broken(keys.some(({ id, spki }) => keyid === id || keyid === require_sign.keyHint(spki)) ? "bad-signature" : "wrong-key", keyid);
}
function byIdentity(line, prove) {
	const proof = prove(line);
	if (!("code" in proof)) return {
		seal: proof.signer,
		payload: proof.payload,
		code: null,
		about: ""
	};
	if (proof.code === "no-trusted-root") return {
		seal: null,
		payload: payloadOf(line),
		code: proof.code,
		about: proof.detail
	};
	return broken(proof.code, proof.detail);
}
function unjudged(payload) {
	return {
		seal: null,
		payload,
		code: "no-key",
		about: ""
	};
}
function broken(code, about) {
	return {
		seal: null,
		payload: null,
		code,
		about
	};
}
/** What a bundle's envelope holds, unproved. */
function payloadOf(line) {
	const text = JSON.parse(line).dsseEnvelope?.payload;
	return typeof text === "string" ? Buffer.from(text, "base64") : null;
}

// src/verify/judge-line.ts
/** Clocks may differ by as much. */
const SKEW_MS = 3e5;
/** Judges a line in the order that its design prescribes: nothing is parsed that was not verified, and nothing believed that was not parsed. */
function judgeLine(text, line, terms, shapes) {
	const nothing = {
		line,
		digest: require_sign.lineDigest(text),
		seal: null,
		facts: null,
		claim: null,
		record: null
	};
	const refuse = (code, about = "") => ({
		...nothing,
		files: /* @__PURE__ */ new Map(),
		found: [{
			code,
			about
		}]
	});
	const open = openLine(text);
	if (typeof open === "string") return refuse(open);
	const { seal, payload, code, about } = judgeSeal(text, open, terms);
	if (payload === null) return refuse(code ?? "not-a-record", about);
	const value = readPayload(payload, shapes.names);
	if (typeof value === "string") return refuse(value);
	if (!("_type" in value) || value._type !== "https://in-toto.io/Statement/v1") return refuse("statement-type");
	if (!("predicateType" in value) || ![require_statement.FACTS_TYPE, "https://in-toto.io/attestation/svr/v0.2"].includes(String(value.predicateType))) return refuse("predicate-type", "predicateType" in value ? String(value.predicateType) : "");
	if (!shapes.isStatement(value)) return refuse("schema");
	const { predicate } = value;
	const facts = value.predicateType === require_statement.FACTS_TYPE && shapes.isFacts(predicate) ? predicate : null;
	const claim = value.predicateType === "https://in-toto.io/attestation/svr/v0.2" && shapes.isClaim(predicate) ? predicate : null;
	if (facts === null && claim === null) return refuse("schema");
	const codes = [
		...subjectCodes(value, facts),
		...facts === null ? [] : factsCodes(facts, seal, terms),
		...claim === null || claim.verifier.id === require_statement.GATE_ID ? [] : ["gate"],
		...code === null ? [] : [code]
	];
	const record = value.subject.find(({ name }) => name === "change-record.json")?.digest.sha256 ?? null;
	const found = codes.map((one) => ({
		code: one,
		about: one === code ? about : ""
	}));
	return {
		...nothing,
		seal,
		facts,
		claim,
		record,
		files: filesOf(value),
		found
	};
}
function filesOf({ subject }) {
	return new Map(subject.flatMap(({ name = require_sign.RECORD_NAME, digest: { sha256 } }) => name === "change-record.json" || sha256 === void 0 ? [] : [[name, sha256]]));
}
function subjectCodes({ subject, predicate }, facts) {
	if (subject.flatMap(({ digest }) => Object.values(digest)).some((digest) => !require_core.isObjectId(digest))) return ["subject-digest"];
	const records = subject.filter(({ name }) => name === require_sign.RECORD_NAME);
	const own = facts === null ? records[0] : require_sign.recordSubject(predicate);
	if (records.length !== 1 || records[0]?.digest.sha256 !== own?.digest.sha256) return ["subject-record"];
	if (facts === null) return [];
	const named = subject.flatMap(({ digest }) => digest.gitCommit ?? []);
	const told = facts.implementation.commits.map(({ digest }) => digest.gitCommit);
	return named.join() === told.join() && new Set(told).size === told.length ? [] : ["subject-commits"];
}
function factsCodes(facts, seal, terms) {
	const { gate, change, policy, evaluatedAt } = facts;
	const codes = [];
	if (gate.id !== require_statement.GATE_ID) codes.push("gate");
	const repository = terms.audienceOf(change.repository.replace(/^git\+/, ""));
	if (terms.repository !== null && repository !== terms.repository) codes.push("foreign-repository");
	if (terms.ref !== null && change.targetRef !== terms.ref) codes.push("foreign-ref");
	if (terms.policies !== null && !terms.policies.includes(policy.digest.sha256)) codes.push("edited-policy");
	if (isContradicted(facts)) codes.push("result-contradicted");
	const at = Date.parse(evaluatedAt);
	if (!(at <= terms.now.getTime() + SKEW_MS)) codes.push("from-the-future");
	if (seal?.kind === "identity" && Date.parse(seal.at) < at - SKEW_MS) codes.push("signed-before");
	if (seal?.kind === "key" && seal.until !== null && at > Date.parse(`${seal.until}T23:59:59.999Z`)) codes.push("key-past");
	return codes;
}
/** A pass beside a check, or a commit, that failed. */
function isContradicted({ result, checks, implementation }) {
	if (result !== "PASSED" && result !== "WARNED") return false;
	return checks.some((check) => check.result === "FAILED") || implementation.commits.some((commit) => commit.result === "FAILED");
}
/** Whether a claim says no more than the facts that it rests on. */
function isFounded({ properties }, { phase, result, checks }) {
	if (phase !== "post-merge" || result !== "PASSED" && result !== "WARNED") return false;
	return properties.every((property) => {
		return require_sign.PROPERTIES[property]?.every((id) => checks.some((one) => one.id === id && one.result === "PASSED")) ?? false;
	});
}

// src/verify/chain.ts
/** Judges whether lines are one log, whole and in order, and every claim stands behind the record that it is of. */
function judgeLog(lines) {
	const id = usualLog(lines);
	const ends = /* @__PURE__ */ new Map();
	const findings = [];
	const digests = new Set(lines.map(({ digest }) => digest));
	const numbers = new Set(lines.flatMap(({ facts }) => facts?.logId === id ? facts?.seq ?? [] : []));
	const seen = /* @__PURE__ */ new Set();
	let place = {
		seq: 0,
		before: null,
		record: null
	};
	for (const line of lines) {
		const tell = (code, about = "") => findings.push({
			code,
			line: line.line,
			about
		});
		if (seen.has(line.digest) || isAgain(line, place)) {
			tell("doubled");
			continue;
		}
		seen.add(line.digest);
		if (line.claim !== null) {
			const code = claimCode(line, place, lines);
			if (code !== null) tell(code);
		}
		if (line.facts !== null && id !== null) {
			if (line.facts.logId !== id) {
				tell(line.facts.logId === void 0 ? "unchained" : "foreign-record", line.facts.change.repository);
				continue;
			}
			const code = factsCode(line.facts, place, {
				digests,
				numbers
			});
			if (code !== null) tell(code, `${place.seq + 1}`);
			place = {
				seq: line.facts.seq ?? place.seq,
				before: line.digest,
				record: line
			};
		} else {
			if (line.facts !== null) tell("unchained");
			place = {
				...place,
				before: line.digest,
				record: line.facts === null ? place.record : line
			};
		}
		ends.set(place.seq, line.digest);
	}
	return {
		id,
		ends,
		findings
	};
}
/** The log of most records: a foreign one stands out. */
function usualLog(lines) {
	const counts = /* @__PURE__ */ new Map();
	for (const { facts } of lines) if (facts?.logId !== void 0) counts.set(facts.logId, (counts.get(facts.logId) ?? 0) + 1);
	const [first] = [...counts].sort(([, a], [, b]) => b - a);
	return first?.[0] ?? null;
}
/** The same record under another signature. */
function isAgain({ facts, record }, { record: before }) {
	return facts !== null && record !== null && before?.record === record;
}
function factsCode({ seq = 0, previous }, place, { digests, numbers }) {
	const wanted = place.seq + 1;
	const before = previous?.digest.sha256 ?? null;
	if (seq < wanted) return "reordered";
	if (seq > wanted) return numbers.has(wanted) ? "reordered" : "removed";
	if (before === place.before) return null;
	return before !== null && digests.has(before) ? "reordered" : "previous-changed";
}
function claimCode({ claim, record }, { record: before }, lines) {
	if (claim === null) return null;
	if (before?.facts === null || before?.facts === void 0 || before.record !== record) return lines.some((one) => one.facts !== null && one.record === record) ? "reordered" : "claim-unfounded";
	return isFounded(claim, before.facts) ? null : "claim-unfounded";
}

// src/verify/folder.ts
/** The list of digests of an audit's folder. */
const SUMS = "SHA256SUMS";
/** What is written after the statements, or tells of them; they can't name it. */
const LATER = (evidence) => /* @__PURE__ */ new Set([
	SUMS,
	evidence,
	"VERIFY.md",
	"evidence.pub.pem",
	"trusted_root.json"
]);
/** Holds the files of a folder against SHA256SUMS, and against what the statements say of them. */
function judgeFiles(files, evidence, lines) {
	const digests = new Map([...files].map(([name, bytes]) => [name, require_sign.lineDigest(bytes)]));
	const findings = [...sumsFindings(files.get(SUMS), digests)];
	const tell = (code, about) => findings.push({
		code,
		line: null,
		about
	});
	const named = /* @__PURE__ */ new Set();
	for (const { files: told, line } of lines) for (const [name, digest] of told) {
		const isTold = named.has(name);
		named.add(name);
		if (!isTold && digests.get(name) !== digest) findings.push({
			code: "file-disagrees",
			line,
			about: name
		});
	}
	const later = LATER(evidence);
	for (const name of digests.keys()) if (!named.has(name) && !later.has(name)) tell("file-unvouched", name);
	return findings;
}
function* sumsFindings(sums, digests) {
	if (sums === void 0) {
		yield {
			code: "sums-missing",
			line: null,
			about: SUMS
		};
		return;
	}
	const listed = /* @__PURE__ */ new Set();
	for (const text of Buffer.from(sums).toString("utf8").split("\n")) {
		if (text === "") continue;
		const [, digest = "", name = ""] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(text) ?? [];
		if (name === "") yield {
			code: "sums-unreadable",
			line: null,
			about: text
		};
		else if (!digests.has(name)) yield {
			code: "file-missing",
			line: null,
			about: name
		};
		else if (digests.get(name) !== digest) yield {
			code: "sums-mismatch",
			line: null,
			about: name
		};
		listed.add(name);
	}
	for (const name of digests.keys()) if (name !== SUMS && !listed.has(name)) yield {
		code: "file-unlisted",
		line: null,
		about: name
	};
}

// src/verify/history.ts
/**
* Holds records against git: each judgement's range has the commits that its records tell of, no more and no fewer, and where it landed the
* ref still leads there. `through`: a commit whose whole history since the first record has to be told, too; null: none.
*/
async function judgeHistory(repo, lines, through) {
	const judgements = judgementsOf(lines);
	const findings = [];
	const present = await presentIn(repo, judgements.flatMap(({ change }) => idsOf(change)));
	for (const one of judgements) findings.push(...await judgeRange(repo, one, present));
	findings.push(...await judgeRefs(repo, judgements, present), ...gapsIn(judgements));
	if (through !== null) findings.push(...await judgeRest(repo, judgements, {
		through,
		present
	}));
	return findings;
}
function judgementsOf(lines) {
	const all = /* @__PURE__ */ new Map();
	for (const { facts, line } of lines) {
		if (facts === null) continue;
		const { change, phase, evaluatedAt, implementation } = facts;
		const key = JSON.stringify([
			evaluatedAt,
			phase,
			change
		]);
		const { beforeBaseline } = implementation.coverage;
		const one = all.get(key) ?? {
			line,
			change,
			phase,
			beforeBaseline,
			commits: /* @__PURE__ */ new Set()
		};
		for (const { digest } of implementation.commits) one.commits.add(digest.gitCommit);
		all.set(key, one);
	}
	return [...all.values()];
}
function idsOf({ base, head, beside = [] }) {
	return [
		base,
		head,
		...beside
	].flatMap((one) => one?.digest.gitCommit ?? []);
}
async function presentIn({ git }, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Set();
	const text = await git.text(["cat-file", "--batch-check=%(objectname) %(objecttype)"], { input: `${ids.join("\n")}\n` });
	return new Set(text.split("\n").flatMap((line) => line.endsWith(" commit") ? [line.slice(0, -7)] : []));
}
async function judgeRange(repo, { line, change, commits, beforeBaseline }, present) {
	const tell = (code, about = "") => ({
		code,
		line,
		about
	});
	const [head, base] = [change.head?.digest.gitCommit, change.base?.digest.gitCommit];
	if (head === void 0 || !change.complete) return [tell("range-unknown")];
	const missing = [head, base].flatMap((id) => id === void 0 || present.has(id) ? [] : [id]);
	if (missing.length > 0) return missing.map((id) => tell("record-without-commit", id));
	const beside = (change.beside ?? []).map(({ digest }) => digest.gitCommit).filter((id) => present.has(id));
	const behind = [...base === void 0 ? [] : [base], ...beside];
	const there = await commitsOf(repo, {
		tips: [head],
		behind,
		since: change.since ?? null
	});
	const untold = [...there].filter((id) => !commits.has(id));
	const tree = change.tree?.digest.gitTree;
	const isOther = tree !== void 0 && tree !== await repo.git.text(["rev-parse", `${head}^{tree}`]);
	return [
		...[...commits].filter((id) => !there.has(id)).map((id) => tell("record-without-commit", id)),
		...untold.length === beforeBaseline ? [] : untold.map((id) => tell("commit-without-record", id)),
		...isOther ? [tell("tree-differs", head)] : []
	];
}
async function commitsOf({ git }, { tips, behind, since }) {
	const input = [...tips, ...behind.map((id) => `^${id}`)].map((one) => `${one}\n`).join("");
	const text = await git.text([
		"rev-list",
		"--timestamp",
		"--stdin"
	], { input });
	const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since) / 1e3;
	const rows = text.split("\n").map((row) => row.split(" "));
	return new Set(rows.flatMap(([time, id]) => id === void 0 || Number(time) < from ? [] : [id]));
}
/** Commits that landed are on their ref for good. */
async function judgeRefs(repo, judgements, present) {
	const findings = [];
	const tips = /* @__PURE__ */ new Map();
	for (const { line, change } of judgements.filter(hasLanded)) {
		const [ref, head] = [change.targetRef ?? "", change.head?.digest.gitCommit ?? ""];
		const tip = tips.has(ref) ? tips.get(ref) ?? null : await tipOf(repo, ref);
		tips.set(ref, tip);
		if (tip === null) findings.push({
			code: "ref-not-here",
			line,
			about: ref
		});
		else if (present.has(head) && !await isBehind(repo, head, tip)) findings.push({
			code: "rewritten-history",
			line,
			about: ref
		});
	}
	return findings;
}
function hasLanded({ change, phase }) {
	return (phase === "post-merge" || phase === "audit") && change.targetRef !== void 0 && change.head !== void 0;
}
/** A clone has other people's branches below its remote's name. */
async function tipOf({ git }, ref) {
	for (const name of [ref, ref.replace(/^refs\/heads\//, "refs/remotes/origin/")]) {
		const id = await git.text([
			"rev-parse",
			"--quiet",
			"--verify",
			"--end-of-options",
			`${name}^{commit}`
		], { codes: [
			0,
			1,
			128
		] });
		if (id !== "") return id;
	}
	return null;
}
async function isBehind({ git }, ancestor, of) {
	const { code } = await git.run([
		"merge-base",
		"--is-ancestor",
		ancestor,
		of
	], { codes: [0, 1] });
	return code === 0;
}
/** Pushes to one ref follow on each other: what begins elsewhere than the last one ended leaves something out, or goes back. */
function gapsIn(judgements) {
	const ends = /* @__PURE__ */ new Map();
	const findings = [];
	for (const { line, change, phase } of judgements) {
		const [ref, base, head] = [
			change.targetRef,
			change.base?.digest.gitCommit,
			change.head?.digest.gitCommit
		];
		if (phase !== "post-merge" || ref === void 0 || head === void 0) continue;
		const end = ends.get(ref);
		if (end !== void 0 && base !== end) findings.push({
			code: "range-gap",
			line,
			about: ref
		});
		ends.set(ref, head);
	}
	return findings;
}
/** Commits that nobody told of, from the first record's base to a commit. */
async function judgeRest(repo, judgements, { through, present }) {
	const told = new Set(judgements.flatMap(({ commits }) => [...commits]));
	const behind = judgements.flatMap(({ change }) => idsOf(change)).filter((id) => present.has(id));
	return [...await commitsOf(repo, {
		tips: [through],
		behind,
		since: null
	})].filter((id) => !told.has(id)).map((about) => ({
		code: "commit-without-record",
		line: null,
		about
	}));
}

// src/verify/outcome.ts
/** Folds findings: one that fails is enough, and what nobody could know is no pass. */
function verificationOf(judged) {
	const { lines, log, findings, anchoredByTag } = judged;
	const facts = lines.flatMap((one) => one.facts ?? []);
	const seq = Math.max(0, ...log.ends.keys());
	const results = {};
	for (const { result } of facts) results[result] = (results[result] ?? 0) + 1;
	const timed = lines.flatMap(({ seal, facts: own }) => seal?.kind === "identity" ? [own?.seq ?? 0] : []);
	const outcomes = findings.map(({ code }) => require_verify.CODES[code].outcome);
	const verdict = outcomes.includes("fail") ? "fail" : outcomes.includes("unknown") ? "undecided" : "pass";
	const digest = log.ends.get(seq);
	const checks = checksOf(judged);
	return {
		verdict,
		lines: lines.length,
		records: facts.length,
		claims: lines.filter(({ claim }) => claim !== null).length,
		commits: new Set(facts.flatMap(({ implementation }) => implementation.commits.map((one) => one.digest.gitCommit))).size,
		signers: signersOf(lines),
		results,
		policies: [...new Set(facts.map(({ policy }) => policy.digest.sha256))],
		head: log.id === null || digest === void 0 ? null : {
			logId: log.id,
			seq,
			digest
		},
		anchored: Math.max(anchoredByTag, ...timed),
		checks,
		unchecked: checks.flatMap(({ id, outcome }) => outcome === "skipped" ? [id] : []),
		findings
	};
}
/** Whoever signed; an identity by its latest time. */
function signersOf(lines) {
	const signers = /* @__PURE__ */ new Map();
	for (const { seal } of lines) {
		if (seal === null) continue;
		const name = seal.kind === "key" ? seal.id : `${seal.issuer} ${seal.subject}`;
		signers.set(name, seal);
	}
	return [...signers.values()];
}
function checksOf({ lines, findings, anchoredByTag, hasFiles, hasLaw }) {
	const told = (wanted) => findings.filter(({ code }) => code === wanted).length;
	const records = lines.filter(({ facts }) => facts !== null).length;
	const skipped = {
		repository: records === 0 || told("repository-not-asked") > 0,
		ref: records === 0 || told("ref-not-asked") > 0,
		policy: records === 0 || !hasLaw || told("policy-unread") === records,
		files: !hasFiles,
		anchor: anchoredByTag === 0 && !lines.some(({ seal }) => seal?.kind === "identity"),
		history: told("no-repository") > 0
	};
	return Object.keys(require_verify.CHECKS).filter(isCheck).map((id) => {
		const outcomes = findings.map(({ code }) => require_verify.CODES[code]).filter(({ check }) => check === id).map(({ outcome }) => outcome);
		if (outcomes.includes("fail")) return {
			id,
			outcome: "fail"
		};
		if (outcomes.includes("unknown")) return {
			id,
			outcome: "unknown"
		};
		return {
			id,
			outcome: skipped[id] === true ? "skipped" : "pass"
		};
	});
}
function isCheck(name) {
	return Object.hasOwn(require_verify.CHECKS, name);
}

// src/verify/record.ts
var import__2020 = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_ajv.require__2020(), 1);
const STATEMENT = {
	...require_schema_nodes.record({
		_type: { const: require_statement.STATEMENT_TYPE },
		predicateType: { enum: [require_statement.FACTS_TYPE, require_statement.CLAIM_TYPE] },
		subject: {
			...require_schema_nodes.list({
				type: "object",
				properties: {
					name: require_schema_nodes.text,
					uri: require_schema_nodes.text,
					digest: {
						type: "object",
						additionalProperties: require_schema_nodes.text
					}
				},
				required: ["digest"]
			}),
			minItems: 1
		},
		predicate: { type: "object" }
	}),
	additionalProperties: true
};
const CLAIM = {
	type: "object",
	properties: {
		verifier: {
			type: "object",
			properties: { id: require_schema_nodes.text },
			required: ["id"]
		},
		timeCreated: require_schema_nodes.text,
		properties: {
			type: "array",
			items: require_schema_nodes.text,
			minItems: 1
		}
	},
	required: [
		"verifier",
		"timeCreated",
		"properties"
	]
};
/** Compiles the shapes, which takes some milliseconds. */
function compileShapes() {
	const ajv = new import__2020.default.default({
		strict: true,
		allowUnionTypes: true
	});
	const schema = require_json_schema.predicateSchema();
	const facts = typeof schema === "object" && schema !== null ? schema : {};
	const isFacts = ajv.compile(facts);
	const isClaim = ajv.compile(CLAIM);
	const isStatement = ajv.compile(STATEMENT);
	return {
		isStatement: (value) => isStatement(value),
		isFacts: (value) => isFacts(value),
		isClaim: (value) => isClaim(value),
		names: namesIn([
			facts,
			CLAIM,
			STATEMENT
		])
	};
}
/** Names of properties that a schema tells of, at any depth. */
function namesIn(schemas) {
	const names = /* @__PURE__ */ new Set();
	const waiting = [...schemas];
	for (const one of waiting) {
		if (typeof one !== "object" || one === null) continue;
		for (const [key, inner] of Object.entries(one)) {
			if (key === "properties" && typeof inner === "object" && inner !== null) for (const name of Object.keys(inner)) names.add(name);
			waiting.push(inner);
		}
	}
	return names;
}

// src/verify/rows.ts
/** Fields of CSV (RFC 4180), row by row. What no writer of ours writes is read as it stands. */
function* rowsOf(text) {
	const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
	let row = [];
	while (field.lastIndex < text.length) {
		const found = field.exec(text);
		if (found === null) return;
		const [, quoted, plain = "", end] = found;
		row.push(quoted === void 0 ? plain : quoted.replaceAll("\"\"", "\""));
		if (end === ",") continue;
		yield row;
		row = [];
	}
}

// src/verify/told-schema.ts
const needs = (properties) => ({
	type: "object",
	properties,
	required: Object.keys(properties)
});
const columns = needs({
	id: require_schema_nodes.list(require_schema_nodes.text),
	key: require_schema_nodes.list({
		type: "integer",
		minimum: 0
	})
});
const tickets = require_schema_nodes.list(needs({
	at: require_schema_nodes.text,
	status: require_schema_nodes.text
}));
const report = {
	statement: require_schema_nodes.text,
	policyDigest: require_schema_nodes.text,
	counts: { type: "object" },
	keys: require_schema_nodes.list(needs({ verdict: require_schema_nodes.text })),
	commits: { anyOf: [columns, { type: "null" }] }
};
/** The report in a file's text, that of an audit with its own tickets; null: it is none. */
function toldReport(bytes) {
	const ajv = new import__2020.default.default({ strict: false });
	const isCheck = ajv.compile(needs({
		kind: require_schema_nodes.text,
		...report,
		tickets
	}));
	const isAudit = ajv.compile(needs({
		report: needs(report),
		tickets
	}));
	const value = parsed(Buffer.from(bytes).toString("utf8"));
	if (isAudit(value)) return {
		...value.report,
		kind: "audit",
		tickets: value.tickets
	};
	return isCheck(value) ? value : null;
}
function parsed(source) {
	try {
		return JSON.parse(source);
	} catch {
		return null;
	}
}

// src/verify/told.ts
const REPORT = "report.json";
const ROWS = "commits.csv";
/** Holds what the files of a folder say against what the statements say: whoever signs may have written one thing here and another there. */
function judgeTold(files, lines) {
	const facts = lines.flatMap((one) => one.facts ?? []);
	const [first] = facts;
	if (first === void 0 || facts.some((one) => !isSame(one, first))) return [];
	const told = new Map(facts.flatMap(({ implementation }) => implementation.commits.map((one) => [one.digest.gitCommit, one.result])));
	const [report, rows] = [files.get(REPORT), files.get(ROWS)];
	return [...report === void 0 ? [] : reportDiffers(toldReport(report), facts, told), ...rows === void 0 ? [] : rowsDiffer(Buffer.from(rows).toString("utf8"), told)].map((about) => ({
		code: "report-differs",
		line: null,
		about
	}));
}
function isSame(one, other) {
	const same = [
		one.evaluatedAt,
		one.phase,
		one.result,
		one.policy,
		one.change,
		one.implementation.coverage
	];
	const { evaluatedAt, phase, result, policy, change, implementation } = other;
	return JSON.stringify(same) === JSON.stringify([
		evaluatedAt,
		phase,
		result,
		policy,
		change,
		implementation.coverage
	]);
}
function* reportDiffers(report, facts, told) {
	const [first] = facts;
	if (report === null || first === void 0) {
		yield `${REPORT}: no report`;
		return;
	}
	if (report.statement !== first.result) yield `${REPORT}: ${report.statement}`;
	if (report.policyDigest !== first.policy.digest.sha256) yield `${REPORT}: policyDigest`;
	yield* countsDiffer(report.counts, first.implementation.coverage);
	const verdicts = new Map(report.commits?.id.map((id, index) => [id, report.keys[report.commits?.key[index] ?? -1]?.verdict ?? ""]));
	for (const id of commitsDiffer(verdicts, told)) yield `${REPORT}: ${id}`;
	for (const at of ticketsDiffer(report, facts)) yield `${REPORT}: ${at}`;
}
/** Names of numbers in the statement, by those of the report. */
const COUNTS = {
	commits: "total",
	referenced: "linked",
	passed: "passed",
	failed: "failed",
	undecided: "undecided",
	beforeBaseline: "beforeBaseline",
	exempt: "exempt"
};
function* countsDiffer(counts, coverage) {
	for (const [name, other] of Object.entries(COUNTS)) if (JSON.stringify(counts[name]) !== JSON.stringify(coverage[other])) yield `${REPORT}: counts.${name}`;
}
/** The verdicts that a result stands for. */
const VERDICTS = {
	PASSED: "pass",
	WARNED: "pass",
	FAILED: "fail",
	UNKNOWN: "undecided"
};
function* commitsDiffer(verdicts, told) {
	for (const [id, verdict] of verdicts) if (VERDICTS[told.get(id) ?? ""] !== verdict) yield id;
	for (const id of told.keys()) if (!verdicts.has(id)) yield id;
}
function* ticketsDiffer({ kind, tickets }, facts) {
	const intents = new Map(facts.flatMap(({ intent }) => intent.map((one) => [one.at, wordsOf(one)])));
	const told = new Map(tickets.map((one) => [one.at, wordsOf(one)]));
	for (const [at, words] of intents) if (told.get(at) !== words) yield at;
	if (kind !== "audit") {
		for (const at of told.keys()) if (!intents.has(at)) yield at;
	}
}
function wordsOf({ status, state }) {
	return JSON.stringify([
		status,
		state?.name ?? null,
		state?.category ?? null
	]);
}
function* rowsDiffer(text, told) {
	const [head = [], ...rows] = rowsOf(text);
	const [id, verdict] = [head.findIndex((name) => /^(commit_)?sha$/.test(name)), head.indexOf("verdict")];
	const verdicts = new Map(rows.map((row) => [row[id] ?? "", row[verdict] ?? ""]));
	for (const one of commitsDiffer(verdicts, told)) yield `${ROWS}: ${one}`;
}

// src/verify.ts
/** Most bytes of one line: 1,000 commits with their tickets take a fraction. */
const MOST_LINE = 16777216;
/** Judges evidence by every check there is, without asking anybody but git. Throws what git throws. */
async function verifyEvidence(given, terms) {
	const { lines: texts, findings } = linesOf(given.bytes);
	const shapes = compileShapes();
	const lines = texts.map((text, index) => judgeLine(text, index + 1, {
		...terms,
		audienceOf: require_audience.audienceOf
	}, shapes));
	for (const { line, found } of lines) findings.push(...found.map((one) => ({
		...one,
		line
	})));
	const log = judgeLog(lines);
	findings.push(...log.findings, ...policyChanges(lines, terms), ...missingParts(lines));
	const { repo } = terms;
	findings.push(...await judgeAsked(lines, terms));
	if (terms.lawOf !== null) findings.push(...await require_law.judgeLaws(lines, terms.lawOf));
	const anchors = repo === null || log.id === null ? [] : await readAnchors(repo, log.id);
	const anchored = judgeAnchors(log, anchors);
	findings.push(...anchored.findings);
	if (given.files !== null) findings.push(...judgeFiles(given.files, given.name, lines), ...judgeTold(given.files, lines));
	findings.push(...repo === null ? [NO_REPOSITORY] : await judgeHistory(repo, lines, terms.through));
	return verificationOf({
		lines,
		log,
		findings,
		anchoredByTag: anchored.to,
		hasFiles: given.files !== null,
		hasLaw: terms.policies !== null || terms.lawOf !== null
	});
}
const NO_REPOSITORY = {
	code: "no-repository",
	line: null,
	about: ""
};
function linesOf(bytes) {
	if (bytes.byteLength === 0) return {
		lines: [],
		findings: [{
			code: "no-records",
			line: null,
			about: ""
		}]
	};
	const lines = Buffer.from(bytes).toString("utf8").split("\n");
	const last = lines.pop() ?? "";
	const findings = last === "" ? [] : [{
		code: "torn-line",
		line: lines.length + 1,
		about: ""
	}];
	const all = last === "" ? lines : [...lines, last];
	return all.some((line) => line.length > MOST_LINE) ? {
		lines: [],
		findings: [{
			code: "too-long",
			line: null,
			about: ""
		}]
	} : {
		lines: all,
		findings
	};
}
/** A long judgement is told in parts, one behind the other: without a repository nothing else tells that the last ones were cut off. */
function* missingParts(lines) {
	const all = lines.flatMap(({ facts, line }) => facts === null ? [] : [{
		line,
		part: facts.part ?? ONLY
	}]);
	for (const [index, { line, part }] of all.entries()) {
		const next = all[index + 1]?.part;
		if (!(part.number === part.of || next?.number === part.number + 1 && next.of === part.of)) yield {
			code: "part-missing",
			line,
			about: `${part.number} of ${part.of}`
		};
	}
}
const ONLY = {
	number: 1,
	of: 1
};
function* policyChanges(lines, { policies }) {
	let before = null;
	for (const { facts, line } of lines) {
		if (facts === null) continue;
		const { sha256 } = facts.policy.digest;
		if (policies === null && before !== null && before !== sha256) yield {
			code: "policy-changed",
			line,
			about: sha256
		};
		before = sha256;
	}
}

exports.verifyEvidence = verifyEvidence;