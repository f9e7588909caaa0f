import type { Board } from '#app/features/assignment/lay-out.ts';
import { addMentee, ban, pin, removeMentee, removeMentor } from '#app/features/assignment/live.ts';

/**
 * Edits a board `count` times in turn: a mentee comes, a mentor leaves, a pin, a ban of a pair that stands, a mentee
 * leaves. Gives the milliseconds of each; `after` runs outside the timing.
 */
export function editTimes(board: Board, count: number, after: () => void): number[] {
  const mentees = [...board.mentees];
  const times: number[] = [];
  for (let edit = 0; edit < count; edit += 1) {
    const act = actOf(board, mentees, edit);
    const began = performance.now();
    act();
    times.push(performance.now() - began);
    after();
  }
  return times;
}

/** An edit spread over the pool by steps that share no factor with its size. */
function actOf(board: Board, mentees: string[], edit: number): () => unknown {
  const { columns, byRow } = board.tableau;
  const mentor = board.mentors[(edit * 1009) % columns] ?? '';
  const at = (edit * 2003) % mentees.length;
  const mentee = mentees[at] ?? '';
  const row = board.rowOf.get(mentee) ?? 0;
  switch (edit % 5) {
    case 0: {
      const like = byRow.slice(row * columns, (row + 1) * columns);
      const scores = new Map(board.mentors.map((key, column) => [key, like[column] ?? 0]));
      mentees.push(`n${edit}`);
      return () => addMentee(board, `n${edit}`, (key) => scores.get(key) ?? 0);
    }
    case 1:
      return () => removeMentor(board, mentor);
    case 2:
      return () => pin(board, { mentee, mentor });
    case 3: {
      const stands = board.mentors[board.tableau.at[row] ?? 0] ?? mentor;
      return () => ban(board, { mentee, mentor: stands });
    }
    default:
      mentees.splice(at, 1);
      return () => removeMentee(board, mentee);
  }
}
