"use strict";

// src/providers/index.ts
/** Every provider whose tickets are files of the trusted tree. */
const treeProviders = { markdown: async () => (await Promise.resolve().then(() => require("./providers-markdown.js"))).provider };
/** Every tracker that can be asked, loaded when a policy's remote names it. */
const trackers = {
	"azure-devops": async () => (await Promise.resolve().then(() => require("./providers-azure-devops.js"))).provider,
	github: async () => (await Promise.resolve().then(() => require("./providers-github.js"))).provider,
	jira: async () => (await Promise.resolve().then(() => require("./providers-jira.js"))).provider,
	gitlab: async () => (await Promise.resolve().then(() => require("./providers-gitlab.js"))).provider,
	clickup: async () => (await Promise.resolve().then(() => require("./providers-clickup.js"))).provider,
	linear: async () => (await Promise.resolve().then(() => require("./providers-linear.js"))).provider,
	notion: async () => (await Promise.resolve().then(() => require("./providers-notion.js"))).provider
};

// src/connect/patience.ts
/** A pre-receive hook has to answer within five seconds, reading the push included; GitHub Enterprise cuts it off there. */
const PATIENCE = {
	hook: {
		allMs: 3e3,
		tryMs: 2500,
		waitMs: 1e3
	},
	server: {
		allMs: 3e3,
		tryMs: 2500,
		waitMs: 500
	},
	command: {
		allMs: 6e4,
		tryMs: 1e4,
		waitMs: 4e4
	},
	job: {
		allMs: 6e5,
		tryMs: 3e4,
		waitMs: 18e4
	},
	listing: {
		allMs: 108e5,
		tryMs: 6e4,
		waitMs: 72e5
	}
};

Object.defineProperty(exports, "PATIENCE", {
  enumerable: true,
  get: function () {
    return PATIENCE;
  }
});
Object.defineProperty(exports, "trackers", {
  enumerable: true,
  get: function () {
    return trackers;
  }
});
Object.defineProperty(exports, "treeProviders", {
  enumerable: true,
  get: function () {
    return treeProviders;
  }
});