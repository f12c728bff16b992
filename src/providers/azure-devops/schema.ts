import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

const identity = (z: Zod) =>
  z.object({
    displayName: z.string().optional(),
    uniqueName: z.string().optional(),
    id: z.string().optional(),
  });

const text = (z: Zod) => z.string().nullish();

/** Fields that a ticket is made of; a field that is not set is missing. */
export const FIELDS = [
  "System.Id",
  "System.TeamProject",
  "System.WorkItemType",
  "System.State",
  "System.Title",
  "System.Description",
  "System.Tags",
  "System.AssignedTo",
  "System.CreatedBy",
  "System.CreatedDate",
  "System.ChangedDate",
  "System.IterationPath",
  "System.Parent",
  "Microsoft.VSTS.TCM.ReproSteps",
  "Microsoft.VSTS.Common.AcceptanceCriteria",
  "Microsoft.VSTS.Common.Risk",
] as const;

/** Those of them that only some processes have. */
export const PROCESS_FIELDS: readonly (typeof FIELDS)[number][] = [
  "Microsoft.VSTS.TCM.ReproSteps",
  "Microsoft.VSTS.Common.AcceptanceCriteria",
  "Microsoft.VSTS.Common.Risk",
];

/** One work item. */
export const workItem = (z: Zod) =>
  z.object({
    id: z.number().int(),
    rev: z.number().int(),
    fields: z.object({
      "System.TeamProject": z.string(),
      "System.WorkItemType": z.string(),
      "System.State": z.string(),
      "System.Title": z.string(),
      "System.Description": text(z),
      "System.Tags": text(z),
      "System.AssignedTo": identity(z).nullish(),
      "System.CreatedBy": identity(z).nullish(),
      "System.CreatedDate": text(z),
      "System.ChangedDate": text(z),
      "System.IterationPath": text(z),
      "System.Parent": z.number().int().nullish(),
      "Microsoft.VSTS.TCM.ReproSteps": text(z),
      "Microsoft.VSTS.Common.AcceptanceCriteria": text(z),
      "Microsoft.VSTS.Common.Risk": text(z),
    }),
    relations: z
      .array(
        z.object({
          rel: z.string(),
          url: z.string(),
          attributes: z.object({ name: text(z), comment: text(z) }).nullish(),
        }),
      )
      .nullish(),
  });

/** A batch: what can't be read is a hole. */
export const workItems = (z: Zod) => z.object({ value: z.array(workItem(z).nullable()) });

/** What WIQL answers: numbers alone. */
export const numbers = (z: Zod) =>
  z.object({ workItems: z.array(z.object({ id: z.number().int() })), asOf: text(z) });

/** States of one type of work item. */
export const states = (z: Zod) =>
  z.object({ value: z.array(z.object({ name: z.string(), category: text(z) })) });

/** Whose token it is. */
export const connectionData = (z: Zod) =>
  z.object({
    authenticatedUser: z.object({
      id: z.string(),
      providerDisplayName: z.string().optional(),
      properties: z.object({ Account: z.object({ $value: z.string() }).optional() }).optional(),
    }),
  });

/** A page of comments. */
export const comments = (z: Zod) =>
  z.object({
    comments: z.array(
      z.object({
        id: z.number().int(),
        text: text(z),
        version: z.number().int().nullish(),
        isDeleted: z.boolean().optional(),
        createdBy: identity(z).nullish(),
        createdDate: z.string(),
        modifiedDate: text(z),
      }),
    ),
    continuationToken: text(z),
  });

/** A comment as far as it is read. */
export type Comment = zod.infer<ReturnType<typeof comments>>["comments"][number];

/** One comment as it was stored. */
export const comment = (z: Zod) => z.object({ id: z.number().int() });

/** A page of changes. */
export const updates = (z: Zod) =>
  z.object({
    value: z.array(
      z.object({
        revisedBy: identity(z).nullish(),
        revisedDate: text(z),
        fields: z
          .record(
            z.string(),
            z.object({ oldValue: z.unknown().optional(), newValue: z.unknown().optional() }),
          )
          .nullish(),
      }),
    ),
  });

/** A change, as far as it is read. */
export type Update = zod.infer<ReturnType<typeof updates>>["value"][number];

/** Fields of a revision that tell of its state. */
export const REVISION = [
  "System.TeamProject",
  "System.WorkItemType",
  "System.State",
  "System.ChangedDate",
  "System.ChangedBy",
] as const;

/** A page of the revisions of all work items. */
export const revisions = (z: Zod) =>
  z.object({
    values: z.array(
      z.object({
        id: z.number().int(),
        rev: z.number().int(),
        fields: z.object({
          "System.TeamProject": z.string(),
          "System.WorkItemType": z.string(),
          "System.State": z.string(),
          "System.ChangedDate": z.string(),
          "System.ChangedBy": identity(z).nullish(),
        }),
      }),
    ),
    continuationToken: text(z),
    isLastBatch: z.boolean().nullish(),
  });

/** What is answered instead of what was asked. */
export const refusal = (z: Zod) => z.object({ message: z.string(), typeKey: z.string().optional() });

/** Someone as work items name them. */
export type AzureIdentity = zod.infer<ReturnType<typeof identity>>;
/** A work item, as far as it is read. */
export type WorkItem = zod.infer<ReturnType<typeof workItem>>;
