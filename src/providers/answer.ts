import type { HttpReply, Shape } from "../core/http.ts";
import { trouble } from "./trouble.ts";

/**
 * The JSON of an answer, checked against the fields that we use. Throws Fault("unavailable") for anything else: a sign-in
 * page of a proxy, a torn answer, another API.
 */
export async function readJson<T>(remote: string, reply: HttpReply, shape: Shape<T>): Promise<T> {
  const { z } = await import("zod");
  const result = shape(z).safeParse(parse(remote, reply));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw trouble("unavailable", `${remote} answered with something that can't be read.`, {
    found: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
  });
}

function parse(remote: string, { status, headers, text }: HttpReply): unknown {
  const type = headers["content-type"] ?? "";
  if (/html/i.test(type) || /^\s*<(?:!doctype|html)/i.test(text))
    throw trouble("unavailable", `${remote} answered ${status} with a web page instead of JSON.`, {
      found: "a sign-in page, or a proxy in between",
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw trouble("unavailable", `${remote} answered ${status} with something that is no JSON.`, {
      found: text,
      cause,
    });
  }
}
