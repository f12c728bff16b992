import { spawn } from "node:child_process";
import { basename, dirname } from "node:path";
import process from "node:process";
import type { Answer, Call } from "./kit.ts";

/** What a token may do with a repository by git. */
export type GitRight = "none" | "read" | "write";

/** A bare repository that git's own server hands out, and who may have it. */
export interface GitHttp {
  readonly folder: string;
  readonly isPrivate: boolean;
  /** What a token may do here; null: it is nobody's. */
  rightOf(token: string): GitRight | null;
}

const CHALLENGE = { "www-authenticate": 'Basic realm="GitHub"' };

/**
 * Answers `info/refs`, `git-upload-pack` and `git-receive-pack` with `git http-backend`, as a forge lets a job's token in: by HTTP Basic
 * alone. Anybody may read a public repository, but a token that is nobody's is refused there too.
 */
export async function gitHttpAnswer(git: GitHttp, call: Call, service: string): Promise<Answer> {
  const isPush = [service, call.query.get("service")].includes("git-receive-pack");
  if (call.auth?.includes(", ") === true) return { status: 400, text: 'Duplicate header: "Authorization"' };
  const token = tokenIn(call.auth);
  const right = token === null ? null : git.rightOf(token);
  if (call.auth !== null && right === null)
    return { status: 401, headers: CHALLENGE, text: "Invalid username or token." };
  if (call.auth === null && (git.isPrivate || isPush))
    return { status: 401, headers: CHALLENGE, text: "No anonymous access." };
  if ((isPush && right !== "write") || (git.isPrivate && right === "none"))
    return { status: 403, text: "Write access to repository not granted." };
  return backend(git.folder, call, service, isPush);
}

/** The password of HTTP Basic; the user's name does not matter. */
function tokenIn(auth: string | null): string | null {
  const encoded = /^basic ([\w+/=]+)$/i.exec(auth ?? "")?.[1];
  if (encoded === undefined) return null;
  return /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, "base64").toString("utf8"))?.[1] ?? null;
}

/** One request by the Common Gateway Interface (RFC 3875), as git-http-backend(1) describes it. */
async function backend(folder: string, call: Call, service: string, isPush: boolean): Promise<Answer> {
  const { headers, method, query, bytes } = call;
  const child = spawn("git", ["http-backend"], {
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: dirname(folder),
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${basename(folder)}/${service}`,
      REQUEST_METHOD: method,
      QUERY_STRING: query.toString(),
      CONTENT_TYPE: headers["content-type"] ?? "",
      CONTENT_LENGTH: String(bytes.byteLength),
      HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
      GIT_PROTOCOL: headers["git-protocol"] ?? "",
      ...(isPush && { REMOTE_USER: "x-access-token" }),
    },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (part: Buffer) => out.push(part));
  child.stderr.on("data", (part: Buffer) => err.push(part));
  // A backend that refuses a request may end before it has read it.
  child.stdin.on("error", () => undefined).end(bytes);
  await new Promise((done, fail) => child.on("close", done).on("error", fail));
  if (out.length === 0) throw new Error(`git http-backend: ${Buffer.concat(err).toString("utf8")}`);
  return answerIn(Buffer.concat(out));
}

function answerIn(output: Buffer): Answer {
  const end = output.indexOf("\r\n\r\n");
  const lines = output.subarray(0, end).toString("latin1").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  const { status = "200", ...rest } = headers;
  return { status: Number(status.slice(0, 3)), headers: rest, bytes: output.subarray(end + 4) };
}
