import type { Access } from "../../core/access.ts";
import type { NotionSettings } from "./settings.ts";

const SERVICE = "https://api.notion.com";

/** Where Notion is asked. */
export const access: Access<NotionSettings> = {
  base: ({ url = SERVICE }) => `${url.replace(/\/+$/, "")}/v1`,
  isVendor: (host) => host === "api.notion.com",
  variables: () => ({ token: ["NOTION_TOKEN", "NOTION_API_KEY", "NOTION_API_TOKEN"] }),
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  anonymous: false,
};
