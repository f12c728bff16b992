"use strict";

// src/reports/notices.ts
/** Prose for the notices that a gate gives as codes; `{}` stands for what follows the code. */
const NOTICES = {
	"no-policy-file": "There is no policy file: the standard preset and what was found here stand in. golden-thread init --yes writes one.",
	"no-remote": "No tracker is configured and no task folder was found, so no ticket can authorise anything.",
	"forge-times-untold": "The forge did not tell when some commits were merged, so their own dates stand in. {}",
	"built-in-law": "The policy of the base can't be used, and this change touches nothing else: the built-in standard preset stands in, with what was found here. {}",
	"head-moved": "The pull request is newer than what was judged: {}.",
	"commits-told": "The clone does not reach the pull request's commits, so its forge told them: paths, merges and reverts are not known. Fetch {} to have all of it judged.",
	"change-by-range": "No forge could be asked about pull request {}: its commits and its branch were judged, its title, description and approvals were not. golden-thread remote check says which token is missing.",
	"before-untold": "Nothing tells what was there before this push, so only what the last commit brought was judged. --base REV tells it. {}",
	"before-gone": "What was there before this push is in no history any more ({}), so all that the default branch lacks was judged.",
	"fetch-failed": "Commits could not be fetched, so GitHub's API told their files instead. {}",
	"ledger-not-fetched": "Whether there is a newer ledger is not known: its ref could not be fetched. {}",
	"merging-untold": "What a merge would write is not known, so nobody looked whether the ticket would survive it. {}",
	undisclosed: "What trackers tell of tickets is not all shown, since more people may read this than they let in (disclose: {}). In a private repository the policy may say disclose: full.",
	"partial-clone": "This is a partial clone: git fetches what it takes to confirm merges, reverts and picks, and what it could not fetch confirmed nothing; no other contents are fetched, and what is missing was not counted. git fetch --refetch --no-filter brings all of it.",
	"sparse-checkout": "Only a part of the files is checked out, so a task or a policy may stand where nobody looked: --policy-ref HEAD reads those of the commit.",
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