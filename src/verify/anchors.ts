import type { Repository } from "../git/repository.ts";
import { signedTags } from "../git/signed-tags.ts";
import type { Anchor } from "./anchor-line.ts";
import type { JudgedLog } from "./chain.ts";
import type { EvidenceFinding } from "./codes.ts";

/** How a signed tag's message names the head of a log. */
const LINE = /^golden-thread-log: ([0-9a-f]{64}) ([1-9][0-9]{0,9}) ([0-9a-f]{64})$/gm;

/** Anchors of a log by annotated tags whose signature git takes for good. */
export async function readAnchors(repo: Repository, logId: string): Promise<readonly Anchor[]> {
  const format = "--format=%(objecttype) %(objectname) %(refname)%00%(contents)%00%00";
  const text = await repo.git.text(["for-each-ref", format, "refs/tags"]);
  const found = text.split("\0\0").flatMap((one) => {
    const [head = "", message = ""] = one.replace(/^\n/, "").split("\0");
    const [type, tag = "", name = ""] = head.split(" ");
    if (type !== "tag") return [];
    return [...message.matchAll(LINE)]
      .map(([, id = "", seq = "", digest = ""]) => ({ tag, name, logId: id, seq: Number(seq), digest }))
      .filter((anchor) => anchor.logId === logId);
  });
  if (found.length === 0) return [];
  const good = await signedTags(repo, new Set(found.map(({ tag }) => tag)));
  return found.filter(({ tag }) => good.has(tag));
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
