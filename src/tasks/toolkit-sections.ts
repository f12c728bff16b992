import { forEachLine, type Range } from "./checklist.ts";
import { fenceScanner } from "./code-fence.ts";
import { withoutComments } from "./html-comment.ts";
import { readTable } from "./markdown-table.ts";
import type { Section } from "./outline.ts";

/** A row of the `Affected Files` table; `action` in lower case as written. */
export interface AffectedFile {
  readonly path: string;
  readonly action: string;
  readonly description: string;
  readonly line: number;
}

/** A test that the ticket promises. `group` is the third-level heading in lower case (`unit tests`). */
export interface PlannedTest {
  readonly group: string;
  readonly name: string;
  readonly verifies: string;
}

/** A row of the `Dependencies` table, as written. */
export interface TicketDependency {
  readonly ticket: string;
  readonly needs: string;
  readonly status: string;
}

/** The tables and lists of a toolkit ticket; empty where a section is missing or holds placeholders. */
export interface ToolkitSections {
  readonly affectedFiles: readonly AffectedFile[];
  readonly tests: readonly PlannedTest[];
  /** Lines of the fenced block under `Verification Commands`, without shell comments. */
  readonly verificationCommands: readonly string[];
  readonly dependencies: readonly TicketDependency[];
}

const TEST = /^[ \t]*-[ \t]+test:[ \t]*(.*)$/;
const ARROW = /→|->/;

/** Reads what a toolkit ticket keeps in tables and lists. Placeholders in HTML comments are no content. */
export function readToolkitSections(text: string, sections: readonly Section[]): ToolkitSections {
  const under = (title: string): Range | null => {
    const section = sections.find((candidate) => candidate.title === title);
    return section === undefined
      ? null
      : { start: section.bodyStart, end: section.end, line: section.line + 1 };
  };
  const strategy = readStrategy(text, under("test strategy"));
  return {
    affectedFiles: rows(text, under("affected files")).map(({ cells, line }) => {
      const [path = "", action = "", description = ""] = cells;
      return { path, action: action.toLowerCase(), description, line };
    }),
    ...strategy,
    dependencies: rows(text, under("dependencies")).map(
      ({ cells: [ticket = "", needs = "", status = ""] }) => {
        return { ticket, needs, status };
      },
    ),
  };
}

/** Data rows whose first cell says something. */
function rows(text: string, range: Range | null) {
  return range === null ? [] : readTable(text, range).filter(({ cells }) => !isNothing(cells[0] ?? ""));
}

/** `(none)`, a dash or an empty cell is how a template says that there is nothing. */
function isNothing(cell: string): boolean {
  return /^(?:\(?none\)?|n\/a|[-–—]*)$/i.test(cell);
}

function readStrategy(
  text: string,
  range: Range | null,
): Pick<ToolkitSections, "tests" | "verificationCommands"> {
  const tests: PlannedTest[] = [];
  const commands: string[] = [];
  if (range === null) return { tests, verificationCommands: commands };
  let group = "";
  const fenced = fenceScanner();
  forEachLine(withoutComments(text.slice(range.start, range.end)), wholeOf(range), (content) => {
    const command = content.trim();
    const code = fenced(content);
    if (code && group === "verification commands" && isCommand(command)) commands.push(command);
    if (code) return;
    if (command.startsWith("### ")) group = command.slice(4).trim().toLowerCase();
    const [, words] = TEST.exec(content) ?? [];
    if (words === undefined || words.trim() === "") return;
    const [name = "", verifies = ""] = words.split(ARROW);
    tests.push({
      group,
      name: name.trim().replace(/^"(.*)"$/, "$1"),
      verifies: verifies.trim().replace(/^verifies[ \t]+/, ""),
    });
  });
  return { tests, verificationCommands: commands };
}

/** The same range in a text of its own. */
function wholeOf({ start, end, line }: Range): Range {
  return { start: 0, end: end - start, line };
}

function isCommand(line: string): boolean {
  return line !== "" && !line.startsWith("#") && !/^(?:`{3,}|~{3,})/.test(line);
}
