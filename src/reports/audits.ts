import type { AuditRendererFactory, RendererFactory } from "./options.ts";

/** The registry of an audit's formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
export const auditFormats = {
  badge: async () => (await import("./badge.ts")).renderer,
  csv: async () => (await import("./audit-csv.ts")).renderer,
  gitlab: async () => onReport((await import("./gitlab.ts")).renderer),
  html: async () => (await import("./audit-html.ts")).renderer,
  json: async () => (await import("./audit-json.ts")).renderer,
  junit: async () => onReport((await import("./junit.ts")).renderer),
  markdown: async () => (await import("./audit-markdown.ts")).renderer,
  oscal: async () => (await import("./audit-oscal.ts")).renderer,
  sarif: async () => onReport((await import("./sarif.ts")).renderer),
  text: async () => (await import("./audit-text.ts")).renderer,
  trace: async () => (await import("./audit-trace.ts")).renderer,
} as const satisfies Readonly<Record<string, () => Promise<AuditRendererFactory>>>;

/** A format of audits that can be asked for by name. */
export type AuditFormatName = keyof typeof auditFormats;

/** Every such format's name, sorted. */
export const auditFormatNames: readonly AuditFormatName[] = Object.keys(auditFormats)
  .filter(isAuditFormat)
  .sort();

/** True for the name of a format of audits. */
export function isAuditFormat(name: string): name is AuditFormatName {
  return Object.hasOwn(auditFormats, name);
}

/** Subjects that such a format is told: more of them take memory, and SARIF and GitLab show no more findings than 25,000. */
const MOST_SUBJECTS = 100_000;

/** A format of reports over an audit's own, with the subjects that the audit knows. */
function onReport(factory: RendererFactory): AuditRendererFactory {
  return (options) => (audit) => {
    const { history, report } = audit;
    const told = Math.min(history.count, MOST_SUBJECTS);
    const subjects = new Map(
      Array.from({ length: told }, (_, index) => [report.commits?.id(index) ?? "", history.subject(index)]),
    );
    const subject = (id: string): string | null => subjects.get(id) ?? options.subject(id);
    return factory({ ...options, subject })(report);
  };
}
