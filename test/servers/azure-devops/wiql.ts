import { type Item, KNOWN_FIELDS } from "./model.ts";

/** Thrown for a query that the service would refuse, with its words. */
export class BadQuery extends Error {}

interface Scope {
  readonly project: string;
  readonly me: string;
}

type Test = (item: Item) => boolean;
type Value = string | number;

const TOKEN =
  /\s+|\[([A-Za-z]\w*(?:\.\w+)*)\]|'((?:[^']|'')*)'|(\d+)|(@\w+)|(<>|<=|>=|[=<>(),])|([A-Za-z]+)/y;

/** What a query asks: which items, in which order. */
export interface Query {
  readonly test: Test;
  readonly order: { readonly field: string; readonly descending: boolean } | null;
}

/** Reads the part of WIQL that is spoken here; everything else is an error. */
export function readWiql(text: string, scope: Scope): Query {
  const words = tokens(text);
  let at = 0;
  const peek = () => words[at];
  const next = (): Token => {
    const word = words[at++];
    if (word === undefined) throw new BadQuery("TF51006: The query statement is missing a FROM clause.");
    return word;
  };
  const keyword = (...names: readonly string[]): void => {
    for (const name of names) {
      const word = next();
      if (word.kind !== "word" || word.text.toUpperCase() !== name)
        throw new BadQuery(`TF51006: Expecting ${name}. The error is caused by «${word.text}».`);
    }
  };
  const isWord = (name: string) => peek()?.kind === "word" && peek()?.text.toUpperCase() === name;
  const sign = (one: string): void => {
    const word = next();
    if (word.kind !== "sign" || word.text !== one)
      throw new BadQuery(`TF51007: Expecting ${one}. The error is caused by «${word.text}».`);
  };
  const field = (): string => {
    const word = next();
    if (word.kind !== "field" || !KNOWN_FIELDS.has(word.text))
      throw new BadQuery(
        `TF51005: The query references a field that does not exist. The error is caused by «[${word.text}]».`,
      );
    return word.text;
  };
  const value = (): Value => {
    const word = next();
    if (word.kind === "text") return word.text;
    if (word.kind === "number") return Number(word.text);
    if (word.kind === "macro" && /^@project$/i.test(word.text)) return scope.project;
    if (word.kind === "macro" && /^@me$/i.test(word.text)) return scope.me;
    throw new BadQuery(`TF51008: Expecting a value. The error is caused by «${word.text}».`);
  };
  const comparison = (): Test => {
    if (peek()?.text === "(" && peek()?.kind === "sign") {
      next();
      const inner = either();
      sign(")");
      return inner;
    }
    if (isWord("NOT")) {
      next();
      const inner = comparison();
      return (item) => !inner(item);
    }
    const name = field();
    const word = next();
    const operator = word.text.toUpperCase();
    if (operator === "IN") {
      sign("(");
      const values = [value()];
      while (peek()?.text === ",") {
        next();
        values.push(value());
      }
      sign(")");
      return (item) => values.some((one) => compare(item, name, one) === 0);
    }
    if (operator === "CONTAINS") {
      if (isWord("WORDS")) next();
      const part = String(value()).toLowerCase();
      return (item) => textOf(item.fields[name]).toLowerCase().includes(part);
    }
    if (operator === "UNDER") {
      const root = String(value()).toLowerCase();
      return (item) => `${textOf(item.fields[name]).toLowerCase()}\\`.startsWith(`${root}\\`);
    }
    const wanted = value();
    const holds = OPERATORS[operator];
    if (word.kind !== "sign" || holds === undefined)
      throw new BadQuery(`TF51009: The operator is not known. The error is caused by «${word.text}».`);
    return (item) => holds(compare(item, name, wanted));
  };
  const both = (): Test => {
    let test = comparison();
    while (isWord("AND")) {
      next();
      const [left, right] = [test, comparison()];
      test = (item) => left(item) && right(item);
    }
    return test;
  };
  const either = (): Test => {
    let test = both();
    while (isWord("OR")) {
      next();
      const [left, right] = [test, both()];
      test = (item) => left(item) || right(item);
    }
    return test;
  };

  keyword("SELECT");
  field();
  keyword("FROM", "WORKITEMS", "WHERE");
  const test = either();
  if (peek() === undefined) return { test, order: null };
  keyword("ORDER", "BY");
  const by = field();
  const direction = next().text.toUpperCase();
  if (!/^(?:ASC|DESC)$/.test(direction) || peek() !== undefined)
    throw new BadQuery(`TF51010: The error is caused by «${peek()?.text ?? direction}».`);
  return { test, order: { field: by, descending: direction === "DESC" } };
}

interface Token {
  readonly kind: "field" | "text" | "number" | "macro" | "sign" | "word";
  readonly text: string;
}

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new BadQuery(`TF51011: The error is caused by «${text.slice(at, at + 20)}».`);
    const [, field, quoted, number, macro, sign, word] = match;
    if (field !== undefined) found.push({ kind: "field", text: field });
    else if (quoted !== undefined) found.push({ kind: "text", text: quoted.replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: "number", text: number });
    else if (macro !== undefined) found.push({ kind: "macro", text: macro });
    else if (sign !== undefined) found.push({ kind: "sign", text: sign });
    else if (word !== undefined) found.push({ kind: "word", text: word });
  }
  return found;
}

const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** Texts are compared without case; a person by e-mail address or name. */
function compare(item: Item, field: string, wanted: Value): number {
  const own = item.fields[field];
  if (typeof wanted === "number") return Number(own) - wanted;
  const texts = typeof own === "object" && own !== null ? Object.values(own).map(String) : [textOf(own)];
  const orders = texts.map((text) => text.toLowerCase().localeCompare(wanted.toLowerCase()));
  return orders.includes(0) ? 0 : (orders[0] ?? -1);
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}
