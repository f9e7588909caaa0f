import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { makeSupplement, makeTerms } from '#app/demo/factories/papers.ts';
import { proposeReplacement, takeIn, withdrawChange } from '#app/features/memberships/membership.operations.server.ts';
import { findChange, findMembership } from '#app/features/memberships/membership.queries.server.ts';
import { answerChange } from '#app/features/memberships/membership-answer.operations.server.ts';
import { carryOutChange } from '#app/features/memberships/membership-done.operations.server.ts';
import { findProposal } from '#app/features/mentorships/consent.queries.server.ts';
import { closeMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import { listOwnDocuments } from '#app/features/my-documents/my-documents.queries.server.ts';
import { findParticipationPaper } from '#app/features/my-documents/participation.queries.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { actsUpon, newsTo, type School, schoolOf, storedMentorship } from '#tests/features/mentorships/pairs.ts';
import { broken, together, unlessOneWon } from '#tests/races/rounds.ts';
import { testDatabase } from '#tests/support/database.ts';
import { as, buildWorld, TODAY, type World } from '#tests/support/world.ts';
import { castOf, ground, mentee } from './cast.ts';

const db = testDatabase();
let world: World;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
});

const { limit, young, teacher, groupProposed, active, membersOf, memberId, openChange } = castOf(db, () => ({
  world,
  school,
}));

/** A replacement agreed to by the new mentor. */
async function replacementOf(mentorshipId: Id, mentorId: Id, startedOn: Day = '2026-12-01') {
  const newMentorId = await teacher();
  const terms = {
    memberId: await memberId(mentorshipId, mentorId),
    personId: newMentorId,
    startedOn,
    reason: 'Отпуск',
  };
  await proposeReplacement(school.curator, mentorshipId, terms);
  await makeTerms(school.curator, mentorshipId, { startedOn }, [newMentorId]);
  await makeSupplement(school.curator, mentorshipId, school.curator, [newMentorId]);
  const { id } = await openChange(mentorshipId);
  await answerChange(await as(world, newMentorId), id, { answer: 'given' });
  return { changeId: id, newMentorId };
}

/** Another mentee in a group in force, a member from today on. */
async function makeMentee(mentorshipId: Id): Promise<void> {
  const personId = await young();
  await takeIn(school.curator, mentorshipId, mentee(personId, TODAY));
  const { id } = await openChange(mentorshipId);
  await answerChange(await as(world, personId), id, { answer: 'given' });
  await carryOutChange(school.curator, id, ground(TODAY));
}

describe('another mentor in the place of one (BR-11)', () => {
  test('ends the old period the day before, keeps the programme’s mentorship and its term', async () => {
    const { id, mentorId, menteeId } = await active();
    const before = await storedMentorship(world, id);
    const { changeId, newMentorId } = await replacementOf(id, mentorId);
    await carryOutChange(school.curator, changeId, ground('2026-12-01'));
    expect(await membersOf(id)).toEqual([
      [mentorId, 'mentor', '2026-10-01', '2026-11-30'],
      [menteeId, 'mentee', '2026-10-01', '2027-05-31'],
      [newMentorId, 'mentor', '2026-12-01', '2027-05-31'],
    ]);
    const after = await storedMentorship(world, id);
    expect([after.state, after.startedOn, after.endedOn]).toEqual(['active', before.startedOn, before.endedOn]);
    const grants = await db.selectFrom('roleGrant').select('endedOn').where('personId', '=', mentorId).execute();
    expect(grants).toEqual([{ endedOn: '2026-11-30' }]);
    expect(await newsTo(world, mentorId)).toContain('mentor-replaced');
    expect(await actsUpon(world, id)).toContain('replaceMentor');
  });

  test('frees the old mentor’s place from that day', async () => {
    const { id, mentorId } = await active();
    const menteeId = await young();
    await limit(mentorId, 1);
    const { changeId } = await replacementOf(id, mentorId);
    await carryOutChange(school.curator, changeId, ground('2026-12-01'));
    const next = { startedOn: '2026-11-30', endedOn: '2027-05-31' };
    await expect(makeProposal(school.curator, { mentorId, menteeId }, next)).rejects.toMatchObject({
      code: 'no-capacity',
    });
    const made = await makeProposal(school.curator, { mentorId, menteeId }, { ...next, startedOn: '2026-12-01' });
    expect(made).toHaveProperty('id');
  });

  test.each([
    ['an order before the consent', { orderedOn: '2026-11-21' }, 'consent-after-ground'],
    ['an order from the future', { orderedOn: '2026-11-23', startedOn: '2026-12-01' }, 'ground-in-future'],
    ['a first day before the order', { startedOn: '2026-11-21' }, 'starts-before-ground'],
    ['a first day after the term', { startedOn: '2027-06-01' }, 'joins-outside-term'],
  ])('refuses %s', async (_, wrong, code) => {
    const { id, mentorId } = await active();
    const { changeId } = await replacementOf(id, mentorId);
    await expect(carryOutChange(school.curator, changeId, { ...ground('2026-12-01'), ...wrong })).rejects.toMatchObject(
      {
        code,
      },
    );
  });

  test('asks of the newcomer what was asked of the first: told terms, then a signed supplement (BR-01)', async () => {
    const { id, mentorId } = await active();
    const personId = await teacher();
    const startedOn = '2026-12-01';
    const memberIds = { memberId: await memberId(id, mentorId), personId };
    await proposeReplacement(school.curator, id, { ...memberIds, startedOn, reason: 'Отпуск' });
    const { id: changeId } = await openChange(id);
    const invited = await as(world, personId);
    await expect(answerChange(invited, changeId, { answer: 'given' })).rejects.toMatchObject({
      code: 'terms-not-ready',
    });
    await expect(makeTerms(school.curator, id, { startedOn }, [await teacher()])).rejects.toThrow(NotFound);
    await makeTerms(school.curator, id, { startedOn }, [personId]);
    await answerChange(invited, changeId, { answer: 'given' });
    const carry = () => carryOutChange(school.curator, changeId, ground(startedOn));
    await expect(carry()).rejects.toMatchObject({ code: 'supplement-missing' });
    expect((await membersOf(id)).map(([one]) => one)).not.toContain(personId);
    await makeSupplement(school.curator, id, school.curator, [personId]);
    await carry();
    expect((await membersOf(id)).map(([one]) => one)).toContain(personId);
  });

  test('is answered by the invited person alone; a refusal is told to nobody but the curator', async () => {
    const { id, mentorId, menteeId } = await active();
    const newMentorId = await teacher();
    const terms = {
      memberId: await memberId(id, mentorId),
      personId: newMentorId,
      startedOn: '2026-12-01',
      reason: 'Отпуск',
    };
    await proposeReplacement(school.curator, id, terms);
    const change = await openChange(id);
    await expect(answerChange(await as(world, menteeId), change.id, { answer: 'given' })).rejects.toThrow(NotFound);
    await expect(answerChange(school.curator, change.id, { answer: 'given' })).rejects.toThrow(Forbidden);
    await expect(proposeReplacement(school.curator, id, { ...terms, personId: await teacher() })).rejects.toMatchObject(
      {
        code: 'replacement-already-open',
      },
    );
    await answerChange(await as(world, newMentorId), change.id, { answer: 'declined' });
    expect((await openChange(id)).state).toBe('declined');
    expect(await newsTo(world, mentorId)).not.toContain('member-declined');
    const lines = await db.selectFrom('journalEntry').selectAll().where('objectId', '=', id).execute();
    expect(JSON.stringify(lines)).not.toContain('declined');
    await proposeReplacement(school.curator, id, { ...terms, personId: await teacher() });
  });
});

describe('who came later is not named to those outside', () => {
  test('a replaced mentor’s own pages keep the mentees of his time; the curator reads today’s', async () => {
    const { id, mentorId } = await active('group');
    const { changeId } = await replacementOf(id, mentorId, TODAY);
    await carryOutChange(school.curator, changeId, ground(TODAY));
    const old = await as(world, mentorId);
    const met = (await findProposal(old, id)).other;
    expect(met.split(', ')).toHaveLength(1);
    await makeMentee(id);
    expect((await findProposal(old, id)).other).toBe(met);
    const paper = JSON.stringify((await findParticipationPaper(old, id, mentorId)).document);
    const later = (await findMembership(school.curator, id)).mentee.split(', ');
    expect(later).toHaveLength(2);
    for (const name of later) if (!met.startsWith(name.split(' ')[0] ?? '')) expect(paper).not.toContain(name);
    const consent = (await listOwnDocuments(old, 1)).find(({ kind }) => kind === 'participation');
    expect(consent?.about.split(', ')).toHaveLength(1);
  });

  test('who declined or was not wanted any more reads no names; the invited and the curator do', async () => {
    const { id, mentorId } = await active();
    const terms = { memberId: await memberId(id, mentorId), startedOn: '2026-12-01', reason: 'Отпуск' };
    const invited = async () => {
      const personId = await teacher();
      await proposeReplacement(school.curator, id, { ...terms, personId });
      return { him: await as(world, personId), changeId: (await openChange(id)).id };
    };
    const declined = await invited();
    expect((await findChange(declined.him, declined.changeId)).others).not.toBe('');
    await answerChange(declined.him, declined.changeId, { answer: 'declined' });
    expect((await findChange(declined.him, declined.changeId)).others).toBe('');
    expect((await findChange(school.curator, declined.changeId)).others).not.toBe('');
    const withdrawn = await invited();
    await withdrawChange(school.curator, withdrawn.changeId, { version: 1 });
    expect((await findChange(withdrawn.him, withdrawn.changeId)).others).toBe('');
  });

  test('whose invitation came true reads those of the first day', async () => {
    const { id, mentorId } = await active('group');
    const { changeId, newMentorId } = await replacementOf(id, mentorId, TODAY);
    await carryOutChange(school.curator, changeId, ground(TODAY));
    const him = await as(world, newMentorId);
    expect((await findChange(him, changeId)).others.split(', ')).toHaveLength(1);
  });
});

describe('races', () => {
  test('two replacements of one mentor proposed at once: exactly one stands', async () => {
    const wrong = await broken(8, async () => {
      const { id, mentorId } = await active();
      const member = await memberId(id, mentorId);
      const people = [await teacher(), await teacher()];
      const endings = await together(
        people.map(
          (personId) => () =>
            proposeReplacement(school.curator, id, {
              memberId: member,
              personId,
              startedOn: '2026-12-01',
              reason: 'Отпуск',
            }),
        ),
      );
      return unlessOneWon(endings, ['replacement-already-open']);
    });
    expect(wrong).toEqual([]);
  });

  test('a replacement carried out while the mentorship is closed: whichever comes first, the other is refused', async () => {
    const wrong = await broken(8, async () => {
      const { id, mentorId } = await active();
      const { changeId } = await replacementOf(id, mentorId, TODAY);
      const { version } = await storedMentorship(world, id);
      const endings = await together<unknown>([
        () => carryOutChange(school.curator, changeId, ground(TODAY)),
        () => closeMentorship(school.curator, id, { finishedOn: TODAY, version }),
      ]);
      const complaints = unlessOneWon(endings, [
        'members-not-changeable',
        'change-not-consented',
        'StaleWrite: stale write',
        'StaleWrite',
      ]).filter((one) => !one.includes('StaleWrite'));
      const { state } = await storedMentorship(world, id);
      const open = await db
        .selectFrom('membershipChange')
        .select('state')
        .where('mentorshipId', '=', id)
        .where('state', 'in', ['proposed', 'consented'])
        .execute();
      return state === 'closed' && open.length > 0
        ? [...complaints, 'a closed mentorship keeps an invitation']
        : complaints;
    });
    expect(wrong).toEqual([]);
  });

  test('two curators take the last place of a group at once: exactly one mentee comes in', async () => {
    const wrong = await broken(8, async () => {
      const { id, mentorId } = await groupProposed();
      await limit(mentorId, 2);
      const mentees = [await young(), await young()];
      const endings = await together(mentees.map((personId) => () => takeIn(school.curator, id, mentee(personId))));
      return unlessOneWon(endings, ['no-capacity']);
    });
    expect(wrong).toEqual([]);
  });
});
