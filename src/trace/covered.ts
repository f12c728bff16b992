import type { AuditFiles, AuditTicket } from "../core/audit.ts";

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
  const leads = (number: number): boolean => {
    const ticket = tickets[number];
    return ticket !== undefined && isThere(ticket);
  };
  return (
    files.named(index).some(({ ticket }) => leads(ticket)) || (files.through(index)?.some(leads) ?? false)
  );
}

/** Whether a commit, a file or a line leads to a ticket. */
export function isLinked({ commits, files, live }: Pick<AuditTicket, "commits" | "files" | "live">): boolean {
  return commits + files + (live ?? 0) > 0;
}
