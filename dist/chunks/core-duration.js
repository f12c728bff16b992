"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/core/duration.ts
var duration_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ milliseconds: () => milliseconds });
/** Milliseconds of a duration as policies write it (`30m`, `24h`, `7d`); 0 for anything else. */
function milliseconds(duration) {
	const unit = {
		m: 6e4,
		h: 36e5,
		d: 864e5
	}[duration.slice(-1)] ?? 0;
	return Number(duration.slice(0, -1)) * unit;
}

Object.defineProperty(exports, "duration_exports", {
  enumerable: true,
  get: function () {
    return duration_exports;
  }
});
Object.defineProperty(exports, "milliseconds", {
  enumerable: true,
  get: function () {
    return milliseconds;
  }
});