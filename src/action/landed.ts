import type { AuditContext } from "../attest/context.ts";
import type { LiveChange } from "../core/forge.ts";

/**
 * How commits landed, where all of them did in one way that can be told: `brought` and `changes` have a line's commits by full id. What one commit was made of
 * by a squash or by a rebase looks the same, so nobody knows then, unless the forge wrote the pull request's number into it, as it does where it squashes:
 * `named` has the numbers that commits with one parent tell which the forge itself committed. A pull request's own head was made by no squash.
 */
export function landedBy(
  brought: ReadonlyMap<string, readonly string[]>,
  changes: ReadonlyMap<
    string,
    Pick<LiveChange, "number"> & { readonly head: Pick<LiveChange["head"], "commit"> }
  >,
  named: ReadonlyMap<string, number | null>,
): NonNullable<AuditContext["method"]> | null {
  const tops = new Map<number, number>();
  for (const { number } of changes.values()) tops.set(number, (tops.get(number) ?? 0) + 1);
  const methods = [...brought].map(([top, ids]) => {
    const change = changes.get(top);
    if (change === undefined) return "direct";
    if (ids.length > 1) return "merge";
    if ((tops.get(change.number) ?? 0) > 1) return "rebase";
    return named.get(top) === change.number && change.head.commit !== top ? "squash" : null;
  });
  const [first = null] = methods;
  return methods.every((one) => one === first) ? first : null;
}
