import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { GuardOptions } from "../forge-guard.ts";
import type { RemoteStatus } from "../remotes.ts";
import { json } from "../reports/escape.ts";
import type { Check } from "../setup/checks.ts";
import type { WordsCommand } from "./command.ts";
import { doctorText } from "./doctor-text.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { mendOf } from "./remote-text.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "doctor",
  summary: "say whether the hooks run, and what mends them",
  forms: ["[--forge] [--branch NAME] [--check NAME] [--json]"],
  details:
    "Looks at git, at the Node that the hooks find here and in programs with windows, at every hook and who runs it, at all work " +
    "trees, at the policy, at the token for each tracker and at variables that switch hooks off. With --forge it asks the forge " +
    "whether it holds the branch to the gate: the required check and who may report it, direct and force pushes, who is let past, tags; and says what " +
    "somebody could do around it. Exit code 0: all is well; 1: something would be skipped or " +
    "could not run, each with the command that mends it; 3: nothing is wrong, and the forge does not tell this token everything.",
  options: [
    { name: "forge", does: "ask the forge what protects the branch" },
    { name: "branch", value: "NAME", does: "of that branch, not the default one; needs --forge" },
    {
      name: "check",
      value: "NAME",
      does: "the gate's check where it is not called golden-thread; needs --forge",
    },
    { name: "json", does: "answer as JSON" },
  ],
  examples: [
    { run: "golden-thread doctor", does: "no hook is installed yet", exit: 1 },
    { run: "golden-thread init --yes && golden-thread doctor", does: "all is well", exit: 0 },
  ],
};

async function run(words: Words, io: Io, world: World): Promise<number> {
  if (words.positionals.length > 0)
    throw usage(manual, "doctor takes no arguments.", { found: words.positionals.join(" ") });
  const forge = forgeTerms(words);
  const { examine } = await import("../setup/doctor.ts");
  const { root, manager, checks } = await examine({
    cwd: io.cwd,
    env: io.env,
    home: world.home,
    node: world.node,
  });
  const all = [...checks, ...(await checkPolicy(world)), ...(await forgeOf(forge, world))];
  const isWell = all.every(({ state }) => state === "ok" || state === "note");
  io.stdout.write(
    words.has("json")
      ? `${json({ ...envelope("doctor"), root, manager, healthy: isWell, checks: all })}\n`
      : doctorText(root, all, io.stdout),
  );
  if (all.some(({ state }) => state === "fail")) return exitCode("fail");
  return exitCode(isWell ? "pass" : "undecided");
}

/** What --forge looks at; null: nobody asks for it. */
function forgeTerms(words: Words): GuardOptions | null {
  const terms = { branch: words.one("branch"), check: words.one("check") };
  if (words.has("forge")) return terms;
  if (terms.branch === null && terms.check === null) return null;
  throw usage(manual, "--branch and --check say what --forge looks at.", { wanted: "--forge" });
}

/** What protects the branch on its forge, where somebody asks. */
async function forgeOf(terms: GuardOptions | null, world: World): Promise<readonly Check[]> {
  if (terms === null) return [];
  const { examineForge } = await import("../forge-guard.ts");
  return examineForge(world, terms);
}

/** A policy that can't be used stops every hook. */
async function checkPolicy(world: World): Promise<readonly Check[]> {
  const [{ openPolicy }, { loadPolicy }] = await Promise.all([
    import("../gate/law.ts"),
    import("../policy/load.ts"),
  ]);
  const { input } = await openPolicy(world, { place: "hook" });
  try {
    const { sources, preset, remotes, evidence } = await loadPolicy(input);
    const policy: Check = {
      code: "policy",
      state: "ok",
      found: [...sources, `preset ${preset}`].join(", "),
    };
    return [policy, evidenceCheck(evidence), ...(await remoteChecks(world, remotes))];
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "policy") throw thrown;
    return [{ code: "policy", state: "fail", found: thrown.message, fix: "golden-thread config validate" }];
  }
}

/** Whether anybody writes down what was judged, and who may sign that. */
function evidenceCheck(evidence: Law["evidence"]): Check {
  const signers = (evidence?.keys.length ?? 0) + (evidence?.identities.length ?? 0);
  const notes = evidence?.notes ?? null;
  const where = notes === null ? "in an audit's folder alone" : `in ${notes}`;
  const by =
    signers === 0
      ? "by nobody whom the policy names (golden-thread key new evidence)"
      : `by ${signers} that the policy names`;
  return { code: "evidence", state: "ok", found: `written ${where}, signed ${by}` };
}

/** Whose token each tracker is asked with, and what is in the way. A tracker that is down is no fault of this machine. */
async function remoteChecks(world: World, remotes: Law["remotes"]): Promise<readonly Check[]> {
  const { proveRemotes } = await import("../remotes.ts");
  const statuses = await proveRemotes(world, remotes);
  return statuses.filter(({ origin }) => origin !== null).map(remoteCheck);
}

function remoteCheck(remote: RemoteStatus): Check {
  const { name, origin, outcome, credential, identity, detail } = remote;
  const fix = mendOf(remote);
  const who = identity === null ? null : `as ${identity.name}`;
  const rights = identity?.rights?.length ? `which may ${identity.rights.join(", ")}` : null;
  const token = credential === null ? "without a token" : `with the token from ${credential}`;
  const found = [`${name} at ${origin}`, token, rights, who, detail]
    .filter((part) => part !== null)
    .join(", ");
  return { code: "remote", state: STATES[outcome], found, ...(fix === null ? {} : { fix }) };
}

const STATES = {
  ready: "ok",
  anonymous: "note",
  unavailable: "note",
  credentials: "fail",
  forbidden: "fail",
} as const satisfies Readonly<Record<RemoteStatus["outcome"], Check["state"]>>;

/** `doctor`: says what is installed, what would be skipped and why. */
export const command = { manual, run } satisfies WordsCommand;
