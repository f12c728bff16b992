import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import { type Proposing, proposeTask } from "../satellite/pr.ts";
import { envelope } from "./envelope.ts";
import { asText, onlyOne, refusalLines, warningLines } from "./remote-words.ts";
import { safeTerms } from "./safe-terms.ts";
import type { Words } from "./words.ts";

/** `remote pr`: the pull request of this branch says what its task says. */
export async function remotePr(words: Words, rest: readonly string[], world: World): Promise<number> {
  const task = onlyOne("pr", rest);
  const options = {
    base: words.one("base"),
    draft: words.has("draft"),
    title: words.one("title"),
    push: words.has("push"),
  };
  const answer = await proposeTask(world, task, options, safeTerms(words, world));
  const { stdout } = world;
  stdout.write(
    words.has("json")
      ? `${json({ ...envelope("remote-pr"), ...answer })}\n`
      : asText(linesOf(answer, stdout.color)),
  );
  return exitCode(answer.outcome === "refused" || answer.outcome === "declined" ? "fail" : "pass");
}

function linesOf(answer: Proposing, color: boolean): readonly string[] {
  const paint = painter(color);
  if (answer.outcome === "refused") return refusalLines(answer.refusal, color);
  const { branch, number, url, spec, warnings } = answer;
  const where = url === null ? "" : `  ${terminal(url)}`;
  const what =
    spec === null
      ? []
      : [paint.dim(`  spec ${terminal(spec.path ?? "in the ticket")}, SHA-256 ${spec.digest}`)];
  return [
    `${SAID[answer.outcome](terminal(branch), number)}${where}`,
    ...what,
    ...warningLines(warnings, color),
  ];
}

type Outcome = Exclude<Proposing["outcome"], "refused">;

const SAID: Readonly<Record<Outcome, (branch: string, number: number | null) => string>> = {
  created: (branch, number) => `Pull request ${number} of ${branch} is open.`,
  updated: (branch, number) => `Pull request ${number} of ${branch} is up to date.`,
  same: (branch, number) => `Pull request ${number} of ${branch} says all of it already: nothing to do.`,
  merged: (branch, number) => `${branch} was merged as pull request ${number}: nothing to do.`,
  shown: () => "Nothing was sent. Without --dry-run this is.",
  declined: () => "Nothing was sent: somebody said no.",
};
