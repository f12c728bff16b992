import type { ComponentChildren } from "preact";

/** How a link of the chain is: it holds, it breaks, or nobody looked or there is nothing to look at. */
export type Hold = "held" | "broken" | "open";

/** One link of the chain from intent to evidence. */
export interface Link {
  readonly name: string;
  readonly hold: Hold;
  readonly children: ComponentChildren;
}

const HOLDS: Readonly<Record<Hold, string>> = { held: "holds", broken: "breaks here", open: "not known" };

/** Intent, plan, implementation, evidence: one thread, and where it breaks. */
export function Chain({ links }: { readonly links: readonly Link[] }) {
  return (
    <ol class="chain">
      {links.map(({ name, hold, children }) => (
        <li key={name} class={`chain-${hold}`}>
          <h3>
            {name}
            <span class="unseen">{`: ${HOLDS[hold]}`}</span>
          </h3>
          <div class="chain-body">{children}</div>
        </li>
      ))}
    </ol>
  );
}
