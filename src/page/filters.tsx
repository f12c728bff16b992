import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { count } from "../reports/layout.ts";
import { usePage } from "./page-context.ts";
import { type Term, withTerms } from "./route.ts";

/** Milliseconds without a key after which what was typed counts: nobody reads what flickers. */
const TYPING = 80;

/** What can be chosen of a term. */
export interface Choice {
  readonly term: Term;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** The line above a list: search, what narrows it, and how much is left. */
export function Filters(props: {
  readonly what: string;
  readonly shown: number;
  readonly all: number;
  readonly choices: readonly Choice[];
  readonly children?: ComponentChildren;
}) {
  const { route, go } = usePage();
  const isNarrowed = Object.keys(route.terms).some((name) => name !== "sort");
  return (
    <search class="filters">
      <Search what={props.what} />
      {props.choices.map((choice) => (
        <Select key={choice.term} {...choice} />
      ))}
      {isNarrowed ? (
        <button type="button" class="plain-button" onClick={() => go({ ...route, terms: {} })}>
          Clear
        </button>
      ) : null}
      <span class="room" />
      <p class="amount" role="status">
        <b>{count(props.shown)}</b>
        {props.shown === props.all ? ` ${props.what}` : ` of ${count(props.all)} ${props.what}`}
      </p>
      {props.children}
    </search>
  );
}

/** What is typed shows at once; where the reader is changes when the typing rests, and back leads past it. */
function Search({ what }: { readonly what: string }) {
  const { route, go } = usePage();
  const [text, setText] = useState(route.terms.q ?? "");
  const waiting = useRef(0);
  useEffect(() => setText(route.terms.q ?? ""), [route.terms.q]);
  return (
    <label class="search">
      <span class="unseen">{`Search ${what}`}</span>
      <input
        type="search"
        placeholder={`Search ${what}`}
        value={text}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          const { value } = currentTarget;
          setText(value);
          clearTimeout(waiting.current);
          waiting.current = setTimeout(() => go(withTerms(route, { q: value.trim() }), true), TYPING);
        }}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </label>
  );
}

function Select({ term, label, options }: Choice) {
  const { route, go } = usePage();
  const value = route.terms[term] ?? "";
  if (options.length === 0 && value === "") return null;
  const isKnown = value === "" || options.some(([option]) => option === value);
  return (
    <label class={value === "" ? "choice" : "choice chosen"}>
      <span class="unseen">{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => go(withTerms(route, { [term]: currentTarget.value }))}
      >
        <option value="">{label}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
