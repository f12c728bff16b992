"use strict";

const require_git = require("./git.js");
const require_tracker = require("./connect-tracker.js");
const require_certificates = require("./store-certificates.js");
const require_hosts_file = require("./store-hosts-file.js");
const require_clock = require("./connect-clock.js");
const require_patience = require("./connect-patience.js");

// src/connect/open-address.ts
/**
* The way to one address, and to its origin alone, by the rules that hold for trackers: no private address that the user does not
* trust, no credential in any message. `address`: what requests whose path begins with a slash go below. Throws Fault("credentials")
* where a credential would go to a server that nobody confirmed.
*/
async function openAddress(address, asking) {
	const { env, haste, name, mostBytes, held = null, limited, plainProxy = false, now } = asking;
	const { all, doubtful, privateAllowed } = await require_tracker.originsOf({
		base: () => address,
		isVendor: (host) => held?.isMeantFor(host) ?? false
	}, null, {
		env,
		lawIsTrusted: false
	});
	if (held !== null && doubtful !== null) throw new require_git.Fault("credentials", `${name} is at a server that nobody confirmed, and no token is sent there.`, {
		found: doubtful,
		fix: `golden-thread remote trust ${doubtful}`
	});
	return require_tracker.openHttp({
		remote: name,
		base: address.replace(/\/+$/, ""),
		origins: all,
		privateAllowed,
		credential: async () => held,
		...limited ? { limited } : {},
		deadline: AbortSignal.timeout(require_patience.PATIENCE[haste].allMs),
		...require_patience.PATIENCE[haste],
		proxy: {
			...require_tracker.proxyOf(env),
			plain: plainProxy
		},
		ca: require_certificates.moreCertificates(env),
		hosts: require_hosts_file.hostsFile,
		tags: null,
		mostBytes,
		clock: require_clock.clockOf(now)
	});
}

Object.defineProperty(exports, "openAddress", {
  enumerable: true,
  get: function () {
    return openAddress;
  }
});