import type { Simulation } from "../core/simulation.ts";
import { json } from "./escape.ts";

/** The simulation as one JSON document. */
export function simulateJson(simulation: Simulation): Iterable<string> {
  return [`${json(simulation)}\n`];
}
