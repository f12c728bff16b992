import { Fault } from "./core/fault.ts";
import type { Forge } from "./core/forge.ts";
import { type Gate, type GateWorld, openGate } from "./gate.ts";
import type { Check } from "./setup/checks.ts";
import { ownedCheck } from "./setup/code-owners.ts";
import { forgeChecks } from "./setup/forge-checks.ts";

/** Which branch is looked at, and which check is ours. */
export interface GuardOptions {
  /** Null: the default branch. */
  readonly branch: string | null;
  /** Name of the check, or a part of it; null: the name that `init` gives it. */
  readonly check: string | null;
}

/** What the job of the workflow that `init` writes is called. */
const CHECK = "golden-thread";

/**
 * Asks the forge of this repository whether it holds a branch to the gate, and what somebody could do around it. Changes nothing. A forge
 * that can't be asked is one unknown answer. Throws Fault("policy") for a law that can't be used.
 */
export async function examineForge(world: GateWorld, options: GuardOptions): Promise<readonly Check[]> {
  const gate = await openGate(world, { place: "hook", haste: "command" });
  const forge = await gate.forge();
  if (forge === null)
    return [
      {
        code: "forge",
        state: "unknown",
        found: "no forge can be asked: origin is none that is known, or there is no token for it",
        fix: "golden-thread remote check",
      },
    ];
  const branch = options.branch ?? (await gate.defaultBranches())[0] ?? "main";
  return asked(gate, forge, { branch, check: options.check ?? CHECK });
}

async function asked(
  { law, tree }: Pick<Gate, "law" | "tree">,
  forge: Forge,
  { branch, check }: { readonly branch: string; readonly check: string },
): Promise<readonly Check[]> {
  try {
    const [protection, merging] = await Promise.all([forge.protection(branch), forge.merging()]);
    const found = `${forge.remote}, branch ${branch}`;
    if (protection === null) return [{ code: "forge", state: "unknown", found }];
    const checks = forgeChecks({ branch, protection, merging, check });
    const owned =
      protection.hasOwnersFile === true ? [await ownedCheck(tree, [...law.sources, law.waivers.file])] : [];
    return [{ code: "forge", state: "ok", found }, ...checks, ...owned];
  } catch (thrown) {
    if (!(thrown instanceof Fault) || !ANSWERS.has(thrown.code)) throw thrown;
    const { message, found, fix = "golden-thread remote check" } = thrown;
    const detail = found === undefined ? message : `${message} Found: ${found}`;
    return [{ code: "forge", state: "unknown", found: detail, fix }];
  }
}

/** What a forge says instead of an answer. */
const ANSWERS: ReadonlySet<string> = new Set(["absent", "forbidden", "credentials", "unavailable"]);
