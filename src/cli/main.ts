import { leave, realWorld } from "../world.ts";
import { run } from "./run.ts";

leave(await run(realWorld()));
