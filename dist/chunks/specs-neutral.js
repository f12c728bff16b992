"use strict";

const require_escape = require("./reports-escape.js");
const require_code_fence = require("./tasks-code-fence.js");
const require_digest = require("./specs-digest.js");

// src/specs/block.ts
const ANY_MARKER = /<!--\s{0,20}golden-thread:spec:(?:begin|end)\b/gi;
const BEGIN = /<!-- golden-thread:spec:begin v=1 sha256=([0-9a-f]{64}) -->/y;
const END = /<!-- golden-thread:spec:end -->/y;
const ENTRY = /<!-- golden-thread:spec:entry key=([\w.!~*'()%-]+) (?:path=([\w.!~*'()%-]+) )?sha256=([0-9a-f]{64})( excerpt)? -->$/gm;
/**
* Finds our block. Markers count wherever they stand, in examples and code too: what is not certain to be the one block is a problem,
* never skipped.
*/
function readBlock(body) {
	const marks = Array.from(body.matchAll(ANY_MARKER), ({ index }) => markAt(body, index));
	const wrong = problemOf(marks);
	if (wrong !== null) return {
		status: "problem",
		problem: {
			code: wrong.code,
			line: lineOf(body, wrong.at)
		}
	};
	const [first, last] = marks;
	if (first?.edge !== "begin" || last === void 0) return { status: "none" };
	const inner = withLf(body.slice(first.end, last.at));
	const { at: start, sha256: said } = first;
	const isIntact = require_digest.sha256(inner) === said;
	return {
		status: "found",
		start,
		end: last.end,
		inner,
		sha256: said,
		isIntact,
		entries: entriesOf(inner)
	};
}
function markAt(body, at) {
	const begin = stickyAt(BEGIN, body, at);
	if (begin !== null) return {
		edge: "begin",
		at,
		end: at + begin[0].length,
		sha256: begin[1] ?? ""
	};
	const end = stickyAt(END, body, at);
	return end === null ? {
		edge: "torn",
		at,
		end: at
	} : {
		edge: "end",
		at,
		end: at + end[0].length
	};
}
function stickyAt(pattern, text, at) {
	const own = new RegExp(pattern);
	own.lastIndex = at;
	return own.exec(text);
}
function problemOf(marks) {
	for (const [index, { edge, at }] of marks.entries()) {
		const opens = index % 2 === 0;
		if (edge === "torn" || opens && edge === "end") return {
			code: "torn",
			at
		};
		if (!opens && edge === "begin") return {
			code: "nested",
			at
		};
		if (opens && index > 0) return {
			code: "duplicate",
			at
		};
	}
	const last = marks.at(-1);
	return last !== void 0 && marks.length % 2 === 1 ? {
		code: "torn",
		at: last.at
	} : null;
}
function lineOf(body, at) {
	return withLf(body.slice(0, at)).split("\n").length;
}
function entriesOf(inner) {
	return Array.from(inner.matchAll(ENTRY), ([, key = "", path, digest = "", excerpt]) => ({
		key: decoded(key),
		path: path === void 0 ? null : decoded(path),
		digest,
		isExcerpt: excerpt !== void 0
	}));
}
/** The mark at the end of a section's first line, by which `readBlock` knows it. No neutral text holds one. */
function entryMark({ key, path, digest, isExcerpt }) {
	const place = path === null ? "" : ` path=${encoded(path)}`;
	return `<!-- golden-thread:spec:entry key=${encoded(key)}${place} sha256=${digest}${isExcerpt ? " excerpt" : ""} -->`;
}
/** Two dashes may end a comment. */
function encoded(text) {
	return encodeURIComponent(text.replace(/\p{Cs}/gu, "�")).replaceAll("-", "%2D");
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** Text between markers that vouch for it. `inner`: with LF line ends. */
function wrapBlock(inner) {
	const text = `\n${inner}\n`;
	return `<!-- golden-thread:spec:begin v=1 sha256=${require_digest.sha256(text)} -->${text}<!-- golden-thread:spec:end -->`;
}
/**
* Puts a block in the place of the one that is there, or at the body's end; where an open fence or comment would swallow it there, at its
* beginning. Everything else stays byte for byte; the block takes on the body's line ends. Twice is once.
*/
function putBlock(body, block) {
	const reading = readBlock(body);
	if (reading.status === "problem") return {
		ok: false,
		problem: reading.problem
	};
	const eol = endOf(body, reading);
	const text = withLf(block).replaceAll("\n", eol);
	if (reading.status === "found") return {
		ok: true,
		body: `${body.slice(0, reading.start)}${text}${body.slice(reading.end)}`
	};
	if (body.trim() === "") return {
		ok: true,
		body: `${body}${text}`
	};
	if (swallows(body)) return {
		ok: true,
		body: `${text}${eol}${eol}${body}`
	};
	return {
		ok: true,
		body: `${body}${/\n[ \t]*\r?\n$/.test(body) ? "" : body.endsWith("\n") ? eol : `${eol}${eol}`}${text}`
	};
}
/** The line end of what stands around the block, or of the block where nothing does. */
function endOf(body, reading) {
	if (reading.status !== "found") return body.includes("\r\n") ? "\r\n" : "\n";
	const outside = body.slice(0, reading.start) + body.slice(reading.end);
	return (outside.includes("\n") ? outside : body).includes("\r\n") ? "\r\n" : "\n";
}
function swallows(body) {
	const fenced = require_code_fence.fenceScanner();
	return withLf(body).split("\n").map(fenced).at(-1) === true && fenced("") || body.lastIndexOf("<!--") > body.lastIndexOf("-->");
}
function withLf(text) {
	return text.replace(/\r\n?/g, "\n");
}

// src/specs/code.ts
/** HTML of code in which nothing is left to Markdown, to a forge's references or to whoever searches the source. One line. */
function inertCode(text) {
	return text.replace(/[!-/:-@[-`{-~]|\n/g, (char) => `&#${char.charCodeAt(0)};`);
}
/** A block of code as HTML on one line, so that no container around it can tear it. `info`: what stood behind its fence. */
function inertBlock(text, info) {
	const language = /^[A-Za-z][\w+-]{0,30}/.exec(info.trim())?.[0] ?? "";
	return `<pre${language === "" ? "" : ` lang="${language}"`}><code>${inertCode(text)}</code></pre>`;
}
/** Code that could be more than code to a parser which sees its borders elsewhere. */
function isDull(code) {
	return !/[@#!&](?=\w)|<(?=[a-z/!?])|\]\(|\]:|\b[A-Z]\w+-\d|^[ \t>]*\/[a-z]|javascript:|https?:/im.test(code);
}
/** Code at a text's own margin that acts all the same: GitLab reads closing words anywhere, and our markers count anywhere. */
function actsAnywhere(code) {
	return /<!--\s*golden-thread:/i.test(code) || CLOSES.test(code);
}
/** Words by which a forge or tracker closes what is named behind them, in all of their tenses. */
const CLOSING_WORDS = "(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|complet(?:e[sd]?|ing)|implement(?:s|ed|ing)?)";
const CLOSED = new RegExp(`\\b(${CLOSING_WORDS}:?\\s{1,20}(?:issues?\\s{1,20})?)(https?:\\S{0,300}|[\\w./-]{0,200}#\\d+|[A-Z]\\w{0,50}-\\d+)`, "gi");
/** A title, whose words may become a commit's subject: what would close a ticket there stands in quotes. */
function inertTitle(title) {
	return title.replace(CLOSED, "$1\"$2\"");
}
const CLOSES = new RegExp(`\\b${CLOSING_WORDS}\\b:?\\s{1,20}(?:issues?\\s{1,20})?(?:https?:|[\\w./-]{0,200}#\\d|[A-Z]\\w{0,50}-\\d)`, "i");

// src/specs/inline.ts
/** What shows as nothing, and parts what would act together: forges leave it out after they looked for references. */
const BREAK = "<!-- -->";
/**
* The inline Markdown of a few lines: it reads as before, and nothing in it closes, mentions, links to a script, is HTML or a command.
* Comments are left out. Code that could be more than that becomes HTML. Linear in its length.
*/
function inertInline(text) {
	const out = [];
	let from = 0;
	for (const { start, end, length } of codeSpans(text)) {
		const code = text.slice(start, end);
		out.push(inertText(text.slice(from, start)));
		const inner = code.slice(length, -length).replace(/\n[ \t>]*/g, " ");
		out.push(isDull(code) ? code : `<code>${inertCode(inner.replace(/^ (.*[^ ].*) $/, "$1"))}</code>`);
		from = end;
	}
	out.push(inertText(text.slice(from)));
	return out.join("");
}
/** Code spans (CommonMark 0.31, section 6.1), in one pass: a run is closed by the next of its length. */
function codeSpans(text) {
	const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({
		index,
		length: run.length
	}));
	const next = /* @__PURE__ */ new Map();
	const closer = runs.map(() => -1);
	for (let at = runs.length - 1; at >= 0; at--) {
		const { length } = runs[at] ?? { length: 0 };
		closer[at] = next.get(length) ?? -1;
		next.set(length, at);
	}
	const spans = [];
	for (let at = 0; at < runs.length; at++) {
		const open = runs[at];
		const close = runs[closer[at] ?? -1];
		if (open === void 0 || close === void 0 || isEscaped(text, open.index)) continue;
		spans.push({
			start: open.index,
			end: close.index + close.length,
			length: open.length
		});
		at = closer[at] ?? at;
	}
	return spans;
}
function isEscaped(text, at) {
	let slashes = 0;
	while (text[at - 1 - slashes] === "\\") slashes++;
	return slashes % 2 === 1;
}
const TOKEN = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|commat|num|excl|amp|AMP|sol|colon|lt|LT|lsqb|lbrack|lpar);|[\s\S]/gu;
const NAMED = {
	commat: "@",
	num: "#",
	excl: "!",
	amp: "&",
	AMP: "&",
	sol: "/",
	colon: ":",
	lt: "<",
	LT: "<",
	lsqb: "[",
	lbrack: "[",
	lpar: "("
};
function tokensOf(text) {
	return Array.from(text.matchAll(TOKEN), ([raw]) => {
		if (raw.length > 1 && raw.startsWith("\\")) return {
			raw,
			char: raw.slice(1)
		};
		if (!raw.startsWith("&") || raw.length === 1) return {
			raw,
			char: raw
		};
		const name = raw.slice(1, -1);
		const char = name.startsWith("#") ? charOf(name.slice(1)) : NAMED[name] ?? raw;
		return require_escape.visible(char) === char || char === "\n" ? {
			raw,
			char
		} : {
			raw: require_escape.visible(char),
			char: " "
		};
	});
}
function charOf(number) {
	const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
	return code > 1114111 || code >= 55296 && code <= 57343 ? "�" : String.fromCodePoint(code);
}
/** Addresses that every forge makes a link of, so that nothing in them is looked at. */
const ADDRESS = /https?:\/\/(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?::\d{1,5})?(?:[/?#][\w\-./%?=&+:#,;]*)?/gi;
/** A link into the same page, where a number may follow; nothing else in it is parted, which would end the link. */
const ANCHOR = /(?<!\\)\[[^[\]\n]{0,300}\]\((#)(?=\d(?:(?!G[HL]-)[\w.%-]){0,300}\))/gi;
const CLOSING = new RegExp(`\\b${CLOSING_WORDS}\\b[:*_~]{0,5}\\s{1,20}(?:issues?\\s{1,20})?[<(*_~[]{0,5}(?:(https?)(?=:)|([A-Z]\\w{0,50})(?=-\\d))`, "gi");
/** Each ends with the character behind which it is parted. */
const ACTING = [
	/[#!&](?=\d)/g,
	/(?<![A-Za-z0-9])@(?=\w)/g,
	/(?<!\w)G[HL]-(?=\d)/gi,
	/\[[a-z_]{2,20}:(?=[\w/"#-])/gi
];
const SCHEME = /\](?:\(\s{0,20}|:\s{0,20})<?\s{0,20}(?!(?:https?|mailto):)(?=[a-z][a-z0-9+.-]{0,30}:)/gi;
function inertText(source) {
	const tokens = tokensOf(withoutComments(source));
	const plain = tokens.map(({ char }) => char).join("");
	const at = offsets(tokens);
	const parted = /* @__PURE__ */ new Set();
	const addresses = matches(plain, ADDRESS, ({ index, 0: all }) => [index, index + all.length]);
	const closing = matches(plain, CLOSING, ({ index, 0: all }) => [index + all.length, index + all.length + 1]);
	const opened = new Set(closing.map(([end]) => end));
	const safe = addresses.filter(([start, end]) => ![...between(opened, start, end)].length);
	for (const pattern of ACTING) for (const [, end] of matches(plain, pattern, ({ index, 0: all }) => [index, index + all.length])) if (!isInside(safe, end - 1)) parted.add(end - 1);
	for (const [end] of closing) parted.add(end);
	const links = /* @__PURE__ */ new Set();
	for (const [start, end] of matches(plain, SCHEME, ({ index, 0: all }) => [index, index + all.length])) {
		links.add(start).add(start + 1);
		const colon = plain.indexOf(":", end);
		if (colon >= 0) parted.add(colon);
	}
	const written = tokens.map(({ raw, char }) => raw === char ? char : "\0".repeat(char.length)).join("");
	const anchors = new Set(matches(written, ANCHOR, ({ index, 0: all }) => [index + all.length - 1, 0]).map(([one]) => one));
	return tokens.map(({ raw, char }, index) => {
		const position = at[index] ?? 0;
		if (anchors.has(position) && raw === "#") return "&#35;";
		if (raw === "<") return isAutolink(plain, position, opened) ? raw : angle(plain, position);
		const shown = raw === char && (parted.has(position) || links.has(position)) ? `\\${raw}` : raw;
		return parted.has(position) ? `${shown}${BREAK}` : shown;
	}).join("");
}
/** Where each token's character stands in the text that readers see. */
function offsets(tokens) {
	let sum = 0;
	return tokens.map(({ char }) => {
		const start = sum;
		sum += char.length;
		return start;
	});
}
function matches(text, pattern, span) {
	return Array.from(text.matchAll(pattern), span);
}
function between(points, start, end) {
	return points.size === 0 ? [] : [...points].filter((point) => point >= start && point <= end);
}
/** `spans` in order. */
function isInside(spans, point) {
	let low = 0;
	let high = spans.length - 1;
	while (low <= high) {
		const middle = low + high >> 1;
		const [start, end] = spans[middle] ?? [0, 0];
		if (point < start) high = middle - 1;
		else if (point >= end) low = middle + 1;
		else return true;
	}
	return false;
}
function isAutolink(plain, at, opened) {
	const link = /^<(https?):\/\/[^\s<>"'`\\]{1,2000}>/i.exec(plain.slice(at, at + 2020));
	return link !== null && !opened.has(at + 1 + (link[1]?.length ?? 0));
}
function angle(plain, at) {
	return /[a-z/!?]/i.test(plain[at + 1] ?? "") ? "&lt;" : "<";
}
/** Comments that end; the sign of one that does not is a sign like any other. */
function withoutComments(text) {
	const last = text.lastIndexOf("-->");
	let out = "";
	let from = 0;
	for (let open = text.indexOf("<!--"); open >= 0 && open < last; open = text.indexOf("<!--", from)) {
		out += text.slice(from, open);
		from = text.indexOf("-->", open) + 3;
	}
	return out + text.slice(from);
}

// src/specs/neutral.ts
/** An emoji that is joined of several; the joiner alone would be hidden text. */
const JOINED = /(\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?(?:\u200D\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?){1,6})/u;
/** A fence with the containers that it stands in. */
const FENCE = /^([ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,20}){0,5}[ \t>]{0,20})(`{3,}|~{3,})([^\n]*)$/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const DEEPEST = 6;
/**
* A Markdown document as a part of another text: it reads as before, and nothing in it acts there. Closing words, mentions, references,
* commands of a forge, markers, HTML and what cannot be seen are made plain; its highest headings get `depth`; a front matter and comments
* are left out; a fence that is open is closed. Linear in its length.
*/
function inertMarkdown(text, depth) {
	const parts = partsOf(withoutBlockComments(shown(text.replace(/\r\n?/g, "\n").replace(/^---\n(?:[^\n]*\n){0,300}?---(?:\n|$)/, "")).split("\n")));
	const by = depth - topmost(parts);
	return parts.map((part) => part.kind === "code" ? codeOf(part) : linesOf(part.lines, by)).join("\n").replace(/<!--(?=\s*golden-thread:)/gi, "&lt;!--").replace(/\n{3,}/g, "\n\n").trim();
}
function shown(text) {
	return text.split(JOINED).map((part, at) => at % 2 === 1 ? part : part.replace(/[^\n\t]+/g, require_escape.visible)).join("");
}
/** Without comments that begin a line and end on another: those may run over empty lines. */
function withoutBlockComments(lines) {
	const out = [];
	const last = lines.findLastIndex((line) => line.includes("-->"));
	let fence = null;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		fence = fenceAfter(line, fence);
		if (fence !== null || !/^ {0,3}<!--/.test(line) || line.includes("-->") || at >= last) {
			out.push(line);
			continue;
		}
		while (!(lines[at] ?? "").includes("-->")) at++;
		const end = lines[at] ?? "";
		out.push(end.slice(end.indexOf("-->") + 3));
	}
	return out;
}
/** The fence that is open behind a line. */
function fenceAfter(line, open) {
	const [, prefix = "", fence, info = ""] = FENCE.exec(line) ?? [];
	if (open === null) return fence === void 0 || fence.startsWith("`") && info.includes("`") ? null : fence;
	return fence?.startsWith(open) && info.trim() === "" && /^[ \t>]*$/.test(prefix) ? null : open;
}
function partsOf(lines) {
	const parts = [];
	let run = [];
	let fence = null;
	const end = (closed) => {
		if (run.length === 0) return;
		const [, prefix = "", , info = ""] = FENCE.exec(run[0] ?? "") ?? [];
		parts.push(fence === null ? {
			kind: "lines",
			lines: run
		} : {
			kind: "code",
			prefix,
			info,
			lines: run,
			closed
		});
		run = [];
	};
	for (const line of lines) {
		const after = fenceAfter(line, fence);
		if (fence === null && after !== null) end(true);
		if (fence === null) fence = after;
		run.push(line);
		if (fence !== null && after === null) {
			end(true);
			fence = null;
		}
	}
	end(false);
	return parts;
}
/** A fence at the margin is code to every parser; what stands in a list or quotation may end where we do not see it. */
function codeOf({ prefix, info, lines, closed }) {
	const [first = ""] = lines;
	const inner = lines.slice(1, closed ? -1 : void 0);
	const text = lines.join("\n");
	if (prefix === "" && !actsAnywhere(text)) return closed ? text : `${text}\n${/^(?:`+|~+)/.exec(first)?.[0] ?? ""}`;
	if (prefix !== "" && closed && isDull(text)) return text;
	const margin = new RegExp(`^[ \\t>]{0,${prefix.length}}`);
	const block = inertBlock(inner.map((line) => line.replace(margin, "")).join("\n"), info);
	return prefix === "" ? `${block}\n` : `${prefix}${block}`;
}
/** The depth of the highest heading that stands at the margin. */
function topmost(parts) {
	let top = DEEPEST;
	for (const part of parts) {
		if (part.kind === "code") continue;
		part.lines.forEach((line, at) => {
			const depth = HEADING.exec(line)?.[1]?.length ?? underlined(part.lines, at);
			if (depth !== null) top = Math.min(top, depth);
		});
	}
	return top;
}
/** The depth of the heading that a line is because the next one underlines it; null: it is none, or one of several lines. */
function underlined(lines, at) {
	const line = lines[at] ?? "";
	const mark = UNDERLINE.exec(lines[at + 1] ?? "")?.[1];
	const isText = /^ {0,3}[^\s>#|<=-]/.test(line) && (lines[at - 1] ?? "").trim() === "";
	if (mark === void 0 || !isText || /^ {0,3}(?:[*+]|\d{1,9}[.)])[ \t]/.test(line)) return null;
	return mark.startsWith("=") ? 1 : 2;
}
function linesOf(lines, by) {
	return lines.flatMap((line, at) => {
		const under = underlined(lines, at);
		if (under !== null) return [`${hashes(under + by)} ${line.trim()}`];
		if (at > 0 && underlined(lines, at - 1) !== null) return [];
		return [line.replace(HEADING, (_, marks) => hashes(marks.length + by))];
	}).join("\n").split(/(\n[ \t]*\n)/).map((part, at) => at % 2 === 1 ? part : inertInline(part)).join("").replace(/^([ \t>]*)\/(?=[a-z])/gim, "$1\\/");
}
function hashes(depth) {
	return "#".repeat(Math.min(DEEPEST, Math.max(1, depth)));
}

Object.defineProperty(exports, "actsAnywhere", {
  enumerable: true,
  get: function () {
    return actsAnywhere;
  }
});
Object.defineProperty(exports, "entryMark", {
  enumerable: true,
  get: function () {
    return entryMark;
  }
});
Object.defineProperty(exports, "inertMarkdown", {
  enumerable: true,
  get: function () {
    return inertMarkdown;
  }
});
Object.defineProperty(exports, "inertTitle", {
  enumerable: true,
  get: function () {
    return inertTitle;
  }
});
Object.defineProperty(exports, "putBlock", {
  enumerable: true,
  get: function () {
    return putBlock;
  }
});
Object.defineProperty(exports, "readBlock", {
  enumerable: true,
  get: function () {
    return readBlock;
  }
});
Object.defineProperty(exports, "wrapBlock", {
  enumerable: true,
  get: function () {
    return wrapBlock;
  }
});