import { useMemo } from "preact/hooks";
import { Bar, dayOf, StandingPill, standingAt } from "./bits.tsx";
import { csvOf, saveFile } from "./csv.ts";
import type { Choice } from "./filters.tsx";
import type { Commits } from "./history.ts";
import { List } from "./list.tsx";
import { type Model, usePage } from "./page-context.ts";
import type { Column } from "./rows.tsx";
import { selectCommits } from "./select.ts";

/** Digits of an id that are shown. */
const SHORT = 9;

/** Folders that can be chosen; deeper ones are reached from the map of folders. */
const MOST_FOLDERS = 200;

/** All commits, as many as are wanted of them. */
export function CommitsView() {
  const { model, route } = usePage();
  const [commits, tickets] = [model.commits(), model.tickets()];
  const address = JSON.stringify(route.terms);
  const rows = useMemo(() => selectCommits({ head: model.head, commits, tickets }, route.terms), [address]);
  const choices = useMemo(() => choicesOf(model, commits), [model, commits]);
  const counts = useMemo(() => countsOf(rows, commits), [rows, commits]);
  return (
    <List
      name="commits"
      label="Commits"
      rows={rows}
      all={commits.count}
      choices={choices}
      columns={columnsOf(commits)}
      empty="No commit is like that. Clear a filter to see more."
      none="There was no commit to look at."
      cells={(row) => cellsOf(model, row)}
      detail={(row) => ({ kind: "commit", id: commits.ids.at(row) })}
      opened={route.detail?.kind === "commit" ? commits.ids.find(route.detail.id) : -1}
      tools={
        <button
          type="button"
          class="plain-button"
          onClick={() => saveFile("commits.csv", csvOf(rows, commits, tickets))}
        >
          CSV
        </button>
      }
    >
      <Bar counts={counts} />
    </List>
  );
}

function columnsOf({ added }: Commits): readonly Column[] {
  const lines = added === null ? [] : [{ name: "lines", label: "Lines", sort: "lines" }];
  return [
    { name: "standing", label: "Standing", sort: "standing" },
    { name: "subject", label: "Subject" },
    { name: "tickets", label: "Ticket" },
    { name: "author", label: "Author", sort: "author" },
    ...lines,
    { name: "date", label: "Date", sort: "date" },
    { name: "id", label: "Commit" },
  ];
}

function cellsOf(model: Model, row: number) {
  const [commits, tickets] = [model.commits(), model.tickets()];
  const { added, deleted } = commits;
  const keys = tickets.keysOf(commits, row);
  const more = keys.length > 1 ? ` +${keys.length - 1}` : "";
  const lines =
    added === null || deleted === null
      ? []
      : [
          <span key="lines">
            <span class="plus">{`+${Math.max(0, added[row] ?? 0)}`}</span>{" "}
            <span class="minus">{`−${Math.max(0, deleted[row] ?? 0)}`}</span>
          </span>,
        ];
  return [
    <StandingPill key="standing" standing={standingAt(commits.standings[row])} />,
    commits.subject(row),
    <bdi key="tickets">{`${keys[0] ?? ""}${more}`}</bdi>,
    commits.names[commits.authors[row] ?? -1],
    ...lines,
    dayOf(commits.times[row]),
    <code key="id">{commits.ids.at(row).slice(0, SHORT)}</code>,
  ];
}

function countsOf(rows: Uint32Array, { standings }: Commits): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const at = standings[row] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function choicesOf({ head }: Model, { facts, folders, names }: Commits): readonly Choice[] {
  const exempt = [...new Set(facts.flatMap(([, kind]) => (kind === "" ? [] : [kind])))].sort();
  const hit = new Set(
    head.kinds.flatMap(({ rule, outcome, waiver }) =>
      outcome === "fail" || outcome === "unknown" || waiver !== null ? [rule] : [],
    ),
  );
  const paths = head.folders.filter(([name]) => name !== ".").slice(0, MOST_FOLDERS);
  return [
    {
      term: "standing",
      label: "Any standing",
      options: head.standings.map(({ name, label }) => [name, label]),
    },
    {
      term: "rule",
      label: "Any rule",
      options: head.rules.flatMap(({ id, title }, at) =>
        hit.has(at) ? [[id, `Not met: ${title}`] as const] : [],
      ),
    },
    {
      term: "author",
      label: "Any author",
      options: names.slice(0, MOST_FOLDERS).map((name) => [name, name]),
    },
    {
      term: "folder",
      label: "Any folder",
      options: folders === null ? [] : paths.map(([name]) => [name, `${name}/`]),
    },
    {
      term: "month",
      label: "Any month",
      options: head.months.map(([name]) => [name, name] as const).reverse(),
    },
    { term: "exempt", label: "Any exemption", options: exempt.map((kind) => [kind, `Exempt: ${kind}`]) },
    { term: "for", label: "Any ticket", options: [] },
    { term: "gap", label: "Any gap", options: [] },
  ];
}
