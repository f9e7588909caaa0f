/** How one side of a race ended. */
export type Ending<T> = { done: T; refused: null } | { done: null; refused: string };

/** Lets all begin together and waits for all; a refusal is told by its rule's code or its name. */
export function together<T>(acts: readonly (() => Promise<T>)[]): Promise<Ending<T>[]> {
  return Promise.all(
    acts.map((act) =>
      act().then(
        (done): Ending<T> => ({ done, refused: null }),
        (error: unknown): Ending<T> => ({ done: null, refused: reasonOf(error) }),
      ),
    ),
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : `${error.name}: ${error.message}`;
}

/** Runs the rounds one after another and gives what was wrong in any of them. */
export async function broken(rounds: number, round: (number: number) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    for (const complaint of await round(number)) wrong.push(`round ${number}: ${complaint}`);
  }
  return wrong;
}

/** A complaint unless exactly one act was done and the others were refused for one of the reasons. */
export function unlessOneWon<T>(endings: readonly Ending<T>[], reasons: readonly string[]): string[] {
  const done = endings.filter(({ refused }) => refused === null).length;
  const strange = endings.flatMap(({ refused }) => (refused !== null && !reasons.includes(refused) ? [refused] : []));
  return [...(done === 1 ? [] : [`${done} were done`]), ...strange.map((refused) => `refused with ${refused}`)];
}
