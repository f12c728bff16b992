"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_text = require("./providers-text.js");
const require_refusal = require("./providers-refusal.js");

// src/forge/body.ts
/** Replaces a body that still is what was read; one that is right already is left alone. */
async function setBody({ remote, limit, read, write }, number, { body, expected }) {
	require_refusal.withinLimit(remote, "a body", {
		text: body,
		most: limit
	});
	const live = (await read(number)).body;
	if (live === body) return { changed: false };
	if (live !== expected) throw new require_git.Fault("usage", `The body of ${remote}'s pull request ${number} was changed by somebody else.`, {
		found: `${live.length} characters where ${expected.length} were read before`,
		fix: "read it again, and write what then is to stand there"
	});
	await write(number, body);
	return { changed: true };
}

// src/forge/line.ts
/** The JSON of an answer with the wanted status; throws the Fault that any other is. */
async function ask(line, request, { about, ...how }) {
	return require_refusal.expect(line, about, {
		reply: await line.send(request),
		...how
	});
}
/** Null where the forge says that there is no such thing. */
async function orNull(asking, codes = ["absent"]) {
	return asking.catch((thrown) => {
		if (thrown instanceof require_git.Fault && codes.includes(thrown.code)) return null;
		throw thrown;
	});
}
/** Takes something away; that it is gone already is no mistake. */
async function gone(line, request, about) {
	const reply = await line.send(request);
	const { status } = reply;
	if (status >= 200 && status < 300 || status === 404 || status === 410) return;
	throw await require_refusal.refusal(line, about, reply);
}

// src/forge/upsert.ts
/** Opens a pull request, or brings the one that is there to the wanted texts. */
async function upsert(port, wanted) {
	require_refusal.withinLimit(port.remote, "a body", {
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
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "usage") throw thrown;
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

// src/forge/arrivals.ts
/** Requests that may be under way at once; GitHub asks for no more than a few. */
const WIDTH = 5;
/** Asks for distinct commits in batches of `size`, a few at a time, and keeps the earliest merge of each. */
async function arrivalsOf(commits, size, ask) {
	const stranger = commits.find((id) => !require_core.isObjectId(id));
	if (stranger !== void 0) throw new require_git.Fault("internal", "A forge was to be asked for a commit that has no full id.", { found: stranger });
	const batches = inParts([...new Set(commits)], size);
	const told = /* @__PURE__ */ new Map();
	for (const some of inParts(batches, WIDTH)) for (const [commit, merges] of (await Promise.all(some.map(ask))).flat()) {
		const [first] = [told.get(commit) ?? [], merges.flatMap((merge) => arrivalIn(merge) ?? [])].flat().sort((one, other) => one.at < other.at ? -1 : 1);
		if (first !== void 0) told.set(commit, first);
	}
	return told;
}
function arrivalIn({ number, at }) {
	const time = require_text.utc(at);
	return time === null ? null : {
		at: time,
		number
	};
}
function inParts(all, size) {
	return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

// src/forge/shortened.ts
/** One line, shortened to what a forge shows. */
function shortened(text, most) {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

Object.defineProperty(exports, "arrivalsOf", {
  enumerable: true,
  get: function () {
    return arrivalsOf;
  }
});
Object.defineProperty(exports, "ask", {
  enumerable: true,
  get: function () {
    return ask;
  }
});
Object.defineProperty(exports, "gone", {
  enumerable: true,
  get: function () {
    return gone;
  }
});
Object.defineProperty(exports, "orNull", {
  enumerable: true,
  get: function () {
    return orNull;
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