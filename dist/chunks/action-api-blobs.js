"use strict";

const require_p_limit = require("./p-limit.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_perform = require("./action-perform.js");
let node_crypto = require("node:crypto");

// src/action/api-blobs.ts
/** Requests that may be under way at once; GitHub asks for no more than a few. */
const WIDTH = 8;
/** Blobs of one query: a whole backlog is asked for by hundreds, a verdict needs a handful. */
const BATCH = 50;
/**
* Reads blobs over the API. What is wanted at one time is asked for together: one alone by REST, which tells every byte, several by one query, which
* tells text. Whatever comes is what its id says, or it is asked for again.
*/
function openBlobs(octokit, { repository }) {
	const [owner = "", repo = ""] = repository.split("/");
	const limit = require_p_limit.pLimit(WIDTH);
	const waiting = [];
	const one = async (oid) => {
		const asked = limit(() => octokit.rest.git.getBlob({
			owner,
			repo,
			file_sha: oid
		}));
		const { content, encoding } = (await require_perform.askOctokit(`the content ${oid}`, asked))?.data ?? {
			content: "",
			encoding: ""
		};
		const bytes = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
		if (idOf(bytes, oid.length) === oid) return bytes;
		throw new require_git.Fault("unavailable", "GitHub does not tell a file of the repository.", { found: oid });
	};
	const many = async (oids) => {
		const told = await limit(() => octokit.graphql(queryFor(oids), {
			owner,
			repo
		})).catch(() => null);
		return new Map(oids.flatMap((oid, at) => textAt(told, `b${at}`, oid)));
	};
	const flush = () => {
		const all = waiting.splice(0);
		for (let at = 0; at < all.length; at += BATCH) {
			const batch = all.slice(at, at + BATCH);
			const told = batch.length === 1 ? null : many(batch.map(({ oid }) => oid));
			for (const { oid, settle } of batch) settle(told === null ? one(oid) : told.then((texts) => texts.get(oid) ?? one(oid)));
		}
	};
	return require_core.remembered((oid) => new Promise((settle) => {
		if (waiting.length === 0) setImmediate(flush);
		waiting.push({
			oid,
			settle
		});
	}));
}
/** The ids are hex digits, so they can stand in the text. */
function queryFor(oids) {
	return `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${oids.map((oid, at) => `b${at}: object(oid: "${oid}") { ... on Blob { text } }`).join(" ")} } }`;
}
/** Text that was cut, or was none, has another id. */
function textAt(told, name, oid) {
	const text = at(at(at(told, "repository"), name), "text");
	if (typeof text !== "string") return [];
	const bytes = Buffer.from(text, "utf8");
	return idOf(bytes, oid.length) === oid ? [[oid, bytes]] : [];
}
function at(value, key) {
	return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null;
}
/** A blob's id is a digest of its length and bytes (gitformat-loose). */
function idOf(bytes, digits) {
	return (0, node_crypto.createHash)(digits === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

exports.openBlobs = openBlobs;