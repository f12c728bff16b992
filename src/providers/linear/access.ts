import type { Access } from "../../core/access.ts";
import type { HttpReply } from "../../core/http.ts";
import type { LinearSettings } from "./settings.ts";

/** Where Linear is asked. A personal key stands alone in its header, a token of OAuth behind `Bearer`. */
export const access: Access<LinearSettings> = {
  base: ({ url }) => (url ?? "https://api.linear.app").replace(/\/+$/, "").replace(/\/graphql$/, ""),
  isVendor: (host) => host.toLowerCase() === "api.linear.app",
  variables: () => ({ token: ["LINEAR_API_KEY", "LINEAR_API_TOKEN", "LINEAR_TOKEN"] }),
  headers: ({ token }) => ({ authorization: token.startsWith("lin_api_") ? token : `Bearer ${token}` }),
  anonymous: false,
  limited: (reply) => (isLimited(reply) ? LEAST_WAIT : null),
};

/** Seconds; the bucket fills by more than one request a second. */
const LEAST_WAIT = 10;

/** Linear says "too often" with a 400, and only the body tells. */
function isLimited({ status, text }: HttpReply): boolean {
  return status === 400 && /"code"\s*:\s*"RATELIMITED"|"type"\s*:\s*"ratelimited"/i.test(text);
}
