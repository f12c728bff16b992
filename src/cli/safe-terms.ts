import type { World } from "../core/ports.ts";
import { terminal } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import type { SafeTerms } from "../satellite/safe-mode.ts";
import type { PlannedWrite } from "../satellite/writes.ts";
import type { OptionManual } from "./manual.ts";
import { inCi } from "./place.ts";
import type { Words } from "./words.ts";

/** `--yes` and `--dry-run`, the same for every command that writes to a tracker. */
export const SAFE_OPTIONS: readonly OptionManual[] = [
  { name: "yes", does: "write without asking; in CI the policy has to say write: true of the remote too" },
  { name: "dry-run", does: "show what would be sent, and send nothing" },
];

/** Safe mode as the command line has it: every write is shown on standard error, and asked about at a terminal. */
export function safeTerms(words: Words, { interactive, env, stderr }: World): SafeTerms {
  return {
    dryRun: words.has("dry-run"),
    yes: words.has("yes"),
    interactive,
    isCi: inCi({ env }),
    show: (write) => stderr.write(shown(write, stderr.color)),
    async confirm({ remote }) {
      const { confirm, isCancel } = await import("@clack/prompts");
      const answer = await confirm({ message: `Send this to ${terminal(remote)}?`, initialValue: false });
      return !isCancel(answer) && answer;
    },
  };
}

function shown({ remote, operation, target, summary, detail }: PlannedWrite, color: boolean): string {
  const paint = painter(color);
  const head = `${paint.bold(`${terminal(remote)}  ${operation}`)}  ${terminal(target)}: ${terminal(summary)}`;
  const lines = detail
    .flatMap((text) => text.split("\n"))
    .map((line) => `  ${paint.dim("|")} ${terminal(line)}`);
  return `${[head, ...lines.map((line) => line.trimEnd())].join("\n")}\n`;
}
