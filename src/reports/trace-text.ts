import type { Standing } from "../core/audit.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { TraceAnswer, TracedCommit, TracedTicket } from "../core/traced.ts";
import { unseenRows } from "./audit-rows.ts";
import { shellCommand, terminal } from "./escape.ts";
import { sentence, type TextContext } from "./finding-text.ts";
import { count, plural, type Row, rows } from "./layout.ts";
import type { RenderOptions } from "./options.ts";
import { type Paint, painter } from "./paint.ts";

/** Rows of a list that are shown; the JSON has all of them. */
const ROWS = 12;

/** A subject or title longer than this is cut. */
const LONGEST = 72;

const KINDS: Readonly<Record<TraceAnswer["asked"]["kind"], string>> = {
  ticket: "ticket",
  change: "pull request",
  commit: "commit",
  path: "file",
  line: "line",
};

/** A thread for people: intent, plan, implementation, evidence. */
export function* traceText(answer: TraceAnswer, options: RenderOptions): Iterable<string> {
  const context: TextContext = { options, paint: painter(options.color) };
  const { paint } = context;
  yield `${paint.bold("Trace")} ${terminal(answer.asked.text)}: ${KINDS[answer.asked.kind]}\n`;
  yield* section("Intent", intent(answer, context), context);
  yield* section(
    "Plan",
    answer.tickets.slice(0, ROWS).flatMap((ticket) => plan(ticket, context)),
    context,
  );
  yield* section("Implementation", implementation(answer, context), context);
  yield* section("Evidence", evidence(answer, context), context);
}

function* section(title: string, lines: readonly string[], { paint }: TextContext): Iterable<string> {
  yield `\n  ${paint.bold(title)}\n`;
  if (lines.length === 0) yield `    ${paint.dim("nothing")}\n`;
  for (const line of lines) yield `${line}\n`;
}

function table(list: readonly Row[], { paint, options }: TextContext): readonly string[] {
  return rows(list, { indent: 4, columns: options.columns, label: paint.dim });
}

function more(all: number): readonly string[] {
  return all > ROWS ? [`    … ${count(all - ROWS)} more in --json`] : [];
}

function intent({ tickets }: TraceAnswer, context: TextContext): readonly string[] {
  return [
    ...tickets.slice(0, ROWS).flatMap((ticket) => ticketLines(ticket, context)),
    ...more(tickets.length),
  ];
}

function ticketLines(ticket: TracedTicket, context: TextContext): readonly string[] {
  const { key, title, state, type, status, url, createdAt, remote, asOf } = ticket;
  const head = `    ${context.paint.cyan(terminal(key))}  ${title === null ? "" : terminal(title, LONGEST)}`;
  const kind = type === null ? "" : ` (${terminal(type)})`;
  const told = asOf === null ? "" : `, as told at ${asOf}`;
  return [
    head.trimEnd(),
    ...table(
      [
        {
          label: "state",
          text: state === null ? `${status} in ${terminal(remote)}` : `${terminal(state.name)}${kind}${told}`,
        },
        ...(createdAt === null ? [] : [{ label: "made", text: createdAt }]),
        ...(url === null ? [] : [{ label: "page", text: terminal(url), whole: true }]),
      ],
      context,
    ),
  ];
}

function plan(
  { key, spec, criteria, approvals, path }: TracedTicket,
  context: TextContext,
): readonly string[] {
  const list: readonly Row[] = [
    ...approvals.map(({ by, at }) => ({ label: "approved", text: `by ${terminal(by)} at ${terminal(at)}` })),
    ...(spec === null
      ? []
      : [
          {
            label: "spec",
            text: `${terminal(spec.path ?? spec.source)}, SHA-256 ${spec.digest}`,
            whole: true,
          },
        ]),
    ...(criteria === null
      ? []
      : [{ label: "criteria", text: `${count(criteria.done)} of ${count(criteria.total)} ticked` }]),
    ...(path === null ? [] : [{ label: "task", text: terminal(path), whole: true }]),
  ];
  return list.length === 0 ? [] : [`    ${context.paint.cyan(terminal(key))}`, ...table(list, context)];
}

function implementation(answer: TraceAnswer, context: TextContext): readonly string[] {
  const { changes, commits, files } = answer;
  const { paint } = context;
  return [
    ...changes.slice(0, ROWS).map(({ number, commits: own, covered }) => {
      const sign = covered ? paint.green("✓") : paint.red("✗");
      return `    ${sign} pull request ${number}, ${plural(own, "commit")}`;
    }),
    ...more(changes.length),
    ...commits.slice(0, ROWS).map((commit) => commitLine(commit, paint)),
    ...more(commits.length),
    ...files.slice(0, ROWS).flatMap((file) => fileLines(file, answer, paint)),
    ...more(files.length),
  ];
}

function commitLine({ id, subject, at, standing }: TracedCommit, paint: Paint): string {
  const words = `${paint.cyan(id.slice(0, SHORT_ID))} ${at.slice(0, 10)} ${terminal(subject, LONGEST)}`;
  return `    ${signOf(standing, paint)} ${words}  ${paint.dim(standing)}`;
}

function signOf(standing: Standing, paint: Paint): string {
  switch (standing) {
    case "authorised":
      return paint.green("✓");
    case "exempt":
      return paint.dim("-");
    case "unknown":
      return paint.yellow("?");
    case "unauthorised":
    case "unreferenced":
      return paint.red("✗");
  }
}

/** Of a file that only its commits lead to, the path alone. */
function fileLines(
  file: TraceAnswer["files"][number],
  { tickets, asked }: TraceAnswer,
  paint: Paint,
): readonly string[] {
  const keys = new Map(tickets.map(({ at, key }) => [at, key]));
  const links = file.named.filter(({ ticket }) => asked.kind !== "ticket" || keys.has(ticket));
  const path = terminal(file.path);
  if (links.length === 0) return [`      ${path}`];
  return links
    .slice(0, ROWS)
    .map(
      ({ line, where, ticket }) =>
        `      ${path}:${line}  ${terminal(keys.get(ticket) ?? ticket)} ${paint.dim(where)}`,
    );
}

function evidence(answer: TraceAnswer, context: TextContext): readonly string[] {
  const { commits, asOf, policyDigest, unseen } = answer;
  const said = new Set(
    commits
      .slice(0, ROWS)
      .flatMap(({ findings }) => findings.map((finding) => `${finding.rule}: ${sentence(finding, context)}`)),
  );
  const failed = commits.filter(({ verdict }) => verdict !== "pass").length;
  const passed = `${count(commits.length - failed)} of ${plural(commits.length, "commit")} ${commits.length === 1 ? "passes" : "pass"}`;
  return table(
    [
      ...(commits.length === 0 ? [] : [{ label: "verdict", text: passed }]),
      ...[...said].slice(0, ROWS).map((text) => ({ label: "", text })),
      { label: "as of", text: asOf },
      { label: "policy", text: policyDigest, whole: true },
      ...unseenRows({ parts: unseen }).flatMap(({ name, state, why, fix }): readonly Row[] => [
        { label: "not seen", text: `${name}: ${terminal(why === "" ? state : why)}` },
        ...(fix === null ? [] : [{ label: "", text: shellCommand(fix), whole: true }]),
      ]),
    ],
    context,
  );
}
