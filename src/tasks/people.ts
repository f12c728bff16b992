import type { Person } from "../core/ticket.ts";

const NAME_AND_EMAIL = /^([^<>]*)<([^<>]+)>$/;

/** `@sam`, `Sam <sam@example.org>`, an address, or a name. */
function readPerson(text: string): Person {
  const [, name, email] = NAME_AND_EMAIL.exec(text) ?? [];
  if (name !== undefined && email !== undefined) return { name: name.trim(), email: email.trim() };
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return { name: text, email: text };
  return { name: text.replace(/^@/, ""), email: "" };
}

/** People as task files name them. The toolkit writes `unassigned` where nobody is. */
export function readPeople(texts: readonly string[]): readonly Person[] {
  return texts.filter((text) => text.toLowerCase() !== "unassigned").map(readPerson);
}
