"use strict";

// src/references/message.ts
/** Whether a message holds nothing but trailers of one key: somebody who wrote nothing has a hook's trailer left over. */
function isTrailerAlone(message, key) {
	const start = `${key.toLowerCase()}:`;
	const lines = message.split("\n").filter((line) => line.trim() !== "");
	return lines.length > 0 && lines.every((line) => line.toLowerCase().startsWith(start));
}
/** Lines that git itself writes; one of them lets a block pass that is not made of trailers alone. */
const GIT_WRITES = ["Signed-off-by: ", "(cherry picked from commit "];
/** A trailer's key and separator as git finds them: letters, digits and dashes, blanks, then a colon. */
const KEY$1 = /^([A-Za-z0-9-]+)[ \t]*:/;
const BLANK = /^\s*$/;
/**
* Subject, body and trailers of a stored message by git's rules (git-interpret-trailers(1), `%s`, `%(trailers)`
* with default separators): the last paragraph is a trailer block if all of its lines are trailers, or if git
* wrote one of them and at least a quarter are.
*/
function parseMessage(message) {
	const lines = linesOf(message);
	let first = 0;
	while (first < lines.length && isBlank(lines[first])) first += 1;
	let titleEnd = first;
	while (titleEnd < lines.length && !isBlank(lines[titleEnd])) titleEnd += 1;
	const subject = spanOf(lines, first, titleEnd) ?? {
		start: message.length,
		end: message.length
	};
	const end = endOfText(lines, titleEnd, scissorsAt(message, "#"));
	const block = startOfTrailers(lines, titleEnd, end);
	let bodyStart = titleEnd;
	while (bodyStart < block && isBlank(lines[bodyStart])) bodyStart += 1;
	let bodyEnd = block === end ? lines.length : block;
	while (bodyEnd > bodyStart && isBlank(lines[bodyEnd - 1])) bodyEnd -= 1;
	return {
		subject,
		body: spanOf(lines, bodyStart, bodyEnd),
		trailers: readTrailers(lines.slice(block, end)),
		trailerBlock: spanOf(lines, block, end)
	};
}
/** The part of the message that holds `offset`. Blank lines between parts belong to the body. */
function placeAt(parts, offset) {
	if (offset < parts.subject.end) return "subject";
	const block = parts.trailerBlock;
	return block !== null && offset >= block.start && offset < block.end ? "trailer" : "body";
}
function linesOf(message) {
	const lines = [];
	let start = 0;
	while (start < message.length) {
		const stop = message.indexOf("\n", start);
		const end = stop < 0 ? message.length : stop;
		lines.push({
			start,
			end,
			text: message.slice(start, end)
		});
		start = end + 1;
	}
	return lines;
}
function isBlank(line) {
	return line === void 0 || BLANK.test(line.text);
}
function spanOf(lines, from, to) {
	const first = lines[from];
	const last = lines[to - 1];
	return from < to && first && last ? {
		start: first.start,
		end: last.end
	} : null;
}
/** git looks for trailers above the scissors, and above a run of comments, blank lines and an old list of conflicts. */
function endOfText(lines, titleEnd, cut) {
	const above = lines.findIndex(({ start }) => start >= cut);
	const last = above < 0 ? lines.length : above;
	let conflicts = false;
	let run = -1;
	for (let index = 0; index < last; index += 1) {
		const text = lines[index]?.text ?? "";
		if (text === "" || text.startsWith("#")) {
			if (run < 0) run = index;
		} else if (text === "Conflicts:") {
			conflicts = true;
			if (run < 0) run = index;
		} else if (run >= 0 && !(conflicts && text.startsWith("	"))) {
			run = -1;
			conflicts = false;
		}
	}
	return Math.max(run >= 0 ? run : last, titleEnd);
}
/** Index of the block's first line, or `end` if there is no block. Follows git's own count of lines from the bottom up. */
function startOfTrailers(lines, titleEnd, end) {
	let recognised = false;
	let trailers = 0;
	let others = 0;
	let continued = 0;
	let begun = false;
	for (let index = end - 1; index >= titleEnd; index -= 1) {
		const text = lines[index]?.text ?? "";
		if (text.startsWith("#")) {
			others += continued;
			continued = 0;
		} else if (BLANK.test(text)) {
			if (!begun) continue;
			others += continued;
			return recognised && trailers * 3 >= others || trailers > 0 && others === 0 ? index + 1 : end;
		} else {
			begun = true;
			const written = GIT_WRITES.some((prefix) => text.startsWith(prefix));
			recognised ||= written;
			if (written || KEY$1.test(text)) {
				trailers += 1;
				continued = 0;
			} else if (/^\s/.test(text)) continued += 1;
			else {
				others += 1 + continued;
				continued = 0;
			}
		}
	}
	return end;
}
function readTrailers(lines) {
	const trailers = [];
	let open = false;
	for (const line of lines) {
		const key = KEY$1.exec(line.text);
		const last = trailers.at(-1);
		if (key) {
			const value = line.text.slice(key[0].length).trim();
			trailers.push({
				key: key[1] ?? "",
				value,
				start: line.start,
				end: line.end
			});
			open = true;
		} else if (!/^\s+\S/.test(line.text)) open = false;
		else if (open && last) {
			const value = `${last.value} ${line.text.trim()}`.trimStart();
			trailers[trailers.length - 1] = {
				...last,
				value,
				end: line.end
			};
		}
	}
	return trailers;
}
const SCISSORS = "------------------------ >8 ------------------------";
/** Offset of the scissors line, from which on nothing is part of the message; the length if there is none. */
function scissorsAt(raw, commentString) {
	const line = `${commentString} ${SCISSORS}`;
	for (let at = raw.indexOf(line); at >= 0; at = raw.indexOf(line, at + 1)) if ((at === 0 || raw[at - 1] === "\n") && /^\r?(?:\n|$)/.test(raw.slice(at + line.length, at + line.length + 2))) return at;
	return raw.length;
}
/**
* The message as git stores it. Equal to `git stripspace` (`-s` in mode `strip`) behind the cut at the scissors:
* no blanks at line ends, no blank lines at either end or twice in a row, a line break at the end.
*/
function cleanMessage(raw, how) {
	const text = how.cut ?? (how.mode === "strip" || how.mode === "scissors") ? raw.slice(0, scissorsAt(raw, how.commentString)) : raw;
	if (how.mode === "verbatim") return text;
	const comments = how.mode === "strip" && how.commentString !== "";
	let stored = "";
	let blank = false;
	for (const line of text.split("\n")) {
		if (comments && line.startsWith(how.commentString)) continue;
		const kept = trimEnd(line);
		if (kept === "") {
			blank = stored !== "";
			continue;
		}
		stored += `${blank ? "\n" : ""}${kept}\n`;
		blank = false;
	}
	return stored;
}
/** Drops git's blanks (space, tab, carriage return, line feed) and no others, in linear time. */
function trimEnd(line) {
	let end = line.length;
	while (end > 0 && " 	\r\n".includes(line.charAt(end - 1))) end -= 1;
	return line.slice(0, end);
}

// src/references/languages.ts
function syntax(given) {
	return {
		line: "",
		blocks: [],
		long: [],
		quotes: `"'`,
		hash: "free",
		heredoc: false,
		...given
	};
}
const C_COMMENT = ["/*", "*/"];
/** `#` opens a comment at a line's start and behind a blank or a closing mark, not inside a word. */
const HASH$2 = "(?<![^\\s;)}\\],])#";
const c = syntax({
	line: "\\/\\/",
	blocks: [C_COMMENT],
	quotes: `"`
});
const script = syntax({
	line: "\\/\\/",
	blocks: [C_COMMENT],
	long: ["`"]
});
const css = syntax({
	line: "(?<!:)\\/\\/",
	blocks: [C_COMMENT],
	hash: "never"
});
const hash = syntax({
	line: HASH$2,
	heredoc: true
});
const python = syntax({
	line: HASH$2,
	long: ["\"\"\"", "'''"]
});
const dashes = syntax({
	line: "--",
	blocks: [
		["--[[", "]]"],
		["{-", "-}"],
		C_COMMENT
	]
});
const lisp = syntax({
	line: ";",
	blocks: [["#|", "|#"]],
	quotes: `"`,
	hash: "never"
});
const percent = syntax({
	line: "(?<!\\\\)%",
	quotes: "",
	hash: "never"
});
const assembler = syntax({
	line: "\\/\\/|[;@]|(?<![^\\s])#(?![\\d-])",
	blocks: [C_COMMENT],
	quotes: `"`,
	hash: "never"
});
const pascal = syntax({
	line: "\\/\\/",
	blocks: [["{", "}"], ["(*", "*)"]],
	quotes: "'",
	hash: "never"
});
const verilog = syntax({
	line: "\\/\\/",
	blocks: [C_COMMENT],
	quotes: `"`,
	hash: "never"
});
const ml = syntax({
	line: "\\/\\/",
	blocks: [["(*", "*)"]],
	quotes: `"`
});
const php = syntax({
	line: `\\/\\/|${HASH$2}(?!\\[)`,
	blocks: [C_COMMENT],
	heredoc: true
});
const standardMl = syntax({
	blocks: [["(*", "*)"]],
	quotes: `"`,
	hash: "never"
});
const bang = syntax({
	line: "!",
	quotes: `"'`
});
const basic = syntax({
	line: "'",
	quotes: `"`,
	hash: "never"
});
const vim = syntax({
	line: "(?:^|(?<=\\n))[ \\t]*\"",
	quotes: "'"
});
const json = syntax({ quotes: `"` });
const BY_NAME = new Map([
	[c, "c h xpm cc cpp cxx hh hpp hxx m mm java kt kts scala groovy gradle cs swift rs go dart d zig proto thrift idl al glsl hlsl cu cuh ino vala sol jenkinsfile y l g4 jsonnet"],
	[script, "js jsx mjs cjs ts tsx mts cts snap json5 jsonc es6 as qml"],
	[css, "css scss sass less styl pcss"],
	[hash, "sh bash zsh fish ksh pl pm t rb rake gemspec ru podspec r yml yaml ini cnf ks sls cfg conf properties mk cmake ps1 psm1 tcl awk sed tf hcl nix cr coffee nim gn bzl bazel star feature po pot ac am spec env desktop service gitignore gitattributes dockerignore editorconfig npmrc makefile gnumakefile dockerfile containerfile gemfile rakefile vagrantfile podfile brewfile procfile codeowners cmakelists.txt build.bazel justfile robot graphql gql rego pyproject pylintrc in pro pri bats ebuild"],
	[python, "py pyi pyx pxd toml ex exs jl pyw wscript sconstruct build meson.build"],
	[dashes, "lua hs lhs elm sql ada adb ads vhd vhdl purs cabal psql"],
	[lisp, "el lisp lsp cl clj cljs cljc edn scm rkt ss"],
	[percent, "tex latex bst lbx bbx cbx sty cls ltx bib dtx erl hrl prolog"],
	[assembler, "s asm arm x68 a65"],
	[pascal, "pas dpr pp lpr dfm"],
	[verilog, "v sv vh svh"],
	[standardMl, "sml fun sig nb wl"],
	[ml, "ml mli fs fsi fsx"],
	[php, "php inc phtml php3 php4 php5 phpt"],
	[bang, "f f90 f95 f03 for"],
	[basic, "vb vbs bas bi spin"],
	[vim, "vim vimrc"],
	[json, "json geojson ipynb webmanifest lock arb har map"],
	["markup", "html htm xhtml tmtheme tmlanguage lvclass xml xsd xsl xslt svg vue svelte jsp erb hbs ejs twig jinja j2 ftl plist xaml resx csproj vcxproj pom xlf xliff wxs fxml xib storyboard mustache liquid cshtml razor astro gsp jelly"]
].flatMap(([language, names]) => names.split(" ").map((name) => [name, language])));
/** The language of a file by its name, or by its `#!` line where the name says nothing. Unknown names are prose. */
function languageOf(path, text) {
	const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	const extension = name.slice(name.lastIndexOf(".") + 1);
	const known = BY_NAME.get(name) ?? BY_NAME.get(extension);
	if (known !== void 0) return known;
	if (text.startsWith("#!")) return /^#![^\n]*python/.test(text) ? python : /^#![^\n]*node/.test(text) ? script : hash;
	return "prose";
}
/** Syntax of the scripts and styles inside markup. */
const embedded = {
	script,
	style: css
};
/** YAML's texts of several lines have their own rule. */
function isYaml(path) {
	return /\.ya?ml$/i.test(path);
}

// src/references/tags.ts
/** Elements whose content is code, within a paragraph. */
const CODE_ELEMENTS = /* @__PURE__ */ new Set([
	"code",
	"kbd",
	"samp",
	"tt"
]);
/** Elements whose content is no running text, over any number of paragraphs. */
const BLOCK_ELEMENTS = /* @__PURE__ */ new Set([
	"pre",
	"script",
	"style"
]);
const HREF = /\bhref\s*=/i;
/** Is the content of an element (name in lower case) code or no text at all? Where may it end? */
function codeElement(name) {
	if (CODE_ELEMENTS.has(name)) return "inline";
	return BLOCK_ELEMENTS.has(name) ? "block" : null;
}
/** Hides the label of `<a href="…">label</a>`, which stands from `start` to `end`: the target decides. */
function hideAnchor(tag, start, end, mask) {
	if (HREF.test(tag)) mask.unmark(start, end);
}
/** `indexOf` that never searches the same stretch twice for the same text, as long as it is asked in rising order. */
function createFinder(text) {
	const known = /* @__PURE__ */ new Map();
	return (what, from) => {
		const last = known.get(what);
		if (last !== void 0 && (last < 0 || last >= from)) return last;
		const found = text.indexOf(what, from);
		known.set(what, found);
		return found;
	};
}

// src/references/html.ts
const TOKEN$1 = /<!--|<\/?([a-zA-Z][\w:-]*)/g;
/**
* Hides what markup holds beside its text: attributes, code elements, labels of links; scripts and styles are
* handed to `code`. Comments count. Linear.
*/
function hideTags(text, mask, code) {
	const find = createFinder(text);
	let at = 0;
	while (at < text.length) {
		TOKEN$1.lastIndex = at;
		const token = TOKEN$1.exec(text);
		if (token === null) return;
		const name = token[1]?.toLowerCase();
		at = token.index + token[0].length;
		if (name === void 0) {
			const close = find("-->", at);
			at = close < 0 ? text.length : close + 3;
			continue;
		}
		const end = endOfTag(text, at, find);
		if (end < 0) continue;
		mask.unmark(token.index, end);
		at = end;
		if (token[0].startsWith("</")) continue;
		const close = codeElement(name) !== null || name === "a" ? find(`</${token[1]}`, end) : -1;
		if (name === "script" || name === "style") {
			at = close < 0 ? text.length : close;
			code(end, at, embedded[name]);
		} else if (close >= 0 && name === "a") hideAnchor(text.slice(token.index, end), end, close, mask);
		else if (close >= 0) {
			mask.hide(end, close);
			at = close;
		}
	}
}
/** Index behind the tag's `>`, which does not stand in a quoted value; -1: no tag. */
function endOfTag(text, at, find) {
	for (let index = at; index < text.length; index += 1) {
		const mark = text.charAt(index);
		if (mark === ">") return index + 1;
		if (mark === "<") return -1;
		if ((mark === "\"" || mark === "'") && text.charAt(index - 1) === "=") {
			const close = find(mark, index + 1);
			if (close < 0) return -1;
			index = close;
		}
	}
	return -1;
}

// src/references/grammar.ts
/** For trackers that no address names, or none but a text. */
function nowhere() {
	return null;
}
/** Escapes a text for use in a RegExp source. */
function quoted(text) {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
/** Source that matches the text in any case: `[eE][nN][gG]`. Flags can't be had for one part of a joined expression. */
function anyCase(text) {
	return [...text].map((letter) => {
		const lower = letter.toLowerCase();
		const upper = letter.toUpperCase();
		return lower === upper ? quoted(letter) : `[${upper}${lower}]`;
	}).join("");
}

// src/references/lex.ts
const BACKSLASH = 92;
const NEWLINE = 10;
/** A character in quotes, which might itself be a quote: never the begin of a string. */
const CHARACTER = "'(?:\\\\[^\\n]|[^\\\\'\\n])'";
const HEREDOC = "<<[-~]?[ \\t]*[\"'\\\\]?(?<word>[A-Za-z_]\\w*)";
/** So many `<<WORD` without an end are no heredocs but shifts; each costs a search through the rest. */
const MOST_LOST = 16;
/**
* Comments, docs and strings of a source text in order; all else is code. It is made for excerpts: a string that
* is not closed on its line is code, and a comment whose begin was cut off counts from the text's start. Linear.
*/
function lex(text, from, to, syntax) {
	const opens = openers(syntax);
	const regions = [];
	const unclosed = /* @__PURE__ */ new Map();
	let lost = 0;
	let at = from === 0 ? cutOff(text, syntax, regions) : from;
	function add(kind, start, stop, opener) {
		const end = Math.min(stop, to);
		regions.push({
			kind,
			start,
			end,
			opener
		});
		return Math.max(end, start + opener);
	}
	function open(match) {
		const [token] = match;
		const start = match.index;
		const after = start + token.length;
		const { line, block, long, quote, word } = match.groups ?? {};
		if (line !== void 0) return add("comment", start, endOfLine$1(text, start + token.length), token.length);
		if (block !== void 0) return add("comment", start, endAfter(text, syntax.blocks.find(([begin]) => begin === block)?.[1] ?? "", after), token.length);
		if (long !== void 0) return add(long.length > 1 ? "doc" : "string", start, endAfter(text, long, after), token.length);
		if (word !== void 0) return heredoc(after, word);
		if (quote === void 0 || (unclosed.get(quote) ?? -1) >= start) return after;
		const end = endOfString(text, after, quote.charCodeAt(0));
		if (end > 0) return add("string", start, end, 1);
		unclosed.set(quote, -end);
		return after;
	}
	function heredoc(after, word) {
		if (lost >= MOST_LOST) return after;
		const begin = endOfLine$1(text, after);
		const closing = new RegExp(`^[ \\t]*${word}\\b`, "gm");
		closing.lastIndex = begin + 1;
		const close = closing.exec(text);
		if (close === null) lost += 1;
		return close === null ? after : add("doc", begin, close.index, 0);
	}
	while (at < to) {
		opens.lastIndex = at;
		const match = opens.exec(text);
		if (match === null || match.index >= to) break;
		at = open(match);
	}
	return regions;
}
function openers(syntax) {
	const choice = (name, sources) => sources.length === 0 || sources[0] === "" ? [] : [`(?<${name}>${sources.join("|")})`];
	const parts = [
		...choice("block", syntax.blocks.map(([begin]) => quoted(begin))),
		...choice("line", [syntax.line]),
		...choice("long", syntax.long.map(quoted)),
		...syntax.heredoc ? [HEREDOC] : [],
		...syntax.quotes.includes("'") ? [] : [CHARACTER],
		...choice("quote", [...syntax.quotes].map(quoted))
	];
	return new RegExp(parts.join("|") || "(?!)", "g");
}
/** An excerpt may begin inside a block comment or docs: then the first closing mark stands before any opening one. */
function cutOff(text, syntax, regions) {
	for (const [begin, close] of syntax.blocks) {
		const end = close === "*/" ? text.search(/\*\/[ \t]*$/m) : -1;
		const first = text.indexOf(begin);
		if (end < 0 || first >= 0 && first < end) continue;
		regions.push({
			kind: "comment",
			start: 0,
			end: end + close.length,
			opener: 0
		});
		return end + close.length;
	}
	for (const mark of syntax.long) {
		if (mark.length < 3) continue;
		const alone = new RegExp(`^[ \\t]*${mark}[ \\t]*$`, "m").exec(text);
		if (alone === null || text.indexOf(mark) < alone.index || (text.split(mark).length - 1) % 2 === 0) continue;
		const end = alone.index + alone[0].length;
		regions.push({
			kind: "doc",
			start: 0,
			end,
			opener: 0
		});
		return end;
	}
	return 0;
}
function endOfLine$1(text, at) {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end;
}
function endAfter(text, close, from) {
	const end = text.indexOf(close, from);
	return end < 0 ? text.length : end + close.length;
}
/** Index behind the closing quote; if the line has none, minus the index of the line's end. */
function endOfString(text, from, quote) {
	let at = from;
	for (; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit === quote) return at + 1;
		if (unit === NEWLINE) break;
		if (unit === BACKSLASH) at += 1;
	}
	return -at;
}

// src/references/inline.ts
const TOKEN = /`+|<!--|<\/?[a-zA-Z]|[[\]]/g;
const TAG = /<(\/?)([a-zA-Z][\w-]*)[^<>]*>/y;
const TARGET = /\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/y;
const LABEL = /\[([^[\]\n]{0,200})\]/y;
const BACKTICKS = /`+/g;
/** reStructuredText: what stands in backticks is a link where they end in `>` and an underscore follows. */
const LINKED = /^>`_/;
/** GNU quoting, `like this': its backtick opens no code span. */
const GNU_QUOTE = /`[^`'\n]{1,60}'(?!\w)/y;
/** How far the begin of a line is looked for. */
const NEAR$1 = 40;
/** Longest label that is compared with the link definitions. */
const LONGEST_LABEL$1 = 200;
/**
* Hides code spans, tags, comments and labels in one paragraph at a time. The answer to (start, end) is where
* the text goes on: behind the paragraph, or behind a comment or element that reaches over its end.
*/
function createInline(text, mask, rules, defined) {
	const page = {
		text,
		mask,
		rules,
		defined,
		find: createFinder(text)
	};
	return (start, end) => hideParagraph(page, start, end);
}
function hideParagraph(page, start, end) {
	const block = page.text.slice(start, end);
	const partner = pairBackticks(block, start);
	const open = [];
	let at = start;
	while (at < end) {
		TOKEN.lastIndex = at - start;
		const token = TOKEN.exec(block);
		if (token === null) break;
		const here = token.index + start;
		const sign = token[0];
		at = here + sign.length;
		if (sign === "[") open.push(here);
		else if (sign === "]") {
			const from = open.pop();
			if (from !== void 0) at = link(page, from, here);
		} else if (sign === "<!--") at = comment(page, here);
		else if (sign.startsWith("<")) at = tag(page, here, end);
		else at = codeSpan(page, here, at, partner);
	}
	return Math.max(at, end + 1);
}
function link(page, open, close) {
	const { text, mask, rules, defined } = page;
	const after = text.charAt(close + 1);
	let target = defined.size === 0 ? void 0 : defined.get(labelOf(text, open, close));
	let end = close + 1;
	if (after === "(") {
		TARGET.lastIndex = close + 1;
		const [whole = "", address = ""] = TARGET.exec(text) ?? [];
		if (/^<[^>]*$/.test(address) || /^[^\s()]/.test(text.charAt(close + 1 + whole.length))) return end;
		target = address.replace(/^<|>$/g, "");
		if (!rules.fragments && /^#\d+$/.test(target)) return end;
		if (!isAddress(target)) {
			end += whole.length;
			mask.hide(close + 1, end);
		}
	} else if (after === "[") {
		LABEL.lastIndex = close + 1;
		const label = LABEL.exec(text)?.[1];
		if (label) {
			target = defined.get(label.trim().toLowerCase());
			if (target !== void 0) mask.unmark(close + 1, close + 1 + label.length + 2);
		}
	}
	if (target === void 0) return end;
	mask.unmark(open, close + 1);
	return end;
}
function tag(page, at, blockEnd) {
	const { text, mask, find } = page;
	TAG.lastIndex = at;
	const [whole, slash, name = ""] = TAG.exec(text) ?? [];
	if (whole === void 0) return at + 1;
	const end = at + whole.length;
	mask.unmark(at, end);
	if (slash === "/") return end;
	const code = codeElement(name.toLowerCase());
	if (code === "block" && !/(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, at - NEAR$1), at))) return end;
	const close = code !== null || name.toLowerCase() === "a" ? find(`</${name}`, end) : -1;
	if (close < 0 || code === "inline" && close > blockEnd) return end;
	if (code === null) hideAnchor(whole, end, close, mask);
	else mask.hide(end, close);
	return code === null ? end : close;
}
function comment(page, at) {
	const { text, mask, rules, find } = page;
	if (!rules.comments) return at + 4;
	const close = find("-->", at + 4);
	const end = close < 0 ? text.length : close + 3;
	if (close < 0 && /\S/.test(text.slice(Math.max(0, at - 4), at).replace(/^.*\n/s, ""))) return at + 4;
	mask.hide(at, end);
	return end;
}
function codeSpan(page, here, after, partner) {
	const { text, mask } = page;
	const close = partner(here);
	if (close === null) return after;
	GNU_QUOTE.lastIndex = here;
	if (after - here === 1 && (text[here - 1] === "\\" || GNU_QUOTE.test(text))) return after;
	if (LINKED.test(text.slice(close - after + here - 1, close + 1))) {
		mask.unmark(here, close);
		return close;
	}
	mask.hide(here, close);
	return close;
}
/**
* Tells where the code span ends whose backticks begin at an offset: behind the next run of the same length in the
* paragraph. Asked in rising order; null: they open nothing.
*/
function pairBackticks(block, start) {
	const runs = [];
	const closes = [];
	const lastOf = /* @__PURE__ */ new Map();
	for (const { 0: run, index } of block.matchAll(BACKTICKS)) {
		const last = lastOf.get(run.length);
		if (last !== void 0) closes[last] = start + index + run.length;
		lastOf.set(run.length, runs.length);
		runs.push(start + index);
		closes.push(null);
	}
	let next = 0;
	return (here) => {
		while ((runs[next] ?? here) < here) next += 1;
		return closes[next] ?? null;
	};
}
function labelOf(text, open, close) {
	return close - open > LONGEST_LABEL$1 ? "" : text.slice(open + 1, close).trim().toLowerCase();
}
/** An absolute address; all else leads to a place in the same page or repository. */
function isAddress(target) {
	return /^(?:[a-z][a-z+.-]*:)?\/\/|^(?:www\.)?[\w-]+(?:\.[\w-]+)+\/|^[a-z]+:/i.test(target);
}

// src/references/markdown.ts
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t\r]*$/;
/** Begins a block of its own, so that a code span can't reach over it. */
const BLOCK = /^[ \t]*(?:\r?$|#{1,6} |[-*+] |\d{1,9}[.)] |>|`{3,}[^`]*$|~{3,})/;
/** How far a blank line above a fence is looked for. */
const INDENT$1 = 40;
/** A title ends with its line. */
const HEADING = /^ {0,3}#{1,6} /;
const DEFINITION = /^[ \t>]*\[([^\]\n]{1,200})\]:[ \t]*(\S+)[ \t\r]*(?:["'(].*)?$/gm;
/** Could the text hold markup that hides something? */
const MARKUP = /[`<]|~~~|\][([:]/;
/**
* Hides what Markdown shows as code, HTML tags and comments, and the labels of links: a link's target decides.
* Fences and spans follow CommonMark; a fence of backticks that is not closed runs to the end, and one of
* tildes is then a line drawn under a title. Linear in the text's length.
*/
function hideMarkup(text, mask, rules) {
	const inline = createInline(text, mask, rules, definitions(text));
	const fences = createFences(text);
	let at = 0;
	while (at < text.length) {
		const lineEnd = endOfLine(text, at);
		if (lineEnd === at) {
			at += 1;
			continue;
		}
		const fence = FENCE.exec(text.slice(at, lineEnd))?.[1];
		const close = fence === void 0 ? -1 : fences(at, lineEnd + 1, fence);
		if (close >= 0) {
			mask.hide(at, close);
			at = close + 1;
		} else at = inline(at, endOfBlock(text, at, lineEnd));
	}
}
function endOfLine(text, at) {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end;
}
function endOfBlock(text, start, lineEnd) {
	let end = lineEnd;
	if (HEADING.test(text.slice(start, end))) return end;
	while (end < text.length) {
		const next = endOfLine(text, end + 1);
		if (BLOCK.test(text.slice(end + 1, next))) break;
		end = next;
	}
	return end;
}
/**
* Finds the end of the closing line of a fence that opens at `open`; the search begins at `at`. A quotation's end
* closes it, too. -1: a row of tildes that is no fence.
*/
function createFences(text) {
	let shortestOpenTildes = Number.POSITIVE_INFINITY;
	return (open, at, fence) => {
		const title = fence.startsWith("~") && !/(?:^|\n)[ \t]*\n$/.test(`\n${text.slice(Math.max(0, open - INDENT$1), open)}`);
		if (title && fence.length >= shortestOpenTildes) return -1;
		const quoted = text[open] === ">";
		while (at < text.length) {
			const end = endOfLine(text, at);
			if (quoted && text[at] !== ">") return at - 1;
			const closing = CLOSING.exec(text.slice(at, end))?.[1];
			if (closing?.charAt(0) === fence.charAt(0) && closing.length >= fence.length) return end;
			at = end + 1;
		}
		if (!title) return text.length;
		shortestOpenTildes = Math.min(fence.length, shortestOpenTildes);
		return -1;
	};
}
/** Link reference definitions: label in lower case -> target. The first one of a label counts. */
function definitions(text) {
	const found = /* @__PURE__ */ new Map();
	if (!text.includes("]:")) return found;
	for (const [, label = "", target = ""] of text.matchAll(DEFINITION)) {
		const key = label.trim().toLowerCase();
		if (!found.has(key)) found.set(key, target);
	}
	return found;
}

// src/references/mask.ts
/** Stands for masked text: no word, no blank, no part of an address. */
const MASKED = "\0";
const MARK$1 = /(?<!AB)[#!](?=\w)/g;
const HASH$1 = 35;
const BANG = 33;
const VISIBLE = /[^\n]/g;
/** An empty mask over `text`. Ranges may come in any order and overlap. */
function createMask(text) {
	const hidden = [];
	const unmarked = [];
	return {
		hide: (start, end) => {
			if (end > start) hidden.push([start, end]);
		},
		unmark: (start, end) => {
			if (hasMark(text, start, end)) unmarked.push([start, end]);
		},
		apply: () => cover(cover(text, unmarked, MARK$1), hidden, VISIBLE)
	};
}
/** Most stretches of markup hold none; what is not gathered costs no memory. */
function hasMark(text, start, end) {
	for (let index = start; index < end; index += 1) {
		const unit = text.charCodeAt(index);
		if (unit === HASH$1 || unit === BANG) return true;
	}
	return false;
}
function cover(text, ranges, what) {
	if (ranges.length === 0) return text;
	ranges.sort((a, b) => a[0] - b[0]);
	let covered = "";
	let done = 0;
	for (const [start, end] of ranges) {
		const from = Math.max(start, done);
		if (end <= from) continue;
		covered += text.slice(done, from) + text.slice(from, end).replace(what, MASKED);
		done = end;
	}
	return covered + text.slice(done);
}

// src/references/noise.ts
/** How far a line is looked at on either side; it keeps the whole scan linear. */
const REACH = 120;
/** Most criteria that a task has; higher numbers behind a checkbox are issues. */
const MOST_CRITERIA = 30;
/** Highest number of a step, an attempt or a line that is told from an issue's. */
const MOST_STEPS = 99;
const LINE_START$1 = /^[\s>*|]*$/;
const CHECKBOX = /^\s*[-*+] \[[ xX]\] $/;
/** What follows the number of a stack frame: an address, a function with its file and line, a file of PHP. */
const FRAME = /^:?(?: {2}\S*::|\s+(?:0x[0-9a-f]+ in |0x[0-9a-f]{4,}|pc [0-9a-f]{8}|(?:in )?\S+ ?\(.*\) (?:at|from|in) |\S+ ?\((?:\w+=|\.*\)\s*$)|\S+ (?:(?:at|in) )?(?:\(.*\) )?(?:\S*\.\w+:\d+|<null>)|\S+ +\(\S+:\d+|\{main\}|(?:DONE|CACHED|sha256:)\b|\[internal function\]|\/\S+\(\d+\):))/im;
/** Ruby's logger writes the process as `[2024-09-14T08:35:13.044219 #1986490]`. */
const PROCESS = /\d\d:\d\d:\d\d(?:\.\d+)? $/;
/** A kernel's build (`5.4.0 #1 SMP`, `GENERIC) #179: Thu May 7`), a step of a container's with its seconds. */
const BUILD = /^(?: SMP\b| \d+\.\d{3} | PREEMPT|:? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} )/;
/** `PKCS #11` and `UAX #29` are standards; `main.go:#15` is an offset in a file. */
const STANDARD = /\b(?:PKCS|U[AT][XSRN]|Annex|Technical (?:Standard|Report)) ?\\?\[?$|\.\w{1,4}:$|&amp;$/;
const STEP = /\b(?:attempt|try|test|line|step|case|example|part|phase|round|option|arg(?:ument)?|param(?:eter)?|row|column|page|chapter|figure|section|thread|comment|worker|stream|input|output)s? $/i;
/** `ldr r0, [sp, #16]`, `add x0, x1, #1, lsl #12`. */
const IMMEDIATE = /(?:\b(?:[rxwvqds]\d{1,2}|sp|pc|lr|fp|ip|[xw]zr)\b|%\w+)[^#\s]*,\s*(?:#\w+,\s*)?(?:[ula]s[lr] )?$|\b(?:ls[lr]|asr|ror|[su]xt[bhwx]) $/i;
/** `border: 1px solid #333`, `colour "#333"`, `from #333 to #444`. */
const COLOUR = /* @__PURE__ */ new RegExp("\\b(?:colou?rs?|background|bg|fill|stroke|border|outline|shadow|hex|rgb)\\b[\"'`]?(?:\\s*[:=]\\s*(?:(?:\\d[\\w.%]*|solid|dashed|dotted|none)\\s+){0,5}|\\s+(?:\\w+\\s+)?(?:to|from|as|is|of|with|be)\\s+(?:(?:light|dark|bright)er\\s+than\\s+)?|\\s+)[\"'`]?(?:#[0-9a-f]{3,8}[\"'`]?\\s*(?:to|and|or|,|->|=>)\\s*[\"'`]?)?$", "i");
/** Words that announce an issue's number, however small. */
const STRONG = /\b(?:issues?|bugs?|fix\w*|clos(?:e[sd]?|ing)|resolv\w+|regressions?|prs?|mrs?|pull(?: request)?s?|tickets?|gh|github|backport\w*|revert\w*)\b[\s:.]*[([]?$/i;
/** Words and marks that announce one of some length. */
const WEAK = /(?:\b(?:see|refs?|references?|for|in|from|by|per|also|since|after|via|of|todo|fixme|discussion)\b[\s:.]*|[([])$/i;
/** `issue: "#12"`: the name of a value that is a number and no more. */
const ISSUE_NAME = /\b(?:issues?|bugs?|fix\w*|clos\w+|prs?|pull|tickets?)\W{1,5}$/i;
/** Digits that a number needs beside a weak announcement, and without any. */
const SOME_DIGITS = 2;
const MANY_DIGITS = 4;
/** Words before a number of one digit that an author of code would write for an issue too. */
const BEFORE_ISSUE = /[^A-Za-z\s]\s*$|^\s*$|\b(?:see|refs?|for|in|from|by|also|since|after|via|todo|fixme|and)\s+$/i;
/** `#1 and ` of `methods #1 and #2`: what stands before the first says what both are. */
const LISTED = /(?:#\d(?:, (?:and |or )?| (?:and|or|&) ))+$/;
function isCount(before) {
	return !STRONG.test(before) && !BEFORE_ISSUE.test(before);
}
/**
* Is `#n` from `at` to `end` a stack frame, a process, a criterion or a colour rather than an issue's number?
* In source files a number of one digit behind just any word counts steps and things as well.
*/
function isNoise(text, at, end, source) {
	const before = lineBefore(text, at);
	const after = text.slice(end, end + REACH);
	if (hasColourLength(end - at - 1) && (COLOUR.test(before) || source && /[>"'`]$/.test(before) && /^[<"'`]/.test(after))) return true;
	if (after.startsWith("]") && PROCESS.test(before)) return true;
	if (STANDARD.test(before) || BUILD.test(after) || IMMEDIATE.test(before)) return true;
	if (source && end - at === 2 && isCount(before.replace(LISTED, ""))) return true;
	if (STEP.test(before)) return Number(text.slice(at + 1, end)) <= MOST_STEPS;
	if (CHECKBOX.test(before) && /^ \S/.test(after)) return Number(text.slice(at + 1, end)) <= MOST_CRITERIA;
	return LINE_START$1.test(before) && FRAME.test(after);
}
/**
* Is `#n` in a string or in code more likely an issue's number than data? Strings hold colours, anchors and
* made-up names; an issue is announced by a word or a bracket, or its number is long.
*/
function isAnnounced(text, at, end) {
	const before = lineBefore(text, at);
	const digits = end - at - 1;
	if (isForetold(text, at, end)) return !/["'`]$/.test(before);
	if (/["'`]$/.test(before) && /["'`]/.test(text.charAt(end))) return ISSUE_NAME.test(before);
	return digits >= MANY_DIGITS && !hasColourLength(digits);
}
/** Does the line say before `#n` that an issue's number follows? */
function isForetold(text, at, end) {
	const before = lineBefore(text, at);
	return STRONG.test(before) || end - at > SOME_DIGITS && WEAK.test(before);
}
function hasColourLength(digits) {
	return digits === 3 || digits === 6 || digits === 8;
}
function lineBefore(text, at) {
	const piece = text.slice(Math.max(0, at - REACH), at);
	return piece.slice(piece.lastIndexOf("\n") + 1);
}

// src/references/yaml.ts
const BLOCK_SCALAR = /^([ \t]*)(?:- +)*(?:[^#\n]*: *|- *)[|>][+-]?\d?[ \t]*$/gm;
/** In YAML a `#` inside a text after `|` or `>` opens no comment: such texts replace the regions found in them. */
function withBlockScalars(text, regions) {
	const scalars = [];
	BLOCK_SCALAR.lastIndex = 0;
	for (let match = BLOCK_SCALAR.exec(text); match !== null; match = BLOCK_SCALAR.exec(text)) {
		const start = match.index + match[0].length;
		const end = endOfIndented(text, start + 1, match[1]?.length ?? 0);
		scalars.push({
			kind: "doc",
			start,
			end,
			opener: 0
		});
		BLOCK_SCALAR.lastIndex = Math.max(end, start);
	}
	return scalars.length === 0 ? regions : merged(regions, scalars);
}
/** Both lists are in order; a region that begins inside a scalar is dropped. */
function merged(regions, scalars) {
	const all = [];
	let next = 0;
	for (const scalar of scalars) {
		for (; next < regions.length; next += 1) {
			const region = regions[next];
			if (region === void 0 || region.start >= scalar.end) break;
			if (region.start < scalar.start) all.push(region);
		}
		all.push(scalar);
	}
	return [...all, ...regions.slice(next)];
}
function endOfIndented(text, at, indent) {
	while (at < text.length) {
		const stop = text.indexOf("\n", at);
		const end = stop < 0 ? text.length : stop;
		const line = text.slice(at, end);
		if (line.trim() !== "" && line.length - line.trimStart().length <= indent) return at;
		at = end + 1;
	}
	return text.length;
}

// src/references/source.ts
/**
* A source text in which all that is syntax and not a reference is hidden: comment markers, colours, selectors,
* immediates, preprocessor lines, attributes, code in docs. The path's name tells the language; unknown ones are
* read as Markdown. Every character keeps its offset.
*/
function maskSource(text, path, rules) {
	const mask = createMask(text);
	const language = languageOf(path, text);
	if (language === "prose") hideProse(text, mask);
	else if (rules.marks === null && !rules.generic) return text;
	else if (language === "markup") hideTags(text, mask, (from, to, syntax) => hideSyntax({
		text,
		from,
		to,
		syntax,
		mask,
		rules
	}));
	else hideSyntax({
		text,
		from: 0,
		to: text.length,
		syntax: language,
		mask,
		rules,
		yaml: isYaml(path)
	});
	return mask.apply();
}
function hideProse(text, mask) {
	hideCriteria(text, mask);
	if (MARKUP.test(text)) hideMarkup(text, mask, {
		comments: false,
		fragments: true
	});
}
const CRITERION = /^[ \t]*[-*+] \[[ xX]\] #\d+(?= )/gm;
const TASK_FILE = /<!-- (?:AC|DOD):BEGIN -->|^#+ (?:Acceptance Criteria|Definition of Done)\s*$/im;
/** Backlog.md numbers the criteria of a task: `- [ ] #1 It works`. */
function hideCriteria(text, mask) {
	if (!TASK_FILE.test(text)) return;
	for (const { 0: whole, index } of text.matchAll(CRITERION)) mask.unmark(index, index + whole.length);
}
/** Looks at every mark and key once; the text is taken apart only if there is one. */
function hideSyntax(stretch) {
	const { text, from, to, syntax, rules } = stretch;
	const marks = rules.marks === null ? [] : placesOf(text, from, to, rules.marks);
	const keys = rules.generic ? placesOf(text, from, to, KEY) : [];
	if (marks.length + keys.length === 0) return;
	const lexed = lex(text, from, to, syntax);
	const regions = stretch.yaml ? withBlockScalars(text, lexed) : lexed;
	const at = regionFinder(regions);
	const commented = marks.filter((place) => !hideMark(stretch, place, at(place)));
	const keyAt = regionFinder(regions);
	for (const place of keys) if (keyAt(place) === null) hideDifference(stretch, place);
	hideDocs(stretch, regions, commented);
}
const KEY = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9]+-\d/g;
function placesOf(text, from, to, what) {
	const places = [];
	const search = new RegExp(what.source, "g");
	search.lastIndex = from;
	for (let match = search.exec(text); match !== null && match.index < to; match = search.exec(text)) places.push(match.index);
	return places;
}
/** The region around an offset, or null for code; asked in rising order. */
function regionFinder(regions) {
	let next = 0;
	return (at) => {
		while ((regions[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
		const region = regions[next];
		return region !== void 0 && region.start <= at ? region : null;
	};
}
const NUMBER$1 = /[#!]\d*(\w?)/y;
const LINE_START = /(?:^|\n)[ \t]*$/;
/** How far the begin of a line is looked for. */
const INDENT = 80;
/** Hides a mark that is syntax or data; false: it stands in a comment and may be a reference. */
function hideMark({ text, syntax, mask }, at, region) {
	NUMBER$1.lastIndex = at;
	const [whole = "", letter = ""] = NUMBER$1.exec(text) ?? [];
	const end = at + whole.length;
	if (region !== null && region.kind !== "string") {
		if (at >= region.start + region.opener || isAnnouncedOpener(text, at, end, region)) return false;
	} else if (text.slice(Math.max(0, at - 2), at) === "AB") return true;
	else if (region !== null || syntax.hash === "free") {
		const preprocessor = region === null && LINE_START.test(text.slice(Math.max(0, at - INDENT), at));
		if (text[at] === "#" && letter === "" && !preprocessor && isAnnounced(text, at, end)) return true;
	}
	mask.unmark(at, end + 1);
	return true;
}
/** In `- name: regression of #123` the mark opens a comment for the computer and names an issue for people. */
function isAnnouncedOpener(text, at, end, { start, opener }) {
	return at === start && opener === 1 && end - at > 2 && isForetold(text, at, end);
}
/** How far code is looked at on either side of what might be a difference. */
const NEAR = 16;
const DIFFERENCE = /[A-Z][A-Z0-9]+-\d+/y;
function hideDifference({ text, mask }, at) {
	DIFFERENCE.lastIndex = at;
	const end = at + (DIFFERENCE.exec(text)?.[0].length ?? 0);
	const before = text.slice(Math.max(0, at - NEAR), at);
	const after = text.slice(end, end + NEAR);
	if (/(?:[[(=+\-*/<>&|?:,]|\breturn)\s*$/.test(before) || /^\s*[)\];,+\-*/<>=&|?:]/.test(after)) mask.hide(at, end);
}
/** What stands at the begin of a comment line beside its text. */
const DECORATION = /^[ \t]*(?:\/\*+!?|\/\/+!?|\*+(?!\*)|#+|;+|--+|%+|"""|''')(?=[ \t]|$)/gm;
/** Code spans and links in comments and docs that hold marks, one group of neighbouring comments at a time. */
function hideDocs({ text, mask }, regions, marks) {
	let next = 0;
	for (let index = 0; index < regions.length;) {
		const first = regions[index];
		let last = first;
		index += 1;
		if (first === void 0 || last === void 0 || first.kind === "string") continue;
		for (let more = regions[index]; more && more.kind !== "string"; more = regions[index]) {
			if (text.slice(last.end, more.start).trim() !== "") break;
			last = more;
			index += 1;
		}
		while ((marks[next] ?? Number.POSITIVE_INFINITY) < first.start) next += 1;
		if ((marks[next] ?? Number.POSITIVE_INFINITY) < last.end) hideGroup(text, first.start, last.end, mask);
	}
}
function hideGroup(text, start, end, mask) {
	const raw = text.slice(start, end);
	if (!MARKUP.test(raw)) return;
	const docs = raw.replace(DECORATION, (mark) => " ".repeat(mark.length));
	const unmark = (from, to) => mask.unmark(start + from, start + to);
	hideMarkup(docs, {
		hide: unmark,
		unmark,
		apply: mask.apply
	}, {
		comments: false,
		fragments: true
	});
}

// src/references/blocks.ts
const BEGIN = "<!-- golden-thread:spec:begin";
const END = "<!-- golden-thread:spec:end -->";
const REPORT = "<!-- golden-thread:report -->";
/**
* Hides what golden-thread itself wrote into a text, so that the specs it shows are never taken for claims.
* A block without its end, and a report, run to the text's end.
*/
function hideOwnBlocks(text) {
	if (!text.includes("<!-- golden-thread:")) return text;
	const mask = createMask(text);
	const report = text.indexOf(REPORT);
	let at = text.indexOf(BEGIN);
	while (at >= 0) {
		const close = text.indexOf(END, at);
		const end = close < 0 ? text.length : close + 31;
		mask.hide(at, end);
		at = text.indexOf(BEGIN, end);
	}
	if (report >= 0) mask.hide(report, text.length);
	return mask.apply();
}
/** Hides the lines that git removes from a commit-msg file: comments, and all from the scissors line down. */
function hideComments(text, commentString) {
	const mask = createMask(text);
	const cut = scissorsAt(text, commentString);
	let at = 0;
	while (at < cut) {
		const stop = text.indexOf("\n", at);
		const end = stop < 0 ? cut : stop;
		if (commentString !== "" && text.startsWith(commentString, at)) mask.hide(at, end);
		at = end + 1;
	}
	mask.hide(cut, text.length);
	return mask.apply();
}

// src/references/boundary.ts
/** Letters, digits, marks and the underscore of any script; asked only for characters outside ASCII. */
const WORD = /[\p{L}\p{N}\p{M}]/u;
/**
* Is the UTF-16 unit at `index` part of a word (letter, digit or underscore of any script)?
* False outside of the text. Exact on decoded text. In bytes that were read as latin1 any
* unit from 0x80 may look like a letter, so an answer for such bytes is only a first guess:
* decode the message once `hint` has matched.
*/
function isWord(text, index) {
	const unit = text.charCodeAt(index);
	if (unit < 128) return isAsciiWord(unit);
	if (Number.isNaN(unit)) return false;
	if (unit >= 56320 && unit <= 57343) return WORD.test(text.slice(index - 1, index + 1));
	return WORD.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}
/** `0`-`9`, `A`-`Z`, `a`-`z` and `_`. */
function isAsciiWord(unit) {
	return unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || unit >= 48 && unit <= 57 || unit === 95;
}
/** `0`-`9`; false for NaN, which is what lies outside of a text. */
function isDigit(unit) {
	return unit >= 48 && unit <= 57;
}
/** Index behind the run of digits that begins at `index`. */
function endOfDigits(text, index) {
	while (isDigit(text.charCodeAt(index))) index += 1;
	return index;
}
/** Nothing at `index` makes the number before it part of something longer: no word, no `.digit` (a version, a decimal). */
function endsNumber(text, index) {
	if (isWord(text, index)) return false;
	return text.charCodeAt(index) !== 46 || !isDigit(text.charCodeAt(index + 1));
}

// src/references/keys.ts
const DASH$1 = 45;
const UNDERSCORE = 95;
const ZERO = 48;
/** Source of an expression for `KEY-` before a digit, longest keys first so that none hides another. */
function keySign(keys, cased) {
	return `(?:${[...keys].sort((a, b) => b.length - a.length).map((key) => cased ? quoted(key) : anyCase(key)).join("|")})-(?=\\d)`;
}
/** May a key begin at `at`? No word may stand before it; a dash may. */
function startsKey(text, at) {
	return at === 0 || !isWord(text, at - 1);
}
/**
* Reads the number of `KEY-n` whose `sign` (`KEY-`) stands at `at`. The id is `KEY-n` in upper case.
* Null for a leading zero, a word on either side, a version (`KEY-1.2`). In branch names `_` may follow.
*/
function readKey(text, at, sign, manner) {
	if (!startsKey(text, at)) return null;
	const first = at + sign.length;
	if (text.charCodeAt(first) === ZERO) return null;
	const end = endOfDigits(text, first);
	const glued = manner === "branch" && text.charCodeAt(end) === UNDERSCORE;
	if (end === first || !(glued || endsNumber(text, end))) return null;
	return {
		id: text.slice(at, end).toUpperCase(),
		start: at,
		end
	};
}
/** Is the key at `at` the rest of a longer dashed name (`X-FOO-1`)? */
function afterDashedWord(text, at) {
	return text.charCodeAt(at - 1) === DASH$1 && isWord(text, at - 2);
}

// src/references/path.ts
/** Longest `group/project` that is read; it keeps the look back bounded, so a text of `#1` takes linear time. */
const LONGEST_PATH = 255;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
/** Ends of names that are files, not projects: `guide.html#12` is a place in a page. */
const FILE = /\.(?:html?|rst|txt|xml|php|c|h|cc|cpp|hpp|py|rb|java|go|rs|ts|tsx|yml|yaml|json)$/i;
/**
* `owner/repo` that ends just before `end`, at most `most` parts; null if no such path stands there.
* A path that goes on to the left (`/a/b`, `x.com/a/b`, `@a/b`) is none.
*/
function readPath(text, end, most) {
	const limit = Math.max(0, end - LONGEST_PATH);
	let slashes = 0;
	let at = end;
	while (at > limit) {
		const unit = text.charCodeAt(at - 1);
		if (unit === SLASH) slashes += 1;
		else if (!(isAsciiWord(unit) || unit === DASH || unit === DOT)) break;
		at -= 1;
	}
	const path = text.slice(at, end);
	if (slashes < 1 || slashes >= most || at === limit && at > 0) return null;
	if (/[@~\\:\u0080-\uffff]/.test(text.charAt(at - 1)) || FILE.test(path)) return null;
	return /^[A-Za-z0-9_][\w.-]*(?:\/[\w.][\w.-]*)+$/.test(path) ? path : null;
}

// src/references/grammars/github.ts
/** GitHub numbers issues per repository; ten digits are more than any has. */
const MOST_DIGITS = 10;
const URL$6 = /^(?:https?:\/\/)?(?:www\.)?(?:[gG]it[hH]ub|GITHUB)\.(?:com|COM)\/([\w-]+)\/([\w.-]+)\/(?:issues|pull)\/([1-9]\d{0,9})(?!\w)/;
/** The number after `#` (or `GH-`) from `first`; end index, or -1 if it is none. `loose`: an underscore may follow. */
function endOfNumber(text, first, loose = false) {
	const end = endOfDigits(text, first);
	return end > first && end - first <= MOST_DIGITS && text[first] !== "0" && (loose && text[end] === "_" || endsNumber(text, end)) ? end : -1;
}
/**
* GitHub: `#12`, `GH-12` in any case, `owner/repo#12`, addresses of issues and pull requests.
* A repository that is the configured one in another case gets its configured spelling: GitHub compares without case.
*/
const github = ({ github: own }) => {
	if (own === void 0) return null;
	const name = (repository) => repository.toLowerCase() === own.toLowerCase() ? own : repository;
	function read(text, at, sign, manner) {
		const first = at + sign.length;
		const end = sign === "#" || sign.toUpperCase() === "GH-" ? endOfNumber(text, first, manner === "branch") : -1;
		if (end < 0) return null;
		const number = text.slice(first, end);
		if (sign !== "#") return startsKey(text, at) ? {
			id: `${own}#${number}`,
			start: at,
			end
		} : null;
		if (!isWord(text, at - 1)) return {
			id: `${own}#${number}`,
			start: at,
			end
		};
		const path = readPath(text, at, 2);
		return path === null ? null : {
			id: `${name(path)}#${number}`,
			start: at - path.length,
			end
		};
	}
	function url(address) {
		const [whole, owner, repository, number] = URL$6.exec(address) ?? [];
		return whole === void 0 ? null : {
			id: `${name(`${owner}/${repository}`)}#${number}`,
			start: 0,
			end: whole.length
		};
	}
	return {
		provider: "github",
		sign: "(?<!&)#(?=[1-9])|[gG][hH]-(?=[1-9])",
		marks: "#(?=[1-9])",
		read,
		hosts: "(?:[gG]it[hH]ub|GITHUB)\\.(?:com|COM)\\/",
		address: "\\/(?:issues|pull)\\/[1-9]",
		url
	};
};

// src/references/grammars/azure.ts
const SIGN = "AB#";
const URL$5 = /^(?:https?:\/\/)?(?:dev\.azure\.com|[\w-]+\.visualstudio\.com)(?:\/[^\s/?#]+)*?\/_workitems\/edit\/([1-9]\d{0,9})(?!\w)/;
/** Azure Boards: `AB#12` and addresses of work items. The id is the bare number. */
const azure = ({ azure: on }) => {
	if (on === void 0) return null;
	function read(text, at, sign) {
		if (sign !== SIGN || isWord(text, at - 1)) return null;
		const first = at + sign.length;
		const end = endOfNumber(text, first);
		return end < 0 ? null : {
			id: text.slice(first, end),
			start: at,
			end
		};
	}
	function url(address) {
		const [whole, id] = URL$5.exec(address) ?? [];
		return whole === void 0 || id === void 0 ? null : {
			id,
			start: 0,
			end: whole.length
		};
	}
	return {
		provider: "azure",
		sign: `${SIGN}(?=[1-9])`,
		read,
		hosts: "dev\\.azure\\.com\\/|\\.visualstudio\\.com\\/",
		address: "_workitems\\/edit\\/[1-9]",
		url
	};
};

// src/references/grammars/clickup.ts
const ID = /[a-zA-Z0-9]+/y;
const HASH = /[a-z0-9]{6,9}/y;
const URL$4 = /^(?:https?:\/\/)?app\.clickup\.com\/t\/(?:\d+\/)?([A-Za-z0-9]+(?:-\d+)?)(?![\w/-])/;
const mixed = (id) => /[0-9]/.test(id) && /[a-z]/.test(id);
/**
* ClickUp: `CU-<id>`, `#<id>` of 6 to 9 lower-case letters and digits, addresses of tasks.
* Ids come back in lower case; a custom id (`DEV-12`, known only from an address) as it is written.
*/
const clickup = ({ clickup: on }) => {
	if (on === void 0) return null;
	function read(text, at, sign, manner) {
		if (sign !== "#" && sign.toUpperCase() !== "CU-") return null;
		const first = at + sign.length;
		const form = sign === "#" ? HASH : ID;
		form.lastIndex = first;
		const [id] = form.exec(text) ?? [];
		if (id === void 0 || !(startsKey(text, at) || manner === "branch" && text[at - 1] === "_")) return null;
		const end = first + id.length;
		if (sign === "#") return mixed(id) && !isWord(text, end) ? {
			id,
			start: at,
			end
		} : null;
		if (sign !== "CU-" && manner !== "branch") return null;
		const free = !isWord(text, end) || isAsciiWord(text.charCodeAt(end));
		return /[0-9]/.test(id) && free ? {
			id: id.toLowerCase(),
			start: at,
			end
		} : null;
	}
	function url(address) {
		const [whole, id = ""] = URL$4.exec(address) ?? [];
		if (whole === void 0) return null;
		return {
			id: id.includes("-") ? id : id.toLowerCase(),
			start: 0,
			end: whole.length
		};
	}
	return {
		provider: "clickup",
		sign: "(?<!&)#(?=[0-9a-z])|[cC][uU]-(?=[0-9a-zA-Z])",
		marks: "#(?=[0-9a-z])",
		read,
		hosts: "app\\.clickup\\.com\\/",
		address: "clickup\\.com\\/t\\/",
		url
	};
};

// src/references/grammars/gitlab.ts
/** A group, up to twenty subgroups (GitLab's own limit) and the project. */
const MOST_PARTS = 22;
const PATH = "([\\w.-]+(?:\\/[\\w.-]+)+?)";
const URL$3 = new RegExp(`^(?:https?:\\/\\/)?(?:[\\w.:-]+\\/${PATH}\\/-\\/|[gG]it[lL]ab[\\w.:-]*\\/${PATH}\\/)(issues|merge_requests|work_items)\\/([1-9]\\d{0,9})(?!\\w)`);
/** GitLab: `#12`, `!34`, `group/project#12`, `group/sub/project!34`, addresses on any host. Work items are issues. */
const gitlab = ({ gitlab: own }) => {
	if (own === void 0) return null;
	const name = (path) => path.toLowerCase() === own.toLowerCase() ? own : path;
	function read(text, at, sign) {
		const end = sign === "#" || sign === "!" ? endOfNumber(text, at + 1) : -1;
		if (end < 0) return null;
		const number = text.slice(at + 1, end);
		if (!isWord(text, at - 1)) return {
			id: `${own}${sign}${number}`,
			start: at,
			end
		};
		const path = readPath(text, at, MOST_PARTS);
		if (path === null) return null;
		return {
			id: `${name(path)}${sign}${number}`,
			start: at - path.length,
			end
		};
	}
	function url(address) {
		const [whole, modern, old, what, number] = URL$3.exec(address) ?? [];
		const path = modern ?? old;
		if (whole === void 0 || path === void 0) return null;
		const mark = what === "merge_requests" ? "!" : "#";
		return {
			id: `${name(path)}${mark}${number}`,
			start: 0,
			end: whole.length
		};
	}
	return {
		provider: "gitlab",
		sign: "(?<!&)[#!](?=[1-9])",
		marks: "[#!](?=[1-9])",
		read,
		hosts: "[gG]it[lL]ab(?:\\.[a-zA-Z0-9-]+)+\\/",
		address: "(?:issues|merge_requests|work_items)\\/[1-9]",
		url
	};
};

// src/references/grammars/jira.ts
/** Standards, encodings, algorithms, licences and the like, which look like keys and are none. */
const NAMES = new Set("UTF UCS WTF SHA MD AES RSA CRC HMAC ISO IEC IEEE ANSI ASCII ECMA ES DIN EN BS ITU RFC STD BCP CVE CWE GHSA FIPS NIST SP SP800 PEP JEP JSR KIP EIP ERC BIP RHSA DSA USN X HTTP TLS SSL IPV POSIX WCAG OWASP GPL LGPL AGPL MPL EPL BSD BSL CC APACHE MIT GPT COVID JDK JAVA PHP PYTHON GCC MSVC VS X86 ARM USB PCI RS EIA IBM CP KOI LATIN PKCS GH CU SHA1 SHA2 SHA3 UTC GMT RC ISO8859 WINDOWS ISBN ISSN ORA RIPEMD ARCFOUR POLY FNV RHBA".split(" "));
const URL$2 = /^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?\/browse\/([A-Z][A-Z0-9_]*-[1-9]\d*)\/?(?=$|[?#])/;
/** `TR-2024-01`: a year and what follows it is a dated name. */
const DATED$1 = /^(?:19|20)\d\d-\d/;
/** Jira: `KEY-12` of the configured projects, or of any project (`true`), and addresses that end in `/browse/KEY-12`. */
const jira = ({ jira: keys, tasks = [], linear = [] }) => {
	if (keys === void 0) return null;
	const claimed = new Set(tasks.map((prefix) => prefix.toUpperCase()));
	const known = new Set(keys === true ? [] : keys.filter((key) => !claimed.has(key)));
	const others = /* @__PURE__ */ new Set([...claimed, ...linear]);
	const counts = (key) => keys === true ? !others.has(key) && !NAMES.has(key) : known.has(key);
	if (keys !== true && known.size === 0) return null;
	function read(text, at, sign, manner) {
		if (!sign.endsWith("-") || !counts(sign.slice(0, -1))) return null;
		if (keys !== true) return readKey(text, at, sign, manner);
		if (sign !== sign.toUpperCase()) return null;
		if (afterDashedWord(text, at) || DATED$1.test(text.slice(at + sign.length, at + sign.length + 6))) return null;
		return readKey(text, at, sign, manner);
	}
	function url(address) {
		const [whole, id = ""] = URL$2.exec(address) ?? [];
		if (whole === void 0 || !counts(id.slice(0, id.lastIndexOf("-")))) return null;
		return {
			id,
			start: 0,
			end: address.indexOf(`/browse/${id}`) + 8 + id.length
		};
	}
	return {
		provider: "jira",
		sign: keys === true ? "(?<![A-Za-z0-9_])[A-Z][A-Z0-9]+-(?=[1-9])" : keySign([...known], true),
		read,
		hosts: "",
		address: "\\/browse\\/",
		url
	};
};

// src/references/grammars/linear.ts
const URL$1 = /^(?:https?:\/\/)?linear\.app\/[\w-]+\/issue\/([A-Za-z][A-Za-z0-9]*)-([1-9]\d*)(?!\w)/;
/** Linear: `KEY-12` of the configured teams, in any case in branch names, and addresses of issues. */
const linear = ({ linear: keys, tasks = [] }) => {
	const claimed = new Set(tasks.map((prefix) => prefix.toUpperCase()));
	const known = new Set((keys ?? []).map((key) => key.toUpperCase()).filter((key) => !claimed.has(key)));
	if (known.size === 0) return null;
	function read(text, at, sign, manner) {
		const key = sign.slice(0, -1);
		if (!known.has(manner === "branch" ? key.toUpperCase() : key)) return null;
		return readKey(text, at, sign, manner);
	}
	function url(address) {
		const [whole, key = "", number] = URL$1.exec(address) ?? [];
		if (whole === void 0 || !known.has(key.toUpperCase())) return null;
		return {
			id: `${key.toUpperCase()}-${number}`,
			start: 0,
			end: whole.length
		};
	}
	return {
		provider: "linear",
		sign: keySign([...known], false),
		read,
		hosts: "linear\\.app\\/",
		address: "linear\\.app\\/",
		url
	};
};

// src/references/grammars/notion.ts
const URL = /^(?:https?:\/\/)?(?:www\.)?notion\.so\/(?:[^\s?#]*[^0-9a-fA-F\s?#])?([0-9a-fA-F]{32})\/?(?=$|[?#])/;
/** Notion: addresses on notion.so whose path ends in 32 hex digits; those are the id, in lower case. */
const notion = ({ notion: on }) => {
	if (on === void 0) return null;
	function url(address) {
		const [whole, id] = URL.exec(address) ?? [];
		return whole === void 0 || id === void 0 ? null : {
			id: id.toLowerCase(),
			start: 0,
			end: whole.length
		};
	}
	return {
		provider: "notion",
		sign: "",
		read: nowhere,
		hosts: "notion\\.so\\/",
		address: "notion\\.so\\/",
		url
	};
};

// src/references/grammars/tasks.ts
/** Number, parts of a subtask, and the letter of a toolkit ticket that was split. */
const NUMBER = /(\d+(?:\.\d+)+|\d+(?=([a-z]?)))\2/iy;
/** A day and that day's number, as the toolkit names some tickets; split ones have a letter too. Any other dash begins a slug. */
const DATED = /((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d+)([a-z]?)/iy;
/**
* Ids of local task files: `TASK-7`, `BACK-222.1`, `FEAT-001`, `FEAT-007a`, `BUG-20260220-003`; in branch names in any
* case. The canonical id has the prefix in upper case and no leading zeros: `FEAT-1`, `FEAT-7a`, `BUG-20260220-3`.
*/
const tasks = ({ tasks: prefixes = [] }) => {
	const known = new Set(prefixes.map((prefix) => prefix.toUpperCase()));
	if (known.size === 0) return null;
	function read(text, at, sign, manner) {
		const prefix = sign.slice(0, -1);
		if (!known.has(manner === "branch" ? prefix.toUpperCase() : prefix) || !startsKey(text, at)) return null;
		for (const form of [DATED, NUMBER]) {
			form.lastIndex = at + sign.length;
			const [whole = "", number = "", letter = ""] = form.exec(text) ?? [];
			const end = at + sign.length + whole.length;
			const glued = manner === "branch" && text[end] === "_";
			if (whole === "" || isWord(text, end) && !glued) continue;
			const parts = number.replace(/\d+/g, (part) => part.replace(/^0+(?=\d)/, ""));
			return {
				id: `${prefix.toUpperCase()}-${parts}${letter.toLowerCase()}`,
				start: at,
				end
			};
		}
		return null;
	}
	return {
		provider: "tasks",
		sign: keySign([...known], false),
		read,
		hosts: "",
		address: "",
		url: nowhere
	};
};

// src/references/grammars/index.ts
/** Every grammar by its id. The order decides who is asked first where two know a form: `AB#1` before `#1`, tasks before trackers. */
const grammarList = [
	["azure", azure],
	["tasks", tasks],
	["linear", linear],
	["jira", jira],
	["github", github],
	["gitlab", gitlab],
	["clickup", clickup],
	["notion", notion]
];

// src/references/merge.ts
/**
* Lines in which git and forges quote the branches that they merge; in the body, too, where several commits were
* squashed into one. `Closes #1 from user/branch` is how the merge scripts of Apache projects put it.
*/
const MERGE = /^[ \t>*-]*(?:Merged? (?:(?:remote(?:-tracking)? )?branch(?:es)? |pull request #\d+ (?:in \S+ )?from |in (?=\S+ \()|(?=(?:\S+ into \S+|.* into \S+$)))|Closes #\d+ from ).*/gm;
/** How ids are read at an offset; asked in rising order. */
function mannerOf(text, kind) {
	if (kind === "branch") return () => "branch";
	if (kind === "source" || !/Merge|Closes/.test(text)) return () => "prose";
	const ends = [...text.matchAll(MERGE)].map(({ 0: line, index }) => [index, index + line.length]);
	let next = 0;
	return (at) => {
		while ((ends[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
		return at >= (ends[next]?.[0] ?? Number.POSITIVE_INFINITY) ? "branch" : "prose";
	};
}

// src/references/role.ts
/** Longest closing verb, a colon, blanks and a line break. */
const LOOK_BACK = 32;
/** GitHub's nine verbs, which Azure Boards, Jira and ClickUp share for this purpose. */
const VERBS = /(?:clos(?:e|es|ed)|fix(?:es|ed)?|resolv(?:e|es|ed)):?\s*[[<]?$/i;
/** GitLab also takes the -ing forms and `implement`, with the word issue between. */
const MORE_VERBS = /(?:clos(?:e|es|ed|ing)|fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|implement(?:s|ed|ing)?):?\s*(?:issues?\s+)?[[<]?$/i;
/** Longest label of a link that is looked over. */
const LONGEST_LABEL = 200;
/** What stands between two ids of one list. */
const BETWEEN = /^(?:\s*(?:,|&|and)){1,2}\s*$/i;
/** `closes` straight after a closing verb; in GitLab's lists each id has the role of the one before. */
function roleAt(text, start, provider, previous) {
	const from = startOfLink(text, start);
	const before = text.slice(Math.max(0, from - LOOK_BACK), from);
	const verb = (provider === "gitlab" ? MORE_VERBS : VERBS).exec(before);
	if (verb !== null && standsAlone(before, verb.index)) return "closes";
	if (provider !== "gitlab" || previous?.role !== "closes") return "mentions";
	const gap = start - previous.end;
	return gap > 0 && gap <= LOOK_BACK && BETWEEN.test(text.slice(previous.end, start)) ? "closes" : "mentions";
}
/** No word and no dash before it. Asked apart: classes of all scripts' letters make an expression slow to compile. */
function standsAlone(text, at) {
	return !isWord(text, at - 1) && text[at - 1] !== "-";
}
/** Where the link begins whose target stands at `start`: a verb stands before its label. */
function startOfLink(text, start) {
	if (text[start - 1] !== "(" || text[start - 2] !== "]") return start;
	const label = text.slice(Math.max(0, start - LONGEST_LABEL), start).lastIndexOf("[");
	return label < 0 ? start : Math.max(0, start - LONGEST_LABEL) + label;
}

// src/references/url.ts
/** Longest scheme or host name that is looked back over; a host name has at most 253 characters. */
const LONGEST_HOST = 255;
/**
* What ends an address in running text (blanks, angle brackets, quotes, bars, masked text, CJK and typographic
* punctuation, another address behind a comma), and the brackets, which may.
*/
const STOP = /[\s<>"`|\\^{}\u0000\u2018-\u201f\u2026\u3000-\u303f\uff00-\uffef]|[,;]https?:|[()[\]]/g;
/** Punctuation that belongs to the sentence, not to the address. */
const TRAILING = new Set([..."'.,:;!?*_~"].map((mark) => mark.charCodeAt(0)));
/** What a scheme may go on with, but not begin. */
const MARK = /[-+._]/;
/**
* Where the address ends that has its path from `from` on: at a blank or delimiter, at a closing
* bracket that opened before it, and without the sentence's own punctuation.
*/
function endOfUrl(text, from) {
	STOP.lastIndex = from;
	let round = 0;
	let square = 0;
	let end = text.length;
	for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
		const mark = stop[0];
		if (mark === "(") round += 1;
		else if (mark === "[") square += 1;
		else if (mark === ")" && round > 0) round -= 1;
		else if (mark === "]" && square > 0) square -= 1;
		else {
			end = stop.index;
			break;
		}
	}
	while (end > from && TRAILING.has(text.charCodeAt(end - 1))) end -= 1;
	return end;
}
/** The address around a `://` at `colon`. A scheme begins with a letter (RFC 3986, 3.1): a dash or an underscore before it is the sentence's. */
function schemedUrl(text, colon) {
	let start = colon;
	const limit = Math.max(0, colon - LONGEST_HOST);
	while (start > limit && isSchemePart(text.charCodeAt(start - 1))) start -= 1;
	while (start < colon && MARK.test(text.charAt(start))) start += 1;
	return {
		start,
		end: endOfUrl(text, colon + 3)
	};
}
/** The address whose known host ends in the sign found at `at`; null where the host is part of something longer. */
function bareUrl(text, at, sign) {
	let start = at;
	const limit = Math.max(0, at - LONGEST_HOST);
	while (start > limit && isHostPart(text.charCodeAt(start - 1))) start -= 1;
	const before = text.charAt(start - 1);
	if (before === "/" || before === "@" || before === "%") return null;
	return {
		start,
		end: endOfUrl(text, at + sign.length)
	};
}
function isSchemePart(unit) {
	return isAsciiWord(unit) || unit === 43 || unit === 45 || unit === 46;
}
function isHostPart(unit) {
	return isAsciiWord(unit) || unit === 45 || unit === 46;
}

// src/references/text-scan.ts
const NOTHING = [];
const SCHEME = ":\\/\\/";
const NEVER = "(?!)";
/**
* Makes the scanner of one configuration. Without `maskCode` nothing is found in texts of kind `source`: who is never
* given any, such as the hook, need not carry what knows programming languages.
*/
function textScanner(config, maskCode = null) {
	const readers = grammarList.flatMap(([name, grammar]) => config[name] ? grammar(config) ?? [] : []);
	const signs = sources(readers, ({ sign, hosts }) => [sign, hosts]);
	const hint = new RegExp(sources(readers, ({ sign, address }) => [sign, address]).join("|") || NEVER);
	const sign = new RegExp([SCHEME, ...signs].join("|"), "g");
	const marks = sources(readers, (reader) => [reader.marks ?? ""]).join("|");
	const rules = {
		generic: config.jira === true,
		marks: marks === "" ? null : new RegExp(marks)
	};
	function scan(text, kind, options = {}) {
		if (!hint.test(text)) return NOTHING;
		if (kind !== "source") return walk(maskFor(text, kind, options), sign, readers, kind);
		if (maskCode === null) return NOTHING;
		return walk(maskCode(hideOwnBlocks(text), options.path ?? "", rules), sign, readers, kind);
	}
	return Object.assign(scan, { hint });
}
function sources(readers, of) {
	return [...new Set(readers.flatMap(of))].filter((source) => source !== "");
}
function maskFor(text, kind, options) {
	if (kind === "branch") return text;
	const own = hideOwnBlocks(text);
	const stored = kind === "commit-msg" ? hideComments(own, options.commentChar ?? "#") : own;
	if (!MARKUP.test(stored)) return stored;
	const mask = createMask(stored);
	const shown = kind === "pr-body";
	hideMarkup(stored, mask, {
		comments: shown,
		fragments: shown
	});
	return mask.apply();
}
function walk(text, sign, readers, kind) {
	const found = [];
	const mannerAt = mannerOf(text, kind);
	sign.lastIndex = 0;
	for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
		const [token] = match;
		const at = match.index;
		const last = found.at(-1);
		const floor = last?.end ?? 0;
		if (token.endsWith("/")) {
			const extent = token === "://" ? schemedUrl(text, at) : bareUrl(text, at, token);
			if (extent === null || extent.start < floor) continue;
			const hit = readUrl(text.slice(extent.start, extent.end), readers);
			if (hit) push(found, text, hit.provider, shifted(hit.reading, extent.start), last);
			sign.lastIndex = Math.max(extent.end, sign.lastIndex);
			continue;
		}
		const hit = readSign(text, at, token, readers, mannerAt(at));
		if (hit === null || hit.reading.start < floor) continue;
		if (token === "#" && hit.reading.start === at && isNoise(text, at, hit.reading.end, kind === "source")) continue;
		push(found, text, hit.provider, hit.reading, last);
		sign.lastIndex = hit.reading.end;
	}
	return found;
}
function readUrl(url, readers) {
	for (const { provider, url: read } of readers) {
		const reading = read(url);
		if (reading) return {
			provider,
			reading
		};
	}
	return null;
}
function readSign(text, at, sign, readers, manner) {
	for (const { provider, read } of readers) {
		const reading = read(text, at, sign, manner);
		if (reading) return {
			provider,
			reading
		};
	}
	return null;
}
function shifted(reading, by) {
	return {
		id: reading.id,
		start: reading.start + by,
		end: reading.end + by
	};
}
function push(found, text, provider, { id, start, end }, last) {
	found.push({
		provider,
		id,
		start,
		end,
		role: roleAt(text, start, provider, last)
	});
}

// src/references/scan.ts
/** Makes the scanner of one configuration, for every kind of text. Compiling costs a few microseconds a key; keep the result. */
function compileScanner(config) {
	return textScanner(config, maskSource);
}

Object.defineProperty(exports, "cleanMessage", {
  enumerable: true,
  get: function () {
    return cleanMessage;
  }
});
Object.defineProperty(exports, "compileScanner", {
  enumerable: true,
  get: function () {
    return compileScanner;
  }
});
Object.defineProperty(exports, "createMask", {
  enumerable: true,
  get: function () {
    return createMask;
  }
});
Object.defineProperty(exports, "hideTags", {
  enumerable: true,
  get: function () {
    return hideTags;
  }
});
Object.defineProperty(exports, "isTrailerAlone", {
  enumerable: true,
  get: function () {
    return isTrailerAlone;
  }
});
Object.defineProperty(exports, "isYaml", {
  enumerable: true,
  get: function () {
    return isYaml;
  }
});
Object.defineProperty(exports, "languageOf", {
  enumerable: true,
  get: function () {
    return languageOf;
  }
});
Object.defineProperty(exports, "lex", {
  enumerable: true,
  get: function () {
    return lex;
  }
});
Object.defineProperty(exports, "parseMessage", {
  enumerable: true,
  get: function () {
    return parseMessage;
  }
});
Object.defineProperty(exports, "placeAt", {
  enumerable: true,
  get: function () {
    return placeAt;
  }
});
Object.defineProperty(exports, "regionFinder", {
  enumerable: true,
  get: function () {
    return regionFinder;
  }
});
Object.defineProperty(exports, "withBlockScalars", {
  enumerable: true,
  get: function () {
    return withBlockScalars;
  }
});