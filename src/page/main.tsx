import { render } from "preact";
import { App } from "./app.tsx";
import { blocksOf } from "./blocks.ts";
import { follow } from "./follow.ts";
import { modelOf } from "./page-context.ts";
import { printWith } from "./print.tsx";

/** Puts the page over its plain part, which is for readers without a script. */
function start(): void {
  const blocks = blocksOf(document);
  const app = document.getElementById("app");
  if (blocks === null || app === null) return;
  const model = modelOf(blocks);
  document.getElementById("plain")?.remove();
  render(<App model={model} />, app);
  printWith(model);
  if (blocks.head.live !== null) follow(blocks.head.live);
  performance.mark("golden-thread-ready");
}

start();
