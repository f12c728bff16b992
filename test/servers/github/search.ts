import type { Issue } from "./store.ts";

/** What a search asks for, in the part of GitHub's language that is served here. */
interface Search {
  readonly words: readonly string[];
  readonly repository: string;
  readonly filters: readonly ((issue: Issue) => boolean)[];
}

const TOKEN = /([a-z]+):"([^"]*)"|([a-z]+):(\S+)|"([^"]*)"|(\S+)/y;

/** Reads a query; a string says what is wrong with it. */
export function readSearch(q: string): Search | string {
  const words: string[] = [];
  const filters: ((issue: Issue) => boolean)[] = [];
  let repository = "";
  let isIssue = false;
  for (const [, quotedName, quoted, name, bare, phrase, word] of tokens(q)) {
    const key = quotedName ?? name;
    const value = quoted ?? bare ?? "";
    if (key === undefined) words.push((phrase ?? word ?? "").toLowerCase());
    else if (key === "repo") repository = value;
    else if (key === "is" && value === "issue") isIssue = true;
    else if (key === "in" && value === "title,body") continue;
    else if (key === "state" && /^(?:open|closed)$/.test(value)) filters.push(({ state }) => state === value);
    else if (key === "label") filters.push(({ labels }) => labels.some((one) => same(one, value)));
    else if (key === "assignee")
      filters.push((issue) => issue.assignees.some(({ login }) => same(login, value)));
    else return `a qualifier that is not served here: ${key}:${value}`;
  }
  if (words.join(" ").length > 256) return "The search is longer than 256 characters.";
  if (!isIssue) return "Query must include 'is:issue' or 'is:pull-request'";
  if (repository === "") return "a search without a repository";
  return { words, repository, filters };
}

function* tokens(q: string): Generator<RegExpExecArray> {
  for (let at = 0; at < q.length; ) {
    if (q[at] === " ") {
      at += 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(q);
    if (match === null) return;
    yield match;
    at = TOKEN.lastIndex;
  }
}

/** Whether every word or phrase stands in title or body; GitHub drops punctuation at both sides. */
export function hits({ words, filters }: Search, issue: Issue): boolean {
  const text = bare(`${issue.title}\n${issue.body ?? ""}`);
  return (
    !issue.isPull && words.every((word) => text.includes(bare(word))) && filters.every((fits) => fits(issue))
  );
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
