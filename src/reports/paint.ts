/** Colours of a terminal; each function hands text on as it is where colours are off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** SGR pairs of ECMA-48: switched on, and off again without touching what another pair set. */
export function painter(color: boolean): Paint {
  const pair = (on: number, off: number) => (text: string) =>
    color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: pair(1, 22),
    dim: pair(2, 22),
    red: pair(31, 39),
    green: pair(32, 39),
    yellow: pair(33, 39),
    cyan: pair(36, 39),
  };
}
