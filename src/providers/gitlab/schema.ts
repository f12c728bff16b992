import type { z as zod } from "zod";
import type { Zod } from "../../core/schema.ts";

/** An account as others see it. */
function userShape(z: Zod) {
  return z.object({ id: z.number().int(), username: z.string(), name: z.string().nullish() });
}

/** The accounts of a name: one or none. */
export function usersShape(z: Zod) {
  return z.array(userShape(z));
}

/** The account that asks. */
export function selfShape(z: Zod) {
  return userShape(z).extend({ email: z.string().nullish() });
}

/** The token that asks. */
export function tokenShape(z: Zod) {
  return z.object({ scopes: z.array(z.string()) });
}

/** An issue. */
export function issueShape(z: Zod) {
  return z.object({
    iid: z.number().int(),
    title: z.string(),
    description: z.string().nullish(),
    state: z.string(),
    issue_type: z.string().nullish(),
    labels: z.array(z.string()),
    milestone: z.object({ title: z.string() }).nullish(),
    iteration: z
      .object({
        title: z.string().nullish(),
        start_date: z.string().nullish(),
        due_date: z.string().nullish(),
      })
      .nullish(),
    epic: z.object({ iid: z.number().int(), url: z.string() }).nullish(),
    assignees: z.array(userShape(z)).nullish(),
    author: userShape(z).nullish(),
    moved_to_id: z.number().int().nullish(),
    references: z.object({ full: z.string() }),
    web_url: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
  });
}

/** An issue, as `issueShape` reads it. */
export type Issue = zod.infer<ReturnType<typeof issueShape>>;

/** One page of issues. */
export function issuesShape(z: Zod) {
  return z.array(issueShape(z));
}

/** A merge request that has to do with an issue. */
export function requestsShape(z: Zod) {
  return z.array(
    z.object({
      iid: z.number().int(),
      title: z.string(),
      web_url: z.string(),
      references: z.object({ full: z.string() }),
    }),
  );
}

/** What somebody wrote, or (`system`) what GitLab wrote down itself. */
export function noteShape(z: Zod) {
  return z.object({
    id: z.number().int(),
    body: z.string(),
    system: z.boolean(),
    author: userShape(z).partial({ username: true }).nullish(),
    created_at: z.string(),
    updated_at: z.string(),
  });
}

/** A note, as `noteShape` reads it. */
export type Note = zod.infer<ReturnType<typeof noteShape>>;

/** One page of notes. */
export function notesShape(z: Zod) {
  return z.array(noteShape(z));
}

/** One page of resource events: of states, labels or milestones. Each kind fills in what it has. */
export function eventsShape(z: Zod) {
  return z.array(
    z.object({
      created_at: z.string(),
      user: userShape(z).nullish(),
      action: z.string().nullish(),
      state: z.string().nullish(),
      label: z.object({ name: z.string() }).nullish(),
      milestone: z.object({ title: z.string() }).nullish(),
    }),
  );
}

/** A resource event, as `eventsShape` reads it. */
export type Event = zod.infer<ReturnType<typeof eventsShape>>[number];

/** The words in which GitLab refuses something: any JSON under `message`, or OAuth's pair. */
export function errorShape(z: Zod) {
  return z.union([
    z.object({ message: z.unknown().refine((value) => value !== undefined) }),
    z.object({ error: z.string(), error_description: z.string().nullish() }),
  ]);
}
