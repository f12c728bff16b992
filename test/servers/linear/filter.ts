import { type Issue, identifierOf, type Label, type State, type Team, type User } from "./state.ts";

type Filter = Readonly<Record<string, unknown>>;

/** A comparator of any kind, applied to one value. */
function compares(comparator: unknown, value: string | number | boolean): boolean {
  return Object.entries(recordOf(comparator)).every(([name, wanted]) => {
    const list = Array.isArray(wanted) ? wanted : [];
    const text = String(value);
    switch (name) {
      case "eq":
        return value === wanted;
      case "neq":
        return value !== wanted;
      case "in":
        return list.includes(value);
      case "nin":
        return !list.includes(value);
      case "eqIgnoreCase":
        return text.toLowerCase() === String(wanted).toLowerCase();
      case "contains":
        return text.includes(String(wanted));
      case "containsIgnoreCase":
        return text.toLowerCase().includes(String(wanted).toLowerCase());
      case "gte":
        return Date.parse(text) >= Date.parse(String(wanted));
      default:
        throw new Error(`comparator ${name} is not simulated`);
    }
  });
}

function recordOf(value: unknown): Filter {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function every(filter: unknown, parts: Readonly<Record<string, (wanted: unknown) => boolean>>): boolean {
  return Object.entries(recordOf(filter)).every(([name, wanted]) => {
    if (wanted === undefined || wanted === null) return true;
    const part = parts[name];
    if (part === undefined) throw new Error(`filter ${name} is not simulated`);
    return part(wanted);
  });
}

const any = (wanted: unknown, test: (one: unknown) => boolean) => Array.isArray(wanted) && wanted.some(test);

function teamMatches(filter: unknown, { id, key }: Team): boolean {
  return every(filter, { id: (wanted) => compares(wanted, id), key: (wanted) => compares(wanted, key) });
}

export function stateMatches(filter: unknown, state: State): boolean {
  return every(filter, {
    name: (wanted) => compares(wanted, state.name),
    type: (wanted) => compares(wanted, state.type),
    team: (wanted) => teamMatches(wanted, state.team),
    or: (wanted) => any(wanted, (one) => stateMatches(one, state)),
  });
}

export function userMatches(filter: unknown, user: User, me: User): boolean {
  return every(filter, {
    id: (wanted) => compares(wanted, user.id),
    email: (wanted) => compares(wanted, user.email),
    name: (wanted) => compares(wanted, user.name),
    displayName: (wanted) => compares(wanted, user.displayName),
    isMe: (wanted) => compares(wanted, user.id === me.id),
    or: (wanted) => any(wanted, (one) => userMatches(one, user, me)),
  });
}

export function labelMatches(filter: unknown, label: Label): boolean {
  return every(filter, {
    name: (wanted) => compares(wanted, label.name),
    team: (wanted) => label.team !== null && teamMatches(wanted, label.team),
    or: (wanted) => any(wanted, (one) => labelMatches(one, label)),
  });
}

export function issueMatches(filter: unknown, issue: Issue, me: User): boolean {
  return every(filter, {
    id: (wanted) => compares(wanted, issue.id),
    number: (wanted) => compares(wanted, issue.number),
    title: (wanted) => compares(wanted, issue.title),
    team: (wanted) => teamMatches(wanted, issue.team),
    state: (wanted) => stateMatches(wanted, issue.state),
    assignee: (wanted) => issue.assignee !== null && userMatches(wanted, issue.assignee, me),
    labels: (wanted) => issue.labels.some((label) => labelMatches(recordOf(wanted).some, label)),
    updatedAt: (wanted) => compares(wanted, issue.updatedAt),
    and: (wanted) => Array.isArray(wanted) && wanted.every((one) => issueMatches(one, issue, me)),
    or: (wanted) => any(wanted, (one) => issueMatches(one, issue, me)),
  });
}

/** Whether a search finds an issue: every word stands in its title, description or identifier. */
export function isHit(term: string, issue: Issue): boolean {
  const text = `${identifierOf(issue)} ${issue.title} ${issue.description ?? ""}`.toLowerCase();
  return term
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
}
