"use strict";

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

Object.defineProperty(exports, "approvalLaws", {
  enumerable: true,
  get: function () {
    return approvalLaws;
  }
});
Object.defineProperty(exports, "authoriseOptions", {
  enumerable: true,
  get: function () {
    return authoriseOptions;
  }
});
Object.defineProperty(exports, "isAnywhereOn", {
  enumerable: true,
  get: function () {
    return isAnywhereOn;
  }
});
Object.defineProperty(exports, "isOn", {
  enumerable: true,
  get: function () {
    return isOn;
  }
});
Object.defineProperty(exports, "scopesOf", {
  enumerable: true,
  get: function () {
    return scopesOf;
  }
});