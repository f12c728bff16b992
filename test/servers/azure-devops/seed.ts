import type { Ticket } from "../../../src/core/ticket.ts";
import { HOSTILE, type Seed, UNICODE_TITLE } from "../tracker-server.ts";
import { type Item, OTHER_PROJECT, PEOPLE, PROJECT, PROJECT_ID, REPOSITORY_ID } from "./model.ts";

const [jamal, ann] = PEOPLE;
const COMMIT = "4800cfa0be564b1e606d6811e99e0380f765a9c4";
const IN_REPOSITORY = `${PROJECT_ID}%2F${REPOSITORY_ID}%2F`;

/** Makes an item; what is not told is not set, as the service leaves out what is empty. */
export function make(id: number, fields: Record<string, unknown>, more: Partial<Item> = {}): Item {
  const made: Record<string, unknown> = {
    "System.Id": id,
    "System.TeamProject": PROJECT,
    "System.AreaPath": PROJECT,
    "System.IterationPath": PROJECT,
    "System.WorkItemType": "User Story",
    "System.State": "New",
    "System.Reason": "New",
    "System.Title": `Work item ${id}`,
    "System.CreatedDate": "2026-10-20T08:00:00.617Z",
    "System.CreatedBy": jamal,
    "System.ChangedDate": "2026-11-01T09:30:00.977Z",
    "System.ChangedBy": jamal,
    ...fields,
  };
  const begun = { ...made, "System.ChangedDate": made["System.CreatedDate"] };
  const first = Object.fromEntries(Object.entries(begun).map(([name, newValue]) => [name, { newValue }]));
  return {
    id,
    rev: 1,
    fields: made,
    relations: [],
    updates: [{ rev: 1, at: "2026-10-20T08:00:00.617Z", fields: first }],
    comments: [],
    deleted: false,
    secret: false,
    ...more,
  };
}

const artifact = (url: string, name: string) => ({ rel: "ArtifactLink", url, attributes: { name } });

/** All that the server holds at first. */
export function items(): readonly Item[] {
  return [
    make(
      299,
      {
        "System.Title": "Login fails after token refresh",
        "System.IterationPath": `${PROJECT}\\Sprint 12`,
        "System.Tags": "auth; regression",
        "Microsoft.VSTS.Common.Risk": "1 - High",
        "System.AssignedTo": jamal,
        "System.Parent": 297,
        "System.Description":
          "<div>Login fails after <b>token refresh</b></div><ol><li>Open</li><li>Click</li></ol>",
        "Microsoft.VSTS.Common.AcceptanceCriteria": "<ul><li>It logs in</li><li>It stays in</li></ul>",
      },
      {
        relations: [
          {
            rel: "System.LinkTypes.Hierarchy-Reverse",
            url: "https://dev.azure.com/acme/_apis/wit/workItems/297",
            attributes: { isLocked: false, name: "Parent" },
          },
          artifact(`vstfs:///Git/PullRequestId/${IN_REPOSITORY}22`, "Pull Request"),
          artifact(`vstfs:///Git/Commit/${IN_REPOSITORY.toLowerCase()}${COMMIT}`, "Fixed in Commit"),
          artifact(`vstfs:///Git/Ref/${IN_REPOSITORY}GBfix%2F299-login`, "Branch"),
          artifact("vstfs:///Build/Build/77", "Build"),
          artifact(
            "vstfs:///GitHub/PullRequest/5fa1c2d3-0000-4000-8000-000000000001%2F45",
            "GitHub Pull Request",
          ),
          { rel: "Hyperlink", url: "https://example.com/spec", attributes: { id: 9005, comment: "spec" } },
          { rel: "Hyperlink", url: "javascript:alert(1)", attributes: { id: 9006 } },
          {
            rel: "Hyperlink",
            url: "https://github.com/acme/shop/commit/0123456789abcdef0123456789abcdef01234567",
            attributes: { id: 9007 },
          },
        ],
      },
    ),
    make(297, { "System.WorkItemType": "Epic", "System.Title": "Sign-in" }),
    make(300, {
      "System.State": "Active",
      "System.WorkItemType": "Bug",
      "Microsoft.VSTS.TCM.ReproSteps": "<p>Click twice</p>",
    }),
    make(301, { "System.State": "Closed", "System.WorkItemType": "Task" }),
    make(302, { "System.State": "Removed" }),
    make(303, { "System.State": "Resolved" }),
    make(304, { "System.State": "Resolved", "System.WorkItemType": "Epic" }),
    make(305, {}, { secret: true }),
    make(306, {}, { deleted: true }),
    make(307, { "System.Title": UNICODE_TITLE, "System.Tags": "größe; 東京" }),
    make(308, {
      "System.Title": HOSTILE.title,
      "System.Description": `<div>${HOSTILE.text.replaceAll("\n\n", "</div><div>")}</div>`,
      "System.Tags": HOSTILE.title.replaceAll(";", ""),
    }),
    make(309, { "System.Description": `<p>${"All work and <b>no</b> play. ".repeat(80_000)}</p>` }),
    make(310, { "System.TeamProject": OTHER_PROJECT, "System.IterationPath": OTHER_PROJECT }),
    make(311, { "System.Title": "Findable first", "System.ChangedDate": "2026-11-02T09:30:00.977Z" }),
    make(312, {
      "System.Title": "Findable second",
      "System.State": "Active",
      "System.ChangedDate": "2026-11-03T09:30:00.977Z",
    }),
    make(313, {
      "System.Description":
        "# Why\n\nIt &gt; is **Markdown**\n\n## Acceptance criteria\n\n- [x] done\n- [ ] open",
    }),
    make(314, { "System.State": "Parked" }),
  ];
}

/** What must be told of the first. */
function openTicket(base: string): Partial<Ticket> {
  const login = jamal.uniqueName;
  const person = { name: jamal.displayName, email: login, account: jamal.id, login };
  return {
    id: "299",
    key: "AB#299",
    url: `${base}/${PROJECT}/_workitems/edit/299`,
    title: "Login fails after token refresh",
    type: { name: "User Story", category: "story" },
    state: { name: "New", category: "open" },
    project: PROJECT,
    assignees: [person],
    createdBy: person,
    labels: ["auth", "regression"],
    parent: "297",
    createdAt: "2026-10-20T08:00:00.617Z",
    updatedAt: "2026-11-01T09:30:00.977Z",
    archived: false,
    movedFrom: null,
    description: "Login fails after **token refresh**\n\n1. Open\n2. Click",
    criteria: [
      { text: "It logs in", done: false },
      { text: "It stays in", done: false },
    ],
    iteration: `${PROJECT}\\Sprint 12`,
    risk: "high",
  };
}

/** The tickets by what they are for. */
export function seed(base: string): Seed {
  return {
    open: { id: "299", ticket: openTicket(base) },
    inProgress: "300",
    done: "301",
    canceled: "302",
    archived: null,
    absent: "999999",
    forbidden: { id: "305", as: "absent" },
    deleted: "306",
    moved: null,
    notATicket: null,
    unicode: "307",
    hostile: "308",
    huge: "309",
    other: { name: ann.displayName, email: ann.uniqueName, account: ann.id, login: ann.uniqueName },
    linked: "299",
    targets: { open: "New", in_progress: "Active", done: "Closed", canceled: "Removed" },
    search: { word: "Findable", ids: ["311", "312"] },
  };
}
