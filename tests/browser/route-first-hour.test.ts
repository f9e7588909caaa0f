import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addDays, dayOf, formatDay, HOME_ZONE } from '#app/core/dates.ts';
import { movableClock } from '#app/core/services.server.ts';
import { personOn } from '#app/demo/demo-time.ts';
import { makeMeasured } from '#app/demo/factories/routes.ts';
import { openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoAccountOf } from '#tests/support/demo-account.ts';
import { demoLogin, type Visitor, visit } from '#tests/support/visitor.ts';

const today = dayOf(movableClock(0).now(), HOME_ZONE);
let browser: Browser;
let db: Database;

beforeAll(async () => {
  browser = await openBrowser();
  db = openDatabase({ url: inject('siteDatabaseUrl'), max: 2 });
});

afterAll(async () => {
  await browser.close();
  await closeDatabase(db);
});

const said = async ({ main }: Visitor) => (await main.innerText()).replace(/\s+/g, ' ');

test.each([
  [0, true],
  [1, false],
])('a teacher’s first hour: image, self-assessment, three steps (%i, JavaScript: %s)', async (nth, javaScript) => {
  const { login, routeId } = await giveRoute(nth);
  const person = await visit(browser, login, { javaScript });
  await person.page.goto(`/educational-routes/${routeId}`);
  expect(await said(person)).toContain('7. Рефлексия');

  await person.press('Описать образ');
  await person.main.getByLabel('Желаемый образ').fill('Учитель, который учит ставить вопросы');
  await person.press('Сохранить');
  await person.press('Измерить мотивацию');
  for (const name of ['interest', 'meaning', 'confidence', 'readiness'])
    await person.main.locator(`[name=${name}]`).selectOption('3');
  await person.press('Сохранить');
  await complete(person, 1);

  await person.press('Записать достижения');
  await person.main.locator('[name=note_ict]').fill('Веду школьный блог');
  await person.main.locator('[name=evidence_ict]').fill('https://example.ru/blog');
  await person.press('Сохранить');
  await person.press('К маршруту');
  await complete(person, 2);

  await person.press('Оценить затруднения');
  for (const area of AREAS)
    await person.main.locator(`[name=mark_${area}]`).selectOption(area === 'methodical' ? '3' : '8');
  await person.press('Сохранить');
  expect(await said(person)).toContain('Самооценка записана.');
  await person.press('К маршруту');
  await person.press('Ждём внешнюю диагностику');
  expect(await said(person)).toContain('Их вносит тьютор или центр');
  await measure(routeId);
  await person.page.goto(`/educational-routes/${routeId}`);
  await complete(person, 3);

  for (const [index, kind] of ['course', 'trial', 'measure'].entries()) {
    await person.page.goto(`/educational-routes/${routeId}/steps/add`);
    const field = (name: string) => person.main.locator(`[name=${name}]`);
    await field('area').selectOption('methodical');
    await person.main.locator(`[name=kind][value=${kind}]`).check();
    await field('title').fill(`Шаг номер ${index + 1}`);
    await field('goal').fill('Три урока-исследования за год');
    await field('expectedProduct').fill('Разработка урока');
    await field('startedOn').fill(formatDay(addDays(today, 30)));
    await field('dueOn').fill(formatDay(addDays(today, 10)));
    await person.press('Добавить шаг');
    expect(await said(person), 'nothing is added without the reason of the choice').toContain('Почему именно этот шаг');
    await field('choiceReason').fill('Ближе всего к моей трудности');
    await person.press('Добавить шаг');
    expect(await said(person)).toContain('Срок шага раньше его начала');
    await field('dueOn').fill(formatDay(addDays(today, 90)));
    await person.press('Добавить шаг');
    expect(await said(person)).toContain('Шаг добавлен');
  }
  await complete(person, 4);
  const shown = await said(person);
  for (const text of ['Шаг номер 1', 'Шаг номер 3', '0 из 3']) expect(shown).toContain(text);
  const { count } = await db
    .selectFrom('routeStep')
    .select(({ fn }) => fn.count<number>('deficitId').as('count'))
    .where('routeId', '=', routeId)
    .executeTakeFirstOrThrow();
  expect(count, 'every step serves a deficit').toBe(3);
  await person.leave();
});

/** The head of the centre enters the results of an instrument. */
async function measure(routeId: string): Promise<void> {
  const login = demoLogin('centreHead');
  const head = await db.selectFrom('account').select('personId').where('login', '=', login).executeTakeFirstOrThrow();
  await makeMeasured(await personOn(db, head.personId, today), routeId);
}

async function complete(person: Visitor, position: number): Promise<void> {
  await person.press(`Завершить позицию ${position}`);
  await person.main.getByLabel('Заметка').fill('Обдумано');
  await person.press('Завершить позицию');
  expect(await said(person)).toContain('Позиция завершена.');
}

/** Opens a fresh route with the demonstration's tutor for a teacher who gets an account. */
async function giveRoute(nth: number): Promise<{ login: string; routeId: string }> {
  const holder = async (role: string) =>
    db.selectFrom('account').select('personId').where('login', '=', demoLogin(role)).executeTakeFirstOrThrow();
  const [tutor, head] = [await holder('tutor'), await holder('centreHead')];
  const centre = await db
    .selectFrom('roleGrant')
    .innerJoin('orgUnit', 'orgUnit.id', 'roleGrant.unitId')
    .select(['orgUnit.id', 'orgUnit.regionId'])
    .where('roleGrant.personId', '=', tutor.personId)
    .where('roleGrant.role', '=', 'tutor')
    .executeTakeFirstOrThrow();
  const people = await db
    .selectFrom('person')
    .innerJoin('employment', 'employment.personId', 'person.id')
    .select('person.id')
    .where('person.regionId', '=', centre.regionId)
    .where('employment.postCode', '=', 'teacher')
    .where('employment.endedOn', 'is', null)
    .where((is) => is.not(is.exists(is.selectFrom('educationalRoute').whereRef('personId', '=', 'person.id'))))
    .where((is) => is.not(is.exists(is.selectFrom('account').whereRef('account.personId', '=', 'person.id'))))
    .orderBy('person.id', 'desc')
    .limit(10)
    .execute();
  const personId = people[nth]?.id ?? '';
  const login = await demoAccountOf(db, personId, today);
  const opening = { personId, centreId: centre.id, years: 4, startedOn: today, tutorId: tutor.personId };
  const { id } = await openRoute(await personOn(db, head.personId, today), opening);
  return { login, routeId: id };
}
