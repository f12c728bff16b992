import { Fault, type FaultCode } from "../../src/core/fault.ts";
import type { Forge } from "../../src/core/forge.ts";
import type { ForgeServer } from "../servers/forge-server.ts";
import type { Call } from "../servers/kit.ts";
import type { connectForge } from "./connect.ts";

/** Starts a server with its pull requests, and connects to it. `writes`: what was asked to be changed so far. */
export type SetUp = (
  asking?: Parameters<typeof connectForge>[1],
) => Promise<{ scene: ForgeServer; forge: Forge; writes: () => readonly Call[] }>;

/** Whether a request changes something. */
export function isWrite({ method, path }: Call): boolean {
  return method !== "GET" && !path.endsWith("/graphql");
}

/** The code that asking fails with. */
export async function faultOf(asking: Promise<unknown>): Promise<FaultCode | "none"> {
  return (await thrownBy(asking))?.code ?? "none";
}

/** The fault itself; anything else goes on. */
export async function thrownBy(asking: Promise<unknown>): Promise<Fault | null> {
  try {
    await asking;
    return null;
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
}
