"use strict";

const require_core = require("./core.js");
const require_references = require("./references.js");

// src/gather/references.ts
/** References in a stored commit message. `commit`: its index in the change. */
function messageReferences(reader, message, commit) {
	const found = reader.scan(message, "commit");
	if (found.length === 0) return [];
	const parts = require_references.parseMessage(message);
	return found.map((one) => located(reader, one, require_references.placeAt(parts, one.start), commit));
}
/**
* What somebody wrote down alone, by every form in which a message names a ticket by it, the plain one first: ids of trackers that write
* none in text want a sign or an address around them. Forms that name nothing are left out.
*/
function* writtenReferences(reader, written) {
	for (const form of [
		written,
		`AB#${written}`,
		`CU-${written}`,
		`https://www.notion.so/${written}`
	]) {
		const found = messageReferences(reader, form, 0);
		if (found.length > 0) yield found;
	}
}
/** References in a branch's short name. */
function branchReferences(reader, branch) {
	return reader.scan(branch, "branch").map((one) => located(reader, one, "branch", null));
}
/** References in a pull request's title and body; what stands between our own marks in a body is none. */
function pullRequestReferences(reader, { title, body }) {
	return [...reader.scan(title, "pr-title").map((one) => located(reader, one, "title", null)), ...reader.scan(body, "pr-body").map((one) => located(reader, one, "pr-body", null))];
}
function located(reader, found, place, commit) {
	return {
		...found,
		remote: reader.remoteOf(found),
		place,
		commit
	};
}

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
	return book?.status === "valid" ? book.lookup(require_core.lookupKey(remote, id)) : null;
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

Object.defineProperty(exports, "branchReferences", {
  enumerable: true,
  get: function () {
    return branchReferences;
  }
});
Object.defineProperty(exports, "ledgerBehind", {
  enumerable: true,
  get: function () {
    return ledgerBehind;
  }
});
Object.defineProperty(exports, "ledgerFirst", {
  enumerable: true,
  get: function () {
    return ledgerFirst;
  }
});
Object.defineProperty(exports, "messageReferences", {
  enumerable: true,
  get: function () {
    return messageReferences;
  }
});
Object.defineProperty(exports, "pullRequestReferences", {
  enumerable: true,
  get: function () {
    return pullRequestReferences;
  }
});
Object.defineProperty(exports, "remoteFinder", {
  enumerable: true,
  get: function () {
    return remoteFinder;
  }
});
Object.defineProperty(exports, "writtenReferences", {
  enumerable: true,
  get: function () {
    return writtenReferences;
  }
});