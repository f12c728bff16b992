import type { JudgedFinding } from "../core/finding.ts";
import type { World } from "../core/ports.ts";
import type { Report } from "../core/report.ts";
import type { RuleMeta } from "../core/rule.ts";
import { faultOf } from "../reports/error.ts";
import { terminal } from "../reports/escape.ts";
import { formats } from "../reports/index.ts";

/** What a hook's report is told with. */
export interface Telling {
  readonly metas: ReadonlyMap<string, RuleMeta<string>>;
  /** The command that opens what failed again; null: none does. */
  readonly repair: readonly string[] | null;
  readonly subject: (id: string) => string | null;
}

/** Writes a report on standard error, as text or, where GOLDEN_THREAD_FORMAT asks for it, as JSON. */
export async function tell(world: World, report: Report, telling: Telling): Promise<void> {
  const load = await formats[asJson(world) ? "json" : "text"]();
  const { color, columns } = world.stderr;
  for (const text of load({ ...telling, color, columns })(report).body) world.stderr.write(text);
}

/** Something that somebody should read: not accepted, accepted with an objection, or waived. */
export function hasNews({ findings, keys, verdict }: Report): boolean {
  const all = [...findings, ...keys.flatMap((key) => key.findings)];
  return verdict !== "pass" || all.some((finding) => !isQuiet(finding));
}

function isQuiet({ outcome, waiver }: JudgedFinding): boolean {
  return (outcome === "pass" || outcome === "skip") && waiver === undefined;
}

/** Whether machines read what the hook says. */
export function asJson({ env }: World): boolean {
  return env.GOLDEN_THREAD_FORMAT === "json";
}

/** What can't be written must not decide about a commit. */
export function quietly<T>(world: World, write: () => T): T | null {
  try {
    return write();
  } catch (thrown) {
    note(world, thrown);
    return null;
  }
}

/** Says what went wrong beside the verdict. */
export function note(world: World, thrown: unknown): void {
  if (!asJson(world)) world.stderr.write(`golden-thread: note: ${terminal(noteOf(thrown))}\n`);
}

/** One line about what was thrown. */
export function noteOf(thrown: unknown): string {
  const { message, found } = faultOf(thrown);
  return found === undefined ? message : `${message} ${found}`;
}
