import { render } from "preact";
import { count } from "../reports/layout.ts";
import { dayOf, standingAt } from "./bits.tsx";
import type { Model } from "./page-context.ts";
import { routeOf } from "./route.ts";
import { selectCommits } from "./select.ts";

/** Rows that are printed: what is behind them is read in commits.csv. */
const MOST_ROWS = 200;

/** Puts the first rows of what is selected on paper: of a long list only what is to be seen is in the document. */
export function printWith(model: Model): void {
  const paper = document.createElement("section");
  paper.className = "paper";
  document.body.append(paper);
  const media = matchMedia("print");
  const follow = (): void => render(media.matches ? <Printed model={model} /> : null, paper);
  media.addEventListener("change", follow);
  addEventListener("beforeprint", () => render(<Printed model={model} />, paper));
  addEventListener("afterprint", () => render(null, paper));
  follow();
}

function Printed({ model }: { readonly model: Model }) {
  const { head } = model;
  const commits = model.commits();
  const tickets = model.tickets();
  const { view, terms } = routeOf(location.hash);
  const rows = selectCommits({ head, commits, tickets }, view === "commits" ? terms : {});
  const shown = [...rows.subarray(0, MOST_ROWS)];
  return (
    <>
      <h2>
        Commits <small>{`${count(shown.length)} of ${count(rows.length)}, newest first`}</small>
      </h2>
      <table>
        <thead>
          <tr>
            {["Commit", "Date", "Author", "Subject", "Ticket", "Standing"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row}>
              <td>
                <code>{commits.ids.at(row).slice(0, 10)}</code>
              </td>
              <td>{dayOf(commits.times[row])}</td>
              <td>{commits.names[commits.authors[row] ?? -1]}</td>
              <td>{commits.subject(row)}</td>
              <td>{tickets.keysOf(commits, row).join(", ")}</td>
              <td>{head.standings.find(({ name }) => name === standingAt(commits.standings[row]))?.label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
