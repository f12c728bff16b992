import type { Ticket } from "../core/ticket.ts";
import { fenceScanner } from "../tasks/code-fence.ts";
import type { CleanTicket } from "./clean-ticket.ts";

/** What its body is made of. */
interface ToolkitTask {
  readonly id: string;
  readonly clean: CleanTicket;
  readonly ticket: Ticket;
  readonly now: Date;
}

/** A toolkit ticket's body, with the sections that its templates have; what a tracker does not tell is left to people, as a comment. */
export function toolkitBody({ id, clean, ticket, now }: ToolkitTask): string {
  const isBug = ticket.type?.category === "bug";
  const day = now.toISOString().slice(0, 10);
  const boxes = clean.criteria.map(({ text, done }, at) => `- [${done ? "x" : " "}] AC-${at + 1}: ${text}\n`);
  const sections = [
    ["Context", TO_FILL],
    ["Description", below(clean.description)],
    ...(isBug ? BUG.map((title) => [title, TO_FILL] as const) : []),
    ["Affected Files", "| File | Action | Description |\n|------|--------|-------------|\n"],
    ["Acceptance Criteria", boxes.join("") || TO_FILL],
    ["Test Strategy", `### Unit Tests\n${TO_FILL}### Verification Commands\n${TO_FILL}`],
    [
      "Dependencies",
      "| Ticket | What it needs | Status |\n|--------|---------------|--------|\n| (none) | — | — |\n",
    ],
    ["Implementation Notes", TO_FILL],
    [
      "History",
      `| Date | Change | Author |\n|------|--------|--------|\n| ${day} | pulled | golden-thread |\n`,
    ],
  ] as const;
  const title = clean.title.replaceAll("<", "&lt;");
  return `# ${id}: ${title}\n${sections.map(([head, text]) => `\n## ${head}\n${text}`).join("")}`;
}

const TO_FILL = "<!-- to be filled in -->\n";
const BUG = ["Steps to Reproduce", "Expected Behavior", "Actual Behavior"];

/** There are no markers in this dialect: a heading of the first two levels would end the section. */
function below(description: string): string {
  if (description === "") return "";
  const isCode = fenceScanner();
  const lines = description
    .split("\n")
    .map((text) => (isCode(text) ? text : text.replace(/^#{1,2}(?=\s)/, "###")));
  return `${lines.join("\n")}\n`;
}
