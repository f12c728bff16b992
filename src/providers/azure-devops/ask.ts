import { Fault } from "../../core/fault.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../../core/http.ts";
import { readJson } from "../answer.ts";
import { isSignIn, signInReason } from "../azure-sign-in.ts";
import { trouble } from "../trouble.ts";
import { refusal } from "./schema.ts";
import type { AzureDevopsSettings } from "./settings.ts";

/** One remote of the policy, and the way to it. */
export interface Boards {
  readonly remote: string;
  readonly settings: AzureDevopsSettings;
  readonly http: Http;
  /** Fields that were asked for, and that no type of the collection has. */
  readonly lacks: Set<string>;
  /** Category of every state that a type has in a project, by the state's name, in the order of the type's workflow. */
  states(project: string, type: string): Promise<ReadonlyMap<string, string>>;
}

/** What a request needs of it. */
export type Asking = Pick<Boards, "remote" | "http">;

const VERSION = "7.1";

/** Path below one project, whose name may hold blanks and letters of any script. */
export function inProject(project: string, path: string): string {
  return `/${encodeURIComponent(project)}/_apis/${path}`;
}

/** Asks, and takes a sign-in page for what it is. Redirects are not followed: they lead to one. */
export async function ask(
  { remote, http }: Asking,
  request: HttpRequest,
  version = VERSION,
): Promise<HttpReply> {
  const query = { "api-version": version, ...request.query };
  // Without it a token that is not accepted is answered with a page to sign in at.
  const headers = { "x-tfs-fedauthredirect": "Suppress", ...request.headers };
  const reply = await http.send({ ...request, query, headers, follow: false });
  if (isSignIn(reply))
    throw trouble("credentials", `${remote} does not accept the token.`, {
      found: signInReason(reply),
      fix: "put a token that is alive, with the scope Work Items (read), into ADO_PAT",
    });
  return reply;
}

/** As `ask`, and reads what was answered. */
export async function askJson<T>(
  asking: Asking,
  request: HttpRequest,
  { shape, about, version = VERSION }: { shape: Shape<T>; about: string; version?: string },
): Promise<T> {
  const reply = await ask(asking, request, version);
  if (reply.status === 200) return readJson(asking.remote, reply, shape);
  throw await refused(asking, reply, about);
}

/** The fault that an answer is. `about`: what was asked for, as people name it. */
export async function refused({ remote }: Asking, reply: HttpReply, about: string): Promise<Fault> {
  const found = (await said(remote, reply)).message || `status ${reply.status}`;
  switch (reply.status) {
    case 403:
      return trouble("forbidden", `${remote} refuses the account ${about}.`, { found });
    case 404:
      // A project that is not there says nothing of a work item.
      return /TF200016/.test(found)
        ? trouble("unavailable", `${remote} has no such project.`, {
            found,
            fix: "correct project: in the policy's entry",
          })
        : trouble("absent", `${remote} has no ${about}.`, { found });
    default:
      return trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
  }
}

/** The tracker's own words; empty where it says none. */
export async function said(remote: string, reply: HttpReply): Promise<{ message: string; typeKey: string }> {
  try {
    const { message, typeKey = "" } = await readJson(remote, reply, refusal);
    return { message, typeKey };
  } catch (thrown) {
    if (thrown instanceof Fault) return { message: "", typeKey: "" };
    throw thrown;
  }
}
