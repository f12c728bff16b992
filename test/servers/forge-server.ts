import type { ForgeKind } from "../../src/core/forge.ts";
import type { RemoteKind } from "../../src/core/law.ts";
import type { PullStore } from "./pull-model.ts";
import type { TrackerServer } from "./tracker-server.ts";

/** A vendor's pull requests on this machine, beside its tickets; they are there once they are asked for. */
export interface ForgeServer {
  readonly kind: ForgeKind;
  /** The tracker of the same vendor, whose way of access a forge takes. */
  readonly tracker: RemoteKind;
  readonly server: TrackerServer;
  /** As `ForgePlace` names it; `fork` is a second one. */
  readonly repository: string;
  readonly fork: string;
  readonly pulls: PullStore<unknown>["pulls"];
  readonly tips: PullStore<unknown>["tips"];
  readonly checks: PullStore<unknown>["checks"];
  comments(number: number): readonly string[];
  /** What another vendor's words for a missing pull request into an existing one are; whether it remembers what was taken back. */
  readonly remembersDismissed: boolean;
}

/** A tracker's server with the vendor's forge. */
export interface WithForge {
  /** Puts the pull requests in. */
  forge(): ForgeServer;
}
