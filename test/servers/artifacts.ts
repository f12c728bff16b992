import { createHash } from "node:crypto";
import { type Answer, type Call, type Loopback, serve } from "./kit.ts";
import { unzip } from "./unzip.ts";

/** GitHub's service for artifacts, and the store that it signs addresses of. */
export interface ArtifactServer {
  readonly loopback: Loopback;
  /** What actions get of it. */
  readonly runtime: Readonly<Record<string, string>>;
  /** Names of those that are whole, in the order in which they were finished. */
  names(): readonly string[];
  /** The files of one, fetched as everybody fetches it. Throws where there is none. */
  download(name: string): Promise<ReadonlyMap<string, Buffer>>;
  /** An artifact of another job of the same run, so that its name is taken. */
  take(name: string): void;
  readonly problems: readonly string[];
}

interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly expires: unknown;
  readonly blocks: Map<string, Uint8Array>;
  data: Buffer | null;
  isWhole: boolean;
}

type Body = Readonly<Record<string, unknown>>;

/** What `@actions/artifact` and the service call the run and its job. */
const IDS = {
  workflow_run_backend_id: "c0ffee00-0000-4000-8000-000000000001",
  workflow_job_run_backend_id: "c0ffee00-0000-4000-8000-000000000002",
} as const;

const SERVICE = "/twirp/github.actions.results.api.v1.ArtifactService/";
const SIGNATURE = "sig-0123456789abcdef0123456789abcdef";

/** What the service takes names for. */
const FORBIDDEN = /[":<>|*?\r\n\\/]/;

/** Starts one. Only this run's token may ask it. */
export async function startArtifacts(): Promise<ArtifactServer> {
  const artifacts: Artifact[] = [];
  const problems: string[] = [];
  const token = runtimeToken();
  const loopback = await serve((call) => {
    const answer = call.path.startsWith(SERVICE)
      ? service({ artifacts, token, origin: loopback.origin }, call)
      : store(artifacts, call);
    if (answer.status === 400) problems.push(`${call.method} ${call.path}: ${JSON.stringify(answer.json)}`);
    return answer;
  });
  const ask = async (method: string, body: Body): Promise<Record<string, unknown>> => {
    const reply = await fetch(`${loopback.origin}${SERVICE}${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ ...IDS, ...body }),
    });
    return JSON.parse(await reply.text());
  };
  return {
    loopback,
    problems,
    runtime: {
      ACTIONS_RESULTS_URL: `${loopback.origin}/`,
      ACTIONS_RUNTIME_URL: `${loopback.origin}/runtime/`,
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_CACHE_URL: `${loopback.origin}/cache/`,
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_ORCHESTRATION_ID: "c0ffee00-0000-4000-8000-000000000003.gate.__default",
    },
    names: () => artifacts.filter(({ isWhole }) => isWhole).map(({ name }) => name),
    async download(name) {
      const { signed_url } = await ask("GetSignedArtifactURL", { name });
      if (typeof signed_url !== "string") throw new Error(`no artifact ${name}`);
      return unzip(Buffer.from(await (await fetch(signed_url)).arrayBuffer()));
    },
    take: (name) => void artifacts.push({ ...fresh(artifacts, name, null), isWhole: true }),
  };
}

/** Only its claims are read; nobody here checks the signature. */
function runtimeToken(): string {
  const claims = { scp: `Actions.Results:${Object.values(IDS).join(":")}`, iss: "emulator" };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.c2lnbmF0dXJl`;
}

function fresh(artifacts: readonly Artifact[], name: string, expires: unknown): Artifact {
  return { id: 4242 + artifacts.length, name, expires, blocks: new Map(), data: null, isWhole: false };
}

function service(
  { artifacts, token, origin }: { artifacts: Artifact[]; readonly token: string; readonly origin: string },
  { auth, path, json, headers }: Call,
): Answer {
  if (auth !== `Bearer ${token}`) return failure(401, "unauthenticated", "authorization failed");
  const body: Body = typeof json === "object" && json !== null ? { ...json } : {};
  if (!headers["content-type"]?.startsWith("application/json") || !isOfThisRun(body))
    return failure(400, "invalid_argument", "no such run");
  const named = artifacts.find(({ name }) => name === body.name);
  const address = ({ id }: Artifact) => `${origin}/store/${id}?sig=${SIGNATURE}&se=2026-11-23`;
  switch (path.slice(SERVICE.length)) {
    case "CreateArtifact": {
      const name = String(body.name ?? "");
      if (name === "" || FORBIDDEN.test(name)) return failure(400, "invalid_argument", "a name that is none");
      if (named !== undefined)
        return failure(
          409,
          "already_exists",
          "an artifact with this name already exists on the workflow run",
        );
      const artifact = fresh(artifacts, name, body.expires_at);
      artifacts.push(artifact);
      return { status: 200, json: { ok: true, signed_upload_url: address(artifact) } };
    }
    case "FinalizeArtifact":
      return finalize(named, body);
    case "ListArtifacts": {
      const told = artifacts
        .filter(({ isWhole }) => isWhole)
        .map((one) => ({
          ...IDS,
          ...{ database_id: String(one.id), name: one.name, size: String(one.data?.byteLength ?? 0) },
        }));
      return { status: 200, json: { artifacts: told } };
    }
    case "GetSignedArtifactURL":
      if (named?.isWhole !== true) return failure(404, "not_found", "no such artifact");
      return { status: 200, json: { signed_url: address(named) } };
    default:
      return failure(404, "bad_route", "no such method");
  }
}

function finalize(artifact: Artifact | undefined, { size, hash }: Body): Answer {
  const data = artifact?.data ?? null;
  if (artifact === undefined || data === null) return failure(404, "not_found", "nothing was uploaded");
  const digest = `sha256:${createHash("sha256").update(data).digest("hex")}`;
  if (String(size) !== String(data.byteLength)) return failure(400, "invalid_argument", "another size");
  // As the service's own definition has it: a wrapped value, or that value alone.
  const told = typeof hash === "object" && hash !== null && "value" in hash ? hash.value : hash;
  if (told !== digest) return failure(400, "invalid_argument", "another digest");
  artifact.isWhole = true;
  return { status: 200, json: { ok: true, artifact_id: String(artifact.id) } };
}

function isOfThisRun(body: Body): boolean {
  return Object.entries(IDS).every(([name, id]) => body[name] === id);
}

function failure(status: number, code: string, msg: string): Answer {
  return { status, json: { code, msg } };
}

/** Blobs: in blocks and a list of them, or whole; read by anybody who has the signed address. */
function store(artifacts: readonly Artifact[], { method, path, query, bytes, text, headers }: Call): Answer {
  const artifact = artifacts.find(({ id }) => path === `/store/${id}`);
  if (artifact === undefined || query.get("sig") !== SIGNATURE) return { status: 403, text: "no such blob" };
  if (method === "GET")
    return artifact.data === null ? { status: 404, text: "empty" } : { status: 200, bytes: artifact.data };
  if (method !== "PUT" || headers["x-ms-version"] === undefined)
    return failure(400, "bad", "not by the protocol");
  const answered: Answer = {
    status: 201,
    headers: { etag: '"0x8D"', "last-modified": "Mon, 23 Nov 2026 06:00:00 GMT", "x-ms-request-id": "1" },
    text: "",
  };
  switch (query.get("comp")) {
    case "block":
      artifact.blocks.set(query.get("blockid") ?? "", bytes);
      return answered;
    case "blocklist": {
      const ids = [...text.matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = ""]) => id);
      const parts = ids.flatMap((id) => artifact.blocks.get(id) ?? []);
      if (parts.length !== ids.length) return failure(400, "InvalidBlockList", "a block is missing");
      artifact.data = Buffer.concat(parts);
      return answered;
    }
    default:
      artifact.data = Buffer.from(bytes);
      return answered;
  }
}
