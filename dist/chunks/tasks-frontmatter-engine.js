import { __toESM } from "./rolldown-runtime.js";
import { require_gray_matter } from "./gray-matter.js";
import { readYaml } from "./tasks-yaml-engine.js";

// src/tasks/frontmatter-engine.ts
var import_gray_matter = /* @__PURE__ */ __toESM(require_gray_matter(), 1);
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
		result = readYaml(text.slice(1));
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

export { readMatter };