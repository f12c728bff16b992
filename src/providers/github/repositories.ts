import { expectFact } from "../refusal.ts";
import type { Api } from "./api.ts";
import { repositoryShape } from "./schema.ts";

/** What can be seen of a repository; asked once for each. An internal one is private here. */
export type Repositories = (repository: string) => Promise<"hidden" | "private" | "public">;

/** Remembers for each repository what can be seen of it. */
export function repositoryBook(api: Api): Repositories {
  const answers = new Map<string, ReturnType<Repositories>>();
  return (repository) => {
    const answer = answers.get(repository) ?? ask(api, repository);
    answers.set(repository, answer);
    return answer;
  };
}

async function ask(api: Api, repository: string): ReturnType<Repositories> {
  const reply = await api.rest({ path: `/repos/${repository}` });
  if (reply.status === 404) return "hidden";
  const told = await expectFact(api, repository, { reply, shape: repositoryShape });
  return told.private ? "private" : "public";
}
