/** What a work item is made of here, and the people, types and projects around it. */
export interface Item {
  readonly id: number;
  rev: number;
  fields: Record<string, unknown>;
  relations: Relation[];
  /** Every change, the first one being its making. */
  updates: Update[];
  comments: Comment[];
  deleted: boolean;
  /** Only some may see it. */
  secret: boolean;
}

export interface Relation {
  readonly rel: string;
  readonly url: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Update {
  readonly rev: number;
  readonly at: string;
  readonly fields: Record<string, { oldValue?: unknown; newValue?: unknown }>;
}

export interface Comment {
  readonly id: number;
  text: string;
  version: number;
  readonly format: string;
  readonly isDeleted: boolean;
  readonly createdBy: Person;
  readonly createdDate: string;
  modifiedDate: string;
}

export const ORGANIZATION = "acme";
export const PROJECT = "Shop";
export const PROJECT_ID = "6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c";
export const REPOSITORY_ID = "3411ebc1-d5aa-464f-9615-0b527bc66719";
export const OTHER_PROJECT = "Bäckerei Nord";

export const PEOPLE = [
  {
    displayName: "Jamal Hartnett",
    uniqueName: "jamal@example.com",
    id: "d291b0c4-a05c-4ea6-8df1-4b41d5f39eff",
  },
  { displayName: "Ann Reader", uniqueName: "ann@example.com", id: "e1c2d3a4-0000-4000-8000-000000000002" },
  { displayName: "Kim Lead", uniqueName: "kim@example.com", id: "e1c2d3a4-0000-4000-8000-000000000003" },
  {
    displayName: "Shop Build Service (acme)",
    uniqueName: "Build\\6ce954b1",
    id: "e1c2d3a4-0000-4000-8000-000000000004",
  },
] as const;

/** An account. */
export interface Person {
  readonly displayName: string;
  readonly uniqueName: string;
  readonly id: string;
}

type Stages = readonly (readonly [name: string, color: string, category: string])[];

const AGILE: Stages = [
  ["New", "b2b2b2", "Proposed"],
  ["Active", "007acc", "InProgress"],
  ["Resolved", "ff9d00", "Resolved"],
  ["Closed", "339933", "Completed"],
  ["Removed", "ffffff", "Removed"],
];

/** States by type; the same name stands in different categories in different types. */
export const TYPES: Readonly<Record<string, Stages>> = {
  Bug: [
    ["New", "b2b2b2", "Proposed"],
    ["Active", "007acc", "InProgress"],
    ["In Review", "5688E0", "InProgress"],
    ["Resolved", "ff9d00", "Resolved"],
    ["Closed", "339933", "Completed"],
  ],
  "User Story": AGILE,
  Task: [
    ["New", "b2b2b2", "Proposed"],
    ["Active", "007acc", "InProgress"],
    ["Closed", "339933", "Completed"],
    ["Removed", "ffffff", "Removed"],
  ],
  Epic: [
    ["New", "b2b2b2", "Proposed"],
    ["Resolved", "ff9d00", "InProgress"],
    ["Closed", "339933", "Completed"],
  ],
};

/** Fields that exist; anything else is refused. */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  "System.Id",
  "System.Rev",
  "System.TeamProject",
  "System.AreaPath",
  "System.IterationPath",
  "System.WorkItemType",
  "System.State",
  "System.Reason",
  "System.Title",
  "System.Description",
  "System.Tags",
  "System.AssignedTo",
  "System.CreatedBy",
  "System.CreatedDate",
  "System.ChangedBy",
  "System.ChangedDate",
  "System.Parent",
  "Microsoft.VSTS.TCM.ReproSteps",
  "Microsoft.VSTS.Common.AcceptanceCriteria",
  "Microsoft.VSTS.Common.Priority",
  "Microsoft.VSTS.Common.Risk",
]);
