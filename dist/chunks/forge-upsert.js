"use strict";

const require_fault = require("./core-fault.js");
const require_trouble = require("./providers-trouble.js");
const require_text = require("./providers-text.js");

// src/forge/limit.ts
/** Throws Fault("usage") for a text that a forge would refuse or cut. `what`: how people name it. */
function withinLimit(remote, what, { text, most }) {
	if (text.length <= most) return;
	throw new require_fault.Fault("usage", `${remote} does not take ${what} that long.`, {
		found: `${text.length} characters`,
		wanted: `at most ${most}`
	});
}
/** One line, shortened to what a forge shows. */
function shortened(text, most) {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

// src/forge/body.ts
/** Replaces a body that still is what was read; one that is right already is left alone. */
async function setBody({ remote, limit, read, write }, number, { body, expected }) {
	withinLimit(remote, "a body", {
		text: body,
		most: limit
	});
	const live = (await read(number)).body;
	if (live === body) return { changed: false };
	if (live !== expected) throw new require_fault.Fault("usage", `The body of ${remote}'s pull request ${number} was changed by somebody else.`, {
		found: `${live.length} characters where ${expected.length} were read before`,
		fix: "read it again, and write what then is to stand there"
	});
	await write(number, body);
	return { changed: true };
}

// src/forge/comment.ts
/**
* Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. Anybody can copy
* a mark into a comment: only the account's own counts.
*/
async function comment(port, { text, mark }) {
	const sign = `<!-- golden-thread:${mark} -->`;
	const body = `${text.trimEnd()}\n\n${sign}`;
	withinLimit(port.remote, "a comment", {
		text: body,
		most: port.limit
	});
	const before = await marked(port, sign);
	if (before === null) return {
		...await port.post(body),
		changed: true
	};
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
async function marked(port, sign) {
	const account = await port.account();
	for await (const one of port.list()) if (one.account === account && one.body.trimEnd().endsWith(sign)) return one;
	return null;
}

// src/forge/line.ts
/** The JSON of an answer with the wanted status; throws the Fault that any other is. */
async function ask(line, request, question) {
	return read(line, await line.send(request), question);
}
/** The same for an answer that is here already. */
async function read(line, reply, { about, shape, wanted = 200 }) {
	if (reply.status === wanted) return require_text.readJson(line.remote, reply, shape);
	throw await refused(line, reply, about);
}
/** The fault that an answer is. */
async function refused(line, reply, about) {
	const { remote } = line;
	const found = await line.said(reply);
	switch (reply.status) {
		case 401: return require_trouble.trouble("credentials", `${remote} does not accept the credential.`, { found });
		case 403: return require_trouble.trouble("forbidden", `${remote} refuses ${about} to this credential.`, { found });
		case 404:
		case 410: return require_trouble.trouble("absent", `${remote} has no ${about}.`, { found });
		case 400:
		case 409:
		case 422: return new require_fault.Fault("usage", `${remote} does not take what was asked of ${about}.`, { found });
		default: return require_trouble.trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
	}
}
/** Null where the forge says that there is no such thing. */
async function orNull(asking, codes = ["absent"]) {
	return asking.catch((thrown) => {
		if (thrown instanceof require_fault.Fault && codes.includes(thrown.code)) return null;
		throw thrown;
	});
}

// src/forge/upsert.ts
/** Opens a pull request, or brings the one that is there to the wanted texts. */
async function upsert(port, wanted) {
	withinLimit(port.remote, "a body", {
		text: wanted.body,
		most: port.limits.body
	});
	const known = await port.forBranch(wanted.head, wanted.base);
	if (known !== null) return bring(port, known, wanted);
	try {
		return {
			...await port.create(wanted),
			created: true
		};
	} catch (thrown) {
		if (!(thrown instanceof require_fault.Fault) || thrown.code !== "usage") throw thrown;
		const meanwhile = await port.forBranch(wanted.head, wanted.base);
		if (meanwhile === null) throw thrown;
		return bring(port, meanwhile, wanted);
	}
}
async function bring(port, number, { title, body }) {
	const live = await port.read(number);
	if (live.title !== title || live.body !== body) await port.write(number, {
		title,
		body
	}, live.draft);
	return {
		number,
		url: live.url,
		created: false
	};
}

Object.defineProperty(exports, "ask", {
  enumerable: true,
  get: function () {
    return ask;
  }
});
Object.defineProperty(exports, "comment", {
  enumerable: true,
  get: function () {
    return comment;
  }
});
Object.defineProperty(exports, "orNull", {
  enumerable: true,
  get: function () {
    return orNull;
  }
});
Object.defineProperty(exports, "read", {
  enumerable: true,
  get: function () {
    return read;
  }
});
Object.defineProperty(exports, "setBody", {
  enumerable: true,
  get: function () {
    return setBody;
  }
});
Object.defineProperty(exports, "shortened", {
  enumerable: true,
  get: function () {
    return shortened;
  }
});
Object.defineProperty(exports, "upsert", {
  enumerable: true,
  get: function () {
    return upsert;
  }
});