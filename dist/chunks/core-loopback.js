"use strict";

// src/core/loopback.ts
/** Host names of this machine, as `URL.hostname` writes them: plain http to one of them shows a token to nobody else. */
const LOOPBACK = /* @__PURE__ */ new Set([
	"localhost",
	"127.0.0.1",
	"[::1]"
]);

Object.defineProperty(exports, "LOOPBACK", {
  enumerable: true,
  get: function () {
    return LOOPBACK;
  }
});