import { type Asking, openAddress } from "../connect/open-address.ts";
import { Fault } from "../core/fault.ts";
import type { Http } from "../core/http.ts";
import type { Tree } from "../core/ports.ts";
import { isServerUrl } from "../core/server-url.ts";
import { readJson } from "../providers/answer.ts";
import { tokenAnswer } from "../sigstore/replies.ts";
import { type Env, SIGNING_VARIABLES, type Signed } from "./signing-key.ts";

/** Where something is signed: the tree that is trusted, and the environment of what asks. */
export interface SigningPlace {
  readonly tree: Tree;
  readonly env: Env;
  now(): Date;
}

/** Where GitHub Actions hands out identity tokens to jobs with `permissions: id-token: write` (docs.github.com, "OpenID Connect"). */
const ACTIONS = {
  url: "ACTIONS_ID_TOKEN_REQUEST_URL",
  token: "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
} as const;
/** Who identity tokens are for. */
const AUDIENCE = "sigstore";
/** Answers of a few certificates. */
const MOST_BYTES = 1024 * 1024;

/**
 * What signs bytes through Sigstore, as one line of JSON. Whatever is missing is said before any work begins; the token is asked for when
 * it signs, since it lives for minutes. Throws Fault("usage"), Fault("policy").
 */
export async function openKeyless(
  place: SigningPlace,
  { section, type, signers }: Signed,
  { publicLog, env }: { readonly publicLog: boolean; readonly env: Env },
): Promise<(payload: Uint8Array) => Promise<string>> {
  const { sigstore, identities } = signers;
  if (identities.length === 0) throw noIdentity(section);
  if ((await place.tree.read(sigstore.trustedRoot, MOST_BYTES)) === null) throw noRoot(sigstore.trustedRoot);
  const addresses = [sigstore.fulcio, sigstore.rekor, sigstore.tsa];
  const open = addresses
    .flatMap((address) => address ?? [])
    .find((address) => isPublic(new URL(address).hostname));
  if (open !== undefined && !sigstore.publicLog && !publicLog) throw untold(section, open);
  const tokenOf = tokenSource(place, env);
  return async (payload) => {
    const token = await tokenOf();
    const service = (name: string, address: string): Promise<Http> =>
      openAddress(address, asking(place, name, token, {}, isPublic));
    const [{ signBundle }, fulcio, rekor, tsa] = await Promise.all([
      import("../sigstore/sign.ts"),
      service("Fulcio", sigstore.fulcio),
      sigstore.rekor === null ? null : service("Rekor", sigstore.rekor),
      sigstore.tsa === null ? null : service("The timestamp authority", sigstore.tsa),
    ]);
    return signBundle({ type, payload }, { token, fulcio, rekor, tsa });
  };
}

/** Of an environment, what signs: the key, or what gives the job an identity. */
export function signingEnv(env: Env): Env {
  const names: readonly string[] = [...Object.values(SIGNING_VARIABLES), ...Object.values(ACTIONS)];
  return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));
}

/** Whether a job of GitHub Actions, or a token, gives this run an identity. */
export function hasIdentity(env: Env): boolean {
  return [SIGNING_VARIABLES.token, ACTIONS.token].some((name) => (env[name] ?? "") !== "");
}

/** Sigstore's public instance: what it logs everybody can read. */
function isPublic(host: string): boolean {
  return host === "sigstore.dev" || host.endsWith(".sigstore.dev");
}

/** Nothing of a token may stand in any message, whoever repeats it. */
function asking(
  { env, now }: SigningPlace,
  name: string,
  secret: string,
  headers: Readonly<Record<string, string>>,
  isMeantFor: (host: string) => boolean,
): Asking {
  const held = { headers: { ...headers }, secrets: [secret], isMeantFor };
  return { env, now, name, haste: "command", mostBytes: MOST_BYTES, held };
}

/** The token that is set, else the one that GitHub Actions hands out. */
function tokenSource(place: SigningPlace, env: Env): () => Promise<string> {
  const { [SIGNING_VARIABLES.token]: set = "", [ACTIONS.url]: url = "", [ACTIONS.token]: right = "" } = env;
  if (set !== "") return async () => set;
  if (right === "" || !isServerUrl(url)) throw noToken();
  // The runner itself says where: no policy and no branch can name another server.
  const runner = asking(place, "GitHub Actions", right, { authorization: `Bearer ${right}` }, () => true);
  return async () => {
    const http = await openAddress(url, runner);
    const reply = await http.send({ path: url, query: { audience: AUDIENCE } });
    return (await readJson("GitHub Actions", reply, tokenAnswer)).value;
  };
}

const NOUNS = { ledger: "a ledger", evidence: "evidence" } as const satisfies Record<
  Signed["section"],
  string
>;

function noToken(): Fault {
  return new Fault("usage", "There is no identity to sign with.", {
    found: `neither ${SIGNING_VARIABLES.token} nor ${ACTIONS.url} is set`,
    wanted: `a job of GitHub Actions with permissions: { id-token: write }, or a token for the audience ${AUDIENCE} in ${SIGNING_VARIABLES.token}`,
    fix: "golden-thread help ledger",
  });
}

/** Nobody may sign without a key, by the policy. */
export function noIdentity(section: Signed["section"]): Fault {
  return new Fault("policy", `The policy names nobody who may sign ${NOUNS[section]} without a key.`, {
    found: `no ${section}.identities`,
    wanted: `${section}: { identities: [{ issuer: https://token.actions.githubusercontent.com, subject: https://github.com/OWNER/REPO/.github/workflows/FILE.yml@refs/heads/main }] }`,
    fix: `golden-thread config explain ${section}.identities`,
  });
}

function noRoot(path: string): Fault {
  return new Fault("policy", "There are no certificates by which a keyless signature could be known.", {
    found: `no ${path}`,
    wanted: "a Sigstore trusted root, committed on the branch that is trusted",
    fix: "golden-thread ledger trust",
  });
}

function untold(section: Signed["section"], address: string): Fault {
  return new Fault(
    "policy",
    "Sigstore's public log would name this repository and its workflow to everybody, for ever.",
    {
      found: address,
      wanted: `--public-log, or ${section}.sigstore.public_log: true, or Sigstore services of your own`,
      fix: `golden-thread config explain ${section}.sigstore`,
    },
  );
}
