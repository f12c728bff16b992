import type { World } from "../core/ports.ts";
import type { Report } from "../core/report.ts";
import { exitCode, worst } from "../core/verdict.ts";
import type { JudgedPush } from "../push.ts";
import { disclosedHere } from "../reports/disclosed.ts";
import { terminal } from "../reports/escape.ts";
import { asJson, hasNews, tell } from "./tell.ts";

/** Tells what is to be told of a push, ref by ref, and answers the exit code of the worst. */
export async function answerPush(world: World, push: JudgedPush): Promise<number> {
  const reports = push.moves.flatMap(({ move, report, commits, law }) =>
    report === null || commits === null || law === null
      ? []
      : [{ move, report: disclosedHere(report, law), commits }],
  );
  for (const { move, report, commits } of reports) {
    if (!asJson(world) && !hasNews(report)) continue;
    if (!asJson(world)) world.stderr.write(headline(move.ref, report));
    await tellOne(world, push, report, commits);
  }
  return exitCode(worst(reports.map(({ report }) => report.verdict)));
}

const HEADLINES = {
  pass: "golden-thread: pushed, with something to read",
  fail: "golden-thread: the push is stopped",
  undecided: "golden-thread: the push is stopped, because not everything could be found out",
} as const;

function headline(ref: string, { verdict }: Report): string {
  return `${HEADLINES[verdict]}: ${terminal(ref)}\n\n`;
}

async function tellOne(
  world: World,
  { metas, labels, reword }: JudgedPush,
  report: Report,
  commits: NonNullable<JudgedPush["moves"][number]["commits"]>,
): Promise<void> {
  const [{ rewordable }, { namedCommits }] = await Promise.all([
    import("../reports/repair.ts"),
    import("../reports/text.ts"),
  ]);
  const [shown, repair] = await Promise.all([
    labels(namedCommits(report)),
    reword(rewordable(report, metas), commits),
  ]);
  await tell(world, report, { metas, repair, subject: (id) => shown.get(id)?.subject ?? null });
}
