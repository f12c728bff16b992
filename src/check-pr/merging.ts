import { evaluate } from "../core/evaluate.ts";
import type { Evidence, MergeResult } from "../core/evidence.ts";
import { Fault, type FaultCode } from "../core/fault.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Forge, LiveChange, Merging } from "../core/forge.ts";
import { needsCommits, type PredictedMessage, predictedMessages } from "../core/merge-message.ts";
import { isAnywhereOn } from "../core/scope.ts";
import type { Gate } from "../gate.ts";
import { messageReferences } from "../gather/references.ts";
import { referenceRequired } from "../rules/reference-required.ts";

/** What is said of the commit that a merge would make, and what could not be found out. */
export interface MergeAnswer {
  readonly findings: readonly JudgedFinding[];
  readonly notices: readonly string[];
}

const NOTHING: MergeAnswer = { findings: [], notices: [] };

/** What is known of a pull request that will be merged. `whole`: evidence about it as one thing. */
export interface Mergeable {
  readonly gate: Gate;
  readonly forge: Forge;
  readonly live: LiveChange;
  readonly whole: Evidence;
}

/**
 * Whether the commit that the repository's settings would make of a pull request still names a ticket. Nothing else is asked of it: what it
 * holds was judged commit by commit, and a clean merge is exempt.
 */
export async function judgeMerging(mergeable: Mergeable): Promise<MergeAnswer> {
  const { gate, live, whole } = mergeable;
  const isAsked = isAnywhereOn(gate.law, referenceRequired.meta.id);
  // Nobody asks a ticket of what is exempt commit by commit.
  const isExempt = whole.facts.length > 0 && whole.facts.every(({ exempt }) => exempt !== null);
  if (!isAsked || isExempt || live.state !== "open") return NOTHING;
  try {
    return await answer(mergeable);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code === "internal") throw thrown;
    // What a credential may not see, or a forge does not have, is no better known the next time.
    if (UNTOLD.has(thrown.code)) return { findings: [], notices: [`merging-untold: ${thrown.message}`] };
    return { findings: found(mergeable, { status: "unknown", detail: thrown.message }), notices: [] };
  }
}

const UNTOLD: ReadonlySet<FaultCode> = new Set(["forbidden", "credentials", "usage"]);

async function answer(mergeable: Mergeable): Promise<MergeAnswer> {
  const { gate, forge, live } = mergeable;
  const merging = await forge.merging();
  const told = needsCommits(merging) ? await forge.commits(live.number) : { commits: [], complete: true };
  const predicted = told.complete ? predictedMessages(live, told.commits, merging) : [];
  const squash = predicted.find(({ method }) => method === "squash");
  if (squash === undefined)
    return merging.methods?.includes("squash") === false
      ? NOTHING
      : { findings: [], notices: ["merging-untold: The settings of squashed commits are not told."] };
  return { findings: found(mergeable, resultOf(gate, squash, { live, merging })), notices: [] };
}

function found({ gate, whole }: Mergeable, merge: MergeResult): MergeAnswer["findings"] {
  return evaluate({ ...whole, merges: [merge] }, gate.law, [referenceRequired]);
}

/** The pull request's own number is appended by the forge, and is no ticket. */
function resultOf(
  { reader }: Gate,
  { method, message, setting }: PredictedMessage,
  { live, merging }: { readonly live: LiveChange; readonly merging: Merging },
): MergeResult {
  const text = message.replace(` (#${live.number})`, "");
  const isOnly = merging.methods?.length === 1;
  return { status: "told", method, setting, isOnly, references: messageReferences(reader, text, 0) };
}
