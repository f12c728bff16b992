import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

const richText = (z: Zod) => z.array(z.object({ plain_text: z.string() }));

const named = (z: Zod) => z.object({ name: z.string() });

/** A person, or the connection itself; what the account may not know is missing. */
export const user = (z: Zod) =>
  z.object({
    id: z.string(),
    name: z.string().nullish(),
    person: z.object({ email: z.string().nullish() }).nullish(),
  });

/** Whose token it is: a connection, which may act for a person. */
export const me = (z: Zod) =>
  user(z).extend({
    bot: z.object({ owner: z.object({ user: user(z).nullish() }).nullish() }).nullish(),
  });

const property = (z: Zod) =>
  z.object({
    type: z.string(),
    title: richText(z).optional(),
    rich_text: richText(z).optional(),
    status: named(z).nullish(),
    select: named(z).nullish(),
    multi_select: z.array(named(z)).optional(),
    people: z.array(user(z)).optional(),
    relation: z.array(z.object({ id: z.string() })).optional(),
    unique_id: z.object({ prefix: z.string().nullish(), number: z.number().nullish() }).nullish(),
    url: z.string().nullish(),
  });

/** One page. Its properties bear the names that people gave them. */
export const page = (z: Zod) =>
  z.object({
    id: z.string(),
    created_time: z.string(),
    last_edited_time: z.string(),
    created_by: user(z).nullish(),
    last_edited_by: user(z).nullish(),
    parent: z.object({ data_source_id: z.string().optional(), database_id: z.string().optional() }),
    in_trash: z.boolean().optional(),
    archived: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    url: z.string().nullish(),
    properties: z.record(z.string(), property(z)),
  });

/** A page of pages. */
export const pages = (z: Zod) =>
  z.object({
    results: z.array(page(z)),
    next_cursor: z.string().nullish(),
    request_status: z.object({ type: z.string() }).nullish(),
  });

const options = (z: Zod) => z.array(z.object({ id: z.string(), name: z.string() }));

/** What a data source keeps of each page. */
export const dataSource = (z: Zod) =>
  z.object({
    id: z.string(),
    properties: z.record(
      z.string(),
      z.object({
        type: z.string(),
        status: z
          .object({ options: options(z), groups: z.array(z.object({ option_ids: z.array(z.string()) })) })
          .optional(),
        select: z.object({ options: options(z) }).optional(),
      }),
    ),
  });

/** A database, which holds one data source or several. */
export const database = (z: Zod) => z.object({ data_sources: z.array(z.object({ id: z.string() })) });

/** A page's text. */
export const markdown = (z: Zod) => z.object({ markdown: z.string(), truncated: z.boolean().nullish() });

/** A page of people. */
export const users = (z: Zod) => z.object({ results: z.array(user(z)), next_cursor: z.string().nullish() });

/** A page of comments, oldest first. */
export const comments = (z: Zod) =>
  z.object({
    results: z.array(
      z.object({
        id: z.string(),
        rich_text: richText(z),
        created_by: user(z).nullish(),
        created_time: z.string(),
        last_edited_time: z.string().nullish(),
      }),
    ),
    next_cursor: z.string().nullish(),
  });

/** A comment that was made. */
export const posted = (z: Zod) => z.object({ id: z.string() });

/** What is answered instead of what was asked. */
export const refusal = (z: Zod) => z.object({ code: z.string(), message: z.string() });

/** A comment, as far as it is read. */
export type Comment = zod.infer<ReturnType<typeof comments>>["results"][number];
/** A page, as far as it is read. */
export type Page = zod.infer<ReturnType<typeof page>>;
/** One property of a page, by its type. */
export type Property = zod.infer<ReturnType<typeof property>>;
/** A data source with the properties that its pages have. */
export type DataSource = zod.infer<ReturnType<typeof dataSource>>;
/** A person or a connection. */
export type NotionUser = zod.infer<ReturnType<typeof user>>;
