"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_ipaddr_js = require("./ipaddr-js.js");
const require_trouble = require("./providers-trouble.js");
const require_patience = require("./connect-patience.js");
const require_tool = require("./git-tool.js");
const require_trusted_origins = require("./git-trusted-origins.js");
let node_util = require("node:util");
let node_os = require("node:os");
let node_net = require("node:net");
let node_tls = require("node:tls");
let node_zlib = require("node:zlib");
let node_dns = require("node:dns");
let node_dns_promises = require("node:dns/promises");

// src/providers/address.ts
var import_ipaddr = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_ipaddr_js.require_ipaddr(), 1);
/**
* Sorts an IP address by RFC 6890's registries. Everything that is neither public nor link-local counts as private:
* loopback, private networks, carrier NAT, multicast, reserved. IPv4 inside IPv6 counts as the IPv4 address.
*/
function addressKind(address) {
	if (!import_ipaddr.default.isValid(address)) return "private";
	switch (import_ipaddr.default.process(address).range()) {
		case "unicast": return "public";
		case "linkLocal": return "link-local";
		default: return "private";
	}
}

// src/providers/body.ts
/** Most bytes of one answer, packed or not: a page of a hundred tickets with long descriptions takes a tenth of it. */
const MOST_BYTES = 10485760;
const UNPACK = {
	gzip: (0, node_util.promisify)(node_zlib.gunzip),
	"x-gzip": (0, node_util.promisify)(node_zlib.gunzip),
	deflate: (0, node_util.promisify)(node_zlib.inflate),
	br: (0, node_util.promisify)(node_zlib.brotliDecompress)
};
/** What a server may pack its answers by. */
const ACCEPTED_ENCODINGS = "gzip, deflate, br";
/**
* The text of an answer, unpacked, as UTF-8 unless another `charset` is asked for. `encoding`: its `content-encoding`. Throws Fault("unavailable") for an answer
* that is too long, before or after it is unpacked, or packed in another way.
*/
async function readBody(remote, body, encoding, most = MOST_BYTES, charset = "utf8") {
	const parts = [];
	let bytes = 0;
	for await (const part of body) {
		bytes += part.byteLength;
		if (bytes > most) throw tooLong(remote, most);
		parts.push(part);
	}
	return (await unpacked(remote, Buffer.concat(parts), encoding, most)).toString(charset);
}
async function unpacked(remote, packed, encoding = "identity", most) {
	const name = encoding.trim().toLowerCase();
	if (name === "" || name === "identity") return packed;
	if (!isKnown(name)) throw require_trouble.trouble("unavailable", `${remote} packs its answers in a way that we can't read.`, { found: name });
	try {
		return await UNPACK[name](packed, { maxOutputLength: most });
	} catch (cause) {
		if (cause instanceof RangeError) throw tooLong(remote, most);
		throw require_trouble.trouble("unavailable", `${remote} answered with something that can't be unpacked.`, {
			found: name,
			cause
		});
	}
}
function isKnown(name) {
	return Object.hasOwn(UNPACK, name);
}
function tooLong(remote, most) {
	return require_trouble.trouble("unavailable", `${remote} answered with more than ${most / 1024 / 1024} MiB.`);
}

// src/providers/conditional.ts
/**
* Asks again only for what has changed (RFC 9110, 13.1.2): a read whose answer was tagged is asked with its tag, and where
* the server says that it still holds, the answer is the remembered one. GitHub does not count such an answer.
*/
function conditional(attempt, memory) {
	if (memory === null) return attempt;
	return async (address, request) => {
		if ((request.method ?? "GET") !== "GET") return attempt(address, request);
		const known = memory.read(address.href);
		const reply = await attempt(address, known === null ? request : tagged(request, known.etag));
		if (reply.status === 304 && known !== null) return {
			...reply,
			status: 200,
			text: known.text
		};
		remember(memory, address, reply);
		return reply;
	};
}
function tagged(request, etag) {
	return {
		...request,
		headers: {
			...request.headers,
			"if-none-match": etag
		}
	};
}
function remember(memory, address, { status, headers, text }) {
	const { etag } = headers;
	if (status !== 200 || etag === void 0 || etag === "") return;
	try {
		memory.keep(address.href, {
			etag,
			text
		});
	} catch {}
}

// src/providers/name-server.ts
/**
* How long a name server is given to say anything at all. The system's own resolver, which knows the hosts file and more, can't be
* stopped once it was asked, and the process waits for its end: 10 s and more where the server is silent.
*/
const PROBE_MS = 1500;
/**
* Whether a name server says anything about a host, be it that there is none: then the system's resolver answers soon too. Silence is
* all that counts; what the server says is not used.
*/
async function isAnswering(host, { ms, servers }) {
	const resolver = new node_dns_promises.Resolver({
		timeout: PROBE_MS,
		tries: 1
	});
	if (servers !== void 0) resolver.setServers(servers);
	const timer = setTimeout(() => resolver.cancel(), Math.min(PROBE_MS, ms));
	const asked = [resolver.resolve4(host), resolver.resolve6(host)].map((answer) => answer.then(said, heard));
	try {
		return await Promise.race([someOf(asked), Promise.all(asked).then((all) => all.includes(true))]);
	} finally {
		clearTimeout(timer);
		resolver.cancel();
	}
}
/** Names that no name server is asked for: this machine's own, and those of its hosts file. */
function isKnownHere(host, hostsFile) {
	const name = host.toLowerCase();
	if (name === "localhost" || name.endsWith(".localhost")) return true;
	return hostsFile.split("\n").some((line) => {
		const [, ...names] = (line.split("#", 1)[0] ?? "").trim().toLowerCase().split(/\s+/);
		return names.includes(name);
	});
}
function said() {
	return true;
}
/** "There is none" is an answer; running out of time, and being cancelled, are not. */
function heard(error) {
	return error.code !== "ETIMEOUT" && error.code !== "ECANCELLED";
}
function someOf(answers) {
	return new Promise((resolve) => {
		for (const answer of answers) answer.then((isHeard) => isHeard && resolve(true));
	});
}

// src/providers/wait.ts
/** Statuses that say "try again": request time-out, too many requests, and what servers and gateways say when they are down. */
const AGAIN = /* @__PURE__ */ new Set([
	408,
	429,
	500,
	502,
	503,
	504,
	529
]);
/** Statuses after which a request that changes something was certainly not carried out (Notion's 529 says so). */
const REFUSED = /* @__PURE__ */ new Set([429, 529]);
/** Milliseconds of the first wait where nothing tells how long; it doubles each time. */
const FIRST_WAIT = 500;
/** Epoch numbers above this are milliseconds (Linear), below it seconds; below the next they count from now. */
const LEAST_EPOCH_MS = 1e11;
const LEAST_EPOCH_S = 1e9;
/** Names under which vendors tell when they may be asked again: GitHub, Jira, Azure DevOps, ClickUp; GitLab; Linear. */
const RESETS = [
	"x-ratelimit-reset",
	"ratelimit-reset",
	"x-ratelimit-requests-reset",
	"x-ratelimit-complexity-reset",
	"x-ratelimit-endpoint-requests-reset"
];
const REMAINING = [
	"x-ratelimit-remaining",
	"ratelimit-remaining",
	"x-ratelimit-requests-remaining"
];
const LIMITS = [
	"x-ratelimit-limit",
	"ratelimit-limit",
	"x-ratelimit-requests-limit"
];
/** Whether a request that was answered so may be made once more. `reads`: it changes nothing. */
function mayRepeat(status, reads) {
	return reads ? AGAIN.has(status) : REFUSED.has(status);
}
/**
* Milliseconds to wait before the next try: what the answer tells (`Retry-After` before the vendor's own reset), else
* `least`, else twice as long each time, anywhere below it so that many callers don't come back at once.
* `tries`: how many there were. `chance`: 0 to 1. `now`: milliseconds since 1970.
*/
function waitFor(headers, { tries, now, chance, least }) {
	const told = retryAfter(headers, now) ?? resetWait(headers, now);
	if (told !== null) return told;
	return least ?? chance * FIRST_WAIT * 2 ** tries;
}
/** Milliseconds that `Retry-After` asks for: seconds or a date (RFC 9110, 10.2.3). Null: it is not there. */
function retryAfter(headers, now) {
	const value = headers["retry-after"]?.trim();
	if (value === void 0 || value === "") return null;
	if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1e3;
	const at = Date.parse(value);
	return Number.isNaN(at) ? null : Math.max(0, at - now);
}
/** What an answer tells of how often its sender may still be asked; null: nothing. */
function rateOf(headers, now) {
	const remaining = numberIn(headers, REMAINING);
	if (remaining === null) return null;
	const wait = resetWait(headers, now);
	const resetsAt = wait === null ? null : new Date(now + wait).toISOString();
	return {
		limit: numberIn(headers, LIMITS),
		remaining,
		resetsAt
	};
}
/** A reset that lies ahead only binds where nothing is left, or where nothing says what is left. */
function resetWait(headers, now) {
	if ((numberIn(headers, REMAINING) ?? 0) > 0) return null;
	const waits = RESETS.flatMap((name) => resetIn(headers[name], now) ?? []);
	return waits.length === 0 ? null : Math.max(...waits);
}
function resetIn(value, now) {
	if (value === void 0) return null;
	const number = Number(value);
	if (!Number.isFinite(number)) {
		const at = Date.parse(value);
		return Number.isNaN(at) ? null : Math.max(0, at - now);
	}
	if (number >= LEAST_EPOCH_MS) return Math.max(0, number - now);
	return Math.max(0, number >= LEAST_EPOCH_S ? number * 1e3 - now : number * 1e3);
}
function numberIn(headers, names) {
	for (const name of names) {
		const value = headers[name];
		if (value !== void 0 && /^\d+$/.test(value)) return Number(value);
	}
	return null;
}

// src/providers/retry.ts
/** Tries of one request. */
const MOST_TRIES = 4;
/** Failures before anything was sent: even a request that changes something can be made again. */
const NOT_SENT = /* @__PURE__ */ new Set([
	"ECONNREFUSED",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT"
]);
/** Repeats tries by the rules of the vendors: never a change that may have been made, never longer than there is time. */
function retrying(attempt, options) {
	const { clock } = options;
	const pause = pauser(options);
	let pausedUntil = 0;
	let rate = null;
	return {
		rate: () => rate,
		async exchange(address, request) {
			for (let tries = 0;; tries++) {
				if (pausedUntil > clock.now()) await pause(pausedUntil - clock.now(), "it asked for a pause");
				const { reply, fault, again } = judged(await attempt(address, request).catch((cause) => cause), request, tries, options);
				if (reply !== null) {
					rate = rateOf(reply.headers, clock.now()) ?? rate;
					pausedUntil = clock.now() + (retryAfter(reply.headers, clock.now()) ?? 0);
				}
				if (again === null || tries + 1 >= MOST_TRIES) {
					if (fault !== null || reply === null) throw fault;
					return reply;
				}
				pausedUntil = 0;
				await pause(again.ms, again.why, again.limited ? null : fault);
			}
		}
	};
}
/** Waits where there is time for it; else the remote counts as not reachable. */
function pauser({ remote, clock, deadline, waitMs }) {
	let waited = 0;
	return async (ms, why, instead = null) => {
		if (waited + ms > waitMs && instead !== null) throw instead;
		if (waited + ms > waitMs) throw require_trouble.trouble("unavailable", `${remote} can't be asked now: ${why}.`, { found: `a wait of ${Math.ceil(ms / 1e3)} s` });
		waited += ms;
		await clock.sleep(ms, deadline).catch(() => {
			throw outOfTime(remote);
		});
	};
}
function judged(tried, request, tries, options) {
	const reads = isRead(request);
	if (!isReply(tried)) return failed(tried, reads, tries, options);
	const { clock, remote, limited } = options;
	const least = limited?.(tried) ?? null;
	const isLimited = least !== null || tried.status === 429;
	const fault = isLimited || isDown(tried.status) ? downFault(remote, tried) : null;
	if (least === null && !mayRepeat(tried.status, reads)) return {
		reply: tried,
		fault,
		again: null
	};
	return {
		reply: tried,
		fault,
		again: {
			ms: waitFor(tried.headers, {
				tries,
				now: clock.now(),
				chance: clock.chance(),
				least: least === null ? null : least * 1e3
			}),
			why: isLimited ? "its rate limit is used up" : "it is down",
			limited: isLimited
		}
	};
}
function failed(cause, reads, tries, { remote, deadline, clock }) {
	if (cause instanceof Error && cause.name === "Fault") return {
		reply: null,
		fault: cause,
		again: null
	};
	if (deadline?.aborted === true) return {
		reply: null,
		fault: outOfTime(remote),
		again: null
	};
	const code = codeOf(cause);
	const isLate = cause instanceof Error && cause.name === "TimeoutError";
	const found = cause instanceof Error ? `${code} ${cause.message}`.trim() : String(cause);
	const fault = require_trouble.trouble("unavailable", `${remote} does not answer.`, isLate ? { cause } : {
		found,
		cause
	});
	const ms = waitFor({}, {
		tries,
		now: clock.now(),
		chance: clock.chance(),
		least: null
	});
	return {
		reply: null,
		fault,
		again: code !== "ENOTFOUND" && (reads || NOT_SENT.has(code)) ? {
			ms,
			why: "no answer",
			limited: false
		} : null
	};
}
/** Whether a request changes nothing. */
function isRead({ method = "GET", reads = false }) {
	return method === "GET" || reads;
}
function isReply(tried) {
	return typeof tried === "object" && tried !== null && "status" in tried && "text" in tried;
}
/** The system's or undici's own name of a failure; empty: it has none. */
function codeOf(cause) {
	const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : "";
	return typeof code === "string" ? code : "";
}
function outOfTime(remote) {
	return require_trouble.trouble("unavailable", `${remote} did not answer in the time that there was.`);
}
function isDown(status) {
	return status === 408 || status >= 500;
}
function downFault(remote, { status, text, headers }) {
	const isPage = headers["content-type"]?.includes("html") ?? false;
	return require_trouble.trouble("unavailable", `${remote} answers ${status}.`, isPage || text === "" ? {} : { found: text });
}

// src/providers/http.ts
const MOST_REDIRECTS = 5;
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
/** Opens the one way to a remote. Nothing is loaded or connected before the first request. */
function openHttp(options) {
	const credential = require_core.once(() => options.credential());
	const { exchange, rate } = retrying(conditional(trying(options, credential), options.tags), options);
	return {
		base: options.base,
		authenticated: async () => await credential() !== null,
		rate,
		async send(request) {
			let address = addressOf(options, request);
			for (let hops = 0;; hops++) {
				refuseAddress(options, address);
				const reply = await exchange(address, request);
				const next = redirectOf(options, request, address, reply);
				if (next === null) return reply;
				if (hops >= MOST_REDIRECTS) throw require_trouble.trouble("unavailable", `${options.remote} sends us round in circles.`, { found: next.href });
				address = next;
			}
		}
	};
}
/** One try over the wire. */
function trying(options, credential) {
	const dispatcher = require_core.once(() => dispatcherFor(options));
	const { remote, tryMs, deadline } = options;
	return async (address, request) => {
		const { headers: own, secrets } = await credential() ?? NOTHING;
		const { request: send } = await Promise.resolve().then(() => require("./undici.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_undici(), 1));
		const answer = await send(address.href, {
			dispatcher: await dispatcher(),
			method: request.method ?? "GET",
			headers: headersOf(request, own),
			body: request.json === void 0 ? null : JSON.stringify(request.json),
			signal: AbortSignal.any([AbortSignal.timeout(tryMs), ...deadline ? [deadline] : []])
		});
		const headers = plainHeaders(answer.headers, secrets);
		const encoding = headers["content-encoding"];
		const text = await readBody(remote, answer.body, encoding, options.mostBytes, request.charset);
		return {
			status: answer.statusCode,
			headers,
			url: address.href,
			text: withoutSecrets(text, secrets)
		};
	};
}
const NOTHING = {
	headers: {},
	secrets: []
};
/** Where an answer sends a read on to; null: it is the answer. Throws Fault("unavailable") for another origin. */
function redirectOf({ remote }, request, address, { status, headers }) {
	const to = headers.location;
	if (request.follow === false || !REDIRECTS.has(status) || to === void 0 || !isRead(request)) return null;
	const next = URL.canParse(to, address.href) ? new URL(to, address.href) : null;
	if (next === null || next.origin !== address.origin) throw require_trouble.trouble("unavailable", `${remote} sends us elsewhere, and no token follows there.`, { found: next?.origin ?? to });
	return next;
}
/** Throws Fault("credentials") for an origin that the credential is not meant for. */
function addressOf({ base, origins, remote }, { path, query = {} }) {
	const text = path.startsWith("/") ? `${base}${path}` : path;
	if (!URL.canParse(text)) throw require_trouble.trouble("unavailable", `${remote} names an address that is none.`, { found: text });
	const address = new URL(text);
	for (const [name, value] of Object.entries(query)) {
		if (value === void 0) continue;
		for (const one of [value].flat()) address.searchParams.append(name, String(one));
	}
	if (!origins.has(address.origin) || address.username !== "" || address.password !== "") throw require_trouble.trouble("credentials", `${remote} is not to be asked at another address than its own.`, { found: address.origin });
	return address;
}
/** A host that is an address itself is never looked up, so it is refused here. */
function refuseAddress({ privateAllowed, remote }, { hostname }) {
	const host = hostname.replace(/^\[|\]$/g, "");
	if ((0, node_net.isIP)(host) === 0) return;
	const kind = addressKind(host);
	if (!isAllowed(kind, privateAllowed)) throw refusedAddress(remote, host, kind);
}
/** At link-local addresses clouds answer with the machine's own credentials; nobody's tracker is there. */
function isAllowed(kind, privateAllowed) {
	return kind === "public" || kind === "private" && privateAllowed;
}
function refusedAddress(remote, host, kind) {
	return require_trouble.trouble("credentials", `${remote} leads to a ${kind} address, and no token is sent there unasked.`, {
		found: host,
		fix: `golden-thread remote trust https://${host}`
	});
}
async function dispatcherFor(options) {
	const { EnvHttpProxyAgent } = await Promise.resolve().then(() => require("./undici.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_undici(), 1));
	const { ca, proxy } = options;
	const trust = ca === null ? {} : { ca: [...node_tls.rootCertificates, ca] };
	return new EnvHttpProxyAgent({
		httpsProxy: proxy.https ?? "",
		httpProxy: proxy.http ?? "",
		noProxy: proxy.none ?? "",
		...proxy.plain === true ? { proxyTunnel: false } : {},
		connect: {
			...trust,
			lookup: guardedLookup(options),
			timeout: options.tryMs
		},
		requestTls: trust,
		proxyTls: trust,
		headersTimeout: options.tryMs,
		bodyTimeout: options.tryMs
	});
}
/** Refuses names that lead to an address at which no vendor's service is: a policy could name any host. */
function guardedLookup({ remote, privateAllowed, deadline, tryMs, hosts = () => "" }) {
	const ask = sharedLookup((host) => isKnownHere(host, hosts()) || isAnswering(host, { ms: tryMs }));
	return (host, details, answer) => {
		if (deadline?.aborted === true) return answer(/* @__PURE__ */ new Error("no time is left to look the name up"), "", 0);
		ask(host, details, (error, found) => {
			if (error !== null) return answer(error, "", 0);
			const bad = found.map(({ address }) => ({
				address,
				kind: addressKind(address)
			})).find(({ kind }) => !isAllowed(kind, privateAllowed));
			if (bad !== void 0) return answer(refusedAddress(remote, host, bad.kind), "", 0);
			if (details.all === true) return answer(null, found);
			answer(null, found[0]?.address ?? "", found[0]?.family);
		});
	};
}
const SILENT$1 = "the name server gave no answer";
/**
* Whoever asks for a name that is being looked up waits for that answer: each look-up that hangs costs its whole time. `isWorthIt`: the
* system will not take longer than the name server does.
*/
function sharedLookup(isWorthIt) {
	const waiting = /* @__PURE__ */ new Map();
	return (host, details, looked) => {
		const others = waiting.get(host);
		if (others !== void 0) return void others.push(looked);
		const all = [looked];
		waiting.set(host, all);
		const end = (error, found) => {
			waiting.delete(host);
			for (const one of all) one(error, found);
		};
		Promise.resolve(isWorthIt(host)).then((worth) => worth ? (0, node_dns.lookup)(host, {
			...details,
			all: true
		}, end) : end(/* @__PURE__ */ new Error(SILENT$1), []));
	};
}
function headersOf(request, own) {
	const type = request.json === void 0 ? {} : { "content-type": "application/json" };
	return {
		accept: "application/json",
		"accept-encoding": ACCEPTED_ENCODINGS,
		"user-agent": `golden-thread/${require_core.VERSION}`,
		...type,
		...request.headers,
		...own
	};
}
function plainHeaders(headers, secrets) {
	const plain = {};
	for (const [name, value] of Object.entries(headers)) if (value !== void 0) plain[name.toLowerCase()] = withoutSecrets([value].flat().join(", "), secrets);
	return plain;
}
/** A server that repeats what it was sent must not bring the credential into a message or a file. */
function withoutSecrets(text, secrets) {
	return secrets.reduce((clean, secret) => clean.replaceAll(secret, require_core.REDACTED), text);
}

// src/connect/origins.ts
/**
* Variables by which a CI system or a user says what server they work with: they are outside of the repository. The first
* is ours, a list between blanks.
*/
const NAMED_BY = [
	"GOLDEN_THREAD_TRUST",
	"GITHUB_API_URL",
	"GITHUB_SERVER_URL",
	"CI_SERVER_URL",
	"SYSTEM_COLLECTIONURI"
];
/**
* A token goes where its owner sent it: to the vendor's own service, or to an origin that was confirmed outside of the
* repository. `lawIsTrusted`: the policy that names the origin is that of a base commit, which no change can touch.
*/
async function originsOf(access, settings, { env, lawIsTrusted }) {
	const addresses = [access.base(settings), ...access.also?.(settings) ?? []].map((text) => new URL(text));
	const all = new Set(addresses.map(({ origin }) => origin));
	if (lawIsTrusted) return {
		all,
		doubtful: null,
		privateAllowed: true
	};
	const named = /* @__PURE__ */ new Set([...namedOrigins(env), ...(await require_trusted_origins.trustedOrigins(env)).map(originOf)]);
	const isOwn = ({ protocol, hostname, port }) => protocol === "https:" && port === "" && access.isVendor(hostname);
	return {
		all,
		doubtful: addresses.find((address) => !isOwn(address) && !named.has(address.origin))?.origin ?? null,
		privateAllowed: addresses.every(({ origin }) => named.has(origin))
	};
}
function namedOrigins(env) {
	return NAMED_BY.flatMap((name) => (env[name] ?? "").split(/\s+/).filter(Boolean).map(originOf));
}
/** The origin of an address; the text itself, which is then nobody's, where it is none. */
function originOf(text) {
	return URL.canParse(text) ? new URL(text).origin : text;
}

// src/git/credential.ts
/** No helper may open a window or ask on the terminal: a hook has nobody to ask. */
const SILENT = {
	GIT_TERMINAL_PROMPT: "0",
	GCM_INTERACTIVE: "never",
	GIT_ASKPASS: "",
	SSH_ASKPASS: ""
};
/**
* What git's credential helpers keep for a host (git-credential(1)). Null: nothing, or a helper would have to ask.
* Reads the user's and the system's configuration only: a repository's own could name a program to run.
*/
async function gitCredential(host, env, ms) {
	const input = `protocol=https\nhost=${host}\n\n`;
	const alone = {
		...env,
		...SILENT,
		GIT_DIR: node_os.devNull
	};
	const result = await require_tool.runTool([
		"git",
		"credential",
		"fill"
	], {
		env: alone,
		input,
		ms
	});
	if (result === null || result.code !== 0) return null;
	const fields = new Map(result.stdout.split("\n").map((line) => splitAt(line)));
	const token = fields.get("password") ?? "";
	return token === "" ? null : {
		user: fields.get("username") ?? null,
		token
	};
}
function splitAt(line) {
	const at = line.indexOf("=");
	return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
}

// src/connect/keychain.ts
/** The name under which the keychain keeps our tokens; the account is the origin. */
const SERVICE = "golden-thread";
/** An optional package with compiled parts: it is used where somebody installed it beside golden-thread. */
const PACKAGE = "@napi-rs/keyring";
/** What the system's keychain keeps for an origin; null: nothing, no keychain, or the package is not installed. */
async function keychainCredential(origin) {
	try {
		const loaded = await Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require(
			/* @vite-ignore */
			PACKAGE
		), 1));
		if (!isKeyring(loaded)) return null;
		const token = new loaded.Entry(SERVICE, origin).getPassword();
		return token === null || token === "" ? null : {
			user: null,
			token
		};
	} catch {
		return null;
	}
}
function isKeyring(value) {
	return typeof value === "object" && value !== null && "Entry" in value && typeof value.Entry === "function";
}

// src/connect/credential.ts
/** A vendor's command line may refresh a token over the network; a helper that wants to ask somebody never ends. */
const MOST_TOOL_MS = 5e3;
/**
* Looks for a remote's credential: environment, the vendor's own command line, git's credential helpers, the system's
* keychain; the first that has one counts. Null: none has. An account that the environment or the policy names goes with it.
* `ms`: what all programs together may take of a person's time, by `now`.
*/
async function findCredential(access, settings, env, { ms, now }) {
	const named = userOf(access, settings, env);
	const end = now() + ms;
	const left = () => Math.min(MOST_TOOL_MS, Math.max(0, end - now()));
	const found = fromEnvironment(access, settings, env) ?? await fromTool(access, settings, env, left()) ?? await fromGit(access, settings, env, left()) ?? await fromKeychain(access, settings);
	return found === null ? null : {
		...found,
		user: named ?? found.user
	};
}
/** The variables that would hold a credential, by the names that are most used: `JIRA_EMAIL and JIRA_API_TOKEN`. */
function credentialNames(access, settings) {
	const { token, user = [] } = access.variables(settings);
	return [...access.needsUser?.(settings) === true ? user.slice(0, 1) : [], ...token.slice(0, 1)].join(" and ");
}
function userOf(access, settings, env) {
	const { user = [] } = access.variables(settings);
	return valueIn(env, user)?.value ?? access.user?.(settings) ?? null;
}
function fromEnvironment(access, settings, env) {
	const found = valueIn(env, access.variables(settings).token);
	return found === null ? null : {
		user: null,
		token: found.value,
		source: found.name
	};
}
function valueIn(env, names) {
	for (const name of names) {
		const value = env[name]?.trim();
		if (value !== void 0 && value !== "") return {
			name,
			value
		};
	}
	return null;
}
async function fromTool(access, settings, env, ms) {
	const command = access.command?.(settings);
	if (command === void 0) return null;
	const result = await require_tool.runTool(command, {
		env,
		ms
	});
	const token = result?.code === 0 ? result.stdout.trim() : "";
	return token === "" || /\s/.test(token) ? null : {
		user: null,
		token,
		source: command.slice(0, 3).join(" ")
	};
}
async function fromGit(access, settings, env, ms) {
	const host = access.gitHost?.(settings) ?? new URL(access.base(settings)).host;
	const found = await gitCredential(host, env, ms);
	return found === null ? null : {
		...found,
		source: "git credential"
	};
}
async function fromKeychain(access, settings) {
	const found = await keychainCredential(new URL(access.base(settings)).origin);
	return found === null ? null : {
		...found,
		source: "keychain"
	};
}

// src/connect/tracker.ts
var tracker_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	dialTracker: () => dialTracker,
	proxyOf: () => proxyOf
});
/** Without a credential trackers allow few requests an hour (GitHub: 60 to an address); a history would use them up at once. */
const MOST_ANONYMOUS = 20;
/** Opens a tracker. Its provider is loaded with the first question. */
function dialTracker(remote, dialing) {
	const load = require_patience.trackers[remote.kind];
	if (load === void 0) throw new require_git.Fault("internal", "No provider asks trackers of this kind.", { found: remote.kind });
	const line = require_core.once(async () => openLine(await load(), remote, dialing));
	const refused = require_core.once(async () => answerForAll(remote, await load(), await line()));
	const unseen = async () => unseenWithoutToken(remote, await load());
	const deaf = async (count) => await refused() ?? tooMany(await line(), remote, count);
	return {
		remote: remote.name,
		kind: remote.kind,
		line,
		deaf,
		async pasts(ids) {
			const answer = ids.length === 0 ? null : await deaf(ids.length);
			if (answer === null) return (await line()).tracker.pasts(ids);
			const detail = "detail" in answer && answer.detail !== void 0 ? answer.detail : answer.status;
			return new Map(ids.map((id) => [id, {
				status: "untold",
				detail
			}]));
		},
		async many(ids) {
			if (ids.length === 0) return /* @__PURE__ */ new Map();
			const answer = await deaf(ids.length);
			if (answer !== null) return new Map(ids.map((id) => [id, answer]));
			const open = await line();
			const answers = await open.tracker.many(ids);
			return await open.credential() === null ? withoutToken(answers, await unseen()) : answers;
		}
	};
}
async function openLine(provider, remote, { env, lawIsTrusted, patience, clock, ca, hosts, tags, base: told }) {
	const { name, settings } = remote;
	const access = told === null ? provider.access : {
		...provider.access,
		base: () => told
	};
	const origins = await originsOf(access, settings, {
		env,
		lawIsTrusted
	});
	const credential = require_core.once(() => findCredential(access, settings, env, {
		ms: patience.allMs,
		now: clock.now
	}));
	const http = openHttp({
		remote: name,
		base: access.base(settings),
		origins: origins.doubtful === null ? origins.all : /* @__PURE__ */ new Set(),
		privateAllowed: origins.privateAllowed,
		async credential() {
			const found = await credential();
			if (found === null) return null;
			return {
				headers: { ...access.headers(found, settings) },
				secrets: secretsOf(found)
			};
		},
		...access.limited ? { limited: access.limited } : {},
		deadline: AbortSignal.timeout(patience.allMs),
		...patience,
		proxy: proxyOf(env),
		ca,
		hosts,
		tags,
		clock
	});
	return {
		tracker: provider.connect(name, settings, { http }),
		http,
		origins,
		credential
	};
}
/** The answer for every id that needs no question: nobody may ask, or nobody can. */
async function answerForAll({ name, settings }, { access }, { origins, credential }) {
	if (origins.doubtful !== null) return refusal(`The policy of this branch sends ${name}'s token to a server that nobody confirmed.`, {
		found: origins.doubtful,
		fix: `golden-thread remote trust ${origins.doubtful}`
	});
	const found = await credential();
	const names = credentialNames(access, settings);
	const fix = "golden-thread remote check";
	if (found === null) return access.anonymous ? null : refusal(`There is no token for ${name}; it is looked for in ${names}.`, { fix });
	return access.needsUser?.(settings) === true && found.user === null ? refusal(`The token for ${name} lacks its account; both are looked for in ${names}.`, { fix }) : null;
}
/** What nobody may see without a token may be there all the same: nobody could ask for it, which is no refusal. */
function withoutToken(answers, unseen) {
	return new Map([...answers].map(([id, answer]) => [id, answer.status === "forbidden" ? unseen : answer]));
}
function unseenWithoutToken({ name, settings }, { access }) {
	return refusal(`There is no token for ${name}, and without one this can't be seen; it is looked for in ${credentialNames(access, settings)}.`, { fix: "golden-thread remote check" });
}
async function tooMany({ credential }, { name }, count) {
	if (count <= MOST_ANONYMOUS || await credential() !== null) return null;
	return refusal(`There is no token for ${name}, and without one ${count} tickets can't be asked for.`, { fix: "golden-thread remote check" });
}
function refusal(message, details) {
	return require_trouble.asLookup(require_trouble.trouble("credentials", message, details));
}
/** Every form in which a credential goes over the line. */
function secretsOf({ user, token }) {
	return [token, ...[`${user ?? ""}:${token}`, `:${token}`].map((pair) => Buffer.from(pair, "utf8").toString("base64"))];
}
/** The customary variables; the small ones go before, as with curl. */
function proxyOf(env) {
	const first = (...names) => names.map((name) => env[name]).find((value) => value);
	const [https, http, none] = [
		first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
		first("http_proxy", "all_proxy", "ALL_PROXY"),
		first("no_proxy", "NO_PROXY")
	];
	return {
		...https ? { https } : {},
		...http ? { http } : {},
		...none ? { none } : {}
	};
}

Object.defineProperty(exports, "openHttp", {
  enumerable: true,
  get: function () {
    return openHttp;
  }
});
Object.defineProperty(exports, "originsOf", {
  enumerable: true,
  get: function () {
    return originsOf;
  }
});
Object.defineProperty(exports, "proxyOf", {
  enumerable: true,
  get: function () {
    return proxyOf;
  }
});
Object.defineProperty(exports, "tracker_exports", {
  enumerable: true,
  get: function () {
    return tracker_exports;
  }
});