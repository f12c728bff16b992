import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { type Part, type Pushing, pushTask } from "../satellite/push.ts";
import { envelope } from "./envelope.ts";
import { asText, onlyOne, refusalLines, warningLines } from "./remote-words.ts";
import { safeTerms } from "./safe-terms.ts";
import type { Words } from "./words.ts";

/** `remote push`: a ticket hears what was done for it, and moves on. */
export async function remotePush(words: Words, rest: readonly string[], world: World): Promise<number> {
  const answer = await pushTask(world, onlyOne("push", rest), safeTerms(words, world));
  const { stdout } = world;
  stdout.write(
    words.has("json")
      ? `${json({ ...envelope("remote-push"), ...answer })}\n`
      : asText(linesOf(answer, stdout.color)),
  );
  if (answer.outcome === "refused") return exitCode("fail");
  return exitCode([answer.comment.part, answer.state.part].includes("declined") ? "fail" : "pass");
}

function linesOf(answer: Pushing, color: boolean): readonly string[] {
  if (answer.outcome === "refused") return refusalLines(answer.refusal, color);
  const { ticket, work, comment, state, warnings } = answer;
  const { change, commit } = work;
  const what = change === null ? `commit ${commit}` : `pull request ${change.number} (${change.url})`;
  const key = terminal(ticket.key);
  return [
    `${key}: ${terminal(what)}, ${work.state}.`,
    `  comment: ${SAID[comment.part]}${comment.url === null ? "" : `  ${terminal(comment.url)}`}`,
    `  state:   ${moved(state)} ${terminal(state.why)}`,
    ...warningLines(warnings, color),
  ];
}

const SAID: Readonly<Record<Part, string>> = {
  done: "posted.",
  same: "it stands there already.",
  shown: "nothing was sent. Without --dry-run it is posted.",
  declined: "nothing was sent: somebody said no.",
};

function moved({ part, from, to }: Extract<Pushing, { readonly outcome: "told" }>["state"]): string {
  switch (part) {
    case "done":
      return `${terminal(from)} to ${terminal(to)}.`;
    case "same":
      return `${terminal(from)} stays.`;
    case "shown":
      return `${terminal(from)} would become ${terminal(to)}.`;
    case "declined":
      return `${terminal(from)} stays, since somebody said no.`;
  }
}
