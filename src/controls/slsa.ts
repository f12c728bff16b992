import { frameworkOf } from "./item.ts";

/** SLSA's source track. A source verification summary is the forge's word, never ours. */
export const slsa = frameworkOf("SLSA Source Track", "1.2", [
  [
    "source-l1",
    "Sources are kept under version control, with stable identifiers for repository and revision.",
    ["E3"],
    "contextual",
    "The source control system itself has to issue a verification summary.",
  ],
  [
    "source-l2",
    "The history of protected branches is kept whole, and how each revision came about is recorded when it happens.",
    ["E4", "E5", "E7"],
    "partial",
    "Rules against rewriting and deleting come from the forge; this adds provenance to the forge's own.",
  ],
  [
    "source-l3",
    "The organisation's own controls on protected branches are documented and enforced without a gap.",
    ["E1", "E2", "E3", "E7"],
    "direct",
    "Only for the one control that this gate is; that it never lapsed is told by the history of the ruleset.",
  ],
  [
    "source-l4",
    "Two trusted persons agree to each change in its final form.",
    ["E8"],
    "contextual",
    "Reviews of the forge do this: who approves a ticket has not reviewed the code.",
  ],
]);
