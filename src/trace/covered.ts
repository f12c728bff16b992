import type { AuditFiles, AuditScope, AuditTicket } from "../core/audit.ts";

/** Whether somebody found the ticket: what a text names is a claim until then. */
export function isThere({ status }: Pick<AuditTicket, "status">): boolean {
  return status === "found";
}

/** Whether a ticket that exists leads to a file: it stands in it, or the commits that made the file name it. */
export function isCovered(
  files: AuditFiles,
  tickets: readonly Pick<AuditTicket, "status">[],
  index: number,
): boolean {
  return isLedTo(files, index, (number) => tickets[number]?.status === "found");
}

/** The same of a ticket that may exist: nobody could say that there is none. */
export function mayBeCovered(
  files: AuditFiles,
  tickets: readonly Pick<AuditTicket, "status">[],
  index: number,
): boolean {
  return isLedTo(
    files,
    index,
    (number) => tickets[number] !== undefined && tickets[number].status !== "absent",
  );
}

function isLedTo(files: AuditFiles, index: number, counts: (ticket: number) => boolean): boolean {
  return (
    files.named(index).some(({ ticket }) => counts(ticket)) || (files.through(index)?.some(counts) ?? false)
  );
}

/** Whether a commit, a file or a line leads to a ticket. */
export function isLinked({ commits, files, live }: Pick<AuditTicket, "commits" | "files" | "live">): boolean {
  return commits + files + (live ?? 0) > 0;
}

/** Only a whole history can say that there is no commit. */
export function isWholeHistory({ complete, since, behind }: AuditScope): boolean {
  return complete && since === null && behind.length === 0;
}
