"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_gray_matter$1 = require("./gray-matter.js");
const require_yaml_engine = require("./tasks-yaml-engine.js");

// src/tasks/frontmatter-engine.ts
var import_gray_matter = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_gray_matter$1.require_gray_matter(), 1);
/** Engines that gray-matter brings or knows by an alias; none of them may ever read a task file. */
const REFUSED = [
	"javascript",
	"json",
	"coffee",
	"toml",
	"js",
	"yml",
	"coffeescript",
	"cson"
];
/**
* Reads the YAML between a task file's fences by gray-matter, whose only engine here is the strict reader. The
* caller has made sure that the first line holds nothing but the dashes; options are always handed over, as
* gray-matter otherwise shares one mutable object for equal contents.
*/
function readMatter(yaml) {
	let result = {
		ok: true,
		document: {
			values: /* @__PURE__ */ new Map(),
			lines: /* @__PURE__ */ new Map()
		}
	};
	const parse = (text) => {
		result = require_yaml_engine.readYaml(text.slice(1));
		return {};
	};
	(0, import_gray_matter.default)(`---\n${yaml}\n---\n`, {
		language: "yaml",
		engines: {
			...refusedEngines(),
			yaml: { parse }
		}
	});
	return result;
}
function refusedEngines() {
	return Object.fromEntries(REFUSED.map((name) => [name, refuse]));
}
function refuse() {
	throw new Error("no engine but the strict YAML reader may read a task file");
}

exports.readMatter = readMatter;