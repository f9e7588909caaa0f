import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { demoAccountOf } from '#tests/support/demo-account.ts';
import { demoLogin, visit } from '#tests/support/visitor.ts';

const TODAY = new Date().toISOString().slice(0, 10);
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

test.each([true, false])(
  'a teacher in the second year moves to another region with the route, JavaScript: %s',
  async (javaScript) => {
    const { routeId, personId, step } = await routeInSecondYear();
    const { unitName, curator, head } = await schoolElsewhere();
    const tutor = await visit(browser, demoLogin('tutor'), { javaScript });
    await tutor.page.goto(`/educational-routes/${routeId}?view=table`);
    expect(await tutor.main.textContent()).toContain(step);

    const owner = await visit(browser, await demoAccountOf(db, personId, TODAY), { javaScript });
    await owner.press('Перехожу в другую организацию');
    await owner.main.getByLabel('Название новой организации').fill(unitName);
    await owner.press('Показать');
    await owner.main.getByLabel(unitName, { exact: true }).first().check();
    await owner.main.locator('select[name=postCode]').selectOption('teacher', { force: true });
    await owner.main.getByLabel('Согласие: передать мой образовательный маршрут').check();
    await owner.press('Отправить');
    expect(await owner.main.textContent()).toContain('Сообщение отправлено');

    const receiving = await visit(browser, await demoAccountOf(db, curator, TODAY), { javaScript });
    await receiving.page.goto('/person-moves');
    await receiving.press('Ответить');
    await receiving.main.getByLabel('Да, работает у нас').check();
    await receiving.press('Ответить');
    expect(await receiving.main.textContent()).toContain('Педагог принят, место работы записано.');

    await tutor.page.reload();
    expect(await tutor.main.textContent(), 'the old side sees nothing any more').not.toContain(step);
    const next = await visit(browser, await demoAccountOf(db, head, TODAY), { javaScript });
    await next.page.goto(`/educational-routes/${routeId}?view=table`);
    expect(await next.main.textContent(), 'the new side sees the whole route').toContain(step);
    await next.page.goto('/route-transfers');
    expect(await next.main.textContent()).toContain('передан');
    await owner.page.goto(`/educational-routes/${routeId}/life`);
    expect(await owner.main.textContent()).toContain(unitName);
    for (const visitor of [tutor, owner, receiving, next]) await visitor.leave();
  },
);

/** A route of the demonstration tutor that began more than a year ago, whose owner has no account, with a closed step. */
async function routeInSecondYear(): Promise<{ routeId: Id; personId: Id; step: string }> {
  const yearAgo = new Date(Date.now() - 370 * 86_400_000).toISOString().slice(0, 10);
  const row = await db
    .selectFrom('educationalRoute')
    .innerJoin('routeTutor', 'routeTutor.routeId', 'educationalRoute.id')
    .innerJoin('account', 'account.personId', 'routeTutor.personId')
    .innerJoin('routeStep', 'routeStep.routeId', 'educationalRoute.id')
    .select(['educationalRoute.id as routeId', 'educationalRoute.personId', 'routeStep.title as step'])
    .where('account.login', '=', demoLogin('tutor'))
    .where('routeTutor.endedOn', 'is', null)
    .where('educationalRoute.state', '=', 'active')
    .where('educationalRoute.startedOn', '<', yearAgo)
    .where('routeStep.closedOn', 'is not', null)
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('personMove').select('id').whereRef('personMove.personId', '=', 'educationalRoute.personId'),
        ),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('account as own').select('own.id').whereRef('own.personId', '=', 'educationalRoute.personId'),
        ),
      ),
    )
    .orderBy('educationalRoute.id', 'desc')
    .executeTakeFirstOrThrow();
  return row;
}

/** A school of another region, its curator and the head of the centre there. */
async function schoolElsewhere(): Promise<{ unitName: string; curator: Id; head: Id }> {
  const row = await db
    .selectFrom('roleGrant as kept')
    .innerJoin('orgUnit', 'orgUnit.id', 'kept.unitId')
    .innerJoin('roleGrant as led', 'led.regionId', 'kept.regionId')
    .select(['orgUnit.name as unitName', 'kept.personId as curator', 'led.personId as head'])
    .where('kept.role', '=', 'curator')
    .where('led.role', '=', 'centreHead')
    .where('orgUnit.kind', '=', 'school')
    .where('kept.regionId', '!=', (is) =>
      is
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.personId')
        .select('person.regionId')
        .where('account.login', '=', demoLogin('tutor')),
    )
    .orderBy('orgUnit.id')
    .executeTakeFirstOrThrow();
  return row;
}
