import { Fault } from "../../core/fault.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../../core/http.ts";
import { readJson } from "../answer.ts";
import { trouble } from "../trouble.ts";
import { type DataSource, refusal } from "./schema.ts";
import type { NotionSettings } from "./settings.ts";

/** One remote of the policy, and the way to it. */
export interface Space {
  readonly remote: string;
  readonly settings: NotionSettings;
  readonly http: Http;
  /** A data source by its id, asked once a connection; null: it is not shared with the account. */
  source(id: string): Promise<DataSource | null>;
}

/** What a request needs of it. */
export type Asking = Pick<Space, "remote" | "http">;

/** The oldest version that knows data sources; without one, every request is refused. */
const VERSION = "2025-09-03";

/** An id in the one form that is compared: the dashes are optional. */
export function compact(id: string): string {
  return id.replaceAll("-", "").toLowerCase();
}

/** Asks, and reads what was answered. `about`: what is asked for, as people name it. */
export async function askJson<T>(
  { remote, http }: Asking,
  request: HttpRequest,
  { shape, about }: { shape: Shape<T>; about: string },
): Promise<T> {
  const headers = { "notion-version": VERSION, ...request.headers };
  const reply = await http.send({ ...request, headers, follow: false });
  if (reply.status === 200) return readJson(remote, reply, shape);
  throw await refused(remote, reply, about);
}

/** The fault that an answer is. What is not shared with the account is answered as what is not there. */
async function refused(remote: string, reply: HttpReply, about: string): Promise<Fault> {
  const found = (await said(remote, reply)) || `status ${reply.status}`;
  switch (reply.status) {
    case 401:
      return trouble("credentials", `${remote} does not accept the token.`, {
        found,
        fix: "put a token that is alive into NOTION_TOKEN",
      });
    case 403:
      return trouble("forbidden", `${remote} refuses the account ${about}.`, { found });
    case 404:
      return trouble("absent", `${remote} has no ${about}, or does not share it with this account.`, {
        found,
      });
    case 400:
      return new Fault("usage", `${remote} refuses ${about}.`, { found });
    default:
      return trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
  }
}

async function said(remote: string, reply: HttpReply): Promise<string> {
  try {
    const { code, message } = await readJson(remote, reply, refusal);
    return `${code}: ${message}`;
  } catch (thrown) {
    if (thrown instanceof Fault) return "";
    throw thrown;
  }
}
