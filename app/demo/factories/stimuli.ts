import type { Context } from '#app/core/context.server.ts';
import {
  type AwardProposal,
  approveStimulus,
  type MoneyProposal,
  payStimulus,
  proposeAward,
  proposeMoney,
} from '#app/features/stimuli/stimulus.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** Proposes money for the present month to the mentor with this place in a mentorship. */
export function makeMoney(curator: Context, memberId: Id, overrides: Partial<MoneyProposal> = {}): Promise<{ id: Id }> {
  const month = curator.today.slice(0, 7);
  return proposeMoney(curator, {
    memberId,
    kind: 'stimulating',
    basis: 'Пункт 4.2 Положения об оплате труда',
    amountKopecks: 345_050,
    startedOn: `${month}-01`,
    endedOn: `${month}-28`,
    ...overrides,
  });
}

/** Proposes a recognition without money. */
export function makeAward(curator: Context, memberId: Id, overrides: Partial<AwardProposal> = {}): Promise<{ id: Id }> {
  const usual = { kind: 'diploma' as const, basis: 'Решение педагогического совета', startedOn: curator.today };
  return proposeAward(curator, { memberId, ...usual, ...overrides });
}

/** The place of the mentor in a mentorship. */
export async function mentorOf(ctx: Context, mentorshipId: Id): Promise<Id> {
  const member = await ctx.db
    .selectFrom('mentorshipMember')
    .select('id')
    .where('mentorshipId', '=', mentorshipId)
    .where('side', '=', 'mentor')
    .orderBy('startedOn', 'desc')
    .executeTakeFirstOrThrow();
  return member.id;
}

/** Proposes money, has it approved and paid today: three different people. */
export async function makePaid(
  people: { curator: Context; head: Context; hrOfficer: Context },
  memberId: Id,
  overrides: Partial<MoneyProposal> = {},
): Promise<{ id: Id }> {
  const made = await makeMoney(people.curator, memberId, overrides);
  await approveStimulus(people.head, made.id, { version: 1 });
  await payStimulus(people.hrOfficer, made.id, { paidOn: people.hrOfficer.today, version: 2 });
  return made;
}
