/** Who is said to have written what a machine commits: nobody, and no person. */
export const MACHINE = { name: "golden-thread", email: "golden-thread@localhost.invalid" } as const;
