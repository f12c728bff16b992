"use strict";

const require_core = require("./core.js");

// src/core/disclosure.ts
/**
* What the policy's `disclose` comes to in one repository. `auto` is `full` where everybody who reads the repository was let in.
* `isPrivate`: as its forge says; null: nobody could tell, which counts as public.
*/
function disclosureOf({ disclose }, { isPrivate }) {
	if (disclose !== "auto") return disclose;
	return isPrivate === true ? "full" : "id";
}

// src/reports/disclosed.ts
/** What stands where something is not to be told. */
const HIDDEN = "(not shown)";
/** Arguments by which findings name tickets, several with commas between them. */
const NAMES = [
	"ticket",
	"tickets",
	"parent",
	"upstream"
];
/** Arguments that say nothing of a ticket but its id: what the policy, git or the pull request says. All others are hidden. */
const TOLD = /* @__PURE__ */ new Set([
	...NAMES,
	"remote",
	"wanted",
	"places",
	"path",
	"branch",
	"version",
	"what",
	"problem",
	"candidates",
	"authority",
	"timeSource",
	"category",
	"enforce_from"
]);
/** Codes that tell apart what nobody outside may: a ticket that is not there, and one that is not shown. */
const UNSEEN = {
	absent: "unseen",
	forbidden: "unseen",
	"no-ticket": "unseen",
	"not-found": "unseen",
	"no-access": "unseen",
	"parent-not-found": "parent-unseen",
	"parent-refused": "parent-unseen"
};
/**
* The report as it may be shown: the one place where `disclose` is applied, before any renderer. Own tickets, and those that are files
* of the repository, are shown in full. Of all others `id` and `title` tell neither type, people, dates nor the names of states, and
* of one that can't be had not even whether it exists; `id` no title and no address either.
*/
function disclosed(report, terms) {
	if (terms.disclosure === "full") return report;
	const tickets = report.tickets();
	const shown = disclosedFindings(tickets, terms);
	const findings = report.findings.map(shown);
	const keys = report.keys.map((key) => ({
		...key,
		findings: key.findings.map(shown)
	}));
	const isLess = [...findings, ...keys.flatMap((key) => key.findings)].some(isHiding);
	return {
		...report,
		findings,
		keys,
		notices: isLess ? [...report.notices, undisclosed(terms)] : report.notices,
		tickets: () => tickets.map((ticket) => disclosedTicket(ticket, terms))
	};
}
/** The notice that something is not shown. */
function undisclosed({ disclosure }) {
	return `undisclosed: ${disclosure}`;
}
/** Findings about some tickets as they may be shown, one by one. What was shown by the terms before says the same again. */
function disclosedFindings(tickets, terms) {
	const known = knownOf(tickets, terms);
	return (finding) => findingOf(finding, known, terms);
}
/**
* The same where no forge says who reads the repository: a developer's own terminal is shown everything, a log of CI or of a server is
* public. `own`: as in the terms.
*/
function disclosedHere(report, law, own = null) {
	if (report.place === "hook") return report;
	return disclosed(report, {
		disclosure: disclosureOf(law, { isPrivate: null }),
		own
	});
}
/** Whether somebody who reads it may want to know more. */
function isHiding({ code, args, outcome }) {
	if (outcome !== "fail" && outcome !== "unknown") return false;
	return Object.values(UNSEEN).some((one) => one === code) || Object.values(args).includes(HIDDEN);
}
function knownOf(tickets, terms) {
	const known = /* @__PURE__ */ new Map();
	for (const ticket of tickets) {
		const isOpen = isOpenTicket(ticket, terms);
		const isSpecOpen = isOpen || isOfFile(ticket);
		for (const name of /* @__PURE__ */ new Set([ticket.key, ticket.id])) {
			const other = known.get(name);
			known.set(name, {
				isOpen: isOpen && (other?.isOpen ?? true),
				isSpecOpen: isSpecOpen && (other?.isSpecOpen ?? true),
				category: other === void 0 ? ticket.state?.category ?? null : null
			});
		}
	}
	return known;
}
/** Whether all may be told of a ticket: a file of the repository is read by whoever reads the repository. */
function isOpenTicket({ remote, path, source }, { own }) {
	return remote === own || path !== null || source === "file";
}
function isOfFile({ spec }) {
	return spec !== null && spec.path !== null;
}
/** A ticket as it may be shown. */
function disclosedTicket(ticket, terms) {
	if (isOpenTicket(ticket, terms)) return ticket;
	const isNamed = terms.disclosure === "title";
	const known = {
		...ticket,
		title: isNamed ? ticket.title : null,
		url: isNamed ? ticket.url : null,
		type: null,
		state: ticket.state === null ? null : {
			...ticket.state,
			name: ticket.state.category
		},
		spec: isOfFile(ticket) ? ticket.spec : null
	};
	return ticket.status === "absent" || ticket.status === "forbidden" ? {
		...known,
		status: "absent",
		source: null,
		digest: null,
		asOf: null
	} : known;
}
function findingOf(finding, known, terms) {
	const names = namesOf(finding);
	if (names.length === 0) return withoutShown(finding, terms);
	if (names.every((name) => {
		const one = known.get(name);
		return finding.rule.startsWith("spec-") ? one?.isSpecOpen === true : one?.isOpen === true;
	})) return finding;
	const code = Object.hasOwn(UNSEEN, finding.code) ? UNSEEN[finding.code] : void 0;
	if (code !== void 0) return unseen(finding, code);
	const category = finding.args.category ?? categoryOf(names, known);
	const args = Object.entries(finding.args).flatMap(([name, value]) => {
		const told = argOf({
			finding,
			name,
			value,
			category
		}, terms);
		return told === null ? [] : [[name, told]];
	});
	return {
		...finding,
		args: Object.fromEntries(args)
	};
}
function namesOf({ about, args }) {
	const told = NAMES.flatMap((name) => args[name] === void 0 ? [] : String(args[name]).split(", "));
	return about.ticket === void 0 ? told : [about.ticket, ...told];
}
/** What names no ticket is about the change alone; a rule from outside may still say what a ticket is called. */
function withoutShown(finding, { disclosure }) {
	if (disclosure === "title" || finding.args.url === void 0) return finding;
	const { title: _, url: __, ...args } = finding.args;
	return {
		...finding,
		args
	};
}
function categoryOf(names, known) {
	const [one = "", ...more] = new Set(names);
	return (more.length === 0 ? known.get(one)?.category : null) ?? HIDDEN;
}
/** An argument as it may be told; null: it is left out. */
function argOf({ finding, name, value, category }, { disclosure }) {
	const isNamed = disclosure === "title";
	if (name === "title" || name === "url") return isNamed ? value : null;
	if (finding.rule === "upstream-consistent" && finding.code.endsWith("-differs")) return name !== "remote" || isNamed && finding.code === "title-differs" ? value : HIDDEN;
	if (finding.rule === "spec-in-body" && name === "wanted") return HIDDEN;
	if (typeof value === "number" || TOLD.has(name)) return value;
	if (name === "state") return category;
	return name === "reason" ? reasonOf(String(value)) : HIDDEN;
}
/** Codes of other findings, which are written as those are. */
function reasonOf(codes) {
	return codes.split(", ").map((code) => Object.hasOwn(UNSEEN, code) ? UNSEEN[code] : code).join(", ");
}
/** The same for a ticket that is not there and for one that is not shown, to the letter. */
function unseen(finding, code) {
	const { ticket, parent, remote, enforce_from } = finding.args;
	const args = Object.entries({
		ticket,
		parent,
		remote,
		enforce_from
	}).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	const { fix } = require_core.GATE_CODES[code];
	const note = enforce_from === void 0 ? fix : `${fix} This blocks from ${enforce_from} on.`;
	return {
		...finding,
		code,
		args: Object.fromEntries(args),
		fix: {
			argv: null,
			note
		}
	};
}

Object.defineProperty(exports, "disclosed", {
  enumerable: true,
  get: function () {
    return disclosed;
  }
});
Object.defineProperty(exports, "disclosedFindings", {
  enumerable: true,
  get: function () {
    return disclosedFindings;
  }
});
Object.defineProperty(exports, "disclosedHere", {
  enumerable: true,
  get: function () {
    return disclosedHere;
  }
});
Object.defineProperty(exports, "disclosedTicket", {
  enumerable: true,
  get: function () {
    return disclosedTicket;
  }
});
Object.defineProperty(exports, "disclosureOf", {
  enumerable: true,
  get: function () {
    return disclosureOf;
  }
});
Object.defineProperty(exports, "isOpenTicket", {
  enumerable: true,
  get: function () {
    return isOpenTicket;
  }
});
Object.defineProperty(exports, "undisclosed", {
  enumerable: true,
  get: function () {
    return undisclosed;
  }
});