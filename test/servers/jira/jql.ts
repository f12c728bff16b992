import { FIELDS, type Field } from "./jql-fields.ts";
import type { Issue, Jira } from "./state.ts";

/** JQL that Jira refuses, in its own words. */
export class BadJql extends Error {}

type Test = (issue: Issue) => boolean;

/** A query, parsed: which issues match, and in which order. Only the fields that the documentation has are known. */
export interface Query {
  readonly matches: Test;
  readonly order: readonly { readonly field: string; readonly down: boolean }[];
  /** Whether any condition restricts it: Cloud refuses others. */
  readonly bounded: boolean;
  /** Keys that are named and exist nowhere: an error, or a warning where validation is off. */
  readonly unknownKeys: readonly string[];
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|!~|>=|<=|[=~<>(),])|([^\s"'=~!<>(),]+))/y;

interface Token {
  readonly kind: "text" | "sign" | "word";
  readonly text: string;
}

function tokensOf(jql: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < jql.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(jql);
    if (match === null)
      throw new BadJql(
        `Error in the JQL Query: The character '${jql[at]}' is a reserved JQL character. (line 1, character ${at + 1})`,
      );
    const [, text, sign, word] = match;
    if (text !== undefined) tokens.push({ kind: "text", text: text.slice(1, -1).replace(/\\(.)/g, "$1") });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "word", text: word ?? "" });
  }
  return tokens;
}

/** Parses and checks a query. Throws BadJql with what Jira says. `me`: whose request it is. */
export function parseJql(jql: string, jira: Jira, me: string | null): Query {
  const tokens = tokensOf(jql);
  const unknownKeys: string[] = [];
  let at = 0;
  let conditions = 0;
  const peek = (ahead = 0) => tokens[at + ahead];
  const isWord = (word: string, ahead = 0) =>
    peek(ahead)?.kind === "word" && peek(ahead)?.text.toLowerCase() === word;
  const fail = (wanted: string): never => {
    const got = peek()?.text ?? "the end of the query";
    throw new BadJql(
      `Error in the JQL Query: Expecting ${wanted} but got '${got}'. (line 1, character ${at + 1})`,
    );
  };
  const sign = (text: string) => {
    if (peek()?.kind !== "sign" || peek()?.text !== text) fail(`'${text}'`);
    at++;
  };
  const isSign = (text: string) => peek()?.kind === "sign" && peek()?.text === text;

  const any = (): Test => {
    let left = all();
    while (isWord("or")) {
      at++;
      const [one, other] = [left, all()];
      left = (issue) => one(issue) || other(issue);
    }
    return left;
  };
  const all = (): Test => {
    let left = single();
    while (isWord("and")) {
      at++;
      const [one, other] = [left, single()];
      left = (issue) => one(issue) && other(issue);
    }
    return left;
  };
  const single = (): Test => {
    if (isWord("not")) {
      at++;
      const inner = single();
      return (issue) => !inner(issue);
    }
    if (isSign("(")) {
      at++;
      const inner = any();
      sign(")");
      return inner;
    }
    return condition();
  };
  const value = (): string => {
    const token = peek();
    if (token === undefined || token.kind === "sign") return fail("a value");
    at++;
    if (token.kind === "word" && RESERVED.has(token.text.toLowerCase()))
      throw new BadJql(`Error in the JQL Query: '${token.text}' is a reserved JQL word.`);
    if (token.kind === "word" && isSign("(")) {
      sign("(");
      sign(")");
      if (token.text.toLowerCase() !== "currentuser")
        throw new BadJql(`Unable to find JQL function '${token.text}()'.`);
      return me ?? "";
    }
    return token.text;
  };
  const condition = (): Test => {
    const token = peek();
    if (token === undefined || token.kind === "sign") return fail("a field name");
    at++;
    const field = FIELDS[token.text.toLowerCase()];
    if (field === undefined)
      throw new BadJql(`Field '${token.text}' does not exist or you do not have permission to view it.`);
    conditions++;
    const operator = peek();
    at++;
    const word = operator?.text.toLowerCase() ?? "";
    if (operator?.kind === "sign") return compare(field, word, value());
    if (word === "in") return listed(field, list());
    if (word === "not" && isWord("in")) {
      at++;
      const inner = listed(field, list());
      return (issue) => !inner(issue);
    }
    if (word === "is") {
      const isNot = isWord("not");
      if (isNot) at++;
      if (!isWord("empty") && !isWord("null")) fail("EMPTY");
      at++;
      return (issue) => (field.values(issue).length === 0) !== isNot;
    }
    at--;
    return fail("an operator");
  };
  const list = (): readonly string[] => {
    sign("(");
    const values = [value()];
    while (isSign(",")) {
      at++;
      values.push(value());
    }
    sign(")");
    return values;
  };
  const listed = (field: Field, values: readonly string[]): Test => {
    const tests = values.map((one) => compare(field, "=", one));
    return (issue) => tests.some((test) => test(issue));
  };
  const compare = (field: Field, operator: string, wanted: string): Test => {
    if (field.kind === "date") return dated(field, operator, wanted);
    if (operator === "~" || operator === "!~") {
      if (field.kind !== "text") throw new BadJql("The operator '~' is not supported by this field.");
      const words = wanted.toLowerCase().replace(/\*/g, "").split(/\s+/);
      return (issue) => {
        const text = field.values(issue).join(" ").toLowerCase();
        return words.every((one) => text.includes(one)) === (operator === "~");
      };
    }
    if (operator !== "=" && operator !== "!=")
      throw new BadJql(`The operator '${operator}' is not supported by this field.`);
    if (field.kind === "text") throw new BadJql("The operator '=' is not supported by this field.");
    const resolved = field.resolve(wanted, jira);
    if (resolved === null) {
      if (field.kind !== "key")
        throw new BadJql(`The value '${wanted}' does not exist for the field '${field.name}'.`);
      unknownKeys.push(wanted);
      return () => false;
    }
    return (issue) =>
      field.values(issue).some((one) => one.toLowerCase() === resolved.toLowerCase()) === (operator === "=");
  };
  const dated = (field: Field, operator: string, wanted: string): Test => {
    const match = /^(\d{4})[-/](\d{2})[-/](\d{2})(?: (\d{2}):(\d{2}))?$/.exec(wanted);
    if (match === null)
      throw new BadJql(
        `Date value '${wanted}' for field '${field.name}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd'`,
      );
    const [, year, month, day, hour = "00", minute = "00"] = match;
    const limit = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
    return (issue) => {
      const time = Date.parse(field.values(issue)[0] ?? "");
      return operator === ">="
        ? time >= limit
        : operator === "<="
          ? time <= limit
          : operator === ">"
            ? time > limit
            : time < limit;
    };
  };

  const matches = tokens.length === 0 || isWord("order") ? () => true : any();
  const order: { field: string; down: boolean }[] = [];
  if (isWord("order")) {
    at++;
    if (!isWord("by")) fail("'BY'");
    do {
      at++;
      const field = peek()?.text.toLowerCase() ?? "";
      if (FIELDS[field] === undefined)
        throw new BadJql(`Field '${field}' does not exist or you do not have permission to view it.`);
      at++;
      const down = isWord("desc");
      if (down || isWord("asc")) at++;
      order.push({ field, down });
    } while (isSign(","));
  }
  if (at < tokens.length) fail("either 'OR' or 'AND'");
  return { matches, order, bounded: conditions > 0, unknownKeys };
}

const RESERVED = new Set(["and", "or", "not", "in", "is", "empty", "null", "order", "by", "was", "changed"]);

/** Issues in the order that a query asks for. */
export function sorted(issues: readonly Issue[], { order }: Query): readonly Issue[] {
  return [...issues].sort((one, other) => {
    for (const { field: name, down } of order) {
      const values = FIELDS[name]?.values;
      if (values === undefined) continue;
      const [mine = "", theirs = ""] = [values(one)[0], values(other)[0]];
      if (mine !== theirs) return (mine < theirs ? -1 : 1) * (down ? -1 : 1);
    }
    return 0;
  });
}
