import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** Numbers of people and lists are written with quotes here and without them there. */
const number = (z: Zod) => z.union([z.string(), z.number()]).transform(String);

const person = (z: Zod) =>
  z.object({ id: number(z), username: z.string().nullish(), email: z.string().nullish() });

const status = (z: Zod) => z.object({ status: z.string(), type: z.string().nullish() });

/** One task. */
export const task = (z: Zod) =>
  z.object({
    id: z.string().min(1),
    custom_id: z.string().nullish(),
    custom_item_id: z.number().nullish(),
    name: z.string(),
    markdown_description: z.string().nullish(),
    description: z.string().nullish(),
    status: status(z),
    date_created: z.string().nullish(),
    date_updated: z.string().nullish(),
    archived: z.boolean().nullish(),
    creator: person(z).nullish(),
    assignees: z.array(person(z)).nullish(),
    tags: z.array(z.object({ name: z.string() })).nullish(),
    checklists: z
      .array(
        z.object({
          name: z.string(),
          items: z.array(z.object({ name: z.string(), resolved: z.boolean().nullish() })).nullish(),
        }),
      )
      .nullish(),
    custom_fields: z
      .array(
        z.object({ name: z.string().nullish(), type: z.string().nullish(), value: z.unknown().optional() }),
      )
      .nullish(),
    parent: z.string().nullish(),
    team_id: z.string(),
    url: z.string().nullish(),
    list: z.object({ id: number(z) }),
    space: z.object({ id: number(z) }),
  });

/** A page of tasks. */
export const tasks = (z: Zod) => z.object({ tasks: z.array(task(z)), last_page: z.boolean().nullish() });

/** A list's own statuses, in the order of its workflow. */
export const list = (z: Zod) => z.object({ statuses: z.array(status(z)) });

/** Whose token it is. */
export const user = (z: Zod) => z.object({ user: person(z) });

/** Workspaces that the token reaches, with the people in them. */
export const teams = (z: Zod) =>
  z.object({
    teams: z.array(z.object({ id: number(z), members: z.array(z.object({ user: person(z) })).nullish() })),
  });

/** Types of tasks that a workspace has made for itself. */
export const customItems = (z: Zod) =>
  z.object({ custom_items: z.array(z.object({ id: z.number(), name: z.string().nullish() })) });

/** A page of comments, newest first. */
export const comments = (z: Zod) =>
  z.object({
    comments: z.array(
      z.object({
        id: number(z),
        comment_text: z.string().nullish(),
        user: person(z).nullish(),
        date: number(z),
        resolved: z.boolean().nullish(),
      }),
    ),
  });

/** A comment that was made. */
export const posted = (z: Zod) => z.object({ id: number(z) });

/** Since when a task is, or last was, in each status that it has been in. */
export const timeInStatus = (z: Zod) => {
  const time = z.object({ status: z.string(), total_time: z.object({ since: number(z) }) });
  return z.object({ current_status: time.nullish(), status_history: z.array(time).nullish() });
};

/** What is answered instead of what was asked. */
export const refusal = (z: Zod) => z.object({ err: z.string(), ECODE: z.string().nullish() });

/** Anything: the answer to a change says nothing that is needed. */
export const anything = (z: Zod) => z.unknown();

/** A comment, as far as it is read. */
export type Comment = zod.infer<ReturnType<typeof comments>>["comments"][number];
/** A task, as far as it is read. */
export type Task = zod.infer<ReturnType<typeof task>>;
/** A member of the workspace. */
export type ClickupPerson = zod.infer<ReturnType<typeof person>>;
