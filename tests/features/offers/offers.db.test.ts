import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeOfferEntry, PROGRAMME } from '#app/demo/factories/offers.ts';
import { addOffer, editOffer, endOffer } from '#app/features/offers/offer.operations.server.ts';
import { findOffer, listOffers, listOffersFor } from '#app/features/offers/offer.queries.server.ts';
import { offerFilterSchema } from '#app/features/offers/offer.schema.ts';
import { applyOffers, uploadOffers } from '#app/features/offers/offer-import.operations.server.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site, testServices } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let site: Site;
let methodologist: Actor;
let centreHead: Actor;
let foreign: Actor;
let operator: Actor;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  methodologist = await actorWith(world, 'methodologist', world.region);
  centreHead = await actorWith(world, 'centreHead', world.centre);
  foreign = await actorWith(world, 'methodologist', world.otherRegion);
  operator = await actorWith(world, 'federalOperator', world.federation);
});

const filter = (change: Record<string, string> = {}) => offerFilterSchema.parse({ search: '', ...change });
const titles = async (reader: Actor, change: Record<string, string> = {}) =>
  (await listOffers(reader, filter(change))).offers.map(({ title }) => title);
const acts = async (objectId: string) =>
  (await db.selectFrom('journalEntry').select('act').where('objectId', '=', objectId).execute()).map(({ act }) => act);

describe('the register', () => {
  test('of a region is its own; the federation and what is shared are seen by all', async () => {
    await makeOfferEntry(methodologist, world.region, { number: 'А-1', title: 'Своя программа' });
    await makeOfferEntry(centreHead, world.region, { number: 'А-2', title: 'Площадка для всех', isShared: true });
    await makeOfferEntry(operator, world.federation, { number: 'Ф-1', title: 'Федеральная программа' });
    expect(await titles(methodologist)).toEqual(['Площадка для всех', 'Своя программа', 'Федеральная программа']);
    expect(await titles(foreign)).toEqual(['Площадка для всех', 'Федеральная программа']);
    expect(await titles(foreign, { from: 'elsewhere' })).toEqual(['Площадка для всех']);
    expect(await titles(methodologist, { from: 'own' })).toEqual(['Площадка для всех', 'Своя программа']);
    expect(await titles(methodologist, { from: 'federal', search: 'ПРОГРАММА' })).toEqual(['Федеральная программа']);
    expect(await titles(methodologist, { area: 'health' })).toEqual([]);
    expect(await titles(methodologist, { kind: 'event' })).toEqual([]);
  });

  test('is kept by methodologist and head of the centre, each in the own region alone', async () => {
    await expect(addOffer(foreign, { ...PROGRAMME, unitId: world.region })).rejects.toThrow(NotFound);
    await expect(addOffer(methodologist, { ...PROGRAMME, unitId: world.federation })).rejects.toThrow(NotFound);
    await expect(addOffer(operator, { ...PROGRAMME, unitId: world.region })).rejects.toThrow(NotFound);
    const tutor = await actorWith(world, 'tutor', world.centre);
    await expect(addOffer(tutor, { ...PROGRAMME, unitId: world.region })).rejects.toThrow(NotFound);
    const { id } = await makeOfferEntry(methodologist, world.region, { number: 'Б-1' });
    await expect(editOffer(foreign, id, { ...PROGRAMME, version: 1 })).rejects.toThrow(NotFound);
    await expect(endOffer(foreign, id, { version: 1 })).rejects.toThrow(NotFound);
    await editOffer(centreHead, id, { ...PROGRAMME, number: 'Б-1', title: 'Иначе', areas: ['legal'], version: 1 });
    expect(await findOffer(methodologist, id)).toMatchObject({ title: 'Иначе', areas: ['legal'], version: 2 });
    const stale = editOffer(methodologist, id, { ...PROGRAMME, number: 'Б-1', version: 1 });
    await expect(stale).rejects.toThrow(StaleWrite);
    await endOffer(methodologist, id, { version: 2 });
    await expect(endOffer(methodologist, id, { version: 3 })).rejects.toMatchObject({ code: 'offer-already-ended' });
    expect(await titles(methodologist)).not.toContain('Иначе');
    expect(await acts(id)).toEqual(['addOffer', 'editOffer', 'endOffer']);
  });

  test('has a number once, however many add it at the same moment', async () => {
    const add = () => makeOfferEntry(methodologist, world.region, { number: 'В-1' });
    const results = await Promise.allSettled([add(), add(), add()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'offer-number-taken' });
    }
  });

  test('suggests for an area what counts and has places, the soonest first', async () => {
    const health = { areas: ['health'] } as const;
    await makeOfferEntry(methodologist, world.region, {
      number: 'Г-1',
      title: 'Частная',
      providerKind: 'private',
      ...health,
    });
    await makeOfferEntry(methodologist, world.region, { number: 'Г-2', title: 'Без мест', places: 0, ...health });
    const days = { startsOn: '2027-02-01', endsOn: '2027-03-01' };
    await makeOfferEntry(methodologist, world.region, { number: 'Г-3', title: 'Зимняя', ...days, ...health });
    await makeOfferEntry(methodologist, world.region, {
      number: 'Г-4',
      title: 'Прошла',
      endsOn: '2026-11-01',
      ...health,
    });
    const found = await listOffersFor(methodologist, 'health', 5);
    expect(found.map(({ title, counts }) => [title, counts])).toEqual([
      ['Зимняя', true],
      ['Частная', false],
    ]);
  });
});

describe('the pages', () => {
  test('a teacher reads an offer with a warning that it does not count, and has no act on it', async () => {
    const { id } = await makeOfferEntry(methodologist, world.region, { number: 'Д-1', providerKind: 'private' });
    const teacher = await hire(world, world.school);
    const html = await (await site.get(paths.offer(id), { as: teacher })).text();
    expect(html).toContain('Такое обучение не засчитывается');
    expect(html).not.toContain(paths.offerEdit(id));
    expect((await site.get(paths.offerEdit(id), { as: teacher })).status).toBe(404);
    expect((await site.get(paths.offerAdd(), { as: teacher })).status).toBe(404);
    const stranger = await hire(world, world.foreignSchool);
    expect((await site.get(paths.offer(id), { as: stranger })).status).toBe(404);
  });

  test('a refused form keeps what was typed', async () => {
    const typed = { unitId: world.region, kind: 'programme', title: 'Курс без номера', number: '' };
    const rest = { providerName: 'ИРО', providerKind: 'state', areas: ['legal', 'ict'], hours: '', places: '' };
    const empty = { startsOn: '', endsOn: '', place: '', link: '', about: '' };
    const answer = await site.post(paths.offerAdd(), { ...typed, ...rest, ...empty }, { as: methodologist.personId });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('У программы указывают номер в реестре и число часов.');
    expect(html).toContain('Курс без номера');
  });
});

describe('a file of offers', () => {
  const HEADER = 'Вид;Название;Организация;Вид организации;Области;Номер;Часы;Регион';
  const file = (...rows: string[]) => ({ fileName: 'реестр.csv', bytes: Buffer.from([HEADER, ...rows].join('\n')) });
  const upload = (reader: Actor, unitId: string, ...rows: string[]) =>
    uploadOffers(reader, testServices(db), { unitId, ...file(...rows) });

  test('is judged first and written on the second act: new ones added, known numbers brought up to date', async () => {
    await makeOfferEntry(methodologist, world.region, { number: 'И-1', title: 'Старое название' });
    const { id } = await upload(
      methodologist,
      world.region,
      'курс;Новое название;ИРО;государственная;методическая;И-1;72;',
      'событие;Ярмарка практик;ЦНППМ;государственная;ИКТ;;;',
      'событие;Чужое событие;ЦНППМ;государственная;ИКТ;;;Приморский край',
    );
    const page = await (await site.get(paths.offerImported(id), { as: methodologist.personId })).text();
    expect(page).toContain('это предложение другого региона');
    expect(await titles(methodologist, { search: 'Ярмарка практик' })).toEqual([]);
    await applyOffers(methodologist, id, { version: 1 });
    expect(await titles(methodologist, { search: 'Ярмарка практик' })).toEqual(['Ярмарка практик']);
    expect(await titles(methodologist, { search: 'название' })).toEqual(['Новое название']);
    expect(await titles(methodologist, { search: 'Чужое' })).toEqual([]);
    const again = applyOffers(methodologist, id, { version: 2 });
    await expect(again).rejects.toMatchObject({ code: 'offer-import-applied' });
    expect(await acts(id)).toEqual(['uploadOffers', 'applyOffers']);
  });

  test('goes to the own register alone', async () => {
    await expect(upload(foreign, world.region, 'событие;А;Б;частная;ИКТ;;;')).rejects.toThrow(NotFound);
    const { id } = await upload(methodologist, world.region, 'событие;А;Б;частная;ИКТ;;;');
    await expect(applyOffers(foreign, id, { version: 1 })).rejects.toThrow(NotFound);
    expect((await site.get(paths.offerImported(id), { as: foreign.personId })).status).toBe(404);
  });

  test.each([
    [Buffer.from(''), 'offer-file-missing'],
    [Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1'), 'offer-file-unreadable'],
    [Buffer.from('Имя;Фамилия\nА;Б'), 'offer-file-columns'],
  ])('that cannot be read is refused in a sentence', async (bytes, code) => {
    const input = { unitId: world.region, fileName: 'x', bytes };
    await expect(uploadOffers(methodologist, testServices(db), input)).rejects.toMatchObject({ code });
  });

  test('of more than two thousand rows is refused', async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => `событие;Событие ${index};Б;частная;ИКТ;;;`);
    await expect(upload(methodologist, world.region, ...rows)).rejects.toMatchObject({ code: 'offer-file-too-many' });
  });

  test('nobody without a register reads: as for a missing page', async () => {
    const teacher = await hire(world, world.school);
    expect((await site.get(paths.offerImport(), { as: teacher })).status).toBe(404);
    await expect(upload({ ...(await as(world, teacher)), personId: teacher }, world.region)).rejects.toThrow(NotFound);
  });
});
