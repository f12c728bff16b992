/** How often the server is asked, in milliseconds. */
const EVERY = 2_000;

interface State {
  readonly version: string;
  readonly fault: string | null;
}

/**
 * Asks the page's server whether there is a newer one, and loads that: the address keeps the place, so the reader stays there. What keeps
 * the server from a newer one is said under the page.
 */
export function follow(version: string): void {
  const note = document.createElement("p");
  note.className = "live";
  note.setAttribute("role", "status");
  document.body.append(note);
  const say = (text: string): void => {
    if (note.textContent !== text) note.textContent = text;
  };
  const ask = async (): Promise<void> => {
    const state = document.hidden ? null : await stateNow();
    if (state?.version !== undefined && state.version !== version) return location.reload();
    if (state !== null) say(state.fault === null ? "" : `This is not the newest state. ${state.fault}`);
  };
  setInterval(() => {
    ask().catch(() => say("The server of this page has ended: nothing new will be shown."));
  }, EVERY);
}

async function stateNow(): Promise<State> {
  const response = await fetch("state", { cache: "no-store" });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
