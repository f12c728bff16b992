import type { Answer } from "../kit.ts";

/** Headers that stand on every answer; `$remaining` units of five minutes are left. */
const HEADERS = {
  "x-vss-e2eid": "11111111-2222-3333-4444-555555555555",
  activityid: "11111111-2222-3333-4444-555555555555",
  "x-ratelimit-resource": "AzureDevOps.Services/TSTUs",
  "x-ratelimit-limit": "200",
  "x-ratelimit-remaining": "190",
} as const;

/** An answer of this version of the API. */
export function ok(json: unknown, version: string): Answer {
  return {
    status: 200,
    json,
    headers: { ...HEADERS, "content-type": `application/json; charset=utf-8; api-version=${version}` },
  };
}

interface Failure {
  readonly status: number;
  readonly message: string;
  readonly type: string;
  readonly eventId?: number;
  readonly custom?: unknown;
}

/** An error as this service words all of them. */
export function failure({ status, message, type, eventId = 3200, custom }: Failure): Answer {
  const space = "Microsoft.TeamFoundation.WorkItemTracking.Server";
  const json = {
    $id: "1",
    innerException: null,
    message,
    typeName: `${space}.${type}, ${space}`,
    typeKey: type,
    errorCode: 0,
    eventId,
    ...(custom === undefined ? {} : { customProperties: custom }),
  };
  return { status, json, headers: HEADERS };
}

export const notFound = (id: number | string): Answer =>
  failure({
    status: 404,
    message: `TF401232: Work item ${id} does not exist, or you do not have permissions to read it.`,
    type: "WorkItemUnauthorizedAccessException",
  });

export const noProject = (name: string): Answer =>
  failure({
    status: 404,
    message: `TF200016: The following project does not exist: ${name}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.`,
    type: "ProjectDoesNotExistWithNameException",
  });

export const noEdit = (): Answer =>
  failure({
    status: 403,
    message:
      "VS403403: The current user does not have permissions to edit work items under the specified area path.",
    type: "WorkItemUnauthorizedAccessException",
  });

export const badQuery = (message: string): Answer =>
  failure({ status: 400, message, type: "QueryException" });

/** A value that no rule of the type allows. */
export function ruleBroken(field: string, name: string, value: string): Answer {
  const message = `The field '${name}' contains the value '${value}' that is not in the list of supported values`;
  const error = {
    fieldReferenceName: field,
    fieldStatusFlags: "hasValues, limitedToValues, invalidListValue",
    errorMessage: message,
    fieldStatusCode: 2097152,
    ruleValidationErrors: null,
  };
  return failure({
    status: 400,
    message,
    type: "RuleValidationException",
    custom: { RuleValidationErrors: [error], ErrorMessage: null },
  });
}

/** A token that is not accepted: with `Suppress` a bare 401, else a page that is called a success. */
export function refusedToken(method: string, suppressed: boolean, why: string): Answer {
  if (suppressed)
    return { status: 401, text: "", headers: { ...HEADERS, "x-tfs-serviceerror": encodeURIComponent(why) } };
  if (method !== "PATCH") return signInPage();
  return failure({
    status: 401,
    message: "TF400813: The user '' is not authorized to access this resource.",
    type: "UnauthorizedRequestException",
    eventId: 3000,
  });
}

function signInPage(): Answer {
  return {
    status: 203,
    text: '<!DOCTYPE html><html lang="en-US"><head><title>Azure DevOps Services | Sign In</title></head><body>...</body></html>',
    headers: {
      "content-type": "text/html; charset=utf-8",
      "x-tfs-fedauthrealm": "https://spsprod.vssps.visualstudio.com/",
    },
  };
}

/** Too often, with what is told of when to come back. */
export function tooOften(headers: Readonly<Record<string, string>>): Answer {
  const { json } = failure({
    status: 429,
    message:
      "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource Concurrency in namespace User.",
    type: "RequestBlockedException",
    eventId: 3000,
  });
  return {
    status: 429,
    json,
    headers: {
      "x-ratelimit-resource": "AzureDevOps.Services/Concurrency",
      "x-ratelimit-limit": "200",
      "x-ratelimit-remaining": "0",
      ...headers,
    },
  };
}
