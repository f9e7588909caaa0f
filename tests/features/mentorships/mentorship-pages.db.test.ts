import { beforeAll, describe, expect, test } from 'vitest';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { pauseMentorship } from '#app/features/mentorship-pauses/pause.operations.server.ts';
import { answerConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { readWorkbookRows } from '#reports/workbook-xlsx.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';
import { order, pairAt, type School, schoolOf, storedMentorship } from './pairs.ts';

const db = testDatabase();
let world: World;
let site: Site;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  school = await schoolOf(world, world.school);
});

async function page(path: string, personId: Id): Promise<{ status: number; html: string }> {
  const response = await site.get(path, { as: personId });
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
}

async function activePair(): Promise<{ id: Id; mentorId: Id; menteeId: Id }> {
  const pair = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, pair);
  await order(world, school, world.school, [id], TODAY);
  return { id, ...pair };
}

async function lastNameOf(personId: Id): Promise<string> {
  const person = db.selectFrom('person').select('lastName').where('id', '=', personId);
  return (await person.executeTakeFirstOrThrow()).lastName;
}

describe('the page of the own side', () => {
  test('shows what is agreed to and takes the answer of somebody who holds no role yet', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeProposal(school.curator, pair, { focus: 'Эксперимент на уроке' });
    const shown = await page(paths.mentorshipConsent(id), pair.mentorId);
    expect(shown.status).toBe(200);
    for (const words of ['Эксперимент на уроке', '22.11.2026 – 31.05.2027', 'педагог – педагог', '15 % оклада'])
      expect(shown.html).toContain(words);
    expect(shown.html).toContain('Отказ ни на что не влияет');
    expect(shown.html).toContain('Согласие даю');
    expect(shown.html).toContain('Не участвую');
    const answered = await site.post(paths.mentorshipConsent(id), { answer: 'given' }, { as: pair.mentorId });
    expect([answered.status, answered.headers.get('Location')]).toEqual([303, paths.mentorshipConsent(id)]);
    expect((await page(paths.mentorshipConsent(id), pair.mentorId)).html).toContain('Вы согласились 22.11.2026');
  });

  test('tells the mentee nothing of the mentor’s pay', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeProposal(school.curator, pair);
    const { html } = await page(paths.mentorshipConsent(id), pair.menteeId);
    expect(html).not.toContain('оклада');
    expect(html).toContain('участие бесплатно');
  });

  test('refuses an empty, a strange and a second answer in words', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeProposal(school.curator, pair);
    const send = (form: Record<string, string>) => site.post(paths.mentorshipConsent(id), form, { as: pair.mentorId });
    expect((await send({})).status).toBe(422);
    expect((await send({ answer: 'maybe' })).status).toBe(422);
    expect((await send({ answer: 'given', personId: pair.menteeId })).status).toBe(422);
    expect((await send({ answer: 'given' })).status).toBe(303);
    const again = await send({ answer: 'declined' });
    expect(again.status).toBe(422);
    expect((await storedMentorship(world, id)).state).toBe('proposed');
  });

  test('is nobody else’s', async () => {
    const { id } = await makeProposal(school.curator, await pairAt(world, world.school));
    const stranger = await hire(world, world.school);
    const other = await activePair();
    for (const personId of [stranger, other.mentorId, school.curator.personId]) {
      expect((await page(paths.mentorshipConsent(id), personId)).status).toBe(404);
    }
    const forged = await site.post(paths.mentorshipConsent(id), { answer: 'given' }, { as: other.mentorId });
    expect(forged.status).toBe(404);
  });
});

describe('a refusal', () => {
  test('is told to head and curator on the mentorship’s own page and to nobody anywhere else (BR-04)', async () => {
    const busy = await activePair();
    const decliner = await hire(world, world.school);
    const { id } = await makeProposal(school.curator, { mentorId: decliner, menteeId: busy.menteeId });
    await answerConsent(await as(world, decliner), id, { answer: 'declined' });
    const name = await lastNameOf(decliner);

    for (const { personId } of [school.curator, school.head]) {
      expect((await page(paths.mentorship(id), personId)).html).toContain('Одна из сторон отказалась');
      const list = await page(`${paths.mentorships()}?search=${encodeURIComponent(name)}`, personId);
      expect(list.html).toContain('не состоялось');
      expect(list.html).not.toMatch(/отказ/i);
    }
    const officer = await actorWith(world, 'hrOfficer', world.school);
    for (const personId of [busy.menteeId, decliner, officer.personId]) {
      expect((await page(paths.mentorship(id), personId)).status).toBe(404);
    }
    for (const personId of [busy.menteeId, officer.personId]) {
      const list = await page(paths.mentorships(), personId);
      expect(list.status).toBe(200);
      expect(list.html).not.toContain(name);
      const unheld = await page(`${paths.mentorships()}?stage=unheld`, personId);
      expect(unheld.html).not.toContain(name);
    }
    const seen = await page(paths.mentorshipConsent(id), busy.menteeId);
    expect(seen.html).toContain('Предложение отозвано');
    expect(seen.html).not.toMatch(/отказал/i);
    const card = await page(paths.person(decliner), school.curator.personId);
    expect(card.html).not.toMatch(/отказ/i);
  });

  test('looks to the other side like a withdrawn proposal, word for word', async () => {
    const pages: string[] = [];
    for (const answer of ['declined', 'withdrawn'] as const) {
      const menteeId = (await pairAt(world, world.school)).menteeId;
      const mentorId = await hire(world, world.school, { lastName: 'Одинаковый' });
      const { id } = await makeProposal(school.curator, { mentorId, menteeId });
      if (answer === 'declined') await answerConsent(await as(world, mentorId), id, { answer });
      else await site.post(paths.mentorshipWithdraw(id), { version: '1' }, { as: school.curator.personId });
      const { html } = await page(paths.mentorshipConsent(id), menteeId);
      pages.push((/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(id, ''));
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain('Предложение отозвано');
  });
});

describe('the page of a mentorship', () => {
  test('says what is missing and leads to the next step of each state', async () => {
    const pair = await pairAt(world, world.school);
    const { id } = await makeProposal(school.curator, pair);
    const me = school.curator.personId;
    const proposed = await page(paths.mentorship(id), me);
    expect(proposed.html).toContain('ждём ответа');
    expect(proposed.html).toContain(paths.mentorshipPaperConsent(id, pair.mentorId));
    for (const personId of [pair.mentorId, pair.menteeId]) {
      const form = { answer: 'given', answeredOn: '21.11.2026' };
      const saved = await site.post(paths.mentorshipPaperConsent(id, personId), form, { as: me });
      expect(saved.status).toBe(303);
    }
    const consented = await page(paths.mentorship(id), me);
    expect(consented.html).toContain('21.11.2026, на бумаге');
    expect(consented.html).toContain(`href="${paths.orderDraft()}"`);
    const orderId = await order(world, school, world.school, [id], TODAY);
    const active = await page(paths.mentorship(id), me);
    expect(active.html).toContain(`href="${paths.act(orderId)}"`);
    expect(active.html).toContain(`href="${paths.programme(id)}"`);
    expect(active.html).toContain(`href="${paths.mentorshipClose(id)}"`);
    const closed = await site.post(
      paths.mentorshipClose(id),
      { finishedOn: '22.11.2026', outcome: '', version: '3' },
      { as: me },
    );
    expect(closed.status).toBe(303);
    expect((await page(paths.mentorship(id), me)).html).toContain('завершено 22.11.2026');
  });

  test('is open to both sides without the curator’s buttons, to the head, and to papers only without the content', async () => {
    const { id, mentorId, menteeId } = await activePair();
    const officer = await actorWith(world, 'hrOfficer', world.school);
    for (const personId of [mentorId, menteeId, school.head.personId, officer.personId]) {
      const { status, html } = await page(paths.mentorship(id), personId);
      expect(status).toBe(200);
      expect(html).not.toContain(paths.mentorshipClose(id));
      expect(html.includes('Работа с классом')).toBe(personId !== officer.personId);
    }
  });

  test('does not exist for the mentor of another pair, a neighbour, the ministry or a missing id', async () => {
    const { id } = await activePair();
    const other = await activePair();
    const neighbour = await actorWith(world, 'curator', world.sibling);
    const ministry = await actorWith(world, 'ministryOfficer', world.region);
    const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
    const everybody = [other.mentorId, other.menteeId, neighbour.personId, ministry.personId, coordinator.personId];
    for (const personId of everybody) {
      const acts = [
        paths.mentorshipClose(id),
        paths.mentorshipWithdraw(id),
        paths.mentorshipPaperConsent(id, personId),
      ];
      for (const path of [paths.mentorship(id), ...acts]) expect((await page(path, personId)).status).toBe(404);
      const form = { finishedOn: '22.11.2026', version: '3' };
      expect((await site.post(paths.mentorshipClose(id), form, { as: personId })).status).toBe(404);
    }
    expect((await page(paths.mentorship(world.school), school.curator.personId)).status).toBe(404);
    expect((await page(paths.mentorships(), ministry.personId)).status).toBe(404);
    expect((await storedMentorship(world, id)).state).toBe('active');
  });

  test('an old page of the end is told what stands there now and keeps what was typed', async () => {
    const { id } = await activePair();
    const form = { finishedOn: '20.11.2026', outcome: '', version: '1' };
    const stale = await site.post(paths.mentorshipClose(id), form, { as: school.curator.personId });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('20.11.2026');
    const wrong = { finishedOn: '31.02.2027', outcome: '', version: '3' };
    expect((await site.post(paths.mentorshipClose(id), wrong, { as: school.curator.personId })).status).toBe(422);
  });
});

describe('the list', () => {
  test('is narrowed by name and state, and its file holds exactly what is shown', async () => {
    const mentorId = await hire(world, world.school, { lastName: 'Ёжикова', firstName: 'Алёна' });
    const { menteeId } = await pairAt(world, world.school);
    await makeProposal(school.curator, { mentorId, menteeId });
    const query = `?search=${encodeURIComponent('ежикова')}&stage=proposed`;
    const me = school.curator.personId;
    const shown = await page(`${paths.mentorships()}${query}`, me);
    expect(shown.html).toContain('Ёжикова Алёна');
    expect(shown.html).toContain('Найдено: 1 пара');
    expect((await page(`${paths.mentorships()}${query.replace('proposed', 'active')}`, me)).html).toContain(
      'Ничего не нашлось',
    );
    const file = await site.get(`${paths.mentorshipsXlsx()}${query}`, { as: me });
    expect(file.status).toBe(200);
    const texts: string[] = [];
    const limits = { maxRows: 100, maxColumns: 20, maxText: 100_000 };
    for await (const row of readWorkbookRows(new Uint8Array(await file.arrayBuffer()), limits)) {
      texts.push(JSON.stringify(row));
    }
    expect(texts.filter((row) => row.includes('Ёжикова Алёна'))).toHaveLength(1);
    expect(texts.filter((row) => row.includes('педагог – педагог'))).toHaveLength(1);
  });

  test('of a mentor holds the own pairs only', async () => {
    const mine = await activePair();
    const other = await activePair();
    const { html } = await page(paths.mentorships(), mine.mentorId);
    expect(html).toContain(paths.mentorship(mine.id));
    expect(html).not.toContain(paths.mentorship(other.id));
  });
});

describe('the life of a mentorship as a picture', () => {
  const lifeOf = (html: string) => {
    const card = html.slice(html.indexOf('Ход наставничества'), html.indexOf('Как это было'));
    return card
      .replace(/<title>[^<]*<\/title>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  };

  test('shows who, pauses, consents and papers to the curator; how others answered to nobody else', async () => {
    const { id, mentorId } = await activePair();
    const leave = { startedOn: '2027-01-11', endedOn: '2027-01-24', reason: 'illness', freesPlace: false } as const;
    await pauseMentorship(school.curator, id, leave);
    const { html } = await page(paths.mentorship(id), school.curator.personId);
    expect(html).toMatch(/role="img" aria-label="Ход наставничества\. Наставник: идёт 1/);
    const life = lifeOf(html);
    const name = await lastNameOf(mentorId);
    expect(life).toMatch(new RegExp(`Наставник ${name}\\S* \\S* ?\\S* ?22.11.2026–31.05.2027`));
    expect(life).toContain('Паузы Пауза 11.01.2027–24.01.2027');
    expect(life).toMatch(new RegExp(`Согласия ${name}`));
    expect(life).toMatch(/Документы Приказ № \S+ 22\.11\.2026/);
    const own = lifeOf((await page(paths.mentorship(id), mentorId)).html);
    expect(own).toContain(`Наставник ${name}`);
    expect(own).not.toContain('Согласия');
    expect(life + own).not.toContain('болезн');
  });

  test('is not drawn before anything began', async () => {
    const { id } = await makeProposal(school.curator, await pairAt(world, world.school));
    expect((await page(paths.mentorship(id), school.curator.personId)).html).not.toContain('Ход наставничества');
  });
});
