import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { order, pairAt, type School } from '#tests/features/mentorships/pairs.ts';
import { hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

/** Who acts in tests of members and pauses, and how what became of them is read; `stage` gives the world once it is built. */
export function castOf(db: Database, stage: () => { world: World; school: School }) {
  return {
    limit: (personId: Id, loadLimitPeople: number) =>
      db.updateTable('mentorProfile').set({ loadLimitPeople }).where('personId', '=', personId).execute(),
    young: () => hireYoung(stage().world, stage().world.school),
    teacher: () => hire(stage().world, stage().world.school),
    groupProposed: async () => {
      const { world, school } = stage();
      const pair = await pairAt(world, world.school);
      return { ...pair, ...(await makeProposal(school.curator, pair, { kindCode: 'group' })) };
    },
    active: async (kindCode = 'one_to_one', startedOn: Day = '2026-10-01') => {
      const { world, school } = stage();
      const pair = await pairAt(world, world.school);
      const { id } = await makeConsented(school.curator, pair, { kindCode, startedOn });
      await order(world, school, world.school, [id], TODAY);
      return { ...pair, id };
    },
    /** Person, side, first and last day of everybody, in order of days. */
    membersOf: async (mentorshipId: Id) => {
      const members = await db
        .selectFrom('mentorshipMember')
        .select(['personId', 'side', 'startedOn', 'endedOn'])
        .where('mentorshipId', '=', mentorshipId)
        .orderBy('startedOn')
        .orderBy('id')
        .execute();
      return members.map(({ personId, side, startedOn, endedOn }) => [personId, side, startedOn, endedOn]);
    },
    memberId: async (mentorshipId: Id, personId: Id) => {
      const member = db.selectFrom('mentorshipMember').select('id').where('mentorshipId', '=', mentorshipId);
      return (await member.where('personId', '=', personId).executeTakeFirstOrThrow()).id;
    },
    openChange: (mentorshipId: Id) =>
      db
        .selectFrom('membershipChange')
        .selectAll()
        .where('mentorshipId', '=', mentorshipId)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
  };
}

/** A mentee to take in. */
export const mentee = (personId: Id, startedOn: Day | null = null) => ({
  personId,
  side: 'mentee' as const,
  startedOn,
});

/** The order by which a change is carried out. */
export const ground = (startedOn: Day, version = 2) => ({
  ...{ startedOn, ground: 'приказ № 18-Н', orderedOn: TODAY, version },
});
