import { afterAll } from "vitest";
import { type ActionScene, openActionScene } from "./scene.ts";

/** Stages scenes that are closed when the tests of a file are over; each is held to GitHub's own description then. */
export function scenesOfFile(): typeof openActionScene {
  const scenes: ActionScene[] = [];
  afterAll(async () => {
    for (const one of scenes) await one.close();
  });
  return async (staging) => {
    const opened = await openActionScene(staging);
    scenes.push(opened);
    return opened;
  };
}
