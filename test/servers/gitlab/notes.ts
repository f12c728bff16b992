import type { Answer } from "../kit.ts";
import { bodyOf, type PullAsk, pullIn, refused, withoutCommands } from "./pulls.ts";
import { userJson } from "./represent.ts";
import { NOT_FOUND, paged, refusal } from "./routes.ts";
import type { User } from "./store.ts";

function noteJson(ask: PullAsk, note: { id: number; author: User; body: string }) {
  return {
    id: note.id,
    body: note.body,
    system: false,
    author: userJson(ask.store, note.author),
    noteable_type: "MergeRequest",
  };
}

/** With a record of the service's own in front. */
export function notes(ask: PullAsk, number: string | undefined): Answer {
  const pull = pullIn(ask, number);
  if (pull === undefined) return NOT_FOUND;
  const record = { ...noteJson(ask, { id: 1, author: pull.author, body: "added 1 commit" }), system: true };
  return paged(ask, [record, ...pull.comments.map((note) => noteJson(ask, note))]);
}

export function addNote(ask: PullAsk, number: string | undefined): Answer {
  const pull = pullIn(ask, number);
  if (pull === undefined) return NOT_FOUND;
  const no = refused(ask);
  if (no !== null || ask.token === null) return no ?? NOT_FOUND;
  const body = withoutCommands(ask, String(bodyOf(ask, ["body"]).body));
  const note = { id: ask.store.next(), author: ask.token.user, body };
  pull.comments.push(note);
  return { status: 201, json: noteJson(ask, note) };
}

/** Only their author may change notes. */
export function changeNote(ask: PullAsk, [number, id]: readonly string[]): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const note = pullIn(ask, number)?.comments.find((one) => String(one.id) === id);
  if (note === undefined) return NOT_FOUND;
  if (note.author.id !== ask.token?.user.id) return refusal(403, "403 Forbidden");
  note.body = withoutCommands(ask, String(bodyOf(ask, ["body"]).body));
  return { status: 200, json: noteJson(ask, note) };
}

export function removeNote(ask: PullAsk, [number, id]: readonly string[]): Answer {
  const no = refused(ask);
  if (no !== null) return no;
  const { comments } = pullIn(ask, number) ?? { comments: [] };
  const at = comments.findIndex((one) => String(one.id) === id);
  if (at < 0) return NOT_FOUND;
  if (comments[at]?.author.id !== ask.token?.user.id) return refusal(403, "403 Forbidden");
  comments.splice(at, 1);
  return { status: 204 };
}
