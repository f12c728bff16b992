import { Fault } from "../core/fault.ts";

/** One write to a tracker or forge, as people are asked about it and as the log keeps it. All texts are untrusted. */
export interface PlannedWrite {
  /** Name of the policy's remote. */
  readonly remote: string;
  readonly operation: "comment" | "state" | "edit" | "pull-request" | "push";
  /** The ticket's key, or the branch of a pull request. */
  readonly target: string;
  /** One line: what happens. */
  readonly summary: string;
  /** The texts that are sent, line by line. */
  readonly detail: readonly string[];
  /** What it belongs to; null where there is none. */
  readonly metadata: {
    readonly task: string | null;
    readonly spec: string | null;
    readonly commit: string | null;
    readonly branch: string | null;
  };
}

/** How writes are let through: nothing reaches a tracker without a person's or a policy's yes. */
export interface Writes {
  /**
   * Shows a write, asks, does it and writes it down. Null: it was only shown, or declined. Throws Fault("usage") where nobody can be asked
   * and nothing allows it, and whatever `act` throws, written down as failed.
   */
  perform<Answer extends { readonly url: string | null }>(
    write: PlannedWrite,
    act: () => Promise<Answer>,
  ): Promise<Answer | null>;
}

/** What lets writes through. */
export interface SafeMode {
  /** Show, and do nothing. */
  readonly dryRun: boolean;
  /** `--yes`. */
  readonly yes: boolean;
  /** Somebody sits at a terminal. */
  readonly interactive: boolean;
  /** A run of CI, where the policy too has to say yes. */
  readonly isCi: boolean;
  /** Remotes whose policy entry says `write: true`. */
  readonly writable: ReadonlySet<string>;
  show(write: PlannedWrite): void;
  /** A person's answer. */
  confirm(write: PlannedWrite): Promise<boolean>;
  /** Takes down what was done. Throws Fault("storage"). */
  record(write: PlannedWrite, outcome: "done" | "failed", url: string | null): void;
}

/** Writes under these terms. */
export function openWrites(safe: SafeMode): Writes {
  return {
    async perform(write, act) {
      safe.show(write);
      if (safe.dryRun || !(await isAllowed(safe, write))) return null;
      const answer = await act().catch((thrown: unknown) => {
        safe.record(write, "failed", null);
        throw thrown;
      });
      safe.record(write, "done", answer.url);
      return answer;
    },
  };
}

async function isAllowed(safe: SafeMode, write: PlannedWrite): Promise<boolean> {
  const { yes, interactive, isCi, writable } = safe;
  if (isCi && !writable.has(write.remote))
    throw new Fault("usage", `The policy does not let CI write to ${write.remote}.`, {
      found: write.summary,
      wanted: `write: true under remotes.${write.remote}`,
      fix: `golden-thread config explain remotes.${write.remote}.write`,
    });
  if (yes) return true;
  if (interactive && !isCi) return safe.confirm(write);
  throw new Fault("usage", "Nobody can be asked whether this may be written.", {
    found: write.summary,
    wanted: "--yes, or a terminal",
    fix: "run it again with --dry-run to see what would be sent, then with --yes",
  });
}
