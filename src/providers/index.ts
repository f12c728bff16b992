import type { RemoteKind } from "../core/law.ts";
import type { TrackerProvider, TreeProvider } from "./provider.ts";

type Settings = Readonly<Record<string, unknown>>;

/** Every provider whose tickets are files of the trusted tree. */
export const treeProviders: Readonly<Partial<Record<RemoteKind, () => Promise<TreeProvider<Settings>>>>> = {
  markdown: async () => (await import("./markdown/index.ts")).provider,
};

/** Every tracker that can be asked, loaded when a policy's remote names it. */
export const trackers: Readonly<Partial<Record<RemoteKind, () => Promise<TrackerProvider<Settings>>>>> = {
  "azure-devops": async () => (await import("./azure-devops/index.ts")).provider,
  github: async () => (await import("./github/index.ts")).provider,
  jira: async () => (await import("./jira/index.ts")).provider,
  gitlab: async () => (await import("./gitlab/index.ts")).provider,
  clickup: async () => (await import("./clickup/index.ts")).provider,
  linear: async () => (await import("./linear/index.ts")).provider,
  notion: async () => (await import("./notion/index.ts")).provider,
};
