"use strict";

const require_git = require("./git.js");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_crypto = require("node:crypto");

// src/git/inside.ts
/** Whether a folder belongs to any repository: its work tree, its git folder, or one that git only refuses to open. */
async function isInRepository(folder, env) {
	const own = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("GIT_")));
	const { code, stderr } = await require_git.openGit({
		cwd: folder,
		env: own
	}).run(["rev-parse", "--git-dir"], { codes: [0, 128] });
	return code === 0 || !/not a git repository/.test(stderr);
}

// src/ledger/new-key.ts
/** A fresh key pair: ECDSA P-256. `pem`: the private half as PKCS#8; `spki`: the public half as a policy writes it. */
function newKey() {
	const { privateKey, publicKey } = (0, node_crypto.generateKeyPairSync)("ec", {
		namedCurve: "P-256",
		publicKeyEncoding: {
			type: "spki",
			format: "der"
		},
		privateKeyEncoding: {
			type: "pkcs8",
			format: "pem"
		}
	});
	return {
		pem: privateKey,
		spki: publicKey.toString("base64")
	};
}

// src/setup/key-file.ts
/** Where a key goes that nobody named a file for: the user's own configuration, outside of every repository. */
function usualKeyFile(name, env) {
	const { XDG_CONFIG_HOME: xdg = "", HOME: home = "" } = env;
	const configuration = xdg.startsWith("/") ? xdg : (0, node_path.join)(home === "" ? (0, node_os.homedir)() : home, ".config");
	return (0, node_path.join)(configuration, "golden-thread", "keys", `${name}.pem`);
}
/**
* Makes a key pair and writes its private half to a new file that only the user can read. Throws Fault("usage") for a place that
* is not fit: in a repository, where it would be committed; behind a link; open to others; taken.
*/
async function makeKeyFile(path, { cwd, env, hasModes = node_path.sep === "/" }) {
	const file = (0, node_path.resolve)(cwd, path);
	const folder = (0, node_path.dirname)(file);
	if (isThere(file)) throw unfit("There is something at this place already.", file, "a new file");
	if (isThere(folder) && (0, node_fs.lstatSync)(folder).isSymbolicLink()) throw unfit("The folder is a link, and may lead anywhere.", folder, "the folder itself");
	const existing = (0, node_fs.realpathSync)(nearest(folder));
	if (await isInRepository(existing, env)) throw unfit("A private key in a repository is soon in its history.", file, "a file outside of every repository");
	const { pem, spki } = newKey();
	try {
		(0, node_fs.mkdirSync)(folder, {
			recursive: true,
			mode: 448
		});
		if (hasModes) refuseOpen(folder);
		fill(file, pem);
	} catch (cause) {
		if (cause instanceof require_git.Fault) throw cause;
		const found = cause instanceof Error ? cause.message : String(cause);
		throw new require_git.Fault("storage", "The key could not be written.", {
			found,
			wanted: "a folder that can be written"
		});
	}
	return {
		file,
		spki
	};
}
/** Whoever may write in a folder may put another key there. Windows has no such bits. */
function refuseOpen(folder) {
	const { mode } = (0, node_fs.lstatSync)(folder);
	if ((mode & 18) !== 0) throw unfit("Others may write in this folder.", folder, `a folder of your own: chmod go-w ${folder}`);
}
function fill(file, pem) {
	const descriptor = (0, node_fs.openSync)(file, "wx", 384);
	try {
		(0, node_fs.fchmodSync)(descriptor, 384);
		(0, node_fs.writeSync)(descriptor, pem);
	} finally {
		(0, node_fs.closeSync)(descriptor);
	}
}
function nearest(folder) {
	return (0, node_fs.existsSync)(folder) ? folder : nearest((0, node_path.dirname)(folder));
}
function isThere(path) {
	return (0, node_fs.lstatSync)(path, { throwIfNoEntry: false }) !== void 0;
}
function unfit(message, found, wanted) {
	return new require_git.Fault("usage", message, {
		found,
		wanted,
		fix: "golden-thread key new --out FILE"
	});
}

exports.makeKeyFile = makeKeyFile;
exports.usualKeyFile = usualKeyFile;