import type { AuditEvidence, EvidenceState } from "./evidence.ts";
import { MAPPING } from "./index.ts";
import type { ControlItem, Mapping } from "./item.ts";

/** What an audit has for one control: support, never satisfaction. */
export interface Support extends ControlItem {
  readonly claim: "supports";
  /** `present`: all evidence that the row names is there; `absent`: none of it is. */
  readonly state: EvidenceState;
}

/** Each control of a mapping, with how much of its evidence is there. */
export function supportsOf(
  evidence: readonly AuditEvidence[],
  { items }: Mapping = MAPPING,
): readonly Support[] {
  const states = new Map(evidence.map(({ id, state }) => [id, state]));
  return items.map((control) => {
    const told = control.evidence.map((id) => states.get(id) ?? "absent");
    return { ...control, claim: "supports", state: stateOf(told) };
  });
}

function stateOf(told: readonly EvidenceState[]): EvidenceState {
  if (told.length > 0 && told.every((one) => one === "present")) return "present";
  return told.some((one) => one !== "absent") ? "partial" : "absent";
}
