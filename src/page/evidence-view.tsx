import type { ComponentChildren } from "preact";
import type { AuditPageHead } from "../core/audit-page.ts";
import { count } from "../reports/layout.ts";
import { Fact, minuteOf } from "./bits.tsx";
import { Out } from "./out.tsx";
import { usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";

const STATES = {
  done: "Looked at",
  partial: "In part",
  "not-asked": "Not asked for",
  unavailable: "Could not be had",
} as const;

/** What the verdict rests on: what was and was not looked at, exceptions, rules, controls, and the digests to check it by. */
export function EvidenceView() {
  return (
    <div class="evidence">
      <Parts />
      <Exemptions />
      <Waivers />
      <Rules />
      <Controls />
      <Ground />
    </div>
  );
}

function Section({
  id,
  title,
  says,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>
        {title} <small>{says}</small>
      </h2>
      {children}
    </section>
  );
}

function Table({
  label,
  names,
  children,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}) {
  return (
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function Parts() {
  const { parts, notices } = usePage().model.head;
  return (
    <Section id="parts" title="What was looked at" says="what was not is no pass">
      <ul class="parts">
        {parts.map(({ part, title, state, why, fix }) => (
          <li key={part} class={`part part-${state}`}>
            <span class="sign" aria-hidden="true">
              {state === "done" ? "✓" : state === "partial" ? "◐" : "–"}
            </span>
            <div>
              <b>{title}</b>
              <span class="soft">{` ${STATES[state]}`}</span>
              {why === "" ? null : <p>{why}</p>}
              {fix === null ? null : (
                <p>
                  <code class="command">{fix}</code>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {notices.map((notice) => (
        <p key={notice} class="notice">
          {notice}
        </p>
      ))}
    </Section>
  );
}

function Exemptions() {
  const { model, go } = usePage();
  const commits = model.commits();
  const counts = new Map<string, number>();
  for (const key of commits.keys) {
    const kind = commits.facts[key]?.[1] ?? "";
    if (kind !== "") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return (
    <Section id="exemptions" title="Exemptions" says="commits that git or the forge proves to need no ticket">
      {counts.size === 0 ? <p class="soft">There are none.</p> : null}
      <ul class="tiles">
        {[...counts].sort().map(([kind, number]) => (
          <li key={kind}>
            <button type="button" onClick={() => go(placeIn("commits", { exempt: kind }))}>
              <b>{count(number)}</b>
              <span>{kind}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Waivers() {
  const { waivers, asOf } = usePage().model.head;
  return (
    <Section id="waivers" title="Waivers" says="approved exceptions, expired ones too">
      {waivers.length === 0 ? (
        <p class="soft">There are none.</p>
      ) : (
        <Table label="Waivers" names={["Waiver", "Rules", "For", "Reason", "Approver", "Expires"]}>
          {waivers.map((waiver) => (
            <tr key={waiver.id}>
              <th scope="row">{waiver.id}</th>
              <td>{waiver.rules.join(", ")}</td>
              <td>{waiver.for}</td>
              <td>
                {waiver.incident === undefined ? waiver.reason : `${waiver.reason} (${waiver.incident})`}
              </td>
              <td>
                {waiver.approver} <span class="soft">{waiver.proof}</span>
              </td>
              <td>
                {waiver.expires}{" "}
                {waiver.expires < asOf.slice(0, 10) ? (
                  <span class="pill is-unauthorised">past its day</span>
                ) : null}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function Rules() {
  const { model, go } = usePage();
  return (
    <Section id="rules" title="Rules" says="what each commit was asked, and what came of it">
      <Table label="Rules" names={["Rule", "Met", "Not met", "Not known", "Not asked"]}>
        {model.head.rules.map(({ id, title, why, commits }) => (
          <tr key={id}>
            <th scope="row">
              {title} <code>{id}</code>
              {why === "" ? null : <p class="soft">{why}</p>}
            </th>
            <td>{count(commits.pass)}</td>
            <td>
              {commits.fail === 0 ? (
                "0"
              ) : (
                <button type="button" class="link" onClick={() => go(placeIn("commits", { rule: id }))}>
                  {count(commits.fail)}
                </button>
              )}
            </td>
            <td>{count(commits.unknown)}</td>
            <td>{count(commits.skip)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Controls() {
  const { controls } = usePage().model.head;
  const frameworks = [...new Set(controls.map(({ framework }) => framework))];
  if (controls.length === 0) return null;
  return (
    <Section id="controls" title="Controls" says="what this evidence supports; it satisfies none alone">
      <div class="frameworks">
        {frameworks.map((framework) => (
          <details key={framework}>
            <summary>
              <h3>{framework}</h3>
              <span class="soft">
                {tallyOf(controls.filter((control) => control.framework === framework))}
              </span>
            </summary>
            <ul class="parts">
              {controls
                .filter((control) => control.framework === framework)
                .map(({ item, asks, state, strength, missing }) => (
                  <li key={item} class={`part ${state === "present" ? "part-done" : ""}`}>
                    <span class="sign" aria-hidden="true">
                      {state === "present" ? "✓" : state === "partial" ? "◐" : "–"}
                    </span>
                    <div>
                      <b>{item}</b>
                      <span class="soft">{` evidence ${state}, ${strength}`}</span>
                      <p>{asks}</p>
                      {missing === "" ? null : <p>{`Still missing: ${missing}`}</p>}
                    </div>
                  </li>
                ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  );
}

/** `2 present, 5 partial, 1 absent` of the evidence that each asks for. */
function tallyOf(controls: AuditPageHead["controls"]): string {
  return (["present", "partial", "absent"] as const)
    .map((state) => [controls.filter((control) => control.state === state).length, state] as const)
    .filter(([number]) => number > 0)
    .map(([number, state]) => `${number} ${state}`)
    .join(", ");
}

function Ground() {
  const { head } = usePage().model;
  const { policy, ledger, scope, asOf, tool } = head;
  return (
    <Section id="ground" title="Ground" says="what to compare, to verify this page against its evidence">
      <dl class="facts wide">
        <Fact name="Repository">
          {scope.repository === null ? (
            head.name
          ) : (
            <a href={scope.repository} rel="noreferrer">
              {scope.repository}
            </a>
          )}
        </Fact>
        <Fact name="Ref">{scope.ref ?? "a bare commit"}</Fact>
        <Fact name="Newest commit">
          {scope.tip === null ? (
            "none"
          ) : (
            <Out to="commit" part={scope.tip}>
              <code>{scope.tip}</code>
            </Out>
          )}
        </Fact>
        {scope.behind.length === 0 ? null : (
          <Fact name="Begins behind">
            <code>{scope.behind.join(" ")}</code>
          </Fact>
        )}
        <Fact name="As of">{minuteOf(asOf)}</Fact>
        <Fact name="Policy">{`${policy.sources.join(" + ") || "built in"}, preset ${policy.preset}`}</Fact>
        <Fact name="Policy digest">
          <code>{policy.digest}</code>
        </Fact>
        {policy.enforceFrom === null ? null : <Fact name="Enforced from">{policy.enforceFrom}</Fact>}
        {ledger.length === 0 ? <Fact name="Ledger">none: trackers and task files answered</Fact> : null}
        {ledger.map(([name, value]) => (
          <Fact key={name} name={`Ledger: ${name.toLowerCase()}`}>
            {name === "Digest" ? <code>{value}</code> : value}
          </Fact>
        ))}
        <Fact name="Made by">{`golden-thread ${tool}`}</Fact>
      </dl>
      <p class="soft">
        This page shows; it proves nothing by itself. The audit folder holds the signed evidence and
        VERIFY.md, which tells how to check it without golden-thread.
      </p>
    </Section>
  );
}
