import type { Answer } from "../kit.ts";
import { labelJson } from "./represent.ts";
import { type Ask, NOT_FOUND, paged, refusal } from "./rest.ts";
import type { Issue } from "./store.ts";
import { refused, setLabels } from "./write.ts";

/** Labels of an issue or pull request: told, added, replaced, removed. `name`: one of them. */
export function labelsAnswer(ask: Ask, issue: Issue, name: string | undefined): Answer {
  const { store, asker, call } = ask;
  const told = () => issue.labels.map((label, at) => labelJson(store, label, at));
  if (call.method === "GET") return paged(ask, told());
  const no = refused(ask, "rest/issues/labels");
  if (no !== null || asker.user === null) return no ?? NOT_FOUND;
  if (call.method === "DELETE") {
    if (name === undefined || !issue.labels.includes(name))
      return refusal(404, "Label does not exist", "rest/issues/labels#remove-a-label-from-an-issue");
    setLabels(
      ask,
      issue,
      asker.user,
      issue.labels.filter((label) => label !== name),
    );
    return { status: 200, json: told() };
  }
  const before = call.method === "PUT" ? [] : issue.labels;
  setLabels(ask, issue, asker.user, [...new Set([...before, ...namesIn(call.json)])]);
  return { status: 200, json: told() };
}

function namesIn(json: unknown): readonly string[] {
  const given = typeof json === "object" && json !== null && "labels" in json ? json.labels : [];
  return Array.isArray(given) ? given.map(String) : [];
}
