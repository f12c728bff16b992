import { leave, realWorld } from "../world.ts";
import { run } from "./run.ts";

void run(realWorld()).then(leave);
