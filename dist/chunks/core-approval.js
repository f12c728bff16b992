"use strict";

const require_ticket = require("./core-ticket.js");

// src/core/scope.ts
/**
* Resolves paths to rule sets: per path the last scope that matches wins, without one the law's own rules.
*
* There is no general order of strictness between two sets of options, so none is made up: whoever is under several
* sets is judged by each. Paths of the law itself are under the law's own rules, whatever scope they lie in.
* Null (paths not known) and no paths at all are under the law's own rules too.
*/
function scopesOf(law) {
	const scopes = law.scopes.map((scope) => ({
		scope,
		match: anyOf(scope.globs)
	}));
	const isLaw = anyOf(law.lawPaths);
	return (paths) => {
		if (paths === null || paths.length === 0 || scopes.length === 0) return {
			exempt: false,
			layers: [law.rules]
		};
		const owners = paths.map((path) => isLaw(path) ? null : scopes.findLast(({ match }) => match(path))?.scope ?? null);
		const judged = owners.filter((scope) => scope === null || !scope.exempt);
		const exempt = judged.length === 0;
		return {
			exempt,
			layers: [...new Set((exempt ? owners : judged).map((scope) => scope?.rules ?? law.rules))]
		};
	};
}
function anyOf(sources) {
	const patterns = sources.map((source) => new RegExp(source));
	return (path) => patterns.some((pattern) => pattern.test(path));
}
/** Whether a rule is asked anywhere: by the law itself or in one of its scopes. */
function isAnywhereOn({ rules, scopes }, id) {
	return [rules, ...scopes.map((scope) => scope.rules)].some((set) => isOn(set[id]));
}
/** Whether a rule is asked at all. */
function isOn(rule) {
	return rule !== void 0 && rule.level !== "off";
}

// src/core/authorise-options.ts
/** The sections by which rules of a law, or of a scope that judges anything, let a ticket authorise: scopes may say otherwise than the law. */
function authoriseOptions({ rules, scopes }) {
	return [rules, ...scopes.filter(({ exempt }) => !exempt).map((scope) => scope.rules)].flatMap((set) => Object.values(set).filter(isOn).flatMap(({ options }) => sectionIn(options)));
}
/** Options of a rule either are the terms, or hold them. */
function sectionIn(options) {
	const { authorise, terms } = record(options);
	if (authorise !== void 0) return [record(authorise)];
	return terms === void 0 ? [] : sectionIn(terms);
}
function record(value) {
	return typeof value === "object" && value !== null ? { ...value } : {};
}

// src/core/approval-laws.ts
/** Every approval that rules of a law or of one of its scopes ask for; none: nobody has to be asked. */
function approvalLaws(law) {
	const asked = authoriseOptions(law).flatMap(({ approval }) => isApprovalLaw(approval) ? [approval] : []);
	return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
}
function isApprovalLaw(value) {
	if (typeof value !== "object" || value === null) return false;
	return "label" in value && "risk" in value && "approvers" in value && Array.isArray(value.approvers);
}

// src/core/rule-ids.ts
/** Rules that somebody besides themselves has to know of, because they ask for what is gathered for nothing else. */
/** Asks to whom a ticket is assigned; of task files too. */
const ASSIGNEE_RULE = "author-is-assignee";
/** Asks who let a ticket be worked on, of finished commits. */
const AUTHORISER_RULE = "authoriser-is-not-author";
/** Asks for a ticket's parents; nothing else makes anybody look them up. */
const PARENT_RULE = "parent-authorised";
/** Ask which tickets local tasks follow; the second one what those say, too. */
const UPSTREAM_RULES = {
	has: "task-has-upstream",
	consistent: "upstream-consistent",
	fresh: "upstream-fresh"
};
/** Asks what a ticket is planned for. */
const RELEASE_RULE = "release-matches-branch";
/** Asks whether policy and waivers can be used as a pull request's head has them. */
const HEAD_POLICY_RULE = "policy-wellformed";

// src/core/people.ts
/**
* Whether anything in a law asks who the authors of a change are; nothing else makes anybody ask git's mailmap, or tells commits of
* different authors apart. Of a task file nobody asks who authorised it.
*/
function asksForAuthors(law, { change, lookups }) {
	if (isAnywhereOn(law, "author-is-assignee")) return true;
	if (!asksForMakers(law, change)) return false;
	return Object.values(lookups).some((one) => one.status === "found" && one.source !== "file");
}
/** Whether anything in a law asks for more of those who made a commit than its author. */
function asksForMakers(law, change) {
	return approvalLaws(law).length > 0 || change === "commits" && isAnywhereOn(law, "authoriser-is-not-author");
}
/** A person as git writes one: `Ada <ada@example.test>`. */
function authorKey({ name, email }) {
	return name === "" ? `<${email}>` : `${name} <${email}>`;
}
/** The person of such a text. */
function personIn(text) {
	const open = text.lastIndexOf("<");
	return {
		name: text.slice(0, open).trim(),
		email: text.slice(open + 1, -1)
	};
}
/**
* Whether a tracker's account is a git author's; null: nothing proves either. That it is somebody else's is proved where `people` lists the
* author's address, since it names all accounts of whom it lists. That it lists the account for somebody proves nothing of an address that
* it does not list: people have several, and display names are anybody's to choose.
*/
function isAccountOf(account, author, known) {
	const own = accountsOf(author.email, known.people);
	const mine = [
		plainName(author.email),
		...own,
		...forgeAccounts(author.email, known.url)
	];
	if (namesOf(account).some((name) => mine.includes(name))) return true;
	return own.length > 0 ? false : null;
}
/** Whether a forge numbers this account of its own, and gave the author's address to another number. A login can change its bearer. */
function isOtherNumber({ account }, author, { url }) {
	const isNumber = (text = "") => /^\d+$/.test(text);
	return isNumber(account) && forgeAccounts(author.email, url).some((one) => isNumber(one) && one !== account);
}
/** Whether `people` lists an account, and not for this author as far as it tells: no proof that they are two people. */
function isListedElsewhere(account, author, { people, url }) {
	return !(url === null && namesOf(account).some((name) => heldBy(author.email, FORGES).includes(name))) && isListed(account, people);
}
function namesOf({ name, email, account = "", login = "" }) {
	return [
		account,
		login,
		email,
		name
	].map(plainName).filter((one) => one !== "");
}
function accountsOf(email, people) {
	const wanted = plainName(email);
	return Object.entries(people).flatMap(([address, accounts]) => plainName(address) === wanted ? accounts.map(plainName) : []);
}
/** Whether `people` knows whose account this is: by its id, login or e-mail address, never by what it is called. */
function isListed({ account = "", login = "", email }, people) {
	const handles = [
		account,
		login,
		email
	].map(plainName).filter((one) => one !== "");
	return Object.entries(people).some(([address, accounts]) => [address, ...accounts].some((one) => handles.includes(plainName(one))));
}
/** Addresses that forges give out for commits, and the account that they hold: its number where there is one, else its login. */
const FORGES = [
	["https://github.com/", /^(\d+)\+[^@]+@users\.noreply\.github\.com$/],
	["https://github.com/", /^([^@+]+)@users\.noreply\.github\.com$/],
	["https://gitlab.com/", /^(\d+)-[^@]+@users\.noreply\.gitlab\.com$/]
];
function forgeAccounts(email, url) {
	return heldBy(email, FORGES.filter(([home]) => url?.startsWith(home) ?? false));
}
function heldBy(email, forges) {
	return forges.flatMap(([, form]) => form.exec(plainName(email))?.[1] ?? []);
}
/** A name as names are compared: trackers, task files and policies write `@ada` for ada. */
function plainName(text) {
	return text.trim().toLowerCase().replace(/^@/, "");
}

// src/core/risk.ts
/** Levels of risk, least first. */
const RISKS = [
	"low",
	"medium",
	"high",
	"critical"
];
/** `risk:high`, `risk/high`, `risk::high`, `risk-high`. */
const RISK_LABEL = /^risk(?:::?|\/|-)\s*(low|medium|high|critical)$/;
/** Whether a label says how much harm the work may do. */
function isRiskLabel(label) {
	return levelIn(label) !== null;
}
function levelIn(label) {
	return RISK_LABEL.exec(label.trim().toLowerCase())?.[1] ?? null;
}
/** How risky a ticket says that its work is, by its own field and its labels: the highest counts. Null: it says nothing. */
function riskOf({ risk, labels }) {
	const named = labels.map(levelIn);
	return RISKS.findLast((level) => level === risk || named.includes(level)) ?? null;
}

// src/core/approval.ts
/** Whether a ticket has to be approved under this law. */
function needsApproval(ticket, { risk }) {
	if (risk === null) return true;
	const own = riskOf(ticket);
	return own !== null && risk.includes(own);
}
/**
* Whether the policy lets this account approve. An entry of digits alone is an id, since anybody may call themselves that; `@ada` is a login;
* one with `@` inside is an e-mail address; all others are an id or a login. A display name is anybody's to choose.
*/
function isApprover({ account, login, email }, { approvers }) {
	return approvers.map(plain).some((entry) => {
		if (entry === "" || entry === "@") return false;
		if (/^\d+$/.test(entry)) return entry === account?.trim();
		if (entry.startsWith("@")) return login !== void 0 && entry.slice(1) === plainName(login);
		if (entry.includes("@")) return [email, login ?? ""].map(plain).includes(entry);
		return [account ?? "", login ?? ""].map(plainName).includes(entry);
	});
}
/** Parts in which two snapshots differ. */
function differingFields(one, other) {
	return require_ticket.SNAPSHOT_FIELDS.filter((field) => one[field] !== other[field]);
}
/** A part of a ticket as it is digested: how lines end, blanks behind them, empty lines and ticked boxes make no difference. */
function normalised(text) {
	const lines = text.normalize("NFC").split(/\r\n?|\n/).map((line) => line.trimEnd().replace(TICKED, "$1[ ]"));
	return lines.filter((line, at) => line !== "" || at > 0 && lines[at - 1] !== "").join("\n").trim();
}
/** A box of a task list that is ticked. */
const TICKED = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[xX]\](?=\s|$)/;
/** The text of each part, ready to be digested. Ticking a criterion is work; its words and their order are what was approved. */
function snapshotTexts({ title, description, unshown, criteria }) {
	return {
		title: normalised(title),
		description: unshown === void 0 ? normalised(description) : `${normalised(description)}\n${unshown}`,
		criteria: JSON.stringify(criteria.map(({ text }) => normalised(text)))
	};
}
const BEGINNING = "golden-thread approval v1";
/** The line of a comment that approves a ticket as it stands. */
function approvalLine(snapshot) {
	return [BEGINNING, ...require_ticket.SNAPSHOT_FIELDS.map((field) => `${field}=${snapshot[field]}`)].join(" ");
}
const LINE = new RegExp(`^${BEGINNING} title=([0-9a-f]{64}) description=([0-9a-f]{64}) criteria=([0-9a-f]{64})$`);
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
/** Elements whose content goes on over empty lines (CommonMark, HTML blocks of the first two kinds). */
const HTML_BLOCK = /<(?:pre|script|style|textarea)\b|<!--/i;
/**
* What a comment approves; null: nothing. The line must be a paragraph of its own, outside of code, quotations and HTML, and the only one of
* its kind: whoever quotes or explains an approval gives none.
*/
function approvalIn(text) {
	const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
	const found = lines.flatMap((line, at) => line.includes(BEGINNING) ? [at] : []);
	const [at] = found;
	if (at === void 0 || found.length > 1) return null;
	const before = lines.slice(0, at);
	if (!((lines[at - 1] ?? "") === "" && (lines[at + 1] ?? "") === "") || isFenced(before) || HTML_BLOCK.test(before.join("\n"))) return null;
	const [, title, description, criteria] = LINE.exec(lines[at] ?? "") ?? [];
	if (title === void 0 || description === void 0 || criteria === void 0) return null;
	return {
		title,
		description,
		criteria
	};
}
/** Any fence that these lines leave open, or may: a comment with code before its approval has to close it plainly. */
function isFenced(lines) {
	let open = null;
	for (const line of lines) {
		const fence = FENCE.exec(line)?.[1];
		if (fence === void 0) continue;
		if (open === null) open = fence;
		else if (fence.startsWith(open) && line.trim() === fence) open = null;
	}
	return open !== null;
}
function plain(text) {
	return text.trim().toLowerCase();
}

Object.defineProperty(exports, "ASSIGNEE_RULE", {
  enumerable: true,
  get: function () {
    return ASSIGNEE_RULE;
  }
});
Object.defineProperty(exports, "AUTHORISER_RULE", {
  enumerable: true,
  get: function () {
    return AUTHORISER_RULE;
  }
});
Object.defineProperty(exports, "HEAD_POLICY_RULE", {
  enumerable: true,
  get: function () {
    return HEAD_POLICY_RULE;
  }
});
Object.defineProperty(exports, "PARENT_RULE", {
  enumerable: true,
  get: function () {
    return PARENT_RULE;
  }
});
Object.defineProperty(exports, "RELEASE_RULE", {
  enumerable: true,
  get: function () {
    return RELEASE_RULE;
  }
});
Object.defineProperty(exports, "UPSTREAM_RULES", {
  enumerable: true,
  get: function () {
    return UPSTREAM_RULES;
  }
});
Object.defineProperty(exports, "approvalIn", {
  enumerable: true,
  get: function () {
    return approvalIn;
  }
});
Object.defineProperty(exports, "approvalLaws", {
  enumerable: true,
  get: function () {
    return approvalLaws;
  }
});
Object.defineProperty(exports, "approvalLine", {
  enumerable: true,
  get: function () {
    return approvalLine;
  }
});
Object.defineProperty(exports, "asksForAuthors", {
  enumerable: true,
  get: function () {
    return asksForAuthors;
  }
});
Object.defineProperty(exports, "asksForMakers", {
  enumerable: true,
  get: function () {
    return asksForMakers;
  }
});
Object.defineProperty(exports, "authorKey", {
  enumerable: true,
  get: function () {
    return authorKey;
  }
});
Object.defineProperty(exports, "authoriseOptions", {
  enumerable: true,
  get: function () {
    return authoriseOptions;
  }
});
Object.defineProperty(exports, "differingFields", {
  enumerable: true,
  get: function () {
    return differingFields;
  }
});
Object.defineProperty(exports, "isAccountOf", {
  enumerable: true,
  get: function () {
    return isAccountOf;
  }
});
Object.defineProperty(exports, "isAnywhereOn", {
  enumerable: true,
  get: function () {
    return isAnywhereOn;
  }
});
Object.defineProperty(exports, "isApprover", {
  enumerable: true,
  get: function () {
    return isApprover;
  }
});
Object.defineProperty(exports, "isListedElsewhere", {
  enumerable: true,
  get: function () {
    return isListedElsewhere;
  }
});
Object.defineProperty(exports, "isOn", {
  enumerable: true,
  get: function () {
    return isOn;
  }
});
Object.defineProperty(exports, "isOtherNumber", {
  enumerable: true,
  get: function () {
    return isOtherNumber;
  }
});
Object.defineProperty(exports, "isRiskLabel", {
  enumerable: true,
  get: function () {
    return isRiskLabel;
  }
});
Object.defineProperty(exports, "needsApproval", {
  enumerable: true,
  get: function () {
    return needsApproval;
  }
});
Object.defineProperty(exports, "normalised", {
  enumerable: true,
  get: function () {
    return normalised;
  }
});
Object.defineProperty(exports, "personIn", {
  enumerable: true,
  get: function () {
    return personIn;
  }
});
Object.defineProperty(exports, "plainName", {
  enumerable: true,
  get: function () {
    return plainName;
  }
});
Object.defineProperty(exports, "riskOf", {
  enumerable: true,
  get: function () {
    return riskOf;
  }
});
Object.defineProperty(exports, "scopesOf", {
  enumerable: true,
  get: function () {
    return scopesOf;
  }
});
Object.defineProperty(exports, "snapshotTexts", {
  enumerable: true,
  get: function () {
    return snapshotTexts;
  }
});