import type { ConnectForge, ForgeKind } from "../core/forge.ts";

/** Every forge there is; each is loaded when it is wanted. */
export const forges: Readonly<Record<ForgeKind, () => Promise<ConnectForge>>> = {
  github: async () => (await import("./github/index.ts")).connect,
  gitlab: async () => (await import("./gitlab/index.ts")).connect,
  "azure-repos": async () => (await import("./azure-repos/index.ts")).connect,
};
