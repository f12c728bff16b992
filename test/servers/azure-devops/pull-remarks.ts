import type { Answer } from "../kit.ts";
import type { Pull } from "../pull-model.ts";
import { PEOPLE, type Person } from "./model.ts";
import { threadOf } from "./pull-json.ts";
import { answer, bodyOf, type PullAsk, refusal, refused } from "./pulls.ts";

export function addThread(ask: PullAsk, pull: Pull<Person>): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const { comments, status: state } = bodyOf(ask, ["comments", "status"]);
  const [first] = Array.isArray(comments) ? comments : [];
  if (state !== "closed") ask.world.problems.push("a thread that holds up the merge");
  const thread = { id: 500 + pull.comments.length, author: PEOPLE[0], body: String(first?.content) };
  pull.comments.push(thread);
  return answer(ask, threadOf(thread));
}

/** Only their author may change comments. */
export function changeComment(ask: PullAsk, pull: Pull<Person>, thread: string | undefined): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const found = pull.comments.find(({ id }) => String(id) === thread);
  if (found === undefined || found.author !== PEOPLE[0])
    return refusal(
      403,
      "TF401444: This comment can only be edited by its author.",
      "DiscussionCommentPermissionException",
    );
  found.body = String(bodyOf(ask, ["content"]).content);
  return answer(ask, { id: 1, author: found.author, content: found.body });
}

/** Only their author may take comments back; the thread goes with its last. */
export function removeComment(ask: PullAsk, pull: Pull<Person>, thread: string | undefined): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const at = pull.comments.findIndex(({ id, author }) => String(id) === thread && author === PEOPLE[0]);
  if (at < 0) return refusal(404, "TF401180: The comment was not found.", "CommentNotFoundException");
  pull.comments.splice(at, 1);
  return { status: 200 };
}

/** A label that is there already is told as it is. */
export function addLabel(ask: PullAsk, pull: Pull<Person>): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const name = String(bodyOf(ask, ["name"]).name);
  if (!pull.labels.includes(name)) pull.labels.push(name);
  return answer(ask, { id: name, name, active: true });
}

export function removeLabel(ask: PullAsk, pull: Pull<Person>, name = ""): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const at = pull.labels.indexOf(name);
  if (at < 0) return refusal(404, "VS403417: The label was not found.", "LabelNotFoundException");
  pull.labels.splice(at, 1);
  return { status: 200 };
}

/** On a pull request a status belongs to a push, or to none. */
export function status(
  ask: PullAsk,
  { commit: id, pull }: { commit: string; pull: Pull<Person> | null },
): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const { state, context, iterationId, ...rest } = bodyOf(ask, [
    "state",
    "context",
    "description",
    "targetUrl",
    "iterationId",
  ]);
  const judged = pull === null ? id : pull.commits[Number(iterationId) - 1]?.id;
  if (judged === undefined)
    return refusal(400, "The iteration does not exist.", "GitPullRequestIterationException");
  const name =
    typeof context === "object" && context !== null && "name" in context ? String(context.name) : "";
  ask.held.checks.push({ commit: judged, name, state: String(state) });
  return { ...answer(ask, { id: 1, state, context, ...rest }), status: pull === null ? 201 : 200 };
}
