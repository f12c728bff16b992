"use strict";

const require_covered = require("./trace-covered.js");

// src/trace/map.ts
/** Opens the chunks of an audit. What nobody found is no item, so a chunk that names nothing else is none. */
function chunksOf({ report, history, tickets, files }) {
	const isItem = tickets.map(require_covered.isThere);
	const items = (named) => named.filter((ticket) => isItem[ticket] === true);
	const lines = [];
	for (let file = 0; files !== null && file < files.count; file++) for (const [line, named] of groupLines(files.named(file))) {
		const own = items(named);
		if (own.length > 0) lines.push({
			file,
			line,
			tickets: own
		});
	}
	const commits = [];
	const changes = /* @__PURE__ */ new Map();
	for (let index = 0; index < history.count; index++) {
		const own = items(history.tickets(index));
		if (own.length === 0) continue;
		commits.push(index);
		const change = history.change(index);
		if (change === null) continue;
		const known = changes.get(change) ?? /* @__PURE__ */ new Set();
		changes.set(change, known);
		for (const ticket of own) known.add(ticket);
	}
	const numbers = [...changes.keys()].sort((a, b) => a - b);
	const change = (chunk) => numbers[chunk - lines.length - commits.length] ?? 0;
	return {
		count: lines.length + commits.length + numbers.length,
		name(chunk) {
			const line = lines[chunk];
			if (line !== void 0) return `${files?.path(line.file) ?? ""}:${line.line}`;
			const commit = commits[chunk - lines.length];
			return commit === void 0 ? `pr:${change(chunk)}` : `commit:${report.commits?.id(commit) ?? ""}`;
		},
		tickets(chunk) {
			const line = lines[chunk];
			if (line !== void 0) return line.tickets;
			const commit = commits[chunk - lines.length];
			if (commit !== void 0) return items(history.tickets(commit));
			return [...changes.get(change(chunk)) ?? []].sort((a, b) => a - b);
		}
	};
}
function groupLines(links) {
	const byLine = /* @__PURE__ */ new Map();
	for (const { line, ticket } of links) {
		const known = byLine.get(line);
		if (known === void 0) byLine.set(line, [ticket]);
		else if (!known.includes(ticket)) known.push(ticket);
	}
	for (const tickets of byLine.values()) tickets.sort((a, b) => a - b);
	return byLine;
}
/** What each ticket is called in the map: as people write it, with its remote before it where two trackers have the same. */
function itemNames(tickets) {
	const seen = /* @__PURE__ */ new Map();
	for (const { key } of tickets) seen.set(key, (seen.get(key) ?? 0) + 1);
	return tickets.map(({ key, at }) => (seen.get(key) ?? 0) > 1 ? at : key);
}
/** The chunks of each ticket, by place in `Audit.tickets`. */
function chunksByTicket(chunks, tickets) {
	const own = Array.from({ length: tickets }, () => []);
	for (let chunk = 0; chunk < chunks.count; chunk++) for (const ticket of chunks.tickets(chunk)) own[ticket]?.push(chunk);
	return own;
}
/** Ticket -> what leads to it: lines (`path:line`), commits (`commit:<id>`), pull requests (`pr:12`). Tickets without any are left out. */
function itemToChunks(audit) {
	const chunks = chunksOf(audit);
	const names = itemNames(audit.tickets);
	const own = chunksByTicket(chunks, audit.tickets.length);
	return new Map(own.flatMap((list, ticket) => list.length === 0 ? [] : [[names[ticket] ?? "", list.map(chunks.name)]]));
}
/** The same the other way round: line, commit or pull request -> tickets. */
function chunkToItems(audit) {
	const chunks = chunksOf(audit);
	const names = itemNames(audit.tickets);
	return new Map(Array.from({ length: chunks.count }, (_, chunk) => [chunks.name(chunk), chunks.tickets(chunk).map((ticket) => names[ticket] ?? "")]));
}

Object.defineProperty(exports, "chunkToItems", {
  enumerable: true,
  get: function () {
    return chunkToItems;
  }
});
Object.defineProperty(exports, "chunksByTicket", {
  enumerable: true,
  get: function () {
    return chunksByTicket;
  }
});
Object.defineProperty(exports, "chunksOf", {
  enumerable: true,
  get: function () {
    return chunksOf;
  }
});
Object.defineProperty(exports, "itemNames", {
  enumerable: true,
  get: function () {
    return itemNames;
  }
});
Object.defineProperty(exports, "itemToChunks", {
  enumerable: true,
  get: function () {
    return itemToChunks;
  }
});