"use strict";

let node_timers_promises = require("node:timers/promises");

// src/connect/clock.ts
/** The machine's own clock and chance; chance only spreads callers that wait for the same server. */
function clockOf(now) {
	return {
		now: () => now().getTime(),
		chance: Math.random,
		sleep: async (ms, signal) => {
			await (0, node_timers_promises.setTimeout)(ms, void 0, signal === void 0 ? {} : { signal });
		}
	};
}

exports.clockOf = clockOf;