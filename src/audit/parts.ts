import type { AuditPart, PartState } from "../core/audit.ts";
import type { AuditRequest } from "./request.ts";

/** Every part, in the order in which reports tell them. */
export const PARTS: readonly AuditPart[] = [
  "messages",
  "paths",
  "lines",
  "tree",
  "blame",
  "proposals",
  "tickets",
];

/** Above so many commits it takes git minutes to say what each of them changed, so that is done only where it is asked for. */
const MOST_COUNTED = 20_000;

/** Parts that cost little, however long a history is. */
const CHEAP_PARTS: readonly AuditPart[] = ["messages", "tree", "tickets"];

/** Parts that are asked for by themselves, of a history of so many commits. */
function defaultParts(commits: number): ReadonlySet<AuditPart> {
  return new Set<AuditPart>(commits > MOST_COUNTED ? CHEAP_PARTS : [...CHEAP_PARTS, "paths", "lines"]);
}

const DONE = { state: "done", why: "", fix: null } as const;

/** What is looked at: the parts of the request or those by default, what is wanted beside them, and not what is left out. */
export function askedParts(
  { parts, more = NO_PARTS, without = NO_PARTS }: Pick<AuditRequest, "parts" | "more" | "without">,
  commits: number,
): ReadonlySet<AuditPart> {
  const wanted = [...(parts ?? defaultParts(commits)), ...more];
  return new Set(wanted.filter((part) => !without.has(part)));
}

const NO_PARTS: ReadonlySet<AuditPart> = new Set();

/** Why a part is not whole. */
export type Lack = Omit<PartState, "part">;

/** The states of all parts: what was asked for and lacks nothing is done. */
export function statesOf(
  asked: ReadonlySet<AuditPart>,
  lacks: Partial<Readonly<Record<AuditPart, Lack | null>>>,
): readonly PartState[] {
  return PARTS.map((part) => ({ part, ...(asked.has(part) ? (lacks[part] ?? DONE) : notAsked(part)) }));
}

function notAsked(part: AuditPart): Lack {
  const fix = ["golden-thread", "audit", "--with", part];
  return { state: "not-asked", why: "Nobody asked for it.", fix };
}

const WORST: readonly PartState["state"][] = ["unavailable", "partial", "done", "not-asked"];

/** The states of several partials as one's: what one of them lacks, all lack. */
export function worstStates(all: readonly (readonly PartState[])[]): readonly PartState[] {
  return PARTS.flatMap((part) => {
    const states = all.flatMap((one) => one.filter((state) => state.part === part));
    const worst = WORST.find((name) => states.some(({ state }) => state === name));
    return states.find(({ state }) => state === worst) ?? [];
  });
}
