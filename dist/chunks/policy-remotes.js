"use strict";

const require_settings = require("./providers-azure-devops-settings.js");
const require_settings$1 = require("./providers-clickup-settings.js");
const require_settings$2 = require("./providers-github-settings.js");
const require_settings$3 = require("./providers-gitlab-settings.js");
const require_settings$4 = require("./providers-jira-settings.js");
const require_settings$5 = require("./providers-linear-settings.js");
const require_settings$6 = require("./providers-markdown-settings.js");
const require_settings$7 = require("./providers-notion-settings.js");

// src/policy/remotes.ts
/** The grammar of each tracker's ids. */
const GRAMMARS = {
	github: "github",
	gitlab: "gitlab",
	jira: "jira",
	linear: "linear",
	"azure-devops": "azure",
	clickup: "clickup",
	notion: "notion",
	markdown: "tasks"
};
/** `remotes:` a name of the user's choice -> one tracker, strict by its kind. */
function remotesSchema(z) {
	const entry = z.discriminatedUnion("kind", [
		require_settings$2.githubSettings(z),
		require_settings$3.gitlabSettings(z),
		require_settings$4.jiraSettings(z),
		require_settings$5.linearSettings(z),
		require_settings.azureDevopsSettings(z),
		require_settings$1.clickupSettings(z),
		require_settings$7.notionSettings(z),
		require_settings$6.markdownSettings(z)
	]);
	return z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: "a name of letters, digits, - and _" }), entry);
}

Object.defineProperty(exports, "GRAMMARS", {
  enumerable: true,
  get: function () {
    return GRAMMARS;
  }
});
Object.defineProperty(exports, "remotesSchema", {
  enumerable: true,
  get: function () {
    return remotesSchema;
  }
});