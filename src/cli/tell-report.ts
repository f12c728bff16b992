import type { Report } from "../core/report.ts";
import type { Gate } from "../gate.ts";
import { type DisclosureTerms, disclosed, disclosedHere } from "../reports/disclosed.ts";
import { commitsToName } from "../reports/named.ts";
import type { RenderOptions, ReportLinks } from "../reports/options.ts";
import { rewordable } from "../reports/repair.ts";
import { ruleMetas } from "../rules/index.ts";
import type { Io } from "./io.ts";
import { type Target, writeReport } from "./output.ts";

/** A report as it may be shown, and what it is rendered with but for the width and colours of where it goes. */
export interface ToldReport {
  readonly report: Report;
  readonly showing: Omit<RenderOptions, "color" | "columns">;
}

/** Which commits were judged, as git can be asked for them; null: git has none of them. */
type JudgedRange = Parameters<Gate["reword"]>[1] | null;

/** Where a report goes, and what is known of those who read it. */
interface Telling {
  readonly targets: readonly Target[];
  readonly range: JudgedRange;
  /** Left out: nobody knows who reads it. */
  readonly terms?: DisclosureTerms;
  readonly links?: ReportLinks | null;
}

/** Writes a judged report to every target: what the policy does not disclose is left out, and commits get their subjects and the command that mends them. */
export async function tellReport(
  io: Io,
  gate: Pick<Gate, "law" | "labels" | "own" | "reword">,
  judged: Report,
  { targets, range, terms, links = null }: Telling,
): Promise<ToldReport> {
  const report =
    terms === undefined
      ? disclosedHere(judged, gate.law, judged.place === "hook" ? null : await gate.own())
      : disclosed(judged, terms);
  const metas = ruleMetas();
  const named = targets.map(({ format }) => format);
  const [labels, repair] = await Promise.all([
    range === null ? null : gate.labels(commitsToName(report, named)),
    range === null ? null : gate.reword(rewordable(report, metas), range),
  ]);
  const showing = {
    metas,
    repair,
    subject: (id: string) => labels?.get(id)?.subject ?? null,
    ...(links === null ? {} : { links }),
  };
  await writeReport(io, report, targets, showing);
  return { report, showing };
}
