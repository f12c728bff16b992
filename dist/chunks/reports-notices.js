"use strict";

// src/reports/notices.ts
/** Prose for the notices that a gate gives as codes; `{}` stands for what follows the code. */
const NOTICES = {
	"no-policy-file": "There is no policy file: the standard preset and what was found here stand in. golden-thread init --yes writes one.",
	"no-remote": "No tracker is configured and no task folder was found, so no ticket can authorise anything.",
	"forge-times-untold": "The forge did not tell when some commits were merged, so their own dates stand in. {}",
	"head-moved": "The pull request is newer than what was judged: {}.",
	"commits-told": "The clone does not reach the pull request's commits, so its forge told them: paths, merges and reverts are not known. Fetch {} to have all of it judged.",
	"trusted-tree": "Policy, waivers and tasks were read from: {}."
};
/** The sentence for a notice (`code` or `code: detail`); what has no prose is shown as it is. Not escaped. */
function noticeText(notice) {
	const [, code = "", detail = ""] = /^([a-z-]+)(?:: (.*))?$/su.exec(notice) ?? [];
	const prose = Object.hasOwn(NOTICES, code) ? NOTICES[code] : void 0;
	return prose === void 0 ? notice : prose.replace("{}", () => detail);
}

Object.defineProperty(exports, "noticeText", {
  enumerable: true,
  get: function () {
    return noticeText;
  }
});