import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { heldProfile } from './held-profile.server.ts';
import type { Format } from './mentor-profile.ts';

/** What can be said about a mentor in one form. */
export interface MentorProfile {
  formats: Format[];
  /** Mentees at once, 0 to 5; null = as the organisation allows, 0 closes the door to new proposals. */
  loadLimitPeople: number | null;
  /** Hours a week; null = as the organisation allows. */
  loadLimitHours: number | null;
  /** Subjects besides those taught, lower case. */
  subjects: string[];
  strengths: string;
  /** Takes new requests. */
  isTaking: boolean;
  /** Last day of the pause; null = without an end. */
  notTakingUntil: Day | null;
  isOpenOutside: boolean;
}

/**
 * Changes a mentor's profile at the home organisation: the mentor, or the curator on behalf; it is made when missing.
 * Only the mentor opens it outside. Mentorships that go on are not touched by a lower limit. Throws NotFound,
 * StaleWrite; RuleBroken `only-owner-opens`, `pause-is-over`. Source: BR-07, 000-35, ACCESS `mentorProfile.edit`.
 */
export async function editMentorProfile(
  ctx: Context,
  personId: Id,
  input: MentorProfile & { version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const profile = await heldProfile(tx, personId);
    const { version, ...typed } = input;
    if (profile.version !== version) throw new StaleWrite(nowStands(profile));
    if (typed.isOpenOutside && !profile.isOpenOutside && personOf(tx) !== personId)
      throw new RuleBroken('only-owner-opens', 'isOpenOutside');
    const changed = { ...typed, notTakingUntil: typed.isTaking ? null : typed.notTakingUntil };
    if (changed.notTakingUntil !== null && changed.notTakingUntil < tx.today)
      throw new RuleBroken('pause-is-over', 'notTakingUntil');
    await tx.db
      .updateTable('mentorProfile')
      .set({ ...changed, version: version + 1 })
      .where('personId', '=', personId)
      .where('unitId', '=', profile.unitId)
      .execute();
    const { unitId, regionId } = profile;
    const line = { objectKind: 'mentorProfile', objectId: personId, unitId, regionId, personId };
    const after = { ...shown(changed), isStrengthsChanged: changed.strengths !== profile.strengths };
    await journal(tx, { act: 'editMentorProfile', ...line, before: shown(profile), after });
  });
}

function shown({
  loadLimitPeople,
  loadLimitHours,
  isTaking,
  notTakingUntil,
  isOpenOutside,
}: Omit<MentorProfile, 'formats'>) {
  return { loadLimitPeople, loadLimitHours, isTaking, notTakingUntil, isOpenOutside };
}

function nowStands(profile: Awaited<ReturnType<typeof heldProfile>>): Record<string, string> {
  const { loadLimitPeople, loadLimitHours, subjects, strengths, notTakingUntil, version } = profile;
  return {
    loadLimitPeople: String(loadLimitPeople ?? ''),
    loadLimitHours: String(loadLimitHours ?? ''),
    subjects: subjects.join(', '),
    strengths,
    notTakingUntil: notTakingUntil === null ? '' : formatDay(notTakingUntil),
    version: String(version),
  };
}
