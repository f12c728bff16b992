/** Asks the same of many, a few at a time. Answers in their order. */
export async function inTurns<One, Answer>(
  all: readonly One[],
  width: number,
  ask: (one: One) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const turns = all.entries();
  const worker = async (): Promise<void> => {
    for (const [at, one] of turns) answers[at] = await ask(one);
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, worker));
  return answers;
}
