import { beforeAll, describe, expect, test } from 'vitest';
import { makeAgreement } from '#app/demo/factories/agreements.ts';
import { makeInside, makeOffer, makeOutside } from '#app/demo/factories/contours.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { readZip } from '#tests/reports/read-zip.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let site: Site;
let head: Actor;
let siblingHead: Actor;
let coordinator: Actor;
let methodologist: Actor;
let ministry: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  head = await actorWith(world, 'head', world.school);
  siblingHead = await actorWith(world, 'head', world.sibling);
  coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
  methodologist = await actorWith(world, 'methodologist', world.region);
  ministry = await actorWith(world, 'ministryOfficer', world.region);
  await makeInside(head, { unitId: world.school, code: 'leadership' }, '2025-09-01');
  await makeOutside(head, { unitId: world.school, code: 'mentor_training' }, world.centre, '2026-09-01');
  await makeInside(siblingHead, { unitId: world.sibling, code: 'leadership' }, '2026-09-01');
});

const textOf = (body: string) =>
  body
    .replaceAll('\u00A0', ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const html = async (path: string, { personId }: Actor) => {
  const answer = await site.get(path, { as: personId });
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text()).replaceAll('\u00A0', ' ');
};
const page = async (path: string, actor: Actor) => textOf(await html(path, actor));
const at = (code: string, unitId: Id = world.school) => [unitId, code] as const;

describe('the page of an organisation', () => {
  test('says where each component stands, who provides it and on what ground, and names the gaps', async () => {
    const text = await page(paths.contour(world.school), head);
    expect(text).toContain('Внутри 1, снаружи 1, пробелов 13.');
    expect(text).toMatch(/Обучение наставников снаружи ЦНППМ Верхневолжской области 01\.09\.2026 решение: управления/);
    expect(text).toContain('Роль куратора никому не выдана.');
    expect(await page(paths.contour(world.school), ministry)).not.toContain('Роль куратора');
  });

  test('shows the truth of an earlier day and lets nothing be changed on it', async () => {
    const text = await page(`${paths.contour(world.school)}?day=31.08.2026`, head);
    expect(text).toContain('Состояние на 31.08.2026');
    expect(text).toContain('Внутри 1, снаружи 0, пробелов 14.');
  });

  test('names the offers beside the gap; only the head is given the buttons', async () => {
    const offer = { componentCode: 'psychologist', targetUnitId: world.school, providerUnitId: world.municipality };
    const { id } = await makeOffer(coordinator, offer);
    const accept = paths.offerAccept(world.school, id);
    expect(await html(paths.contour(world.school), head)).toContain(accept);
    expect(await html(paths.component(...at('psychologist')), head)).toContain(accept);
    const forCoordinator = await html(paths.contour(world.school), coordinator);
    expect(forCoordinator).toContain('Приказ управления образования № 40');
    expect(forCoordinator).not.toContain(accept);
    expect(await page(paths.home(), head)).toContain('Ответить на предложение: Педагог-психолог, Заречный округ');
  });
});

describe('placing in a browser', () => {
  test('by an agreement: the form offers it, posts and comes back to the component', async () => {
    const { id } = await makeAgreement(head, world.school, { partnerName: 'Вуз «Опора»', number: '7' });
    const address = paths.componentOutside(...at('curator'));
    expect(await page(address, head)).toContain('№ 7 от 01.09.2026, Вуз «Опора»');
    const form = {
      ...{ agreementId: id, providerUnitId: '', groundKind: 'order', ground: '', from: '22.11.2026', version: '1' },
    };
    const sent = await site.post(address, form, { as: head.personId });
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, paths.component(...at('curator'))]);
    expect(await page(paths.component(...at('curator')), head)).toContain('соглашение: № 7 от 01.09.2026');
  });

  test('with nothing chosen keeps what was typed and says what to choose', async () => {
    const form = {
      ...{ agreementId: '', providerUnitId: '', groundKind: 'other', ground: 'Письмо № 5', from: '22.11.2026' },
      version: '1',
    };
    const sent = await site.post(paths.componentOutside(...at('facilities')), form, { as: head.personId });
    expect(sent.status).toBe(422);
    const body = await sent.text();
    expect(body).toContain('Выберите что-то одно');
    expect(body).toContain('Письмо № 5');
  });

  test('of what stays inside is shown switched off, with the reason', async () => {
    const body = await html(paths.component(...at('regulation')), head);
    expect(textOf(body)).toContain('передать его наружу нельзя');
    expect(body).not.toContain(paths.componentOutside(...at('regulation')));
  });

  test('an offer accepted in another tab is told in a sentence, not as a missing page', async () => {
    const offer = { componentCode: 'monitoring', targetUnitId: world.school, providerUnitId: world.municipality };
    const { id } = await makeOffer(coordinator, offer);
    const accept = () =>
      site.post(paths.offerAccept(world.school, id), { from: '22.11.2026', version: '1' }, { as: head.personId });
    expect((await accept()).status).toBe(303);
    const second = await accept();
    expect(second.status).toBe(422);
    expect(await second.text()).toContain('организация уже ответила');
  });
});

describe('the picture of an area', () => {
  test('counts schools with gaps, draws each and tells the picture in words', async () => {
    const body = await html(paths.contourArea(world.municipality), coordinator);
    expect(textOf(body)).toContain('С пробелами 2 из 2 организаций.');
    expect(body).toMatch(/aria-label="Школа № 5: внутри 1, снаружи 0, нет 14 компонентов: Положение и локальные акты/);
    expect(textOf(body)).not.toContain('Лесная школа');
    expect(textOf(await html(paths.contourArea(world.region), methodologist))).toContain('С пробелами 3 из 3');
    expect(await page(paths.home(), coordinator)).toContain('2 организаций с пробелами в контурах');
  });

  test('narrows by name, and by gaps', async () => {
    const narrowed = await page(`${paths.contourArea(world.region)}?search=лесная&gaps=yes`, methodologist);
    expect(narrowed).toContain('Лесная школа');
    expect(narrowed).not.toContain('Гимназия № 2');
  });

  test('is exported as it is shown', async () => {
    const answer = await site.get(`${paths.contourAreaXlsx(world.region)}?search=гимназия`, { as: ministry.personId });
    expect(answer.status).toBe(200);
    const files = await readZip(Buffer.from(await answer.arrayBuffer()));
    const all = JSON.stringify([...files]);
    expect(all).toContain('снаружи: ЦНППМ Верхневолжской области');
    expect(all).toContain('Отбор по названию: гимназия');
    expect(all).not.toContain('Лесная школа');
  });

  test('leads to the form that offers to all, and the offer stands in the list until it is taken back', async () => {
    const address = paths.contourOffer(world.municipality, 'information');
    expect(await html(address, coordinator)).toMatch(/<option value="information" selected="">/);
    const form = {
      ...{ componentCode: 'information', providerUnitId: world.municipality, startedOn: '22.11.2026', endedOn: '' },
      ground: 'Приказ № 41',
    };
    const sent = await site.post(paths.contourOffer(world.municipality), form, { as: coordinator.personId });
    expect(sent.headers.get('Location')).toBe(paths.contourOffers(world.municipality));
    const list = await html(paths.contourOffers(world.municipality), coordinator);
    const [, id = ''] = /component-offers\/([0-9a-f-]{36})\/withdraw/.exec(list) ?? [];
    expect(textOf(list)).toContain('всем: Заречный округ');
    await html(paths.offerWithdraw(id), coordinator);
    const withdrawn = await site.post(paths.offerWithdraw(id), { version: '1' }, { as: coordinator.personId });
    expect(withdrawn.status).toBe(303);
    expect(await page(paths.contourOffers(world.municipality), coordinator)).toContain('отозвано');
    expect(await page(paths.contour(world.sibling), siblingHead)).not.toContain('Приказ № 41');
  });
});

test('the section opens where one works', async () => {
  const moved = async ({ personId }: Actor) =>
    (await site.get(paths.contours(), { as: personId })).headers.get('Location');
  expect(await moved(head)).toBe(paths.contour(world.school));
  expect(await moved(coordinator)).toBe(paths.contourArea(world.municipality));
  expect(await moved(ministry)).toBe(paths.contourArea(world.region));
});
