import type { ForgeKind } from "../core/forge.ts";
import type { RemoteKind } from "../core/law.ts";
import { markdown } from "../reports/escape.ts";

/** The repository that a pull request belongs to. */
export interface ClosingPlace {
  readonly forge: ForgeKind;
  /** As in `ForgePlace`. */
  readonly repository: string;
}

/** A ticket by its canonical id. */
export interface ClosingTicket {
  readonly kind: RemoteKind;
  readonly id: string;
  readonly key: string;
  readonly url: string | null;
}

/**
 * The line by which a forge closes a ticket once the change is merged, in the forge's own words (GitHub, "Linking a pull request to an
 * issue"; GitLab, "Default closing pattern"; Azure Boards, "Link work items" and "AB#"); a plain link where it can't, or is not to.
 */
export function ticketLine(ticket: ClosingTicket, closes: boolean, place: ClosingPlace): string {
  const closing = closes ? closingLine(ticket, place) : null;
  if (closing !== null) return closing;
  const { key, url } = ticket;
  return url !== null && /^https?:\/\/[^\s<>()\\"'`]+$/.test(url)
    ? `Ticket: [${markdown(key)}](${url})`
    : `Ticket: ${markdown(key)}`;
}

function closingLine({ kind, id }: ClosingTicket, { forge, repository }: ClosingPlace): string | null {
  if (kind === forge) {
    const [, path, number] = /^([\w.-]+(?:\/[\w.-]+)+)#([1-9]\d*)$/.exec(id) ?? [];
    if (path === undefined || number === undefined) return null;
    return path.toLowerCase() === repository.toLowerCase() ? `Closes #${number}` : `Closes ${path}#${number}`;
  }
  if (kind !== "azure-devops" || !/^[1-9]\d*$/.test(id)) return null;
  if (forge === "azure-repos") return `Fixes #${id}`;
  return forge === "github" ? `Fixes AB#${id}` : null;
}
