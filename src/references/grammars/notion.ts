import { type Grammar, nowhere, type Reading } from "../grammar.ts";

const URL =
  /^(?:https?:\/\/)?(?:www\.)?notion\.so\/(?:[^\s?#]*[^0-9a-fA-F\s?#])?([0-9a-fA-F]{32})\/?(?=$|[?#])/;

/** Notion: addresses on notion.so whose path ends in 32 hex digits; those are the id, in lower case. */
export const notion: Grammar = ({ notion: on }) => {
  if (on === undefined) return null;

  function url(address: string): Reading | null {
    const [whole, id] = URL.exec(address) ?? [];
    return whole === undefined || id === undefined
      ? null
      : { id: id.toLowerCase(), start: 0, end: whole.length };
  }

  // It has no short form: the sign is the host itself.
  return {
    provider: "notion",
    sign: "",
    read: nowhere,
    hosts: "notion\\.so\\/",
    address: "notion\\.so\\/",
    url,
  };
};
