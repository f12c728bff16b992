import { approvalLaws } from "./approval-laws.ts";
import type { Evidence } from "./evidence.ts";
import type { Law } from "./law.ts";
import { ASSIGNEE_RULE, AUTHORISER_RULE } from "./rule-ids.ts";
import { isAnywhereOn } from "./scope.ts";
import type { Person } from "./ticket.ts";

/** A person's accounts in trackers (id, login, e-mail address or display name), by the address of their commits. */
export type People = Readonly<Record<string, readonly string[]>>;

/**
 * Whether anything in a law asks who the authors of a change are; nothing else makes anybody ask git's mailmap, or tells commits of
 * different authors apart. Of a task file nobody asks who authorised it.
 */
export function asksForAuthors(
  law: Law,
  { change, lookups }: { readonly change: "draft" | "commits"; readonly lookups: Evidence["lookups"] },
): boolean {
  if (isAnywhereOn(law, ASSIGNEE_RULE)) return true;
  if (!asksForMakers(law, change)) return false;
  return Object.values(lookups).some((one) => one.status === "found" && one.source !== "file");
}

/** Whether anything in a law asks for more of those who made a commit than its author. */
export function asksForMakers(law: Law, change: "draft" | "commits"): boolean {
  return approvalLaws(law).length > 0 || (change === "commits" && isAnywhereOn(law, AUTHORISER_RULE));
}

/** What an account is compared by. */
export interface Acquaintance {
  readonly people: People;
  /** Where people see the ticket: a forge's own addresses for commits count on that forge alone. */
  readonly url: string | null;
}

/** A person as git writes one: `Ada <ada@example.test>`. */
export function authorKey({ name, email }: Pick<Person, "name" | "email">): string {
  return name === "" ? `<${email}>` : `${name} <${email}>`;
}

/** The person of such a text. */
export function personIn(text: string): Person {
  const open = text.lastIndexOf("<");
  return { name: text.slice(0, open).trim(), email: text.slice(open + 1, -1) };
}

/**
 * Whether a tracker's account is a git author's; null: nothing proves either. That it is somebody else's is proved where `people` lists the
 * author's address, since it names all accounts of whom it lists. That it lists the account for somebody proves nothing of an address that
 * it does not list: people have several, and display names are anybody's to choose.
 */
export function isAccountOf(account: Person, author: Person, known: Acquaintance): boolean | null {
  const own = accountsOf(author.email, known.people);
  const mine = [plainName(author.email), ...own, ...forgeAccounts(author.email, known.url)];
  if (namesOf(account).some((name) => mine.includes(name))) return true;
  return own.length > 0 ? false : null;
}

/** Whether a forge numbers this account of its own, and gave the author's address to another number. A login can change its bearer. */
export function isOtherNumber({ account }: Person, author: Person, { url }: Acquaintance): boolean {
  const isNumber = (text = ""): boolean => /^\d+$/.test(text);
  return (
    isNumber(account) && forgeAccounts(author.email, url).some((one) => isNumber(one) && one !== account)
  );
}

/** Whether `people` lists an account, and not for this author as far as it tells: no proof that they are two people. */
export function isListedElsewhere(account: Person, author: Person, { people, url }: Acquaintance): boolean {
  // Nobody tells which forge this is (a ledger holds no addresses of tickets), so it may be the one that gave this address out.
  const mayHold =
    url === null && namesOf(account).some((name) => heldBy(author.email, FORGES).includes(name));
  return !mayHold && isListed(account, people);
}

function namesOf({ name, email, account = "", login = "" }: Person): readonly string[] {
  return [account, login, email, name].map(plainName).filter((one) => one !== "");
}

function accountsOf(email: string, people: People): readonly string[] {
  const wanted = plainName(email);
  return Object.entries(people).flatMap(([address, accounts]) =>
    plainName(address) === wanted ? accounts.map(plainName) : [],
  );
}

/** Whether `people` knows whose account this is: by its id, login or e-mail address, never by what it is called. */
function isListed({ account = "", login = "", email }: Person, people: People): boolean {
  const handles = [account, login, email].map(plainName).filter((one) => one !== "");
  return Object.entries(people).some(([address, accounts]) =>
    [address, ...accounts].some((one) => handles.includes(plainName(one))),
  );
}

/** Addresses that forges give out for commits, and the account that they hold: its number where there is one, else its login. */
const FORGES = [
  ["https://github.com/", /^(\d+)\+[^@]+@users\.noreply\.github\.com$/],
  ["https://github.com/", /^([^@+]+)@users\.noreply\.github\.com$/],
  ["https://gitlab.com/", /^(\d+)-[^@]+@users\.noreply\.gitlab\.com$/],
] as const;

function forgeAccounts(email: string, url: string | null): readonly string[] {
  return heldBy(
    email,
    FORGES.filter(([home]) => url?.startsWith(home) ?? false),
  );
}

function heldBy(email: string, forges: readonly (typeof FORGES)[number][]): readonly string[] {
  return forges.flatMap(([, form]) => form.exec(plainName(email))?.[1] ?? []);
}

/** A name as names are compared: trackers, task files and policies write `@ada` for ada. */
export function plainName(text: string): string {
  return text.trim().toLowerCase().replace(/^@/, "");
}
