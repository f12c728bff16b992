import type { Report } from "../core/report.ts";
import { terminal } from "./escape.ts";
import type { TextContext } from "./finding-text.ts";
import { proseWidth, wrap } from "./layout.ts";
import { noticeText } from "./notices.ts";
import { statementOf } from "./statement.ts";

/** Digits of a policy digest that people compare by eye; the JSON has all of them. */
const SHORT_DIGEST = 12;

/** The last line: the statement in one word, what it rests on, and the law in force. */
export function verdictLine(report: Report, summary: string, { paint }: TextContext): string {
  const statement = statementOf(report);
  const parts = [summary, pendingOf(report), `policy ${lawOf(report)}`].filter((part) => part !== "");
  const shown = { PASSED: paint.green, WARNED: paint.yellow, FAILED: paint.red, UNKNOWN: paint.yellow }[
    statement
  ];
  return `${paint.bold(shown(statement))}  ${parts.join(paint.dim(" · "))}`;
}

/** Among these warnings is one that will block: the day from which it does. */
function pendingOf({ findings, keys }: Report): string {
  const all = [...findings, ...keys.flatMap((key) => key.findings)];
  const day = all.find(({ args }) => Object.hasOwn(args, "enforce_from"))?.args.enforce_from;
  return day === undefined ? "" : `enforced from ${day} on`;
}

function lawOf(report: Report): string {
  const from =
    report.policySources.length === 0
      ? "built in"
      : report.policySources.map((file) => terminal(file)).join(" + ");
  return `${from} (${report.preset}) ${report.policyDigest.slice(0, SHORT_DIGEST)}`;
}

/** What a person should know and no rule says, one paragraph each; nothing where there is none. */
export function* noticeLines(notices: readonly string[], { paint, options }: TextContext): Iterable<string> {
  if (notices.length > 0) yield "\n";
  for (const notice of notices) {
    const [first = "", ...more] = wrap(terminal(noticeText(notice)), proseWidth(options.columns) - 4);
    yield `  ${paint.cyan("i")} ${first}\n`;
    for (const line of more) yield `    ${line}\n`;
  }
}
