import type { Answer } from "../kit.ts";

const PAGE = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";
const SECONDARY = {
  message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
  documentation_url: `${PAGE}#about-secondary-rate-limits`,
};
const PRIMARY = {
  message: "API rate limit exceeded for user ID 101.",
  documentation_url: PAGE,
  status: "403",
};

/** Every way in which GitHub says "too often". `now`: milliseconds. */
export function limits(now: number): Readonly<Record<string, Answer>> {
  const reset = String(Math.floor(now / 1000) + 90);
  const used = (resource: string) => ({
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-used": "5000",
    "x-ratelimit-reset": reset,
    "x-ratelimit-resource": resource,
  });
  const left = { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "4987", "x-ratelimit-reset": reset };
  const errors = [{ type: "RATE_LIMITED", message: PRIMARY.message }];
  return {
    "primary, 403": { status: 403, headers: used("core"), json: PRIMARY },
    "primary, 429": { status: 429, headers: used("core"), json: { ...PRIMARY, status: "429" } },
    "secondary with Retry-After": { status: 403, headers: { ...left, "retry-after": "60" }, json: SECONDARY },
    "secondary without": { status: 403, headers: left, json: SECONDARY },
    "secondary, 429": { status: 429, headers: { "retry-after": "30" }, json: SECONDARY },
    "GraphQL, 200": { status: 200, headers: used("graphql"), json: { errors } },
  };
}
