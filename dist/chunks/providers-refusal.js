"use strict";

const require_git = require("./git.js");
const require_trouble = require("./providers-trouble.js");
const require_answer = require("./providers-answer.js");
const require_mark = require("./providers-mark.js");

// src/providers/within-limit.ts
/** Throws Fault("usage") for a text that a tracker or forge would refuse or cut. `what`: how people name it. */
function withinLimit(remote, what, { text, most }) {
	if (text.length <= most) return;
	throw new require_git.Fault("usage", `${remote} does not take ${what} that long.`, {
		found: `${text.length} characters`,
		wanted: `at most ${most}`
	});
}

// src/providers/comment.ts
/**
* Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. Anybody can copy
* a mark into a comment: only the account's own counts.
*/
async function comment(port, wanted) {
	const { body, sign } = marking(port, wanted);
	const before = await marked(port, sign);
	return before === null ? postOnce(port, body, sign) : bring(port, before, body);
}
/** The same where there is one already; null: there is none, and none is posted. */
async function existingComment(port, wanted) {
	const { body, sign } = marking(port, wanted);
	const before = await marked(port, sign);
	return before === null ? null : bring(port, before, body);
}
function marking({ remote, limit }, { text, mark }) {
	const sign = `<!-- ${require_mark.markLine(mark)} -->`;
	const body = require_mark.signed(text, sign);
	withinLimit(remote, "a comment", {
		text: body,
		most: limit
	});
	return {
		body,
		sign
	};
}
async function bring(port, before, body) {
	if (before.body.replace(/\r\n/g, "\n").trimEnd() === body) return {
		...before.posted,
		changed: false
	};
	await port.rewrite(before, body);
	return {
		...before.posted,
		changed: true
	};
}
/**
* No forge posts only where there is none, so two runs may find none at the same time. Whoever posts looks again: the oldest stays, with
* the text of whoever came last, and the others go.
*/
async function postOnce(port, body, sign) {
	const posted = await port.post(body);
	if (port.remove === void 0) return {
		...posted,
		changed: true
	};
	const account = await port.account();
	const all = [];
	for await (const one of port.list()) if (isOurs(one, account, sign)) all.push(one);
	const [first, ...others] = all;
	if (first === void 0 || first.posted.id === posted.id) return {
		...posted,
		changed: true
	};
	for (const one of others) if (one.posted.id === posted.id) await port.remove(one);
	return {
		...await bring(port, first, body),
		changed: true
	};
}
function isOurs(one, account, sign) {
	return one.account === account && one.body.trimEnd().endsWith(sign);
}
async function marked(port, sign) {
	const account = await port.account();
	for await (const one of port.list()) if (isOurs(one, account, sign)) return one;
	return null;
}

// src/providers/refusal.ts
/** The JSON of an answer with the wanted status; throws the Fault that any other is. `about`: the id, or what was asked. */
async function expect(server, about, { reply, shape, wanted = 200 }) {
	if (reply.status === wanted) return require_answer.readJson(server.remote, reply, shape);
	throw await refusal(server, about, reply);
}
/** The same for a look-up. */
async function expectFact(server, about, { reply, shape }) {
	if (reply.status === 200) return require_answer.readJson(server.remote, reply, shape);
	throw await factRefusal(server, about, reply);
}
/** What an answer means that is no success. */
async function refusal(server, about, reply) {
	const { remote } = server;
	const found = await server.said(reply);
	switch (reply.status) {
		case 401: return require_trouble.trouble("credentials", `${remote} does not accept the credential.`, { found });
		case 403: {
			const fix = server.remedy?.(reply, found) ?? null;
			const details = fix === null ? { found } : {
				found,
				fix
			};
			return require_trouble.trouble("forbidden", `${remote} refuses ${about} to this credential.`, details);
		}
		case 404:
		case 410: return require_trouble.trouble("absent", `${remote} has no ${about}.`, { found });
		case 400:
		case 409:
		case 422: return new require_git.Fault("usage", `${remote} does not take what was asked of ${about}.`, { found });
		default: return unanswered(remote, about, {
			status: reply.status,
			found
		});
	}
}
/** The same for a look-up: where its question is not understood, or its address not known, nothing is known of the ticket. */
async function factRefusal(server, about, reply) {
	const fault = await refusal(server, about, reply);
	if (fault.code !== "usage" && fault.code !== "absent") return fault;
	return unanswered(server.remote, about, {
		status: reply.status,
		found: fault.found ?? ""
	});
}
function unanswered(remote, about, { status, found }) {
	return require_trouble.trouble("unavailable", `${remote} answers ${status} for ${about}.`, { found });
}

Object.defineProperty(exports, "comment", {
  enumerable: true,
  get: function () {
    return comment;
  }
});
Object.defineProperty(exports, "existingComment", {
  enumerable: true,
  get: function () {
    return existingComment;
  }
});
Object.defineProperty(exports, "expect", {
  enumerable: true,
  get: function () {
    return expect;
  }
});
Object.defineProperty(exports, "expectFact", {
  enumerable: true,
  get: function () {
    return expectFact;
  }
});
Object.defineProperty(exports, "factRefusal", {
  enumerable: true,
  get: function () {
    return factRefusal;
  }
});
Object.defineProperty(exports, "refusal", {
  enumerable: true,
  get: function () {
    return refusal;
  }
});
Object.defineProperty(exports, "withinLimit", {
  enumerable: true,
  get: function () {
    return withinLimit;
  }
});