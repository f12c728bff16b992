import type { ApprovalLaw } from "./law.ts";
import { plainName } from "./people.ts";
import { riskOf } from "./risk.ts";
import { type Person, SNAPSHOT_FIELDS, type Snapshot, type SnapshotField, type Ticket } from "./ticket.ts";

/** Whether a ticket has to be approved under this law. */
export function needsApproval(ticket: Pick<Ticket, "risk" | "labels">, { risk }: ApprovalLaw): boolean {
  if (risk === null) return true;
  const own = riskOf(ticket);
  return own !== null && risk.includes(own);
}

/**
 * Whether the policy lets this account approve. An entry of digits alone is an id, since anybody may call themselves that; `@ada` is a login;
 * one with `@` inside is an e-mail address; all others are an id or a login. A display name is anybody's to choose.
 */
export function isApprover({ account, login, email }: Person, { approvers }: ApprovalLaw): boolean {
  return approvers.map(plain).some((entry) => {
    if (entry === "" || entry === "@") return false;
    if (/^\d+$/.test(entry)) return entry === account?.trim();
    if (entry.startsWith("@")) return login !== undefined && entry.slice(1) === plainName(login);
    // On Azure DevOps a login is an address.
    if (entry.includes("@")) return [email, login ?? ""].map(plain).includes(entry);
    return [account ?? "", login ?? ""].map(plainName).includes(entry);
  });
}

/** Parts in which two snapshots differ. */
export function differingFields(one: Snapshot, other: Snapshot): readonly SnapshotField[] {
  return SNAPSHOT_FIELDS.filter((field) => one[field] !== other[field]);
}

/** A part of a ticket as it is digested: how lines end, blanks behind them, empty lines and ticked boxes make no difference. */
export function normalised(text: string): string {
  const lines = text
    .normalize("NFC")
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd().replace(TICKED, "$1[ ]"));
  return lines
    .filter((line, at) => line !== "" || (at > 0 && lines[at - 1] !== ""))
    .join("\n")
    .trim();
}

/** A box of a task list that is ticked. */
const TICKED = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[xX]\](?=\s|$)/;

/** The text of each part, ready to be digested. Ticking a criterion is work; its words and their order are what was approved. */
export function snapshotTexts({
  title,
  description,
  unshown,
  criteria,
}: Pick<Ticket, SnapshotField | "unshown">): Readonly<Record<SnapshotField, string>> {
  return {
    title: normalised(title),
    description: unshown === undefined ? normalised(description) : `${normalised(description)}\n${unshown}`,
    criteria: JSON.stringify(criteria.map(({ text }) => normalised(text))),
  };
}

const BEGINNING = "golden-thread approval v1";

/** The line of a comment that approves a ticket as it stands. */
export function approvalLine(snapshot: Snapshot): string {
  return [BEGINNING, ...SNAPSHOT_FIELDS.map((field) => `${field}=${snapshot[field]}`)].join(" ");
}

const LINE = new RegExp(
  `^${BEGINNING} title=([0-9a-f]{64}) description=([0-9a-f]{64}) criteria=([0-9a-f]{64})$`,
);
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;

/** Elements whose content goes on over empty lines (CommonMark, HTML blocks of the first two kinds). */
const HTML_BLOCK = /<(?:pre|script|style|textarea)\b|<!--/i;

/**
 * What a comment approves; null: nothing. The line must be a paragraph of its own, outside of code, quotations and HTML, and the only one of
 * its kind: whoever quotes or explains an approval gives none.
 */
export function approvalIn(text: string): Snapshot | null {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const found = lines.flatMap((line, at) => (line.includes(BEGINNING) ? [at] : []));
  const [at] = found;
  if (at === undefined || found.length > 1) return null;
  const before = lines.slice(0, at);
  const alone = (lines[at - 1] ?? "") === "" && (lines[at + 1] ?? "") === "";
  if (!alone || isFenced(before) || HTML_BLOCK.test(before.join("\n"))) return null;
  const [, title, description, criteria] = LINE.exec(lines[at] ?? "") ?? [];
  if (title === undefined || description === undefined || criteria === undefined) return null;
  return { title, description, criteria };
}

/** Any fence that these lines leave open, or may: a comment with code before its approval has to close it plainly. */
function isFenced(lines: readonly string[]): boolean {
  let open: string | null = null;
  for (const line of lines) {
    const fence = FENCE.exec(line)?.[1];
    if (fence === undefined) continue;
    if (open === null) open = fence;
    else if (fence.startsWith(open) && line.trim() === fence) open = null;
  }
  return open !== null;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
