"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/reports/escape.ts
var escape_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ json: () => json });
/**
* The one place that makes text from outside safe for where it is shown. Subjects, branch names, ticket titles, paths
* and error messages of servers are all written by people whom the reader does not know.
*/
/** Controls, invisible and bidi characters, line separators and halves of surrogate pairs: what moves a cursor or hides text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}/gu;
/** Commands that CI runners read from a log line: GitHub's `##[x]`, Azure's `##vso[x]`, TeamCity's `##teamcity[x]`. */
const LOG_COMMAND = /##(?=\[|vso\[|teamcity\[)/giu;
/** GitHub's `::x::`, after white space only. Text is wrapped at white space, so any word may come to begin a line. */
const WORKFLOW_COMMAND = /(?<=^|\s):{2,}/gu;
/** What may be unseen: most texts are of none but these letters, and are asked no more. */
const BEYOND_ASCII = /[^ -~]/;
const NAMED = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** One line in which every character can be seen: `\n`, `\x1b`, `\u{202e}` stand for what would not show. */
function visible(text) {
	return BEYOND_ASCII.test(text) ? text.replace(UNSEEN, (char) => NAMED[char] ?? codeOf(char)) : text;
}
function codeOf(char) {
	const code = char.codePointAt(0) ?? 0;
	return code <= 255 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
/** At most `limit` code points, the last one `…` where something was cut. */
function clip(text, limit) {
	if (text.length <= limit) return text;
	const points = Array.from(text.slice(0, 2 * limit + 2));
	return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join("")}…`;
}
/** One line for a terminal or a CI log: nothing moves the cursor, nothing is read as a command of a CI runner. */
function terminal(text, limit = Number.POSITIVE_INFINITY) {
	const line = visible(text).replace(LOG_COMMAND, "# #").replace(WORKFLOW_COMMAND, (colons) => [...colons].join(" "));
	return limit === Number.POSITIVE_INFINITY ? line : clip(line, limit);
}
/** Text of several lines for a terminal: `terminal` for each line, tabs as they are. */
function terminalLines(text) {
	return text.split(/\r?\n/u).map((line) => line.split("	").map((part) => terminal(part)).join("	")).join("\n");
}
/** A command to copy: words of a POSIX shell, quoted where they need it. */
function shellCommand(argv) {
	return terminal(argv.map(shellWord).join(" "));
}
function shellWord(word) {
	return /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/** ASCII that shows, which is nearly all there is: nothing in it has to be looked for. */
const SEEN = /^[ -~]*$/;
/** The same without what JSON escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** JSON of one line, the same value to every reader; what would not show or a CI runner would obey is written `\\uXXXX`. */
function json(value) {
	if (typeof value === "string" && PLAIN.test(value) && !value.includes("##")) return `"${value}"`;
	const text = JSON.stringify(value);
	if (SEEN.test(text) && !text.includes("##")) return text;
	return text.replace(UNSEEN, units).replace(LOG_COMMAND, (marks) => `${units("#")}${marks.slice(1)}`);
}
function units(text) {
	return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Not even an entity may stand for these in XML 1.0 (its production 2, "Char"), beside the controls. */
const NO_XML = /[\uFFFE\uFFFF]/gu;
/** Text or quoted attribute value of XML 1.0. */
function xml(text) {
	return html(text).replace(NO_XML, codeOf);
}
const HTML_ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"`": "&#96;"
};
/** Text or quoted attribute value of HTML and XML. */
function html(text) {
	return visible(text).replace(/[&<>"'`]/gu, (char) => HTML_ENTITIES[char] ?? "");
}
/** A page that may be linked to: an https address without anything that could end a link in Markdown or HTML; null: it is none. */
function pageOf(url) {
	return url !== null && /^https:\/\/[A-Za-z0-9./?=&%:_~+-]+$/.test(url) ? url : null;
}
/** Inline Markdown, table cells too: shown as written; an empty comment keeps `@name` and `#1` from notifying or linking. */
function markdown(text) {
	return visible(text).replace(/[!-/:-@[-`{-~]/gu, (char) => char === "@" || char === "#" ? `\\${char}<!-- -->` : `\\${char}`);
}
/** The same as a line in which no forge or tracker finds a number: `GH-5`, `!5` and `PROJ-9` as little as `#5`. */
function inertLine(text) {
	return markdown(text).replace(/\\[!&-](?=\d)/g, "$&<!-- -->");
}
/** A Markdown code span, table cells too. Nothing inside is read as Markdown, a mention or a link. */
function markdownCode(text) {
	const line = visible(text).replaceAll("|", "\\|");
	const longest = Math.max(0, ...Array.from(line.matchAll(/`+/gu), (run) => run[0].length));
	const fence = "`".repeat(longest + 1);
	const pad = /^[\s`]|[\s`]$/u.test(line) || line === "" ? " " : "";
	return `${fence}${pad}${line}${pad}${fence}`;
}
/** A first character that makes a spreadsheet calculate, its full-width forms included (OWASP, CSV injection). */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠]/u;
/** One CSV field (RFC 4180), always quoted; text that a spreadsheet would calculate gets a leading apostrophe. */
function csvField(value) {
	if (typeof value === "number") return String(value);
	const line = visible(value);
	return `"${(FORMULA.test(line) ? `'${line}` : line).replaceAll("\"", "\"\"")}"`;
}
/** The message of a GitHub workflow command, line feeds kept as the runner reads them. */
function commandData(text) {
	return text.split(/\r\n|\r|\n/u).map((line) => visible(line).replaceAll("%", "%25")).join("%0A");
}
/** A property of a GitHub workflow command: `file=…`, `title=…`. */
function commandProperty(text) {
	return visible(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** The message of an Azure Pipelines logging command, line feeds kept (azure-pipelines-task-lib, "command.ts"). */
function azureData(text) {
	return text.split(/\r\n|\r|\n/u).map((line) => visible(line).replaceAll("%", "%AZP25")).join("%0A");
}
/** A property of an Azure Pipelines logging command: `sourcepath=…`, `code=…`. */
function azureProperty(text) {
	return visible(text).replaceAll("%", "%AZP25").replaceAll("]", "%5D").replaceAll(";", "%3B");
}
/** A value of a TeamCity service message (jetbrains.com, "Service Messages", escaped values). */
function teamcityValue(text) {
	return text.split(/\r\n|\r|\n/u).map((line) => visible(line).replace(/[|'[\]]/g, "|$&").replace(/[^ -~]/g, teamcityUnit)).join("|n");
}
/** Characters beyond ASCII go by their UTF-16 units. */
function teamcityUnit(unit) {
	return `|0x${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

Object.defineProperty(exports, "azureData", {
  enumerable: true,
  get: function () {
    return azureData;
  }
});
Object.defineProperty(exports, "azureProperty", {
  enumerable: true,
  get: function () {
    return azureProperty;
  }
});
Object.defineProperty(exports, "clip", {
  enumerable: true,
  get: function () {
    return clip;
  }
});
Object.defineProperty(exports, "commandData", {
  enumerable: true,
  get: function () {
    return commandData;
  }
});
Object.defineProperty(exports, "commandProperty", {
  enumerable: true,
  get: function () {
    return commandProperty;
  }
});
Object.defineProperty(exports, "csvField", {
  enumerable: true,
  get: function () {
    return csvField;
  }
});
Object.defineProperty(exports, "escape_exports", {
  enumerable: true,
  get: function () {
    return escape_exports;
  }
});
Object.defineProperty(exports, "html", {
  enumerable: true,
  get: function () {
    return html;
  }
});
Object.defineProperty(exports, "inertLine", {
  enumerable: true,
  get: function () {
    return inertLine;
  }
});
Object.defineProperty(exports, "json", {
  enumerable: true,
  get: function () {
    return json;
  }
});
Object.defineProperty(exports, "markdown", {
  enumerable: true,
  get: function () {
    return markdown;
  }
});
Object.defineProperty(exports, "markdownCode", {
  enumerable: true,
  get: function () {
    return markdownCode;
  }
});
Object.defineProperty(exports, "pageOf", {
  enumerable: true,
  get: function () {
    return pageOf;
  }
});
Object.defineProperty(exports, "shellCommand", {
  enumerable: true,
  get: function () {
    return shellCommand;
  }
});
Object.defineProperty(exports, "teamcityValue", {
  enumerable: true,
  get: function () {
    return teamcityValue;
  }
});
Object.defineProperty(exports, "terminal", {
  enumerable: true,
  get: function () {
    return terminal;
  }
});
Object.defineProperty(exports, "terminalLines", {
  enumerable: true,
  get: function () {
    return terminalLines;
  }
});
Object.defineProperty(exports, "visible", {
  enumerable: true,
  get: function () {
    return visible;
  }
});
Object.defineProperty(exports, "xml", {
  enumerable: true,
  get: function () {
    return xml;
  }
});