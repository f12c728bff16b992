import type { ConnectForge, ForgeKind } from "../core/forge.js";
/** Every forge there is; each is loaded when it is wanted. */
export declare const forges: Readonly<Record<ForgeKind, () => Promise<ConnectForge>>>;
