import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { addConsentText } from '#app/features/consent-texts/consent-text.operations.server.ts';
import {
  recordWithdrawalPaper,
  withdrawConsent,
} from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import { disseminationAllowed } from '#app/features/personal-consents/dissemination.queries.server.ts';
import { recordConsentPaper, signConsent } from '#app/features/personal-consents/personal-consent.operations.server.ts';
import { findOwnAsk, findPersonalConsent } from '#app/features/personal-consents/personal-consent.queries.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
type Actor = Awaited<ReturnType<typeof actorWith>>;
let world: World;
let site: Site;
let curator: Actor;
let head: Actor;
let strangers: Actor[];

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  strangers = [
    await actorWith(world, 'curator', world.sibling),
    await actorWith(world, 'mentor', world.school),
    await actorWith(world, 'municipalCoordinator', world.municipality),
    await actorWith(world, 'administrator', world.region),
  ];
});

async function teacher(overrides: Parameters<typeof hire>[2] = {}): Promise<Context & { personId: Id }> {
  const personId = await hire(world, world.school, overrides);
  return { ...(await as(world, personId)), personId };
}
const stored = (id: Id) => db.selectFrom('personalConsent').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const dueOf = (id: Id) => db.selectFrom('erasureDue').selectAll().where('consentId', '=', id).execute();
const actsUpon = async (id: Id) =>
  (await db.selectFrom('journalEntry').select('act').where('objectId', '=', id).orderBy('id').execute()).map(
    ({ act }) => act,
  );
const paper = { givenOn: TODAY, guardianId: null, categories: [], conditions: '' };

describe('signing in the program', () => {
  test('keeps who, when, the hash of the text shown and the whole document', async () => {
    const me = await teacher({ lastName: 'Подписова' });
    const { shownHash, document } = await findOwnAsk(me, 'data_processing');
    expect(shownHash).toBe(documentHash(document));
    const { id } = await signConsent(me, 'data_processing', { shownHash, categories: [], conditions: '' });
    const row = await stored(id);
    expect(row).toMatchObject({
      ...{ personId: me.personId, unitId: world.school, regionId: world.region, manner: 'electronic' },
      ...{ givenOn: TODAY, shownHash, recordedBy: me.personId, retentionClass: 'years_3', endedOn: null },
    });
    const page = await (await site.get(paths.personalConsent(id), { as: me.personId })).text();
    expect(page).toContain('Подписова');
    expect(page).toContain('Подписано простой электронной подписью');
    expect(page).toContain(row.documentHash.slice(0, 16));
    expect(await actsUpon(id)).toEqual(['signPersonalConsent']);
  });

  test('of a text that changed meanwhile is refused; the same text is not signed twice', async () => {
    const me = await teacher();
    const stale = { shownHash: 'f'.repeat(64), categories: [], conditions: '' };
    await expect(signConsent(me, 'centre_transfer', stale)).rejects.toThrow(new RuleBroken('consent-text-changed'));
    await makeConsent(me, 'centre_transfer');
    await expect(makeConsent(me, 'centre_transfer')).rejects.toMatchObject({ code: 'consent-already-given' });
  });

  test('of publication says which categories may be shown and which not, and may be chosen anew', async () => {
    const me = await teacher();
    const first = await makeConsent(me, 'dissemination', { categories: ['name'], conditions: 'Не для рекламы' });
    const page = await (await site.get(paths.personalConsent(first), { as: me.personId })).text();
    expect(page).toContain('Не для рекламы');
    const second = await makeConsent(me, 'dissemination', { categories: ['name', 'subject'] });
    expect(await stored(first)).toMatchObject({ endedOn: TODAY, endKind: 'replaced' });
    const allowed = await disseminationAllowed(me, [me.personId], world.school);
    expect([...(allowed.get(me.personId)?.fields ?? [])]).toEqual(['name', 'subject']);
    expect((await stored(second)).endedOn).toBeNull();
  });

  test('by somebody under 18 is not possible; the page says what to do instead', async () => {
    const minor = await teacher({ birthOn: '2010-05-05', employment: null, category: 'none', teachingSince: null });
    await expect(makeConsent(minor, 'data_processing')).rejects.toMatchObject({ code: 'minor-signs-with-guardian' });
    await expect(makeConsent(minor, 'dissemination')).rejects.toMatchObject({ code: 'minor-never-published' });
    const page = await (await site.get(paths.ownConsent('data_processing'), { as: minor.personId })).text();
    expect(page).toContain('вместе с законным представителем');
  });

  test('is one page, one consent: the form carries no other tick than the categories of its own', async () => {
    const me = await teacher();
    const html = await (await site.get(paths.ownConsent('data_processing'), { as: me.personId })).text();
    expect(html).not.toContain('type="checkbox"');
    const publication = await (await site.get(paths.ownConsent('dissemination'), { as: me.personId })).text();
    expect(publication).toContain('type="checkbox"');
    expect(publication).not.toMatch(/type="checkbox"[^>]*\schecked/);
  });

  test('a form sent twice signs once', async () => {
    const me = await teacher();
    const { shownHash } = await findOwnAsk(me, 'dissemination');
    const form = { shownHash, categories: ['name', 'post'], conditions: '', _once: crypto.randomUUID() };
    const answers = await Promise.all(
      [1, 2, 3].map(() => site.post(paths.ownConsent('dissemination'), form, { as: me.personId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const kept = db.selectFrom('personalConsent').select('id').where('personId', '=', me.personId);
    expect(await kept.execute()).toHaveLength(1);
  });
});

describe('a consent of somebody', () => {
  test('is read by him, the head and the curator; to all others it does not exist', async () => {
    const me = await teacher();
    const id = await makeConsent(me);
    for (const reader of [me, head, curator]) {
      expect((await site.get(paths.personalConsent(id), { as: reader.personId })).status).toBe(200);
      expect((await site.get(paths.personalConsentPdf(id), { as: reader.personId })).status).toBe(200);
    }
    for (const { personId } of strangers) {
      for (const path of [paths.personalConsent(id), paths.personalConsentPdf(id), paths.personalConsentDocx(id)])
        expect((await site.get(path, { as: personId })).status).toBe(404);
      expect((await site.get(paths.personConsents(me.personId), { as: personId })).status).toBe(404);
    }
  });

  test('is taken back by nobody but him; the curator records the paper', async () => {
    const me = await teacher();
    const id = await makeConsent(me);
    for (const stranger of strangers) {
      await expect(withdrawConsent(stranger, id, { version: 1 })).rejects.toThrow(NotFound);
      await expect(recordWithdrawalPaper(stranger, id, { withdrawnOn: TODAY, version: 1 })).rejects.toThrow(NotFound);
    }
    await expect(withdrawConsent(curator, id, { version: 1 })).rejects.toThrow();
    await expect(recordWithdrawalPaper(me, id, { withdrawnOn: TODAY, version: 1 })).rejects.toThrow();
    expect((await stored(id)).endedOn).toBeNull();
    await recordWithdrawalPaper(curator, id, { withdrawnOn: TODAY, version: 1 });
    expect(await stored(id)).toMatchObject({ endedOn: TODAY, endKind: 'withdrawn', endedBy: curator.personId });
  });

  test('is recorded from paper by the curator of the home organisation alone', async () => {
    const me = await teacher();
    for (const stranger of strangers)
      await expect(
        recordConsentPaper(stranger, { personId: me.personId, purpose: 'data_processing' }, paper),
      ).rejects.toThrow(NotFound);
    await expect(
      recordConsentPaper(head, { personId: me.personId, purpose: 'data_processing' }, paper),
    ).rejects.toThrow();
    const of = { personId: me.personId, purpose: 'data_processing' } as const;
    const { id } = await recordConsentPaper(curator, of, { ...paper, givenOn: '2026-11-10' });
    expect(await stored(id)).toMatchObject({ manner: 'paper', givenOn: '2026-11-10', recordedBy: curator.personId });
    const shown = await findPersonalConsent(me, id);
    expect(JSON.stringify(shown.document)).toContain('10.11.2026');
  });

  test('never changes: neither the program nor a careless hand rewrites what was signed', async () => {
    const id = await makeConsent(await teacher());
    const rewrite = db.updateTable('personalConsent').set({ conditions: 'Другое' }).where('id', '=', id).execute();
    await expect(rewrite).rejects.toThrow('never rewritten');
    await expect(db.deleteFrom('personalConsent').where('id', '=', id).execute()).rejects.toThrow('never rewritten');
  });
});

describe('taking a consent back', () => {
  test('works at once, starts the clock on a dated ground and tells those who must act', async () => {
    const me = await teacher({ lastName: 'Отзывова' });
    const id = await makeConsent(me);
    expect((await disseminationAllowed(me, [me.personId], world.school)).size).toBe(1);
    await withdrawConsent(me, id, { version: 1 });
    expect((await disseminationAllowed(me, [me.personId], world.school)).size).toBe(0);
    expect(await dueOf(id)).toMatchObject([
      { personId: me.personId, unitId: world.school, dataClass: 'published', startedOn: TODAY, dueOn: '2026-12-22' },
    ]);
    expect(await actsUpon(id)).toEqual(['signPersonalConsent', 'withdrawPersonalConsent']);
    for (const keeper of [head, curator]) {
      const news = await db
        .selectFrom('notice')
        .select(['kind', 'details'])
        .where('personId', '=', keeper.personId)
        .where('path', '=', paths.personConsents(me.personId))
        .execute();
      expect(news).toMatchObject([{ kind: 'consent-withdrawn' }]);
    }
    const page = await (await site.get(paths.personalConsent(id), { as: me.personId })).text();
    expect(page).toContain('отозвано');
  });

  test('is said plainly before: what stops, what goes until when, what the law keeps', async () => {
    const me = await teacher();
    const id = await makeConsent(me);
    const page = await (await site.get(paths.personalConsentWithdraw(id), { as: me.personId })).text();
    expect(page).toContain('исчезают со страницы наставничества сразу');
    expect(page.replaceAll('\u00a0', ' ')).toContain('22 декабря 2026');
    expect(page).toContain('50 или 75 лет');
  });

  test('twice, or from an old page, is refused and changes nothing', async () => {
    const me = await teacher();
    const id = await makeConsent(me);
    await expect(withdrawConsent(me, id, { version: 7 })).rejects.toThrow(StaleWrite);
    await withdrawConsent(me, id, { version: 1 });
    await expect(withdrawConsent(me, id, { version: 2 })).rejects.toMatchObject({ code: 'consent-not-in-force' });
    expect(await dueOf(id)).toHaveLength(1);
  });

  test('and consenting anew stops the clock', async () => {
    const me = await teacher();
    const id = await makeConsent(me);
    await withdrawConsent(me, id, { version: 1 });
    await makeConsent(me);
    expect(await dueOf(id)).toMatchObject([{ stoppedOn: TODAY, actId: null }]);
  });
});

describe('publication', () => {
  test('is allowed to the operator alone who was given it, and ends with the work there', async () => {
    const me = await teacher();
    await makeConsent(me);
    expect((await disseminationAllowed(me, [me.personId], world.sibling)).size).toBe(0);
    expect((await disseminationAllowed(me, [me.personId], world.school)).size).toBe(1);
    await db.updateTable('person').set({ unitId: world.sibling }).where('id', '=', me.personId).execute();
    expect((await disseminationAllowed(me, [me.personId], world.school)).size).toBe(0);
  });

  test('never shows who did not consent, nor who turned out to be a minor', async () => {
    const silent = await teacher();
    const wrong = await teacher({ employment: null, category: 'none', teachingSince: null });
    await makeConsent(wrong);
    await db.updateTable('person').set({ birthOn: '2010-01-01' }).where('id', '=', wrong.personId).execute();
    const allowed = await disseminationAllowed(world.system, [silent.personId, wrong.personId], world.school);
    expect([...allowed.keys()]).toEqual([]);
  });
});

describe('a text of the organisation', () => {
  test('begins with the points in force, whole, and the guardian’s paper follows its own', async () => {
    const page = await (await site.get(paths.consentTextAdd('data_processing'), { as: head.personId })).text();
    expect(page).toContain('Цель обработки: связь участников наставничества между собой');
    expect(page).not.toContain('{{');
    const table = await (await site.get(paths.consentTexts(), { as: head.personId })).text();
    expect(table).toContain('готовый текст системы');
  });

  test('takes the place of the built-in one, and those who signed that are asked anew, not cut off', async () => {
    const me = await teacher();
    const before = await makeConsent(me, 'centre_transfer');
    const text = { purpose: 'centre_transfer', startedOn: TODAY, endedOn: null } as const;
    await addConsentText(head, { ...text, unitId: world.school, body: 'Первый пункт школы\nВторой пункт школы' });
    const news = db.selectFrom('notice').select(['kind', 'path']).where('personId', '=', me.personId);
    expect(await news.execute()).toEqual([{ kind: 'consent-text-renewed', path: paths.ownConsent('centre_transfer') }]);
    const page = await (await site.get(paths.ownConsent('centre_transfer'), { as: me.personId })).text();
    expect(page).toContain('Второй пункт школы');
    expect(page).toContain('Прежнее согласие действует');
    expect((await findPersonalConsent(me, before)).state).toBe('outdated');
    const after = await makeConsent(me, 'centre_transfer');
    expect(await stored(before)).toMatchObject({ endKind: 'replaced' });
    expect(JSON.stringify((await findPersonalConsent(me, after)).document)).toContain('Первый пункт школы');
  });

  test('is kept by head, curator and, for the region, the methodologist; strangers find no such page', async () => {
    const methodologist = await actorWith(world, 'methodologist', world.region);
    const text = { purpose: 'data_processing', body: 'Пункт', startedOn: '2027-01-11', endedOn: null } as const;
    await addConsentText(methodologist, { ...text, unitId: world.region });
    await expect(addConsentText(methodologist, { ...text, unitId: world.school })).rejects.toThrow(NotFound);
    for (const stranger of strangers) {
      await expect(addConsentText(stranger, { ...text, unitId: world.school })).rejects.toThrow(NotFound);
    }
    await addConsentText(curator, { ...text, unitId: world.school });
    await expect(addConsentText(curator, { ...text, unitId: world.school })).rejects.toMatchObject({
      code: 'consent-text-overlaps',
    });
    const later = await addConsentText(curator, { ...text, unitId: world.school, startedOn: '2027-02-01' });
    const rows = await db
      .selectFrom('consentText')
      .select(['startedOn', 'endedOn'])
      .where('unitId', '=', world.school)
      .where('purpose', '=', 'data_processing')
      .orderBy('startedOn')
      .execute();
    expect(rows).toEqual([
      { startedOn: '2027-01-11', endedOn: '2027-01-31' },
      { startedOn: '2027-02-01', endedOn: null },
    ]);
    expect(await actsUpon(later.id)).toEqual(['addConsentText']);
  });
});
