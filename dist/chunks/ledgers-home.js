"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_open_address = require("./connect-open-address.js");
const require_core = require("./core.js");
const require_quietly = require("./core-quietly.js");
const require_ledger_ref = require("./git-ledger-ref.js");
const require_store = require("./store.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");

// src/ledger/format.ts
/** DSSE payload type of a ledger's header. */
const LEDGER_TYPE = "application/vnd.golden-thread.ledger+json";
/** Largest ledger that is read: six times that of 100,000 tickets. */
const MOST_LEDGER_BYTES = 67108864;
/** Members of rows that are written only where a rule of the law reads them; of the others a reader knows nothing. */
const LEDGER_FIELDS = [
	"assignees",
	"authors",
	"by",
	"parent",
	"plan",
	"states"
];
/** A person as a ledger's table has them. */
function ledgerPerson({ name, account, login, email, isBot }) {
	return {
		name,
		...account === void 0 ? {} : { account },
		...login === void 0 ? {} : { login },
		...email === "" ? {} : { email },
		...isBot === void 0 ? {} : { isBot }
	};
}

// src/connect/fetch-text.ts
/**
* What lies at an https address that a policy names, asked for without any credential, by the rules that hold for trackers. Throws
* Fault("unavailable") where there is no such thing to be had.
*/
async function fetchText(address, asking) {
	const reply = await (await require_open_address.openAddress(address, asking)).send({
		path: address,
		headers: { accept: "*/*" }
	});
	if (reply.status === 200) return reply.text;
	throw new require_git.Fault("unavailable", `${asking.name} is not to be had.`, {
		found: `${address} answered ${reply.status}`,
		wanted: "200"
	});
}

// src/store/ledger-cache.ts
/** Opens the place of one address, shared by all work trees of a repository. */
function ledgerCache(commonDir, address) {
	const name = (0, node_crypto.createHash)("sha256").update(address).digest("hex").slice(0, 16);
	const file = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "ledgers", `${name}.jsonl`);
	return {
		read() {
			try {
				return {
					at: (0, node_fs.statSync)(file).mtimeMs,
					bytes: (0, node_fs.readFileSync)(file)
				};
			} catch {
				return null;
			}
		},
		keep: (bytes) => require_store.writeAtomic(file, bytes)
	};
}

// src/ledgers/home.ts
var home_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ readHome: () => readHome });
/** The bytes of the ledger at a ref, a path of the trusted tree, or an https address; null: there is none. */
async function readHome(place, from) {
	if (from.startsWith("refs/")) return require_ledger_ref.readLedgerRef(place.repo, from, MOST_LEDGER_BYTES);
	if (from.startsWith("https:")) return readAddress(place, from);
	return place.tree.read(from, MOST_LEDGER_BYTES);
}
/** A copy that is as fresh as a tracker's answers must be is not fetched again, nor where the address gives no answer. */
async function readAddress(place, address) {
	const { repo, env, now, haste = "hook", law } = place;
	const cache = ledgerCache(repo.commonDir, address);
	const kept = cache.read();
	const age = kept === null ? Number.POSITIVE_INFINITY : now().getTime() - kept.at;
	if (kept !== null && age >= 0 && age <= require_core.milliseconds(law.cache.fresh)) return kept.bytes;
	try {
		const text = await fetchText(address, {
			env,
			haste,
			now,
			name: "The ledger",
			mostBytes: MOST_LEDGER_BYTES
		});
		const bytes = Buffer.from(text, "utf8");
		require_quietly.quietly(() => cache.keep(bytes));
		return bytes;
	} catch (thrown) {
		if (kept !== null && thrown instanceof require_git.Fault && thrown.code === "unavailable") return kept.bytes;
		throw thrown;
	}
}

Object.defineProperty(exports, "LEDGER_FIELDS", {
  enumerable: true,
  get: function () {
    return LEDGER_FIELDS;
  }
});
Object.defineProperty(exports, "LEDGER_TYPE", {
  enumerable: true,
  get: function () {
    return LEDGER_TYPE;
  }
});
Object.defineProperty(exports, "MOST_LEDGER_BYTES", {
  enumerable: true,
  get: function () {
    return MOST_LEDGER_BYTES;
  }
});
Object.defineProperty(exports, "home_exports", {
  enumerable: true,
  get: function () {
    return home_exports;
  }
});
Object.defineProperty(exports, "ledgerPerson", {
  enumerable: true,
  get: function () {
    return ledgerPerson;
  }
});
Object.defineProperty(exports, "readHome", {
  enumerable: true,
  get: function () {
    return readHome;
  }
});