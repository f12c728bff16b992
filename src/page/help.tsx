import { useEffect, useRef } from "preact/hooks";

const KEYS = [
  ["/", "search"],
  ["↓ ↑ or j k", "next or previous row"],
  ["PgDn PgUp Home End", "through the list"],
  ["Enter", "show a row's chain beside the list"],
  ["Esc", "out of the field, then out of the detail"],
  ["1 to 5", "the views, in their order"],
  ["?", "this help"],
] as const;

/** What keys do, and how to read the page. */
export function Help({ isOpen, close }: { readonly isOpen: boolean; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current === null || current.open === isOpen) return;
    if (isOpen) current.showModal();
    else current.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="help-title">
      <header>
        <h2 id="help-title">Keys</h2>
        <button type="button" class="icon" onClick={close} aria-label="Close">
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <dl class="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        The address of this page always names what you see: copy it to show somebody else the same commit,
        ticket or filtered list. Search words are all looked for, in subjects, authors, tickets and the starts
        of ids.
      </p>
    </dialog>
  );
}
