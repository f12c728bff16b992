"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_gather = require("./gather.js");

// src/gather/upstream.ts
var upstream_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ follower: () => follower });
/**
* The ticket of a task by its file: its `upstream`, else the one address under `references` that is a ticket of a remote. Null: it
* names none, or one that no remote of the policy owns.
*/
function namedUpstream({ upstream, details }, ground) {
	if (upstream !== null) return read([upstream.url, upstream.id].filter((text) => text !== null), upstream.provider, ground, {
		url: upstream.url,
		from: "upstream"
	});
	const [first, ...others] = namedAddresses(details?.references ?? [], ground);
	const isOne = others.every((one) => one.id === first?.id && one.remote === first.remote);
	return first !== void 0 && isOne ? first : null;
}
/** Those of some addresses that are a ticket of a remote. */
function namedAddresses(texts, ground) {
	return texts.filter((text) => /^https?:\/\//.test(text)).flatMap((url) => {
		const named = read([url], null, ground, {
			url,
			from: "references"
		});
		return named === null ? [] : [{
			...named,
			url
		}];
	});
}
/** What rules are told of it. */
function followedTicket(task, ground) {
	const named = namedUpstream(task, ground);
	const lastSync = task.upstream?.lastSync ?? null;
	if (named !== null) return {
		remote: named.remote.name,
		id: named.id,
		lastSync
	};
	return task.upstream === null ? null : {
		remote: null,
		id: task.upstream.id,
		lastSync
	};
}
/** The same as a question about any task. */
function follower({ remotes }, reader) {
	return (task) => followedTicket(task, {
		remotes,
		reader
	});
}
/** The first text that names exactly one ticket of a remote. `provider`: only remotes of that kind. */
function read(texts, provider, { remotes, reader }, rest) {
	for (const text of texts) for (const all of require_gather.writtenReferences(reader, text)) {
		const found = all.filter(({ remote }) => remote !== null);
		const ids = new Set(found.map((one) => `${one.remote} ${one.id}`));
		const remote = remotes.find(({ name }) => name === found[0]?.remote);
		const id = found[0]?.id;
		if (ids.size !== 1 || remote === void 0 || id === void 0 || remote.kind === "markdown") continue;
		if (provider === null || isKind(remote, provider)) return {
			...rest,
			remote,
			id
		};
	}
	return null;
}
function isKind({ kind, name }, provider) {
	return [
		kind,
		name,
		kind === "azure-devops" ? "ado" : kind
	].includes(provider);
}

Object.defineProperty(exports, "follower", {
  enumerable: true,
  get: function () {
    return follower;
  }
});
Object.defineProperty(exports, "namedAddresses", {
  enumerable: true,
  get: function () {
    return namedAddresses;
  }
});
Object.defineProperty(exports, "namedUpstream", {
  enumerable: true,
  get: function () {
    return namedUpstream;
  }
});
Object.defineProperty(exports, "upstream_exports", {
  enumerable: true,
  get: function () {
    return upstream_exports;
  }
});