import { startAzureDevopsServer } from "./azure-devops/index.ts";
import type { TrackerServer } from "./tracker-server.ts";

/** Every server there is, by the name that people start it by. */
export const servers: Readonly<Record<string, (options?: { port?: number }) => Promise<TrackerServer>>> = {
  "azure-devops": startAzureDevopsServer,
};
