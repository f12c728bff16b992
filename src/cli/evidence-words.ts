import type { EvidenceSigner } from "../attest/sign.ts";
import type { World } from "../core/ports.ts";
import type { Gate } from "../gate.ts";
import type { EvidenceSigning } from "../signing/evidence-signer.ts";
import type { Io } from "./io.ts";
import type { CommandManual, OptionManual } from "./manual.ts";
import { usage, type Words } from "./words.ts";

const HOW = ["auto", "key", "keyless", "off"] as const;

/** What every command asks that writes evidence. */
export const EVIDENCE_OPTIONS: readonly OptionManual[] = [
  {
    name: "sign",
    value: "HOW",
    values: HOW,
    does: "with --out: sign the evidence with the key in GOLDEN_THREAD_SIGNING_KEY, through Sigstore, with whatever is there, or not",
  },
  {
    name: "public-log",
    does: "with --sign keyless: Sigstore's public log may name this repository and its workflow, for ever",
  },
  {
    name: "signatures",
    does: "with --out: ask git what each commit's own signature is worth, and write it into the evidence",
  },
];

/** How evidence is to be signed; `usual`: where nobody says. */
export function signingOf(
  manual: Pick<CommandManual, "name">,
  words: Words,
  usual: "auto" | "off",
): EvidenceSigning {
  const named = EVIDENCE_OPTIONS.find(({ name }) => words.has(name))?.name;
  if (named !== undefined && !words.has("out"))
    throw usage(manual, "There is no evidence without a folder.", {
      found: `--${named}`,
      wanted: `--out DIR --${named}`,
    });
  const how = HOW.find((one) => one === (words.one("sign") ?? usual));
  if (how === undefined)
    throw usage(manual, "Evidence can't be signed so.", {
      found: words.one("sign") ?? "",
      wanted: HOW.join(", "),
    });
  return how === "keyless" ? { how, publicLog: words.has("public-log") } : { how };
}

/** What signs here; null: nothing does. */
export async function signerHere(
  { law, tree }: Pick<Gate, "law" | "tree">,
  { io, world, signing }: { readonly io: Io; readonly world: World; readonly signing: EvidenceSigning },
): Promise<EvidenceSigner | null> {
  if (signing.how === "off") return null;
  const { evidenceSigner } = await import("../signing/evidence-signer.ts");
  return evidenceSigner({ law, tree, env: world.env, now: () => world.now() }, signing, io.env);
}
