import { Fault } from "../core/fault.ts";
import type { Repository } from "../git/repository.ts";
import type { Anchor } from "./anchor-line.ts";
import type { JudgedLog } from "./chain.ts";
import type { EvidenceFinding } from "./codes.ts";

/** How a signed tag's message names the head of a log. */
const LINE = /^golden-thread-log: ([0-9a-f]{64}) ([1-9][0-9]{0,9}) ([0-9a-f]{64})$/gm;

/** Anchors of a log by annotated tags whose signature git takes for good (git-verify-tag). */
export async function readAnchors({ git }: Repository, logId: string): Promise<readonly Anchor[]> {
  const format = "--format=%(objecttype) %(refname)%00%(contents)%00%00";
  const text = await git.text(["for-each-ref", format, "refs/tags"]);
  const found = text.split("\0\0").flatMap((one) => {
    const [head = "", message = ""] = one.replace(/^\n/, "").split("\0");
    const [type, name = ""] = head.split(" ");
    if (type !== "tag") return [];
    return [...message.matchAll(LINE)]
      .map(([, id = "", seq = "", digest = ""]) => ({ name, logId: id, seq: Number(seq), digest }))
      .filter((anchor) => anchor.logId === logId);
  });
  const good: Anchor[] = [];
  for (const anchor of found) if (await isSigned({ git }, anchor.name)) good.push(anchor);
  return good;
}

async function isSigned({ git }: Pick<Repository, "git">, name: string): Promise<boolean> {
  try {
    await git.run(["verify-tag", name]);
    return true;
  } catch (thrown) {
    // Not signed, or by nobody whom this git trusts: then it is no more than a name.
    if (thrown instanceof Fault) return false;
    throw thrown;
  }
}

/** Holds anchors against a log. `to`: the last record that one of them names; 0: none does. */
export function judgeAnchors(
  { ends }: JudgedLog,
  anchors: readonly Anchor[],
): { readonly to: number; readonly findings: readonly EvidenceFinding[] } {
  const last = Math.max(0, ...ends.keys());
  const findings: EvidenceFinding[] = [];
  let to = 0;
  for (const { name, seq, digest } of anchors) {
    if (seq > last) findings.push({ code: "truncated", line: null, about: name });
    else if (ends.get(seq) !== digest) findings.push({ code: "anchor-differs", line: null, about: name });
    else to = Math.max(to, seq);
  }
  return { to, findings };
}
