import type { ComponentChildren } from "preact";
import { usePage } from "./page-context.ts";

/** A pull request by its number. */
export function Change({ number }: { readonly number: number }) {
  return (
    <Out to="change" part={String(number)}>
      {`#${number}`}
    </Out>
  );
}

/** Shows a part of the repository at its forge, where its pages are known; else what it is called, and no more. */
export function Out({
  to,
  part,
  children,
}: {
  readonly to: "commit" | "change" | "file";
  /** A full id, a number or a path. */
  readonly part: string;
  readonly children: ComponentChildren;
}) {
  const way = usePage().model.head.links?.[to] ?? null;
  if (way === null) return <>{children}</>;
  const href = `${way[0]}${part.split("/").map(encodeURIComponent).join("/")}${way[1]}`;
  return (
    <a class="out" href={href} rel="noreferrer" onClick={(event) => event.stopPropagation()}>
      {children}
    </a>
  );
}
