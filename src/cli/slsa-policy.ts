import { slsaPolicy } from "../attest/slsa-policy.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json } from "../reports/escape.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "slsa-policy",
  summary: "print what makes a required check an organisation's property of SLSA's source track",
  forms: ["[--check NAME] [--branch NAME] [--property ORG_SOURCE_NAME] [--since TIME] [--json]"],
  details:
    "Prints three texts: the fragment of a GitHub ruleset that requires the check of GitHub Actions, the entry of the policy of slsa-framework's source-tool that lifts " +
    "that check into its verification summaries, and the paragraph that documents the control. Nothing is changed anywhere. The property says that the check was required when something " +
    "was pushed; what was judged is told by the signed evidence.",
  options: [
    { name: "check", value: "NAME", does: "the check's name: that of the job; default: golden-thread" },
    { name: "branch", value: "NAME", does: "the protected branch; default: main" },
    {
      name: "property",
      value: "NAME",
      does: "what the property is called; default: ORG_SOURCE_INTENT_AUTHORIZED",
    },
    {
      name: "since",
      value: "TIME",
      does: "when the ruleset was last changed, or later, as RFC 3339; default: now",
    },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread slsa-policy --check gate", does: "prints the three texts", exit: 0 },
    {
      run: "golden-thread slsa-policy --property SLSA_MINE",
      does: "refused: that is SLSA's own name space",
      exit: 2,
    },
  ],
};

/** As source-tool takes it: an organisation's own names begin so. */
const PROPERTY = /^ORG_SOURCE_[A-Z0-9_]{1,52}$/;

async function run(words: Words, io: Io, _world: World): Promise<number> {
  const property = words.one("property") ?? "ORG_SOURCE_INTENT_AUTHORIZED";
  if (!PROPERTY.test(property))
    throw usage(manual, "This can't be an organisation's property.", {
      found: property,
      wanted: "ORG_SOURCE_ and capitals, digits and underscores",
    });
  const since = words.one("since") ?? io.now().toISOString();
  if (Number.isNaN(Date.parse(since)))
    throw usage(manual, "This is no time.", { found: since, wanted: "2026-01-31T00:00:00Z" });
  const made = slsaPolicy({
    check: words.one("check") ?? "golden-thread",
    branch: words.one("branch") ?? "main",
    property,
    since: new Date(since).toISOString(),
  });
  if (words.has("json")) io.stdout.write(`${json({ ...envelope("slsa-policy"), ...made })}\n`);
  else {
    io.stdout.write(
      `GitHub, a rule of an active branch ruleset:\n\n${JSON.stringify(made.ruleset, null, 2)}\n\n`,
    );
    io.stdout.write(
      `source-tool, the branch's entry in the policy:\n\n${JSON.stringify(made.policy, null, 2)}\n\n`,
    );
    io.stdout.write(`The documentation of the control:\n\n${made.documentation}\n`);
  }
  return exitCode("pass");
}

/** `slsa-policy`: the check as a property of SLSA's source track. */
export const command = { manual, run } satisfies WordsCommand;
