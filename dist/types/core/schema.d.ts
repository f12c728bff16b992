import type { z as zod } from "zod";
/** The zod namespace, handed in. A rule or provider builds its schema only when a policy is read, so zod is never loaded to judge. */
export type Zod = typeof zod;
/** Builds the strict schema of a rule's options or a provider's settings. Every option has a default. */
export type Schema<T> = (z: Zod) => zod.ZodType<T>;
