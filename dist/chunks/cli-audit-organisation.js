"use strict";

const require_yaml = require("./yaml.js");
const require_git = require("./git.js");
const require_world = require("./world.js");
const require_reports = require("./reports.js");
const require_minimums = require("./cli-minimums.js");
const require_standings = require("./trace-standings.js");
const require_audit = require("./audit.js");
const require_audit_folder = require("./audit-folder.js");
const require_core = require("./core.js");
const require_audit_write = require("./cli-audit-write.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/audit/organisation.ts
var import_dist = require_yaml.require_dist();
/** Folders and files are called by it, so it leads nowhere else. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** The report's own files lie beside the folders, and some file systems know no case. */
const OWN = /^organisation\./i;
/** Reads a manifest, parsed YAML. Throws Fault("usage") for one that can't be used. */
function membersIn(manifest, file) {
	const { repositories } = Object(manifest);
	if (!Array.isArray(repositories) || repositories.length === 0) throw unusable(file, "no list of repositories");
	const members = repositories.map((one) => memberIn(one, file));
	const names = members.map(({ name }) => name.toLowerCase());
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== void 0) throw unusable(file, `two repositories called ${twice}`);
	return members;
}
/**
* Refuses a manifest that lists one folder twice, since its work would be counted twice. `real`: the folder of a member, links followed.
* Throws Fault("usage").
*/
function checkFolders(members, file, real) {
	const seen = /* @__PURE__ */ new Map();
	for (const member of members) {
		const folder = real(member);
		const other = seen.get(folder);
		if (other !== void 0) throw unusable(file, `${other} and ${member.name} in one folder`);
		seen.set(folder, member.name);
	}
}
function memberIn(one, file) {
	const { name, path, ref = null } = Object(one);
	if (typeof name !== "string" || !NAME.test(name)) throw unusable(file, `the name ${JSON.stringify(name)}`);
	if (OWN.test(name)) throw unusable(file, `the name ${name}, which is that of a file of the report`);
	if (typeof path !== "string" || path === "") throw unusable(file, `no path for ${name}`);
	if (ref !== null && typeof ref !== "string") throw unusable(file, `no name as the ref of ${name}`);
	return {
		name,
		path,
		ref
	};
}
function unusable(file, found) {
	return new require_git.Fault("usage", "This manifest can't be used.", {
		found: `${file}: ${found}`,
		wanted: "repositories: [{ name, path, ref? }], each with a name of its own (letters, digits, . _ -)",
		fix: "golden-thread audit --manifest FILE --out DIR, once the file is mended"
	});
}
/** The row of an audited repository. `minimums`: what it was held against; one that is missed fails it. */
function memberRow(name, audit, minimums = []) {
	const { scope, report, coverage } = audit;
	const { repository, ref, tip } = scope;
	const { ratio: _, ...commits } = coverage.commits;
	const tickets = {
		total: coverage.totalItems,
		linked: coverage.linkedCount
	};
	const verdict = require_world.worst([report.verdict, require_minimums.verdictOf(minimums)]);
	const told = {
		verdict,
		statement: require_reports.statementFor(verdict, [report, ...report.keys]),
		policyDigest: report.policyDigest,
		minimums
	};
	const gaps = audit.gaps.map(({ code, indexes }) => ({
		code,
		count: indexes.length
	}));
	return {
		name,
		state: "audited",
		repository,
		ref,
		tip,
		...told,
		commits,
		tickets,
		gaps
	};
}
/** Adds rows up. One that could not be audited leaves the whole undecided, unless another fails. */
function organisationOf(asOf, rows) {
	const audited = rows.flatMap((row) => row.state === "audited" ? [row] : []);
	const commits = {
		...require_standings.noStandings(),
		total: 0,
		referenced: 0,
		beforeBaseline: 0
	};
	const tickets = {
		total: 0,
		linked: 0
	};
	const breaks = /* @__PURE__ */ new Map();
	for (const row of audited) {
		for (const [name, count] of Object.entries(row.commits)) if (isCount(commits, name)) commits[name] += count;
		tickets.total += row.tickets.total;
		tickets.linked += row.tickets.linked;
		for (const { code, count } of row.gaps) breaks.set(code, (breaks.get(code) ?? 0) + count);
	}
	const gaps = [...breaks].map(([code, count]) => ({
		code,
		count
	})).sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
	const minimums = minimumsOfAll(audited, audited.length === rows.length);
	const verdicts = rows.map((row) => row.state === "audited" ? row.verdict : "undecided");
	const verdict = require_world.worst([...verdicts, require_minimums.verdictOf(minimums)]);
	return {
		schemaVersion: 1,
		kind: "organisation",
		asOf,
		verdict,
		statement: statementOfAll(verdict, audited),
		repositories: {
			total: rows.length,
			audited: audited.length
		},
		totals: {
			commits,
			tickets,
			gaps
		},
		minimums,
		rows
	};
}
/** Every repository was asked for the same ones, in the same order. */
function minimumsOfAll(audited, isWhole) {
	const [first] = audited;
	if (first === void 0) return [];
	return first.minimums.map((minimum, index) => {
		const each = audited.flatMap(({ minimums }) => minimums.slice(index, index + 1));
		return require_minimums.minimumOfAll(minimum, each, isWhole);
	});
}
function statementOfAll(verdict, audited) {
	return verdict === "pass" && audited.some(({ statement }) => statement === "WARNED") ? "WARNED" : require_reports.statementFor(verdict, []);
}
function isCount(counts, name) {
	return Object.hasOwn(counts, name);
}

// src/reports/organisations.ts
/** The registry of an organisation's formats: name -> module. A new format is a file here and a line below. */
const organisationFormats = {
	csv: async () => (await Promise.resolve().then(() => require("./reports-organisation-csv.js"))).renderer,
	html: async () => (await Promise.resolve().then(() => require("./reports-organisation-html.js"))).renderer,
	json: async () => (await Promise.resolve().then(() => require("./reports-organisation-json.js"))).renderer,
	markdown: async () => (await Promise.resolve().then(() => require("./reports-organisation-markdown.js"))).renderer,
	text: async () => (await Promise.resolve().then(() => require("./reports-organisation-text.js"))).renderer
};

// src/cli/audit-organisation.ts
/** Audits every repository of a manifest, as of one time; one that can't be audited is a row that says why, and leaves the whole undecided. */
async function auditOrganisation(writing, { manifest, out, formats, request, minimums }) {
	const { io, world } = writing;
	const asOf = request.asOf ?? require_core.timeOf(Math.floor(world.now().getTime() / 1e3));
	require_audit_folder.checkAuditFormats(formats);
	const members = membersIn(read(manifest, await io.readFile(manifest)), manifest);
	const folderOf = ({ path }) => (0, node_path.resolve)(io.cwd, (0, node_path.dirname)(manifest), path);
	checkFolders(members, manifest, (member) => realFolder(folderOf(member)));
	makeFolder((0, node_path.resolve)(io.cwd, out));
	const rows = [];
	for (const member of members) {
		const cwd = folderOf(member);
		const asked = {
			request: {
				...request,
				asOf
			},
			formats,
			minimums,
			folder: (0, node_path.join)(out, member.name)
		};
		rows.push(await audited({
			...world,
			cwd
		}, member, asked, writing));
	}
	const organisation = organisationOf(asOf, rows);
	await write(organisation, out, formats, io);
	return require_world.exitCode(organisation.verdict);
}
/** One that is not there is told in its row. */
function realFolder(folder) {
	try {
		return node_fs.realpathSync.native(folder);
	} catch {
		return folder;
	}
}
/** Where no repository can be audited, nobody else makes it. */
function makeFolder(folder) {
	try {
		(0, node_fs.mkdirSync)(folder, { recursive: true });
	} catch (cause) {
		throw new require_git.Fault("storage", "The folder of the audits can't be made.", {
			found: folder,
			wanted: "a folder, or a name that is free",
			fix: "golden-thread audit --manifest FILE --out ANOTHER",
			cause
		});
	}
}
/** What would be wrong of every repository, and is no answer of one. */
const OF_ALL = [
	"internal",
	"storage",
	"usage"
];
/** Every format of the whole into the folder, and what it says as text to who waits for it. */
async function write(organisation, out, formats, io) {
	const hasPages = formats.length === 0 || formats.includes("html");
	for (const load of Object.values(organisationFormats)) {
		const { name, body } = (await load())({
			color: false,
			columns: 100,
			hasPages
		})(organisation);
		await io.writeFile((0, node_path.join)(out, name), body);
	}
	const { color, columns } = io.stdout;
	const { body } = (await organisationFormats.text())({
		color,
		columns,
		hasPages
	})(organisation);
	for (const text of body) io.stdout.write(text);
	io.stdout.write(`${(0, node_path.join)(out, "organisation.html")}\n`);
}
async function audited(world, { name, ref }, asked, writing) {
	try {
		const whole = await require_audit.audit(world, {
			...asked.request,
			ref
		});
		await require_audit_write.writeAuditFolder(whole, asked.folder, asked.formats, {
			...writing,
			world
		});
		return memberRow(name, whole, asked.minimums(whole));
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || OF_ALL.includes(thrown.code)) throw thrown;
		return {
			name,
			state: "unavailable",
			why: thrown.message
		};
	}
}
function read(file, bytes) {
	try {
		return (0, import_dist.parse)(Buffer.from(bytes).toString("utf8"));
	} catch (cause) {
		throw new require_git.Fault("usage", "The manifest is no YAML.", {
			found: file,
			wanted: "repositories: [{ name, path, ref? }]",
			fix: "golden-thread audit --manifest FILE --out DIR, once the file is mended",
			cause
		});
	}
}

exports.auditOrganisation = auditOrganisation;