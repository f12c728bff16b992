import type { Access } from "../../core/access.ts";
import type { ClickupSettings } from "./settings.ts";

const SERVICE = "https://api.clickup.com";

/** Where ClickUp is asked. Tasks live in version 2 of its API alone. */
export const access: Access<ClickupSettings> = {
  base: ({ url = SERVICE }) => `${url.replace(/\/+$/, "")}/api/v2`,
  isVendor: (host) => host === "api.clickup.com",
  variables: () => ({ token: ["CLICKUP_API_KEY", "CLICKUP_API_TOKEN", "CLICKUP_TOKEN"] }),
  // A personal token stands alone: with "Bearer" before it, it is refused.
  headers: ({ token }) => ({ authorization: token.startsWith("pk_") ? token : `Bearer ${token}` }),
  anonymous: false,
};
