import type { RemoteKind } from "../core/law.js";
import type { Source, Tree } from "../core/ports.js";
import type { GrammarId } from "../core/reference.js";
import type { Schema } from "../core/schema.js";
/** What a tracker can tell at all. What it can't is `unknown` to the rules that ask for it. */
export interface Capabilities {
    /** Needs the network and credentials; false: the trusted tree is enough. */
    readonly remote: boolean;
    /** Can list every ticket cheaply, so that an index can be compiled from it. */
    readonly all: boolean;
}
/** What a provider is handed of the world when it is connected. */
export interface ProviderPorts {
    /** The tree that the gate trusts. */
    readonly tree: Tree;
}
/** A tracker: its words become the vocabulary of core/ticket.ts behind this, and nowhere else. */
export interface Provider<Settings> {
    readonly id: RemoteKind;
    readonly grammar: GrammarId;
    readonly capabilities: Capabilities;
    readonly settings: Schema<Settings>;
    /** `remote` is the name that the policy gives it. Connecting asks nothing of the tracker yet. */
    connect(remote: string, settings: Settings, ports: ProviderPorts): Source;
}
/** Types a provider as it is written, and hands it on unchanged. */
export declare function defineProvider<Settings>(provider: Provider<Settings>): Provider<Settings>;
