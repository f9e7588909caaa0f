import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { makeConfirmedResult, makeReady, makeResult } from '#app/demo/factories/mentor-profiles.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { findCandidate, findMentee } from '#app/features/matching/matching.queries.server.ts';
import { confirmResult, withdrawResult } from '#app/features/mentor-profiles/mentor-result.operations.server.ts';
import { findProfileFacts } from '#app/features/mentor-profiles/profile-facts.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let head: Awaited<ReturnType<typeof actorWith>>;
let neighbour: Awaited<ReturnType<typeof actorWith>>;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  neighbour = await actorWith(world, 'curator', world.sibling);
});

const uncategorised = () => hire(world, world.school, { category: 'none' });
const factsOf = async (personId: Id) => (await findProfileFacts(world.system, [personId])).get(personId);

async function actsUpon(objectId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom('journalEntry')
    .select('act')
    .where('objectId', '=', objectId)
    .orderBy('id')
    .execute();
  return rows.map(({ act }) => act);
}

describe('a mentor without confirmed results (M-06, 002-10)', () => {
  test('is refused with the reason; evidence that is seen and confirmed makes it pass', async () => {
    const pair = { mentorId: await uncategorised(), menteeId: await hireYoung(world, world.school) };
    await expect(makeProposal(curator, pair)).rejects.toMatchObject({ code: 'mentor-without-results' });
    const page = await (await site.get(paths.match(pair.menteeId), { as: curator.personId })).text();
    expect(page).toContain('Нет категории и подтверждённых результатов');
    expect(page).toContain('Результат с подтверждением в анкете');
    const result = await makeResult(await as(world, pair.mentorId), pair.mentorId);
    await expect(makeProposal(curator, pair)).rejects.toMatchObject({ code: 'mentor-without-results' });
    await confirmResult(head, result, { version: 1 });
    await expect(makeProposal(curator, pair)).resolves.toHaveProperty('id');
    expect(await actsUpon(result)).toEqual(['addMentorResult', 'confirmMentorResult']);
  });

  test('is refused again when the result is taken back, which stays as history', async () => {
    const pair = { mentorId: await uncategorised(), menteeId: await hireYoung(world, world.school) };
    const result = await makeConfirmedResult(curator, pair.mentorId);
    const mentee = await findMentee(curator, pair.menteeId);
    expect((await findCandidate(curator, mentee, pair.mentorId)).hasResults).toBe(true);
    await withdrawResult(await as(world, pair.mentorId), result, { version: 2 });
    await expect(makeProposal(curator, pair)).rejects.toMatchObject({ code: 'mentor-without-results' });
    const kept = db.selectFrom('mentorResult').select(['confirmedOn', 'withdrawnOn']).where('id', '=', result);
    expect(await kept.executeTakeFirst()).toEqual({ confirmedOn: TODAY, withdrawnOn: TODAY });
  });

  test.each(['first', 'highest', 'mentor_teacher', 'methodist_teacher'] as const)(
    'passes with the category %s: its results are attested',
    async (category) => {
      const mentorId = await hire(world, world.school, { category });
      const menteeId = await hireYoung(world, world.school);
      await expect(makeProposal(curator, { mentorId, menteeId })).resolves.toHaveProperty('id');
    },
  );
});

describe('a result', () => {
  test('needs evidence and a year that has come; nobody confirms an own one', async () => {
    const mentorId = await uncategorised();
    const none = makeResult(curator, mentorId, { evidencePaper: '' });
    await expect(none).rejects.toMatchObject({ code: 'result-without-evidence', field: 'evidenceLink' });
    await expect(makeResult(curator, mentorId, { year: 2027 })).rejects.toMatchObject({ code: 'result-year-ahead' });
    const own = await makeResult(curator, curator.personId);
    await expect(confirmResult(curator, own, { version: 1 })).rejects.toMatchObject({
      code: 'result-of-own-confirmation',
    });
    await confirmResult(head, own, { version: 1 });
    await expect(confirmResult(head, own, { version: 2 })).rejects.toMatchObject({ code: 'result-already-confirmed' });
  });

  test('is not there for a neighbour, and its mentor may not confirm it', async () => {
    const mentorId = await uncategorised();
    await expect(makeResult(neighbour, mentorId)).rejects.toThrow(NotFound);
    const result = await makeResult(curator, mentorId);
    await expect(confirmResult(neighbour, result, { version: 1 })).rejects.toThrow(NotFound);
    await expect(withdrawResult(neighbour, result, { version: 1 })).rejects.toThrow(NotFound);
    const mentor = await as(world, mentorId);
    await expect(confirmResult(mentor, result, { version: 1 })).rejects.toThrow(NotFound);
    await expect(withdrawResult(head, result, { version: 1 })).rejects.toThrow(NotFound);
  });

  test('is confirmed on its page; two who confirm at once confirm it once', async () => {
    const mentorId = await uncategorised();
    const result = await makeResult(await as(world, mentorId), mentorId);
    const shown = await (await site.get(paths.mentorResultConfirm(result), { as: curator.personId })).text();
    expect(shown).toContain('54 → 63');
    expect(shown).toContain('Справка завуча');
    const answers = await Promise.all(
      [curator, head].map(({ personId }) =>
        site.post(paths.mentorResultConfirm(result), { version: '1' }, { as: personId }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await actsUpon(result)).filter((act) => act === 'confirmMentorResult')).toHaveLength(1);
  });

  test('comes in by its form once however often it is sent; a strange link is refused with what was typed', async () => {
    const mentorId = await uncategorised();
    const form = {
      ...{ title: 'Призёр региональной олимпиады', kind: 'pupils', year: '2025', measure: '' },
      ...{ valueBefore: '', valueAfter: '2 призёра', evidenceLink: 'https://example.ru/itog', evidencePaper: '' },
      _once: newId(),
    };
    const path = paths.mentorResultAdd(mentorId);
    const strange = await site.post(path, { ...form, evidenceLink: 'javascript:alert(1)' }, { as: mentorId });
    expect(strange.status).toBe(422);
    expect(await strange.text()).toContain('Призёр региональной олимпиады');
    for (const _ of [0, 1]) expect((await site.post(path, form, { as: mentorId })).status).toBe(303);
    const count = db.selectFrom('mentorResult').select('id').where('personId', '=', mentorId).execute();
    expect(await count).toHaveLength(1);
  });
});

describe('strengths, free time and readiness', () => {
  const LEVELS = {
    ...{ scientific_theoretical: '0', legal: '0', subject: '3', psychological_pedagogical: '0', methodical: '2' },
    ...{ ict: '0', digitalisation: '0', extracurricular: '0', health: '1' },
  };
  const week = {
    ...{ monday: '14-16, 17:00–18:30', tuesday: '', wednesday: '9.30–10.15', thursday: '', friday: '', saturday: '' },
  };

  test('are said by the mentor and become facts for matching', async () => {
    const mentorId = await uncategorised();
    const send = (path: string, form: Record<string, string>) => site.post(path, form, { as: mentorId });
    expect((await send(paths.mentorStrengths(mentorId), LEVELS)).status).toBe(303);
    expect((await send(paths.freeSlots(mentorId), week)).status).toBe(303);
    const ready = { isWritingReady: 'yes', isInternetReady: 'yes', isCodeAccepted: 'yes' };
    expect((await send(paths.readiness('mentor'), ready)).status).toBe(303);
    expect(await factsOf(mentorId)).toMatchObject({
      strengths: [
        { areaCode: 'subject', level: 3 },
        { areaCode: 'methodical', level: 2 },
        { areaCode: 'health', level: 1 },
      ],
      slots: [
        { weekday: 1, fromMinute: 840, toMinute: 960 },
        { weekday: 1, fromMinute: 1020, toMinute: 1110 },
        { weekday: 3, fromMinute: 570, toMinute: 615 },
      ],
      isReadyRemote: true,
      hasAcceptedCode: true,
    });
    expect((await send(paths.mentorStrengths(mentorId), { ...LEVELS, subject: '0' })).status).toBe(303);
    expect((await factsOf(mentorId))?.strengths).toHaveLength(2);
  });

  test('free time that overlaps, ends before it starts or is no time is refused at its day', async () => {
    const mentorId = await uncategorised();
    const send = async (monday: string) => {
      const answer = await site.post(paths.freeSlots(mentorId), { ...week, monday }, { as: mentorId });
      return { status: answer.status, text: await answer.text() };
    };
    expect(await send('14-16, 15-17')).toMatchObject({ status: 422, text: expect.stringContaining('пересекаются') });
    expect(await send('16-14')).toMatchObject({ status: 422, text: expect.stringContaining('раньше начала') });
    expect(await send('после обеда')).toMatchObject({ status: 422, text: expect.stringContaining('14:00–16:00') });
    expect((await factsOf(mentorId))?.slots).toEqual([]);
  });

  test('saying again keeps the first day, taking back removes it', async () => {
    const mentor = await as(world, await uncategorised());
    const personId = mentor.actor.kind === 'person' ? mentor.actor.personId : '';
    await makeReady({ ...mentor, today: '2026-10-01' });
    await makeReady(mentor);
    const row = db.selectFrom('participantReadiness').selectAll().where('personId', '=', personId);
    expect(await row.execute()).toMatchObject([{ writingReadyOn: '2026-10-01', codeAcceptedOn: '2026-10-01' }]);
    await site.post(paths.readiness('mentor'), {}, { as: personId });
    expect(await row.execute()).toMatchObject([{ writingReadyOn: null, codeAcceptedOn: null }]);
  });

  test('of somebody else are out of reach of another teacher and a neighbour', async () => {
    const mentorId = await uncategorised();
    const teacher = await uncategorised();
    for (const personId of [teacher, neighbour.personId]) {
      for (const [path, form] of [
        [paths.mentorStrengths(mentorId), LEVELS],
        [paths.freeSlots(mentorId), week],
      ] as const) {
        expect((await site.get(path, { as: personId })).status).toBe(404);
        expect((await site.post(path, form, { as: personId })).status).toBe(404);
      }
    }
    expect(await factsOf(mentorId)).toMatchObject({ strengths: [], slots: [] });
  });
});
