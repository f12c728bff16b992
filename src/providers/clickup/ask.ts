import { Fault } from "../../core/fault.ts";
import type { Http, HttpReply, HttpRequest, Shape } from "../../core/http.ts";
import { readJson } from "../answer.ts";
import { trouble } from "../trouble.ts";
import { refusal } from "./schema.ts";
import type { ClickupSettings } from "./settings.ts";

/** One remote of the policy, and the way to it. */
export interface Workspace {
  readonly remote: string;
  readonly settings: ClickupSettings;
  readonly http: Http;
  /** Name of a type of task by its number, asked once a connection and only when one is met. */
  typeName(number: number): Promise<string | null>;
}

/** What a request needs of it. */
export type Asking = Pick<Workspace, "remote" | "http">;

/** `DEV-12`: an id that the workspace gives itself; the others have no dash. */
const CUSTOM = /^[A-Za-z0-9_]+-\d+$/;

/** Whether an id is a custom one (`SHOP-42`), which has to be asked for together with its workspace. */
export const isCustom = (id: string): boolean => CUSTOM.test(id);

/** Address of a task, and what has to be told with every request when its id is the workspace's own. */
export function taskRequest({ settings }: Pick<Workspace, "settings">, id: string, rest = ""): HttpRequest {
  const query = isCustom(id) ? { custom_task_ids: true, team_id: settings.team } : {};
  return { path: `/task/${encodeURIComponent(id)}${rest}`, query };
}

/** Asks, and reads what was answered. `about`: what is asked for, as people name it. */
export async function askJson<T>(
  asking: Asking,
  request: HttpRequest,
  { shape, about }: { shape: Shape<T>; about: string },
): Promise<T> {
  const reply = await asking.http.send({ ...request, follow: false });
  if (reply.status === 200) return readJson(asking.remote, reply, shape);
  throw await refused(asking.remote, reply, about);
}

/** Codes of a token that is not there, not known, or dead. All other refusals with 401 are about what was asked for. */
const TOKEN_CODES = /^OAUTH_0(?:17|18|19|21|25|77)$/;
const TEAM_CODES = /^OAUTH_0(?:23|26|27|29|3\d|4[0-5])$/;

/** The fault that an answer is. A task that does not exist is refused as one of a stranger's workspace is, with 401. */
async function refused(remote: string, reply: HttpReply, about: string): Promise<Fault> {
  const { err, ECODE } = await said(remote, reply);
  const found = `${err} ${ECODE ?? ""}`.trim() || `status ${reply.status}`;
  const { status } = reply;
  if (TEAM_CODES.test(ECODE ?? ""))
    return trouble(
      "forbidden",
      `${remote} has no ${about}, or does not show it to this account: it does not say which.`,
      {
        found,
      },
    );
  if (status === 401 || (status >= 300 && status < 400) || TOKEN_CODES.test(ECODE ?? ""))
    return trouble("credentials", `${remote} does not accept the token.`, {
      found,
      fix: "put a token that is alive into CLICKUP_API_KEY",
    });
  if (status === 403) return trouble("forbidden", `${remote} refuses the account ${about}.`, { found });
  if (status === 404 && ECODE !== null && ECODE !== undefined)
    return trouble("absent", `${remote} has no ${about}: it was deleted, or never was.`, { found });
  if (status === 400) return new Fault("usage", `${remote} refuses ${about}.`, { found });
  return trouble("unavailable", `${remote} answers ${status} for ${about}.`, { found });
}

async function said(
  remote: string,
  reply: HttpReply,
): Promise<{ err: string; ECODE?: string | null | undefined }> {
  try {
    return await readJson(remote, reply, refusal);
  } catch (thrown) {
    if (thrown instanceof Fault) return { err: "" };
    throw thrown;
  }
}
