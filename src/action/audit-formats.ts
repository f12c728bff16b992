/** What the audit's folder can hold, in the order in which it is written. */
export const AUDIT_FORMATS = ["json", "html", "csv", "intoto", "sarif", "junit"] as const;

/** One of those. */
export type AuditFormat = (typeof AUDIT_FORMATS)[number];
