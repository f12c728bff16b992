import type { Risk, Ticket } from "./ticket.ts";

/** Levels of risk, least first. */
const RISKS: readonly Risk[] = ["low", "medium", "high", "critical"];

/** `risk:high`, `risk/high`, `risk::high`, `risk-high`. */
const RISK_LABEL = /^risk(?:::?|\/|-)\s*(low|medium|high|critical)$/;

/** How risky a ticket says that its work is, by its own field and its labels: the highest counts. Null: it says nothing. */
export function riskOf({ risk, labels }: Pick<Ticket, "risk" | "labels">): Risk | null {
  const named = labels.flatMap((label) => RISK_LABEL.exec(label.trim().toLowerCase())?.[1] ?? []);
  return RISKS.findLast((level) => level === risk || named.includes(level)) ?? null;
}
