"use strict";

const require_git = require("./git.js");
let node_http = require("node:http");
let node_stream = require("node:stream");
let node_crypto = require("node:crypto");
let node_stream_promises = require("node:stream/promises");

// src/live/admit.ts
/**
* What a request may have. A name that another page made to point here (DNS rebinding) is told by its Host; who lacks the secret
* is told nothing, not even that it was wrong, nor by the time that the answer takes.
*/
function admit({ method, target, host }, { secret, port }) {
	if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 421;
	const [, given = "", name] = /^\/([\w-]*)\/(state)?$/.exec(target) ?? [];
	if (!(0, node_crypto.timingSafeEqual)(digestOf(given), digestOf(secret))) return 404;
	if (method !== "GET" && method !== "HEAD") return 405;
	return name === void 0 ? "page" : "state";
}
/** Of one length, whatever was given. */
function digestOf(text) {
	return (0, node_crypto.createHash)("sha256").update(text).digest();
}

// src/live/listen.ts
/** For this machine alone: no other can reach it, and none is told that it is there. */
const ADDRESS = "127.0.0.1";
/** What no page of ours needs. Whatever the content's own policy allows, nothing more is allowed by this. */
const HEADERS = {
	"cache-control": "no-store",
	"content-security-policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY"
};
const REFUSALS = {
	404: "There is nothing here.\n",
	405: "Only GET and HEAD are answered.\n",
	421: "This is another host.\n"
};
/** Serves on this machine alone. Throws Fault("usage") where the port is not to be had. */
async function listen(serving) {
	const server = (0, node_http.createServer)((request, response) => {
		answer(request, response, {
			...serving,
			port: portOf(server.address())
		}).then((wasPage) => {
			if (wasPage && serving.once) server.close();
		}, () => response.destroy());
	});
	const ended = new Promise((resolve) => server.once("close", resolve));
	await new Promise((resolve, reject) => {
		server.once("error", (cause) => reject(taken(serving.port, cause)));
		server.listen(serving.port, ADDRESS, resolve);
	});
	const end = () => {
		server.close();
		server.closeAllConnections();
	};
	return {
		url: `http://${ADDRESS}:${portOf(server.address())}/${serving.secret}/`,
		ended,
		end
	};
}
function portOf(address) {
	return typeof address === "object" && address !== null ? address.port : 0;
}
function taken(port, cause) {
	return new require_git.Fault("usage", "The page can't be served on this port.", {
		found: `port ${port}: ${cause.message}`,
		wanted: "a port that is free",
		fix: "golden-thread report serve --port 0",
		cause
	});
}
/** True: it was the page, and all of it was sent. */
async function answer({ method = "", url = "", headers: { host = "" } }, response, serving) {
	const place = admit({
		method,
		target: url,
		host
	}, serving);
	const headers = {
		...HEADERS,
		...serving.once ? { connection: "close" } : {}
	};
	if (typeof place === "number") {
		response.writeHead(place, {
			...headers,
			"content-type": "text/plain; charset=utf-8"
		});
		response.end(method === "HEAD" ? void 0 : REFUSALS[place]);
		return false;
	}
	const { mediaType, body } = await serving.content(place);
	response.writeHead(200, {
		...headers,
		"content-type": mediaType
	});
	if (method === "HEAD") {
		response.end();
		return false;
	}
	await (0, node_stream_promises.pipeline)(node_stream.Readable.from(body), response);
	return place === "page";
}

exports.listen = listen;