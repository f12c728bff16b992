import { useEffect, useRef } from "preact/hooks";
import { CommitDetail } from "./commit-detail.tsx";
import { usePage } from "./page-context.ts";
import { TicketDetail } from "./ticket-detail.tsx";

/** One commit or ticket with its chain, beside the list that it was found in. */
export function Detail({ kind, id }: { readonly kind: "commit" | "ticket"; readonly id: string }) {
  const { model, route, go } = usePage();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.scrollTo(0, 0);
  }, [id]);
  const commit = kind === "commit" ? model.commits().ids.find(id) : -1;
  const ticket = kind === "ticket" ? model.tickets().at(model.tickets().find(id)) : null;
  const isNothing = commit < 0 && ticket === null;
  return (
    <aside class="detail" ref={pane} aria-label={kind === "commit" ? "Commit" : "Ticket"}>
      <button
        type="button"
        class="icon close"
        onClick={() => go({ ...route, detail: null })}
        aria-label="Close detail"
      >
        <span aria-hidden="true">✕</span>
      </button>
      {commit >= 0 ? <CommitDetail row={commit} /> : null}
      {ticket !== null ? <TicketDetail ticket={ticket} /> : null}
      {isNothing ? <p class="empty">{`This audit has no such ${kind}: ${id}`}</p> : null}
    </aside>
  );
}
