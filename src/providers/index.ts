import type { RemoteKind } from "../core/law.ts";
import type { Provider } from "./provider.ts";

type AnyProvider = Provider<Readonly<Record<string, unknown>>>;

/** Every provider that can be connected, loaded when a policy's remote asks for it. */
export const providers: Readonly<Partial<Record<RemoteKind, () => Promise<AnyProvider>>>> = {
  markdown: async () => (await import("./markdown/index.ts")).provider,
};
