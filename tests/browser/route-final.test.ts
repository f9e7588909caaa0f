import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addYears, dayOf, HOME_ZONE } from '#app/core/dates.ts';
import { movableClock } from '#app/core/services.server.ts';
import { personOn } from '#app/demo/demo-time.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { closeStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoAccountOf } from '#tests/support/demo-account.ts';
import { type DemoOnDay, demoOnDay } from '#tests/support/demo-on-day.ts';
import { visit } from '#tests/support/visitor.ts';

/** A day on which routes of the demonstration are lived through; the route is brought to its end on it. */
const TODAY = addYears(dayOf(movableClock(0).now(), HOME_ZONE), 3);

let browser: Browser;
let demo: DemoOnDay;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await demoOnDay(TODAY);
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

test('the final reflection speaks of every deficit and of the image, and completes the route', async () => {
  const { login, routeId, areas } = await routeAtItsEnd();
  const person = await visit(browser, login, { siteUrl: demo.siteUrl });
  const said = async () => (await person.main.innerText()).replace(/\s+/g, ' ');
  await person.page.goto(`/educational-routes/${routeId}`);
  await person.press('Записать итоговую рефлексию');
  const field = (name: string) => person.main.locator(`[name=${name}]`);
  await field('nearness').selectOption('8');
  await field('tried').fill('Вела уроки-исследования');
  await field('changed').fill('Дети спрашивают сами');
  for (const name of ['interest', 'meaning', 'confidence', 'readiness']) await field(name).selectOption('5');
  for (const area of areas.slice(1)) await field(`progress_${area}`).selectOption('closed');
  await person.press('Сохранить');
  expect(await said(), 'nothing is kept while a deficit is passed over').toContain('Выберите значение в поле');
  await field(`progress_${areas[0]}`).selectOption('closed');
  await person.press('Сохранить');
  expect(await said()).toContain('Итоговая рефлексия записана.');
  await person.press('Завершить позицию 7');
  await person.main.getByLabel('Заметка').fill('Путь пройден');
  await person.press('Завершить позицию');
  expect(await said()).toContain('Все семь позиций пройдены');
  await person.page.goto(`/educational-routes/${routeId}/reflection`);
  const shown = await said();
  for (const text of ['Итог', '8 из 10', '5,0 из 5']) expect(shown).toContain(text);
  await person.leave();
});

/** Closes what is left of a route of the demonstration, so that its seventh position opens; gives the owner an account. */
async function routeAtItsEnd(): Promise<{ login: string; routeId: string; areas: string[] }> {
  const { db } = demo;
  const route = await db
    .selectFrom('educationalRoute')
    .innerJoin('routePosition', 'routePosition.routeId', 'educationalRoute.id')
    .select(['educationalRoute.id', 'educationalRoute.personId'])
    .where('educationalRoute.state', '=', 'active')
    .where('educationalRoute.startedOn', '<', addDays(TODAY, -400))
    .where('routePosition.position', '=', 4)
    .where('routePosition.completedOn', 'is not', null)
    .where((is) =>
      is.not(is.exists(is.selectFrom('account').whereRef('account.personId', '=', 'educationalRoute.personId'))),
    )
    .orderBy('educationalRoute.id')
    .executeTakeFirstOrThrow();
  const own = await personOn(db, route.personId, TODAY);
  const open = await db
    .selectFrom('routeStep')
    .select('id')
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .execute();
  for (const { id } of open) await closeStep(own, id, { product: 'Урок', attitude: 'Доволен' });
  for (const position of [5, 6] as const) await completePosition(own, route.id, { position, note: 'Сделано' });
  const login = await demoAccountOf(db, route.personId, TODAY);
  const deficits = await db
    .selectFrom('routeDeficit')
    .select('areaCode')
    .distinct()
    .where('routeId', '=', route.id)
    .execute();
  return { login, routeId: route.id, areas: deficits.map(({ areaCode }) => areaCode) };
}
