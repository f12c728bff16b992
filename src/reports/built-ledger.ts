import { terminal } from "./escape.ts";
import { count, plural } from "./layout.ts";

/** A ledger that was issued, as far as people are told of it. */
export interface LedgerTold {
  readonly header: {
    readonly seq: number;
    readonly count: number;
    readonly audience: string;
    readonly expiresAt: string;
  };
  readonly signer: SignerTold;
  readonly bytes: number;
  readonly home: string;
  readonly pushed: boolean;
  readonly notice: string | null;
}

type SignerTold =
  | { readonly kind: "key"; readonly id: string }
  | { readonly kind: "identity"; readonly issuer: string; readonly subject: string; readonly at: string };

/** What a build left behind, in a line; another says so where the ledger before was not gone by. */
export function builtText({ header, signer, bytes, home, pushed, notice }: LedgerTold): string {
  const before = notice === null ? "" : `The ledger before was not gone by: ${terminal(notice)}\n`;
  return `${before}Ledger ${header.seq} of ${plural(header.count, "ticket")} is in ${terminal(home)}${pushed ? ", here and at origin" : ""}: ${count(bytes)} bytes, signed by ${signerText(signer)}, for ${terminal(header.audience)}, until ${header.expiresAt}.\n`;
}

/** Who signed a ledger. */
export function signerText(signer: SignerTold): string {
  if (signer.kind === "key") return terminal(signer.id);
  return `${terminal(signer.subject)} (${terminal(signer.issuer)}, logged ${signer.at})`;
}
