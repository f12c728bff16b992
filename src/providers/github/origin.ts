import type { Origin, Person, Ticket } from "../../core/ticket.ts";
import type { Api } from "./api.ts";
import { personOf } from "./person.ts";
import type { Repositories } from "./repositories.ts";
import { timeline } from "./timeline.ts";

/** How GitHub calls authors with rights of their own. Who once had a commit merged (`CONTRIBUTOR`) has none. */
const INSIDERS: ReadonlySet<string> = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

/** What only accounts with rights can do to an issue. */
const TAKING_UP: ReadonlySet<string> = new Set(["assigned", "labeled", "milestoned"]);

/** Somebody who did something to an issue. */
interface Actor {
  readonly login: string;
  readonly id?: number | null | undefined;
  /** `User`; all others are programs, organisations and placeholders. */
  readonly type?: string | null | undefined;
}

/** Whether an issue's author has no rights in its repository. */
export function isOutsider(association: string | null | undefined): boolean {
  return !INSIDERS.has(association?.toUpperCase() ?? "");
}

/** An outsider's issue, with the people who took it up. */
export function originOf(author: Person | null, actors: readonly (Actor | null | undefined)[]): Origin {
  const people = actors.flatMap((actor) => (actor?.type === "User" ? (personOf(actor) ?? []) : []));
  const vouchers = people.filter(({ name, account }) => name !== author?.name && !isSame(account, author));
  return {
    outsider: true,
    vouchers: [...new Map(vouchers.map((one) => [one.account ?? one.name, one])).values()],
  };
}

function isSame(account: string | undefined, author: Person | null): boolean {
  return account !== undefined && account === author?.account;
}

/** The origin of an outsider's issue by REST, unless its repository is told to be private: nobody else gets in there. */
export async function originAt(
  api: Api,
  repositories: Repositories,
  { id, project, createdBy }: Ticket,
): Promise<Pick<Ticket, "origin">> {
  if ((await repositories(project ?? "")) === "private") return {};
  const actors: Actor[] = [];
  for await (const { event, actor } of timeline(api, id))
    if (actor && TAKING_UP.has(event ?? "")) actors.push(actor);
  return { origin: originOf(createdBy, actors) };
}
