"use strict";

const require_git = require("./git.js");
const require_yaml = require("./yaml.js");
const require_scene = require("./setup-scene.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/core/hook-names.ts
/** Hooks of a work tree, by git's names (githooks(5)); what `init` installs. */
const CLIENT_HOOKS = [
	"commit-msg",
	"prepare-commit-msg",
	"pre-commit",
	"pre-push"
];
/** Hooks of a repository that takes pushes. */
const SERVER_HOOKS = [
	"pre-receive",
	"update",
	"post-receive"
];
/** Every hook that golden-thread answers; `hooks/` has a script for each. */
const HOOK_NAMES = [...CLIENT_HOOKS, ...SERVER_HOOKS];

// src/setup/chain-text.ts
/** How every script of ours begins; whatever begins otherwise is somebody else's. */
const MARK = "#!/bin/sh\n# golden-thread: ";
/** The script that runs the hook that was there before, then ours. git ignores a hook that is not executable, and so does this. */
function chainText(name) {
	const head = `${MARK}runs the hook that stood here before, then the gate.\nbefore="\${0%/*}/${name}.before-golden-thread"\n`;
	return name === "pre-push" ? `${head}${BOTH}` : `${head}${chained(name)}`;
}
function chained(name) {
	return `[ ! -x "$before" ] || "$before" "$@" || exit
exec "\${0%/*}/${name}.golden-thread" "$@"
`;
}
/** git tells on standard input what is pushed, and each of the two wants to read all of it. */
const BOTH = `gate="\${0%/*}/pre-push.golden-thread"
[ -x "$before" ] || exec "$gate" "$@"
pushed=$(cat; echo .)
printf '%s' "\${pushed%.}" 2>/dev/null | "$before" "$@" || exit
printf '%s' "\${pushed%.}" 2>/dev/null | "$gate" "$@"
`;

// src/setup/program.ts
/** The text of golden-thread's own hook script. Throws `Fault("storage")` where the installation is not whole. */
function ownScript(home, name) {
	const path = (0, node_path.join)(home, "hooks", name);
	try {
		return (0, node_fs.readFileSync)(path, "utf8");
	} catch (cause) {
		throw new require_git.Fault("storage", "golden-thread's own hook script is missing: this installation is not whole.", {
			found: path,
			fix: "install golden-thread again",
			cause
		});
	}
}
/** The script told where its program is, relative to the root where that is what everybody shares: a copy can't find it by its own place. */
function scriptFor(scene, home, name) {
	const file = (0, node_path.join)(home, "dist", "hook.cjs");
	const quoted = ((require_scene.inside(scene.repo.commonDir, scene.realHooks) === null ? require_scene.inside(scene.root, file) : null) ?? file).replaceAll("'", "'\\''");
	return ownScript(home, name).replace(/^entry=.*$/mu, () => `entry='${quoted}'`);
}
/** The command that every machine has: the script in the repository or its packages, else the installed program. */
function hookCommand({ root }, home, name) {
	const way = require_scene.inside(require_scene.realPath(root), (0, node_path.join)(require_scene.realPath(home), "hooks", name)) ?? require_scene.inside(root, (0, node_path.join)(home, "hooks", name));
	if (way === null) return `golden-thread-hook ${name}`;
	return /^[\w./-]+$/u.test(way) ? `./${way}` : `'./${way.replaceAll("'", "'\\''")}'`;
}

// src/setup/husky-hooks.ts
/** One line in each script of `.husky`, and husky's own stubs where a work tree lacks them. */
function huskyHooks(scene, home) {
	return [...CLIENT_HOOKS.map((name) => huskyHook(scene, home, name)), ...wakeSteps(scene)];
}
function huskyHook(scene, home, name) {
	const path = (0, node_path.join)(scene.root, ".husky", name);
	const command = hookCommand(scene, home, name);
	const line = `${command} "$@"`;
	const before = require_scene.editable(path);
	if (before === null) return {
		code: "hook-by-hand",
		path,
		actions: [],
		line
	};
	if (callsGate(before, name)) return keptStep(scene, path);
	const part = `husky:${name}`;
	if (require_scene.textOf(path) === null) return {
		code: "hook-written",
		path,
		actions: [{
			kind: "write",
			path,
			text: `${line}\n`,
			executable: true,
			part
		}]
	};
	return {
		code: "hook-updated",
		path,
		actions: [{
			kind: "edit",
			path,
			text: name === "pre-push" ? withBoth(before, command) : withLine(before, line),
			part
		}]
	};
}
/** Whether a script calls the gate's hook, by whatever way. */
function callsGate(text, name) {
	return text.split("\n").some((line) => !line.startsWith("#") && line.includes(name) && /golden-thread|(?:^|[\s'"/])hooks\//u.test(line));
}
/** Under husky 8 git runs the script itself, and only an executable one. */
function keptStep(scene, path) {
	if (!(require_scene.inside(scene.root, scene.hooks) === ".husky") || require_scene.isProgram(path)) return {
		code: "hook-kept",
		path,
		actions: []
	};
	return {
		code: "hook-asleep",
		path,
		actions: [],
		line: `chmod +x '${path.replaceAll("'", "'\\''")}'`
	};
}
/** What stands after a script's own end would never run. */
function withLine(before, line) {
	if (/^\s*(?:exit|exec)\b/mu.test(before)) return atTop(before, `${line}\n`);
	return `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${line}\n`;
}
/** git tells on standard input what is pushed: the gate reads it, and what follows gets it again. */
function withBoth(before, command) {
	if (/^(?:\s*(?:#.*)?\n?)*$/u.test(before)) return withLine(before, `${command} "$@"`);
	return atTop(before, `${BEGIN$1}
golden_thread=$(cat)
printf '%s' "\${golden_thread:+$golden_thread
}" | ${command} "$@"
exec <<PUSHED
$golden_thread
PUSHED
[ -n "$golden_thread" ] || exec </dev/null
${END$1}
`);
}
const BEGIN$1 = "# golden-thread:begin";
const END$1 = "# golden-thread:end";
/** Below the first line that names the shell and husky 8's own, which starts the script anew. */
function atTop(before, block) {
	const head = /^(?:(?:#[^\n]*|[^\n]*husky\.sh[^\n]*|)\n)*/u.exec(before)?.[0] ?? "";
	return `${head}${block}${before.slice(head.length)}`;
}
/** A script without our part; null where it is not found as it was written. */
function withoutHusky(text, name) {
	const start = text.indexOf(`${BEGIN$1}\n`);
	const end = text.indexOf(`${END$1}\n`, start);
	if (start !== -1 && end !== -1) return text.slice(0, start) + text.slice(end + 19 + 1);
	const lines = text.split("\n");
	const index = lines.findIndex((line) => callsGate(line, name) && / "\$@"$/u.test(line));
	return index === -1 ? null : lines.filter((_, at) => at !== index).join("\n");
}
/** What husky 9 puts between git and the scripts is not committed: a new clone or work tree lacks it, and git runs nothing. */
function wakeSteps(scene) {
	const { root, hooksPath, others } = scene;
	if (!(hooksPath !== null && require_scene.inside(root, scene.hooks) === ".husky/_")) return hooksPath === null ? [asleep(root)] : [];
	const trees = [root, ...hooksPath === ".husky/_" ? others : []];
	const source = trees.find((tree) => !isBare(tree)) ?? null;
	return trees.filter(isBare).map((tree) => source === null ? asleep(tree) : woken(source, tree));
}
/** Whether a work tree lacks a stub that git would run. */
function isBare(tree) {
	return CLIENT_HOOKS.some((name) => !require_scene.isProgram((0, node_path.join)(tree, ".husky", "_", name)));
}
function asleep(tree) {
	return {
		code: "hook-asleep",
		path: (0, node_path.join)(tree, ".husky", "_"),
		actions: [],
		line: "npx husky"
	};
}
/** Another work tree has husky's files: the same ones work here. */
function woken(source, tree) {
	const path = (0, node_path.join)(tree, ".husky", "_");
	const actions = STUBS.flatMap((name) => {
		const text = require_scene.textOf((0, node_path.join)(source, ".husky", "_", name));
		if (text === null || require_scene.textOf((0, node_path.join)(path, name)) !== null) return [];
		return [{
			kind: "write",
			path: (0, node_path.join)(path, name),
			text,
			executable: name !== ".gitignore" && name !== "h"
		}];
	});
	return actions.length === 0 ? asleep(tree) : {
		code: "hook-woken",
		path,
		actions
	};
}
const STUBS = [
	".gitignore",
	"h",
	...CLIENT_HOOKS
];

// src/setup/yaml-text.ts
var import_dist = require_yaml.require_dist();
/** A file of another tool, read so that its comments, order and quotes stay. Null where it is no mapping. */
function readYaml(text) {
	const document = (0, import_dist.parseDocument)(text, { keepSourceTokens: true });
	if (document.errors.length > 0) return null;
	return document.contents === null || (0, import_dist.isMap)(document.contents) ? document : null;
}
/** The list under a key of the document; null where something else stands there. Made where it is missing. */
function listAt(document, path) {
	const found = document.getIn(path, true);
	if ((0, import_dist.isSeq)(found)) return found;
	if (found !== void 0 && !((0, import_dist.isScalar)(found) && found.value === null)) return null;
	document.setIn(path, document.createNode([]));
	const made = document.getIn(path, true);
	return (0, import_dist.isSeq)(made) ? made : null;
}
/**
* A text with one more item at the end of a list. Only lines are added, where the list has lines of its own; else the
* document is written anew. Null where there can be no such list. `item`: the item's YAML, from its dash on, at no indent.
*/
function withItem(text, path, item) {
	const spliced = splicedInto(text, path, item);
	const document = readYaml(text);
	const list = document === null ? null : listAt(document, path);
	if (document === null || list === null) return null;
	const [value] = (0, import_dist.parse)(item);
	list.add(document.createNode(value));
	const wanted = JSON.stringify(document.toJS());
	if (spliced !== null && JSON.stringify(readYaml(spliced)?.toJS()) === wanted) return spliced;
	const written = document.toString({ lineWidth: 0 });
	return text.includes("\r\n") ? written.replaceAll("\n", "\r\n") : written;
}
/** Below the last item of the list, or below the last key of the mapping that misses the list. */
function splicedInto(text, path, item) {
	const document = readYaml(text);
	const list = document?.getIn(path, true);
	if ((0, import_dist.isSeq)(list)) return splicedBelow(text, list, list.items.at(-1), item);
	const parent = document?.getIn(path.slice(0, -1), true);
	if (list !== void 0 || !(0, import_dist.isMap)(parent)) return null;
	const block = `${path.at(-1)}:\n${item.replace(/^(?=.)/gmu, "  ")}`;
	const last = parent.items.at(-1);
	return splicedBelow(text, parent, last?.value ?? last?.key, block);
}
function splicedBelow(text, holder, last, block) {
	const token = holder.srcToken;
	if (token?.type !== "block-seq" && token?.type !== "block-map") return null;
	if (!(0, import_dist.isNode)(last) || !last.range) return null;
	const end = text.slice(0, last.range[1]).trimEnd().length;
	const line = text.indexOf("\n", end);
	return insertLines(text, line === -1 ? text.length : line + 1, marked(block, token.indent));
}
const BEGIN = "# golden-thread:begin: golden-thread uninstall takes this out";
const END = "# golden-thread:end";
/** Lines between two comments by which they are found again. */
function marked(block, indent = 0) {
	return [
		BEGIN,
		...block.trimEnd().split("\n"),
		END
	].map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}
/** Lines put into a text where a line begins, with the line ends that it has. */
function insertLines(text, at, lines) {
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	const head = text.slice(0, at);
	return `${head}${head === "" || head.endsWith("\n") ? "" : eol}${lines.replaceAll("\n", eol)}${text.slice(at)}`;
}
/** A text without any lines that were marked; null where there are none. */
function withoutMarked(text) {
	const rest = text.replace(/^[ \t]*# golden-thread:begin[^\n]*\n[\s\S]*?^[ \t]*# golden-thread:end[^\n]*(?:\n|$)/gmu, "");
	return rest === text ? null : rest;
}

Object.defineProperty(exports, "CLIENT_HOOKS", {
  enumerable: true,
  get: function () {
    return CLIENT_HOOKS;
  }
});
Object.defineProperty(exports, "MARK", {
  enumerable: true,
  get: function () {
    return MARK;
  }
});
Object.defineProperty(exports, "callsGate", {
  enumerable: true,
  get: function () {
    return callsGate;
  }
});
Object.defineProperty(exports, "chainText", {
  enumerable: true,
  get: function () {
    return chainText;
  }
});
Object.defineProperty(exports, "hookCommand", {
  enumerable: true,
  get: function () {
    return hookCommand;
  }
});
Object.defineProperty(exports, "huskyHooks", {
  enumerable: true,
  get: function () {
    return huskyHooks;
  }
});
Object.defineProperty(exports, "insertLines", {
  enumerable: true,
  get: function () {
    return insertLines;
  }
});
Object.defineProperty(exports, "listAt", {
  enumerable: true,
  get: function () {
    return listAt;
  }
});
Object.defineProperty(exports, "marked", {
  enumerable: true,
  get: function () {
    return marked;
  }
});
Object.defineProperty(exports, "ownScript", {
  enumerable: true,
  get: function () {
    return ownScript;
  }
});
Object.defineProperty(exports, "readYaml", {
  enumerable: true,
  get: function () {
    return readYaml;
  }
});
Object.defineProperty(exports, "scriptFor", {
  enumerable: true,
  get: function () {
    return scriptFor;
  }
});
Object.defineProperty(exports, "withItem", {
  enumerable: true,
  get: function () {
    return withItem;
  }
});
Object.defineProperty(exports, "withoutHusky", {
  enumerable: true,
  get: function () {
    return withoutHusky;
  }
});
Object.defineProperty(exports, "withoutMarked", {
  enumerable: true,
  get: function () {
    return withoutMarked;
  }
});