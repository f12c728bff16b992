import type { Schema } from "./schema.ts";

/** One request to a tracker or forge. */
export interface HttpRequest {
  /** Default `GET`. */
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the remote's base address (`/issues/1`), or an absolute address on one of the remote's own origins. */
  readonly path: string;
  /** Undefined values are left out, lists are repeated under their name. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /** Lower-case names. The credential's headers are added by the transport. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/json`, unless `headers` say another content type. */
  readonly json?: unknown;
  /** A POST that changes nothing (a search, a GraphQL query): it may be tried again, as a GET may. */
  readonly reads?: boolean;
  /** Redirects on the same origin are followed for reads; false: a 3xx is handed back as it is. Default true. */
  readonly follow?: boolean;
  /** How the answer's bytes become text: `latin1` keeps each, for answers that are no text. Default UTF-8. */
  readonly charset?: "utf8" | "latin1";
}

/** One value of a query string. */
export type QueryValue = string | number | boolean;

/** What was answered, whatever its status. */
export interface HttpReply {
  readonly status: number;
  /** Lower-case names; repeated headers are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** UTF-8, unless the request says otherwise. */
  readonly text: string;
}

/** How many requests a tracker still allows, as its last answer told. */
export interface HttpRate {
  readonly limit: number | null;
  readonly remaining: number;
  /** RFC 3339 in UTC; null: not told. */
  readonly resetsAt: string | null;
}

/**
 * The one way out to a remote: origins, credential, deadline, retries, size and redaction are settled before a provider is
 * handed it.
 */
export interface Http {
  /** Base address of the API, without a slash at its end. */
  readonly base: string;
  /** False: there is no credential, and the remote is asked as anybody may. Asking throws as `send` does. */
  authenticated(): Promise<boolean>;
  /**
   * Any answer is handed back but those that are tried again (408, 429, 500, 502, 503, 504, 529 and what `limited` names) and
   * stay so. Throws Fault("unavailable") for those, for a dead line, and past the deadline; Fault("credentials") where there
   * are none or the origin may not be given them.
   */
  send(request: HttpRequest): Promise<HttpReply>;
  /** Null: no answer has told yet. */
  rate(): HttpRate | null;
}

/** What a JSON answer is read by: only the fields that we use, anything else may be there. */
export type Shape<T> = Schema<T>;
