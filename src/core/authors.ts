import { type Commit, commitsOf } from "./change.ts";
import type { Evidence } from "./evidence.ts";
import { type Acquaintance, authorKey, isAccountOf, isOtherNumber, plainName } from "./people.ts";
import type { Person } from "./ticket.ts";

/** An author as the trusted tree's .mailmap knows them. */
export function mappedAuthor(author: Person, { authors = {} }: Pick<Evidence, "authors">): Person {
  const key = authorKey(author);
  return Object.hasOwn(authors, key) ? (authors[key] ?? author) : author;
}

/** Whoever made a change: everybody who made its commits, and the author of its pull request. */
export function changeAuthors(evidence: Pick<Evidence, "change" | "authors">): readonly Person[] {
  const { change } = evidence;
  const authors = commitsOf(change).flatMap((commit) =>
    makersOf(commit).map((one) => mappedAuthor(one, evidence)),
  );
  return change.kind === "pull-request" ? [...authors, change.author] : authors;
}

/** Whoever made a commit: its author, who committed it, and the co-authors whom its message names. */
export function makersOf({
  author,
  committer,
  message,
  coAuthors = coAuthorsIn(message),
}: Pick<Commit, "author" | "committer" | "message" | "coAuthors">): readonly Person[] {
  const others = isSameAddress(author, committer) || isForge(committer) ? [] : [committer];
  return [author, ...others, ...coAuthors];
}

/** As forges read it; a line in the middle of a message counts too, since a squash puts several messages into one. */
const CO_AUTHOR = /^co-authored-by[ \t]*:[ \t]*([^<\n]*)<([^<>\n]+)>/gim;

/** The co-authors whom a message names. Nobody gains anything by naming one. */
export function coAuthorsIn(message: string): readonly Person[] {
  return Array.from(message.matchAll(CO_AUTHOR), ([, name = "", email = ""]) => ({
    name: name.trim(),
    email: email.trim(),
  }));
}

function isSameAddress(one: Person, other: Person): boolean {
  return plainName(one.email) === plainName(other.email) || other.email.trim() === "";
}

/** Forges commit in their own name what people merge by a button. */
function isForge({ email }: Person): boolean {
  return ["noreply@github.com", "noreply@gitlab.com"].includes(plainName(email));
}

/** Whether a tracker's account is one of these authors'; null: of one of them nothing tells. Without authors nobody can say. */
export function isOneOf(account: Person, authors: readonly Person[], known: Acquaintance): boolean | null {
  const told = authors.map((author) => isAuthor(account, author, known));
  if (told.includes(true)) return true;
  return told.length === 0 || told.includes(null) ? null : false;
}

/** A pull request's author is an account of a forge, mostly without an address. */
function isAuthor(account: Person, author: Person, known: Acquaintance): boolean | null {
  const own = handlesOf(author);
  if (handlesOf(account).some((one) => own.includes(one))) return true;
  if (author.email.trim() !== "")
    return isAccountOf(account, author, known) ?? (isOtherNumber(account, author, known) ? false : null);
  const addresses = Object.entries(known.people).filter(([, accounts]) =>
    accounts.some((one) => own.includes(plainName(one))),
  );
  const told = addresses.map(([email]) => isAccountOf(account, { name: "", email }, known));
  if (told.includes(true)) return true;
  return told.length === 0 || told.includes(null) ? null : false;
}

function handlesOf({ account = "", login = "" }: Person): readonly string[] {
  return [account, login].map(plainName).filter((one) => one !== "");
}
