import type * as github from "@actions/github";
import { type HomeAsking, openHomeLine } from "../connect/home-line.ts";
import { Fault, type FaultCode } from "../core/fault.ts";
import type { Http, HttpRequest } from "../core/http.ts";

/** GitHub's own client. */
export type Octokit = ReturnType<typeof github.getOctokit>;

/** The client wants one before it asks anything; the credential is the transport's, and the client never holds it. */
const NO_TOKEN = "none";

/** GitHub's client over our own transport: deadline, retries, proxy, redaction and sizes are settled there. */
export async function openOctokit(asking: HomeAsking): Promise<Octokit> {
  const [{ getOctokit }, http] = await Promise.all([import("@actions/github"), openHomeLine(asking)]);
  return getOctokit(NO_TOKEN, {
    baseUrl: http.base,
    request: { fetch: fetchOver(http) },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
}

/** What a client logs would stand in a job's log, where words are commands. */
function quiet(): void {}

/** `fetch`, as far as the client uses it. */
function fetchOver(http: Http) {
  return async (
    url: string,
    {
      method = "GET",
      headers = {},
      body,
    }: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response> => {
    const { authorization: _, ...others } = lowered(headers);
    const reply = await http.send({
      method: methodOf(method),
      path: url,
      headers: others,
      ...(body === undefined ? {} : { json: JSON.parse(body) }),
      reads: url.endsWith("/graphql"),
    });
    const hasBody = reply.status !== 204 && reply.status !== 205 && reply.status !== 304;
    return new Response(hasBody ? reply.text : null, { status: reply.status, headers: { ...reply.headers } });
  };
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function methodOf(text: string): NonNullable<HttpRequest["method"]> {
  switch (text.toUpperCase()) {
    case "GET":
      return "GET";
    case "POST":
      return "POST";
    case "PUT":
      return "PUT";
    case "PATCH":
      return "PATCH";
    case "DELETE":
      return "DELETE";
    default:
      throw new Fault("internal", "GitHub's client asks in a way that we don't.", { found: text });
  }
}

/** Statuses by which GitHub says that there is no such thing: a repository without a commit answers 409, a name that is no id 422. */
const ABSENT: ReadonlySet<number> = new Set([404, 409, 410, 422]);

/** What the client answers; null: GitHub has no such thing. Throws the Fault that any other failure is; `about`: what was asked for. */
export async function askOctokit<T>(about: string, asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (thrown) {
    const { status, cause } = failureOf(thrown);
    if (cause instanceof Fault) throw cause;
    if (thrown instanceof Fault || status === null) throw thrown;
    if (ABSENT.has(status)) return null;
    const found = `status ${status}`;
    throw new Fault(CODES[status] ?? "unavailable", `GitHub does not tell ${about}.`, {
      found,
      // What is asked here is the repository itself: its trees, contents and refs.
      ...(status === 403 ? { wanted: "permissions: contents: read" } : {}),
      cause: thrown,
    });
  }
}

const CODES: Readonly<Record<number, FaultCode>> = { 401: "credentials", 403: "forbidden" };

/** The client's errors carry the answer's status, and what went wrong below them. */
function failureOf(thrown: unknown): { readonly status: number | null; readonly cause: unknown } {
  const cause = thrown instanceof Error ? thrown.cause : null;
  const status = thrown instanceof Error && "status" in thrown ? thrown.status : null;
  return { status: typeof status === "number" ? status : null, cause };
}
