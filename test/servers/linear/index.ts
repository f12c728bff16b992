import { buildSchema, type GraphQLError, graphql, parse, validate } from "graphql";
import { type Answer, type Call, serve } from "../kit.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { addComment, type Context, linearError, moveTo, resolvers, rewrite } from "./resolvers.ts";
import { SDL } from "./sdl.ts";
import { ADA, ROB, seed, seededWorkspace, stateNamed } from "./state.ts";

const TOKENS = {
  good: "lin_api_good0000000000000000000000000001",
  dead: "lin_api_dead0000000000000000000000000002",
  reader: "lin_oauth_read000000000000000000000003",
};

/** Linear's GraphQL API on this machine. */
export async function startLinearServer({
  port = 0,
}: {
  readonly port?: number;
} = {}): Promise<TrackerServer> {
  const schema = buildSchema(SDL);
  const workspace = seededWorkspace();
  const rootValue = resolvers(workspace);
  const problems: string[] = [];
  const bad = (text: string): Answer => {
    problems.push(text);
    return answer([linearError(text, "graphql error", "GRAPHQL_VALIDATION_FAILED")], 400);
  };
  const loopback = await serve(async (call) => {
    if (call.path !== "/graphql" || call.method !== "POST") {
      problems.push(`no such resource: ${call.method} ${call.path}`);
      return { status: 404, text: "Not Found" };
    }
    if (call.headers["user-agent"] === undefined) problems.push("no user-agent");
    if (!/^application\/json/.test(call.headers["content-type"] ?? "")) return bad("no JSON content type");
    const context = contextOf(call);
    if (context === null) return UNAUTHORIZED;
    const { query, variables } = bodyOf(call);
    if (query === null) return bad("no query");
    const errors = problemsOf(schema, query);
    if (errors.length > 0) return bad(errors.join("; "));
    const result = await graphql({
      schema,
      source: query,
      rootValue,
      contextValue: context,
      variableValues: variables,
    });
    const foreign = (result.errors ?? []).filter(({ extensions }) => extensions.code === undefined);
    problems.push(...foreign.map(({ message }) => message));
    if (result.errors !== undefined) return answer(result.errors, 200);
    return { status: 200, headers: RATE, json: { data: result.data } };
  }, port);
  return {
    kind: "linear",
    loopback,
    settings: { kind: "linear", teams: ["ENG", "OPS"], url: loopback.origin },
    credentials: {
      good: { user: null, token: TOKENS.good },
      dead: { user: null, token: TOKENS.dead },
      reader: { user: null, token: TOKENS.reader },
    },
    seed,
    crowd(count) {
      const ids = Array.from({ length: count }, (_, at) => `ENG-${100000 + at}`);
      const known = new Set(workspace.issues.map(({ team, number }) => `${team.key}-${number}`));
      for (const id of ids) if (!known.has(id)) workspace.add(id);
      return ids;
    },
    limits: limitsAt,
    move(id, name) {
      const issue = workspace.find(id);
      if (issue !== null) moveTo(workspace, issue, stateNamed(workspace, issue.team.key, name).id, ADA);
    },
    comments: (id) => (workspace.find(id)?.comments ?? []).map(({ body }) => body),
    say(id, text) {
      const issue = workspace.find(id);
      return issue === null ? "" : addComment(workspace, issue, ROB, text).id;
    },
    reword(id, comment, text) {
      const said = workspace.find(id)?.comments.find((one) => one.id === comment);
      if (said !== undefined) rewrite(workspace, said, text);
    },
    problems,
  };
}

/** A personal key stands alone, a token of OAuth behind `Bearer`; the other way round neither is known. */
function contextOf({ auth }: Call): Context | null {
  if (auth === TOKENS.good) return { user: ADA, mayWrite: true };
  if (auth === `Bearer ${TOKENS.reader}`) return { user: ROB, mayWrite: false };
  return null;
}

function bodyOf({ json }: Call) {
  const given = typeof json === "object" && json !== null ? json : {};
  const query = "query" in given && typeof given.query === "string" ? given.query : null;
  const variables = "variables" in given && typeof given.variables === "object" ? { ...given.variables } : {};
  return { query, variables };
}

function problemsOf(schema: Parameters<typeof validate>[0], query: string): readonly string[] {
  try {
    return validate(schema, parse(query)).map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

const RATE = {
  "x-ratelimit-requests-limit": "5000",
  "x-ratelimit-requests-remaining": "4999",
  "x-ratelimit-requests-reset": "1795350000000",
  "x-complexity": "12",
  "x-ratelimit-complexity-limit": "250000",
  "x-ratelimit-complexity-remaining": "249988",
};

function answer(errors: readonly GraphQLError[], status: number): Answer {
  return { status, headers: RATE, json: { errors: errors.map((error) => error.toJSON()), data: null } };
}

const UNAUTHORIZED: Answer = {
  status: 401,
  headers: RATE,
  json: {
    errors: [
      {
        message: "Authentication required, not authenticated",
        extensions: {
          type: "authentication error",
          code: "AUTHENTICATION_ERROR",
          statusCode: 401,
          userError: true,
          userPresentableMessage: "You need to authenticate to access this operation.",
        },
      },
    ],
  },
};

/** Linear says "too often" with a 400; the reset is in milliseconds since 1970. */
function limitsAt(now: number): Readonly<Record<string, Answer>> {
  const json = {
    errors: [
      {
        message: "Rate limit exceeded. Only 5000 requests are allowed per 1 hour.",
        extensions: { type: "ratelimited", code: "RATELIMITED", statusCode: 400, userError: false },
      },
    ],
  };
  const reset = String(now + 30_000);
  return {
    requests: {
      status: 400,
      headers: { "x-ratelimit-requests-remaining": "0", "x-ratelimit-requests-reset": reset },
      json,
    },
    complexity: {
      status: 400,
      headers: {
        "x-ratelimit-requests-remaining": "4000",
        "x-ratelimit-complexity-remaining": "0",
        "x-ratelimit-complexity-reset": reset,
      },
      json,
    },
    "without a header": { status: 400, json },
  };
}
