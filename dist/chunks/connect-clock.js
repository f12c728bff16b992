"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
let node_timers_promises = require("node:timers/promises");

// src/connect/clock.ts
var clock_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ clockOf: () => clockOf });
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

Object.defineProperty(exports, "clockOf", {
  enumerable: true,
  get: function () {
    return clockOf;
  }
});
Object.defineProperty(exports, "clock_exports", {
  enumerable: true,
  get: function () {
    return clock_exports;
  }
});