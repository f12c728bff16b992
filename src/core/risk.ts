import type { Risk, Ticket } from "./ticket.ts";

/** Levels of risk, least first. */
const RISKS: readonly Risk[] = ["low", "medium", "high", "critical"];

/** `risk:high`, `risk/high`, `risk::high`, `risk-high`. */
const RISK_LABEL = /^risk(?:::?|\/|-)\s*(low|medium|high|critical)$/;

/** Whether a label says how much harm the work may do. */
export function isRiskLabel(label: string): boolean {
  return levelIn(label) !== null;
}

function levelIn(label: string): string | null {
  return RISK_LABEL.exec(label.trim().toLowerCase())?.[1] ?? null;
}

/** How risky a ticket says that its work is, by its own field and its labels: the highest counts. Null: it says nothing. */
export function riskOf({ risk, labels }: Pick<Ticket, "risk" | "labels">): Risk | null {
  const named = labels.map(levelIn);
  return RISKS.findLast((level) => level === risk || named.includes(level)) ?? null;
}
