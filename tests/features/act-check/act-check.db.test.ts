import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { setOutputStandard } from '#app/features/local-acts/output-standard.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let approved: { id: Id; checkCode: string; documentHash: string; number: string | null };
let draft: { id: Id; checkCode: string };

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  const draw = async (menteeName: string) => {
    const menteeId = await hireYoung(world, world.school, { lastName: menteeName, firstName: 'Анна' });
    const { id } = await makeConsented(curator, { mentorId: await hire(world, world.school), menteeId });
    await makePapers({ curator, head }, id);
    const order = { unitId: world.school, mentorshipIds: [id], programmeDueOn: '2026-12-20' };
    return (await draftOrder(curator, { ...order, control: 'head' })).id;
  };
  const id = await draw('Жукова');
  await submitAct(curator, id, { version: 1 });
  const { documentHash: hash } = await row(id);
  await approveAct(head, id, { hash, registeredOn: '2026-11-22' });
  approved = await row(id);
  draft = await row(await draw('Стрижова'));
});

async function row(id: Id) {
  return db
    .selectFrom('localAct')
    .select(['id', 'checkCode', 'documentHash', 'number'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

const counts = () =>
  db.selectFrom('localActCheck').select(['matched', 'differed']).where('actId', '=', approved.id).executeTakeFirst();

function formOf(fields: { hash?: string; file?: Uint8Array<ArrayBuffer> }): FormData {
  const form = new FormData();
  form.set('hash', fields.hash ?? '');
  form.set('file', new Blob(fields.file ? [fields.file] : []), fields.file ? 'приказ.pdf' : '');
  return form;
}

async function pdfOf(standard?: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = standard ? paths.actPdfBy(approved.id, standard) : paths.actPdf(approved.id);
  return new Uint8Array(await (await site.get(path, { as: head.personId })).arrayBuffer());
}

describe('the check page', () => {
  test('tells anybody the kind, number, organisation and standing, and names nobody', async () => {
    const answer = await site.get(paths.check(approved.checkCode));
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain(approved.documentHash);
    expect(html).toContain(`№ ${approved.number}`);
    expect(html).toContain('действует');
    expect(html).not.toMatch(/Жуков|Иванов|Анна/);
  });

  test('takes the code as it is printed, in any letters; an unknown code is nobody’s', async () => {
    const typed = approved.checkCode.toUpperCase().replace(/(.{4})(?!$)/g, '$1 ');
    const opened = await site.post(paths.checkAny(), { code: typed });
    expect(opened.status).toBe(303);
    expect(opened.headers.get('Location')).toBe(paths.check(approved.checkCode.replace(/(.{4})(?!$)/g, '$1-')));
    const unknown = await site.post(paths.checkAny(), { code: '0000-0000-0000-0000' });
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain('Документа с таким кодом нет');
  });

  test('says nothing of a draft, as of a code nobody has', async () => {
    const [own, none] = await Promise.all([
      site.get(paths.check(draft.checkCode)),
      site.get(paths.check('0000000000000000')),
    ]);
    for (const answer of [own, none, await site.get(paths.check('%F0%9F%8E%89'))]) {
      const html = await answer.text();
      expect(html).toContain('Документа с таким кодом нет');
      expect(html).not.toContain('SHA-256');
    }
    expect((await site.post(paths.check(draft.checkCode), formOf({ hash: 'a' }))).status).toBe(404);
  });

  test('recognises the very file, by either standard, and its hash', async () => {
    for (const fields of [
      { file: await pdfOf() },
      { file: await pdfOf('2016') },
      {
        hash: createHash('sha256')
          .update(await pdfOf())
          .digest('hex'),
      },
      { hash: ` ${approved.documentHash.toUpperCase()} ` },
    ]) {
      const answer = await site.post(paths.check(approved.checkCode), formOf(fields));
      expect(answer.status).toBe(303);
      expect(decodeURIComponent(answer.headers.get('Set-Cookie') ?? '')).toContain('Совпадает');
    }
    expect(await counts()).toMatchObject({ matched: 4 });
  });

  test.each([
    ['a changed file with the right hash inside', 'изменён или пересохранён', (file: Uint8Array) => changed(file)],
    ['a file that is no PDF', 'другая программа', () => new TextEncoder().encode('PK просто текст')],
    ['a PDF made elsewhere', 'другая программа', () => new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj')],
    ['a file of another document', 'для другого документа', (file: Uint8Array) => foreign(file)],
  ])('does not take %s for the act', async (_, sentence, make) => {
    const before = (await counts())?.differed ?? 0;
    const file = Uint8Array.from(make(await pdfOf()));
    const answer = await site.post(paths.check(approved.checkCode), formOf({ file }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect((await counts())?.differed).toBe(before + 1);
  });

  test('says what is wrong with a hash that is none, another, or missing', async () => {
    const say = async (hash: string) => (await site.post(paths.check(approved.checkCode), formOf({ hash }))).text();
    expect(await say('abc')).toContain('состоит из 64 знаков');
    expect(await say('f'.repeat(64))).toContain('другого текста или файла');
    expect(await say('')).toContain('Вставьте контрольную сумму или выберите файл');
  });

  test('lets one network try codes only so often', async () => {
    const headers = { 'X-Client-Address': '203.0.113.77' };
    const answers: number[] = [];
    for (let turn = 0; turn < 122; turn += 1) {
      answers.push((await site.get(paths.check('0000000000000000'), { headers })).status);
    }
    expect(answers.slice(0, 120).every((status) => status === 200)).toBe(true);
    expect(answers.at(-1)).toBe(429);
    expect((await site.get(paths.check(approved.checkCode))).status).toBe(200);
  });
});

describe('the standard of requisites', () => {
  test('is chosen by the organisation; the files follow it, the words do not change', async () => {
    const before = await pdfOf();
    await setOutputStandard(curator, { unitId: world.school, standard: '2016', version: 0 });
    const after = await pdfOf();
    expect(Buffer.compare(before, after)).not.toBe(0);
    expect(Buffer.compare(after, await pdfOf('2016'))).toBe(0);
    expect((await row(approved.id)).documentHash).toBe(approved.documentHash);
    const page = await (await site.get(paths.outputStandard(), { as: curator.personId })).text();
    expect(page).toMatch(/value="2016"[^>]*checked|checked[^>]*value="2016"/);
    const line = await db
      .selectFrom('journalEntry')
      .select('after')
      .where('act', '=', 'setOutputStandard')
      .executeTakeFirst();
    expect(line?.after).toEqual({ standard: '2016' });
  });

  test('is not chosen by a mentor, nor for another school, nor over a choice not seen', async () => {
    const mentor = await actorWith(world, 'mentor', world.school);
    const other = { unitId: world.sibling, standard: '2025', version: 0 } as const;
    await expect(setOutputStandard(mentor, { ...other, unitId: world.school })).rejects.toThrow('outputStandard.set');
    await expect(setOutputStandard(curator, other)).rejects.toThrow('outputStandard.set');
    await expect(setOutputStandard(curator, { ...other, unitId: world.school })).rejects.toThrow('stale');
  });
});

/** One byte of a page's picture turned over; the hash inside stays. */
function changed(file: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(file);
  const at = Buffer.from(copy.buffer).indexOf('stream') + 40;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function foreign(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  return Buffer.from(text.replace(approved.documentHash, 'e'.repeat(64)), 'latin1');
}
