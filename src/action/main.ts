/** What the Action loads only for a run that needs it. */
export const parts = {
  toolkit: () => import("./toolkit.ts"),
  artifact: () => import("./artifact.ts"),
};
