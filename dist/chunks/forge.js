"use strict";

// src/forge/index.ts
/** Every forge there is; each is loaded when it is wanted. */
const forges = {
	github: async () => (await Promise.resolve().then(() => require("./forge-github.js"))).connect,
	gitlab: async () => (await Promise.resolve().then(() => require("./forge-gitlab.js"))).connect,
	"azure-repos": async () => (await Promise.resolve().then(() => require("./forge-azure-repos.js"))).connect
};

Object.defineProperty(exports, "forges", {
  enumerable: true,
  get: function () {
    return forges;
  }
});