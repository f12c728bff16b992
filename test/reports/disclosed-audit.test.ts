import { describe, expect, test } from "vitest";
import type { Audit, AuditTicket } from "../../src/core/audit.ts";
import { auditFormatNames, auditFormats } from "../../src/reports/audits.ts";
import { disclosedAudit } from "../../src/reports/disclosed-audit.ts";
import { auditFixture } from "./audit-fixture.ts";
import { options } from "./reports.ts";

const SECRET = "Merger with Initech";

/** Every ticket of a tracker has the same title, and one of them can't be seen. */
function told(status: "absent" | "forbidden"): Audit {
  const audit = auditFixture({ commits: 60 });
  const tickets = audit.tickets.map(
    (ticket, index): AuditTicket =>
      index === 3
        ? {
            ...ticket,
            status,
            title: null,
            state: null,
            type: null,
            createdAt: null,
            criteria: null,
            commits: 2,
          }
        : { ...ticket, title: SECRET, path: null, source: "api" },
  );
  const gaps = audit.gaps.filter(({ code }) => code !== "ticket-not-found");
  const gone = { code: "ticket-not-found", of: "ticket", indexes: Uint32Array.of(3) } as const;
  return {
    ...audit,
    tickets,
    gaps: status === "absent" ? [...gaps, gone] : gaps,
    report: { ...audit.report, tickets: () => tickets },
  };
}

async function everything(audit: Audit): Promise<string> {
  const texts = await Promise.all(
    auditFormatNames.map(async (name) => [...(await auditFormats[name]())(options)(audit).body].join("")),
  );
  return texts.join("\n");
}

describe("an audit that strangers may read", () => {
  const terms = { disclosure: "id", own: null } as const;

  test("tells a title in no format", async () => {
    expect(await everything(told("absent"))).toContain(SECRET);
    expect(await everything(disclosedAudit(told("absent"), terms))).not.toContain(SECRET);
  });

  test("says the same of a ticket that is not there and of one that may not be seen", async () => {
    const [absent, forbidden] = [told("absent"), told("forbidden")];
    expect(await everything(absent)).not.toBe(await everything(forbidden));
    expect(await everything(disclosedAudit(absent, terms))).toBe(
      await everything(disclosedAudit(forbidden, terms)),
    );
  });

  test("keeps neither dates nor criteria of what is not open, and changes no verdict", () => {
    const shown = disclosedAudit(told("absent"), terms);
    expect(shown.tickets.filter(({ createdAt, criteria, type }) => createdAt ?? criteria ?? type)).toEqual(
      [],
    );
    expect(shown.report.verdict).toBe(told("absent").report.verdict);
    expect(shown.coverage).toEqual(told("absent").coverage);
  });

  test("is whole where everything may be told", () => {
    const audit = told("absent");
    expect(disclosedAudit(audit, { disclosure: "full", own: null })).toBe(audit);
  });
});
