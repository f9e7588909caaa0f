import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { DEFAULT_LOAD_LIMIT } from './mentorship.ts';

/** What can be said about a mentor. */
export interface MentorProfile {
  /** Mentees at once, 0 to 5; 0 closes the door to new proposals. */
  loadLimitPeople: number;
  strengths: string;
  isOpenOutside: boolean;
}

/**
 * Changes a mentor's profile at the home organisation: the mentor, or the curator on behalf; it is made when missing.
 * Only the mentor opens it outside. Mentorships that go on are not touched by a lower limit. Throws NotFound,
 * StaleWrite; RuleBroken `only-owner-opens`. Source: BR-07, ACCESS `mentorProfile.edit`.
 */
export async function editMentorProfile(
  ctx: Context,
  personId: Id,
  input: MentorProfile & { version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const profile = await heldProfile(tx, personId);
    if (profile.version !== input.version) throw new StaleWrite(nowStands(profile));
    if (input.isOpenOutside && !profile.isOpenOutside && personOf(tx) !== personId)
      throw new RuleBroken('only-owner-opens', 'isOpenOutside');
    const { version, ...changed } = input;
    await tx.db
      .updateTable('mentorProfile')
      .set({ ...changed, version: version + 1 })
      .where('personId', '=', personId)
      .where('unitId', '=', profile.unitId)
      .execute();
    const { unitId, regionId } = profile;
    const line = { objectKind: 'mentorProfile', objectId: personId, unitId, regionId, personId };
    const shown = ({ loadLimitPeople, isOpenOutside }: MentorProfile) => ({ loadLimitPeople, isOpenOutside });
    const after = { ...shown(changed), isStrengthsChanged: changed.strengths !== profile.strengths };
    await journal(tx, { act: 'editMentorProfile', ...line, before: shown(profile), after });
  });
}

async function heldProfile(tx: Context, personId: Id) {
  const person = await tx.db
    .selectFrom('person')
    .select(['unitId', 'regionId'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  // Made before asking about rights, since they are asked about the row; a refusal takes it back.
  await tx.db
    .insertInto('mentorProfile')
    .values({ personId, ...person, loadLimitPeople: DEFAULT_LOAD_LIMIT })
    .onConflict((conflict) => conflict.columns(['personId', 'unitId']).doNothing())
    .execute();
  const profile = await tx.db
    .selectFrom('mentorProfile')
    .select(['unitId', 'regionId', 'loadLimitPeople', 'strengths', 'isOpenOutside', 'version'])
    .where('personId', '=', personId)
    .where('unitId', '=', person.unitId)
    .where(within(tx, 'mentorProfile.edit'))
    .forUpdate()
    .executeTakeFirst();
  if (!profile) throw new NotFound('mentorProfile');
  return profile;
}

function nowStands(profile: MentorProfile & { version: number }): Record<string, string> {
  const { loadLimitPeople, strengths, version } = profile;
  return { loadLimitPeople: String(loadLimitPeople), strengths, version: String(version) };
}
