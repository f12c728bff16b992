import { Fault } from "../../core/fault.ts";
import type { Http, HttpReply, HttpRequest } from "../../core/http.ts";
import { once } from "../../core/once.ts";
import { readJson } from "../answer.ts";
import { trouble } from "../trouble.ts";
import { type Flavour, knownFlavour } from "./access.ts";
import { errorShape, serverInfoShape } from "./schema.ts";
import type { JiraSettings } from "./settings.ts";

/** One Jira, whichever it is. */
export interface Client {
  readonly remote: string;
  readonly settings: JiraSettings;
  readonly http: Http;
  flavour(): Promise<Flavour>;
  /** `path` below the version of the REST API that the flavour speaks. Throws Fault("credentials") for a dead credential. */
  ask(request: HttpRequest): Promise<HttpReply>;
}

/** Opens a client; the flavour is asked for once, with the first request that depends on it. */
export function openClient(remote: string, settings: JiraSettings, http: Http): Client {
  let ask: () => Promise<Flavour> = () => Promise.resolve("cloud");
  const again = () => {
    ask = once(async () => knownFlavour(settings) ?? (await askFlavour(remote, http)));
  };
  again();
  const flavour = () =>
    ask().catch((thrown: unknown) => {
      // A failure is no answer to remember.
      again();
      throw thrown;
    });
  return {
    remote,
    settings,
    http,
    flavour,
    async ask(request) {
      const version = (await flavour()) === "cloud" ? 3 : 2;
      const reply = await http.send({ ...request, path: `/rest/api/${version}${request.path}` });
      if (await http.authenticated()) refuseAnonymous(remote, reply);
      if (reply.status === 401) throw deadCredential(remote, await wordsOf(reply));
      return reply;
    },
  };
}

async function askFlavour(remote: string, http: Http): Promise<Flavour> {
  const reply = await http.send({ path: "/rest/api/2/serverInfo" });
  if (reply.status === 401 || reply.status === 403) throw deadCredential(remote, await wordsOf(reply));
  const { deploymentType } = await readJson(remote, reply, serverInfoShape);
  return deploymentType === "Cloud" ? "cloud" : "data-center";
}

/** A dead token is answered like nobody's: with an empty list or "does not exist", and only a header tells. */
function refuseAnonymous(remote: string, { headers }: HttpReply): void {
  const reason = headers["x-seraph-loginreason"] ?? "";
  const denied = headers["x-authentication-denied-reason"];
  if (denied !== undefined) throw deadCredential(remote, denied);
  if (/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason)) throw deadCredential(remote, reason);
  if (headers["x-ausername"]?.toLowerCase() === "anonymous")
    throw deadCredential(remote, "it was answered as nobody's request");
}

function deadCredential(remote: string, found: string): Fault {
  return trouble("credentials", `${remote} does not accept the credential.`, {
    ...(found === "" ? {} : { found }),
    fix: "put a token that has not expired into JIRA_API_TOKEN; Jira Cloud also wants its e-mail address (JIRA_EMAIL), Data Center a personal access token alone",
  });
}

/** What Jira says is wrong, in one line; empty where it says nothing that can be read. */
export async function wordsOf(reply: HttpReply): Promise<string> {
  try {
    const { message, errorMessages = [], errors = {} } = await readJson("", reply, errorShape);
    const fields = Object.entries(errors ?? {}).map(([field, text]) => `${field}: ${String(text)}`);
    return [message, ...(errorMessages ?? []), ...fields].filter(Boolean).join(" ");
  } catch (thrown) {
    if (thrown instanceof Fault) return "";
    throw thrown;
  }
}

/** The fault that an answer to a question about one ticket is; `what`: what was not done. */
export async function refusal(
  { remote }: Client,
  reply: HttpReply,
  id: string,
  what: string,
): Promise<Fault> {
  const found = await wordsOf(reply);
  const said = found === "" ? {} : { found };
  switch (reply.status) {
    case 403:
      return trouble("forbidden", `${remote} does not allow this account to ${what} ${id}.`, said);
    case 404:
      // A wrong address answers 404 as well, but not in Jira's words.
      if (found !== "") return trouble("absent", `${remote} has no ${id}, or does not show it.`, said);
      break;
    case 409:
      return trouble(
        "unavailable",
        `${remote} could not ${what} ${id}: somebody else just changed it.`,
        said,
      );
  }
  return trouble("unavailable", `${remote} answered ${reply.status} when asked to ${what} ${id}.`, said);
}

/** The fault that an answer to a change of one ticket is: what Jira finds wrong with the change is the asker's to mend. */
export async function refusedChange(
  client: Client,
  reply: HttpReply,
  id: string,
  what: string,
): Promise<Fault> {
  if (![400, 413, 422].includes(reply.status)) return refusal(client, reply, id, what);
  const found = await wordsOf(reply);
  return new Fault("usage", `${client.remote} refuses to ${what} ${id}.`, found === "" ? {} : { found });
}
