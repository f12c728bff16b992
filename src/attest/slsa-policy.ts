import { REPOSITORY } from "../core/version.ts";
import { FACTS_TYPE } from "./statement.ts";

/** What is to be said of a check. */
export interface SlsaTerms {
  /** The name under which GitHub shows the check. */
  readonly check: string;
  readonly branch: string;
  /** Begins with `ORG_SOURCE_`. */
  readonly property: string;
  /** RFC 3339: no earlier than the ruleset's last change, or source-tool refuses the entry. */
  readonly since: string;
}

/** GitHub Actions among the apps that report checks; source-tool reads the checks of no other. */
const GITHUB_ACTIONS = 15368;

/** The rule that requires the check, the policy of source-tool that lifts it, and the paragraph that SLSA's `technical-controls` asks for. */
export function slsaPolicy({ check, branch, property, since }: SlsaTerms) {
  return {
    ruleset: {
      type: "required_status_checks",
      parameters: {
        strict_required_status_checks_policy: true,
        required_status_checks: [{ context: check, integration_id: GITHUB_ACTIONS }],
      },
    },
    policy: {
      protected_branches: [
        {
          Name: branch,
          Since: since,
          target_slsa_source_level: "SLSA_SOURCE_LEVEL_3",
          org_status_check_controls: [{ check_name: check, property_name: property, Since: since }],
        },
      ],
    },
    documentation: [
      `Control ${property}. Tool: golden-thread (${REPOSITORY}), the required status check "${check}" of GitHub Actions on ${branch}.`,
      "It judges every commit that would reach the branch: each must lead to a ticket that authorises it, by the policy of the branch itself.",
      `Its evidence: signed in-toto statements of the type ${FACTS_TYPE}, one file of JSON lines with each run's audit; \`golden-thread verify\` checks them without a network.`,
      "The property says that the check was required at the time of the push. It does not say which ticket authorised a commit: the signed facts do.",
    ].join(" "),
  };
}
