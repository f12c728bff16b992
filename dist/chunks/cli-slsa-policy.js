"use strict";

const require_core = require("./core.js");
const require_statement = require("./attest-statement.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/attest/slsa-policy.ts
/** GitHub Actions among the apps that report checks; source-tool reads the checks of no other. */
const GITHUB_ACTIONS = 15368;
/** The rule that requires the check, the policy of source-tool that lifts it, and the paragraph that SLSA's `technical-controls` asks for. */
function slsaPolicy({ check, branch, property, since }) {
	return {
		ruleset: {
			type: "required_status_checks",
			parameters: {
				strict_required_status_checks_policy: true,
				required_status_checks: [{
					context: check,
					integration_id: GITHUB_ACTIONS
				}]
			}
		},
		policy: { protected_branches: [{
			Name: branch,
			Since: since,
			target_slsa_source_level: "SLSA_SOURCE_LEVEL_3",
			org_status_check_controls: [{
				check_name: check,
				property_name: property,
				Since: since
			}]
		}] },
		documentation: [
			`Control ${property}. Tool: golden-thread (${require_core.REPOSITORY}), the required status check "${check}" of GitHub Actions on ${branch}.`,
			"It judges every commit that would reach the branch: each must lead to a ticket that authorises it, by the policy of the branch itself.",
			`Its evidence: signed in-toto statements of the type ${require_statement.FACTS_TYPE}, one file of JSON lines with each run's audit; \`golden-thread verify\` checks them without a network.`,
			"The property says that the check was required at the time of the push. It does not say which ticket authorised a commit: the signed facts do."
		].join(" ")
	};
}

// src/cli/slsa-policy.ts
const manual = {
	name: "slsa-policy",
	summary: "print what makes a required check an organisation's property of SLSA's source track",
	forms: ["[--check NAME] [--branch NAME] [--property ORG_SOURCE_NAME] [--since TIME] [--json]"],
	details: "Prints three texts: the fragment of a GitHub ruleset that requires the check of GitHub Actions, the entry of the policy of slsa-framework's source-tool that lifts that check into its verification summaries, and the paragraph that documents the control. Nothing is changed anywhere. The property says that the check was required when something was pushed; what was judged is told by the signed evidence.",
	options: [
		{
			name: "check",
			value: "NAME",
			does: "the check's name: that of the job; default: golden-thread"
		},
		{
			name: "branch",
			value: "NAME",
			does: "the protected branch; default: main"
		},
		{
			name: "property",
			value: "NAME",
			does: "what the property is called; default: ORG_SOURCE_INTENT_AUTHORIZED"
		},
		{
			name: "since",
			value: "TIME",
			does: "when the ruleset was last changed, or later, as RFC 3339; default: now"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [{
		run: "golden-thread slsa-policy --check gate",
		does: "prints the three texts",
		exit: 0
	}, {
		run: "golden-thread slsa-policy --property SLSA_MINE",
		does: "refused: that is SLSA's own name space",
		exit: 2
	}]
};
/** As source-tool takes it: an organisation's own names begin so. */
const PROPERTY = /^ORG_SOURCE_[A-Z0-9_]{1,52}$/;
async function run(words, io, _world) {
	const property = words.one("property") ?? "ORG_SOURCE_INTENT_AUTHORIZED";
	if (!PROPERTY.test(property)) throw require_cli_js.usage(manual, "This can't be an organisation's property.", {
		found: property,
		wanted: "ORG_SOURCE_ and capitals, digits and underscores"
	});
	const since = words.one("since") ?? io.now().toISOString();
	if (Number.isNaN(Date.parse(since))) throw require_cli_js.usage(manual, "This is no time.", {
		found: since,
		wanted: "2026-01-31T00:00:00Z"
	});
	const made = slsaPolicy({
		check: words.one("check") ?? "golden-thread",
		branch: words.one("branch") ?? "main",
		property,
		since: new Date(since).toISOString()
	});
	if (words.has("json")) io.stdout.write(`${require_escape.json({
		...require_cli.envelope("slsa-policy"),
		...made
	})}\n`);
	else {
		io.stdout.write(`GitHub, a rule of an active branch ruleset:\n\n${JSON.stringify(made.ruleset, null, 2)}\n\n`);
		io.stdout.write(`source-tool, the branch's entry in the policy:\n\n${JSON.stringify(made.policy, null, 2)}\n\n`);
		io.stdout.write(`The documentation of the control:\n\n${made.documentation}\n`);
	}
	return require_world.exitCode("pass");
}
/** `slsa-policy`: the check as a property of SLSA's source track. */
const command = {
	manual,
	run
};

exports.command = command;