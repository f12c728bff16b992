/** The report's style. It stands whole in the page, which loads nothing. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #faf8f3; --card: #fff; --ink: #24211a; --soft: #6b6557; --line: #e6e0d2; --code: #f4f0e6;
  --gold: #b5851a; --good: #1a7a3a; --bad: #c02431; --warn: #94660a; --open: #4b5b76;
  --good-wash: #e6f4ea; --bad-wash: #fdecec; --warn-wash: #fdf3dc; --open-wash: #e9eef6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151410; --card: #1e1c17; --ink: #ece7da; --soft: #a39c8a; --line: #37332a; --code: #28251e;
    --gold: #dcae46; --good: #5cc983; --bad: #ff8080; --warn: #e3b341; --open: #9fb4d6;
    --good-wash: #17301f; --bad-wash: #3a1d1d; --warn-wash: #352a12; --open-wash: #1e2736;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
body::before { content: ""; display: block; height: 4px; background: linear-gradient(90deg, var(--gold), transparent 85%); }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; }
a { color: inherit; text-decoration-color: var(--gold); text-underline-offset: 3px; }
a:hover { color: var(--gold); }
:focus-visible { outline: 2px solid var(--gold); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
.brand { display: flex; gap: .6rem; align-items: center; margin: 0 0 1.25rem; color: var(--soft); font-size: .9rem; letter-spacing: .02em; }
.brand b { color: var(--gold); font-weight: 650; }
h1, h2, h3, p { margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .85rem; display: flex; gap: .6rem; align-items: baseline; }
h2 small { color: var(--soft); font-weight: 400; font-size: .9rem; }
h3 { font-size: 1rem; display: inline; }
code, pre { font: .88em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
code { background: var(--code); border-radius: 4px; padding: .1em .35em; }
pre code { font-size: 1em; padding: 0; background: none; }
.verdict { display: grid; grid-template-columns: auto 1fr; gap: 0 1.1rem; align-items: center; padding: 1.35rem 1.5rem; border-radius: 14px; border: 1px solid var(--line); background: var(--card); }
.verdict h1 { font-size: 1.6rem; line-height: 1.25; letter-spacing: -.01em; }
.verdict p { grid-column: 2; margin-top: .2rem; max-width: 65ch; }
.seal { grid-row: 1 / span 2; align-self: start; display: grid; place-items: center; width: 3rem; height: 3rem; border-radius: 50%; font-size: 1.5rem; font-weight: 700; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); } .open { color: var(--open); }
.seal.good, .pill.good { background: var(--good-wash); } .seal.bad, .pill.bad { background: var(--bad-wash); }
.seal.warn, .pill.warn { background: var(--warn-wash); } .seal.open, .pill.open { background: var(--open-wash); }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; margin: 1rem 0 0; padding: 0; color: var(--soft); font-size: .9rem; }
.facts div { display: flex; gap: .4rem; } .facts dt { color: var(--soft); white-space: nowrap; } .facts dd { margin: 0; color: var(--ink); }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
.numbers li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }
.numbers b { display: block; font-size: 1.65rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.numbers span, .numbers small { color: var(--soft); font-size: .85rem; display: block; }
.bar { display: block; width: 100%; height: 8px; margin-top: .9rem; border-radius: 4px; background: var(--line); }
.bar .good { fill: var(--good); } .bar .bad { fill: var(--bad); } .bar .open { fill: var(--open); }
.problem { background: var(--card); border: 1px solid var(--line); border-left: 4px solid currentColor; border-radius: 10px; padding: 1rem 1.25rem; margin: 0 0 .75rem; break-inside: avoid; }
.problem > * { color: var(--ink); }
.problem .mark { font-weight: 700; color: inherit; }
.problem header { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: baseline; color: inherit; }
.problem header > :not(.mark) { color: var(--ink); } .problem header .soft { color: var(--soft); }
.problem p { margin-top: .35rem; max-width: 80ch; }
.problem p b { font-weight: 600; }
.problem .aside { color: var(--soft); font-size: .9rem; }
.run { display: flex; gap: .5rem; align-items: start; margin: .6rem 0 0; }
.run pre { flex: 1; margin: 0; padding: .55rem .8rem; background: var(--code); border-radius: 8px; white-space: pre-wrap; }
button { font: inherit; font-size: .85rem; color: var(--soft); background: none; border: 1px solid var(--line); border-radius: 8px; padding: .4rem .7rem; cursor: pointer; }
button:hover { color: var(--ink); border-color: var(--gold); }
.commits { margin: .6rem 0 0; padding: 0; list-style: none; font-size: .92rem; }
.soft { color: var(--soft); }
.scroll { overflow: auto; max-height: 42rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .85rem; border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
th { position: sticky; top: 0; background: var(--card); color: var(--soft); font-weight: 600; white-space: nowrap; box-shadow: inset 0 -1px var(--line); }
td.whole { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.text { min-width: 14rem; }
td.name { min-width: 8.5rem; }
.pill.soft { background: var(--code); }
.pill { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-size: .82rem; font-weight: 600; white-space: nowrap; }
.plain { margin: 0; padding-left: 1.2rem; } .plain li { margin: .25rem 0; max-width: 85ch; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --code: #f2f2f2; }
  body { font-size: 10pt; } main { padding: 0; max-width: none; }
  .scroll { max-height: none; overflow: visible; } th { position: static; } button, .skip { display: none; }
  tr { break-inside: avoid; } h2 { break-after: avoid; }
}
`;

/** What the page does beyond what it is: commands can be copied. Without it everything is there all the same. */
export const SCRIPT = `
for (const run of document.querySelectorAll(".run")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(run.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  run.append(button);
}
`;
