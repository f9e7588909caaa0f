import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, systemContext } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { makeApproved, makeSubmitted } from '#app/demo/factories/acts.ts';
import { confirmAcquaintance } from '#app/features/acquaintance/acquaintance.operations.server.ts';
import { attachSignature, recordPaperSignature } from '#app/features/act-signatures/act-signature.operations.server.ts';
import { openSignatureReader } from '#app/features/act-signatures/act-signature-reader.server.ts';
import { draftAct, editAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { issueApproved } from '#app/features/local-acts/act-issue.jobs.server.ts';
import type { SignatureKind } from '#app/features/local-acts/act-type.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { readZip } from '#tests/reports/read-zip.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
const reader = openSignatureReader({
  workerFile: join(import.meta.dirname, '../../../app/features/act-signatures/act-signature.worker.ts'),
  execArgv: ['--import', 'tsx'],
  timeMs: 30_000,
});
const file = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/signatures', name)));
const PDF = new TextEncoder().encode('%PDF-1.7 scan');
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let teacher: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  teacher = await hire(world, world.school);
  return () => reader.close();
});

let id: Id;
async function approved(signatureKind: SignatureKind): Promise<void> {
  const values = { curator: teacher, startedOn: TODAY };
  id = (await draftAct(curator, { kind: 'curator_order', unitId: world.school, values })).id;
  await makeApproved({ curator, head }, id, { signatureKind });
}
beforeEach(() => approved('paper'));

const signature = () => db.selectFrom('actSignature').selectAll().where('actId', '=', id).executeTakeFirst();

test('paper: the day and the scan, once; given out to be saved, never shown', async () => {
  await recordPaperSignature(curator, id, { signedOn: TODAY, scan: PDF });
  const kept = await signature();
  expect(kept).toMatchObject({ kind: 'paper', signedOn: TODAY, signerId: head.personId });
  await expect(recordPaperSignature(curator, id, { signedOn: TODAY, scan: null })).rejects.toMatchObject({
    code: 'signed-already',
  });
  const answer = await site.get(`/act-files/${kept?.fileId}`, { as: head.personId });
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment/);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
  expect((await site.get(`/act-files/${kept?.fileId}`, { as: teacher })).status).toBe(404);
  await expect(sql`update act_file set format = 'png' where id = ${kept?.fileId}`.execute(db)).rejects.toThrow(
    /append-only/,
  );
});

test.each([
  [{ scan: new TextEncoder().encode('<script>') }, 'scan-format'],
  [{ scan: new Uint8Array(10 * 1024 * 1024 + 1) }, 'file-too-large'],
  [{ signedOn: addDays(TODAY, 1) }, 'signed-in-future'],
  [{ signedOn: addDays(TODAY, -1) }, 'signed-before-act'],
])('paper with %j is refused: %s', async (change, code) => {
  await expect(recordPaperSignature(curator, id, { signedOn: TODAY, scan: null, ...change })).rejects.toMatchObject({
    code,
  });
});

test('qualified: the detached file is kept and its certificate shown; read in a thread of its own', async () => {
  await approved('qualified');
  await attachSignature(curator, reader, id, { signedOn: TODAY, file: file('detached.p7s') });
  expect(await signature()).toMatchObject({ kind: 'qualified', certificateHolder: 'Ершова Татьяна Викторовна' });
  expect(await (await site.get(`/acts/${id}`, { as: head.personId })).text()).toContain('Ершова Татьяна Викторовна');
});

test('a file of another kind than the act was approved with is refused, as is a bad one', async () => {
  await expect(
    attachSignature(curator, reader, id, { signedOn: TODAY, file: file('detached.p7s') }),
  ).rejects.toMatchObject({
    code: 'signature-not-awaited',
  });
  await approved('qualified');
  const attach = (bytes: Uint8Array | null) => attachSignature(curator, reader, id, { signedOn: TODAY, file: bytes });
  await expect(attach(null)).rejects.toMatchObject({ code: 'file-missing' });
  await expect(attach(PDF)).rejects.toMatchObject({ code: 'signature-unreadable' });
  await expect(attach(file('attached.p7s'))).rejects.toMatchObject({ code: 'signature-not-detached' });
  await expect(attach(new Uint8Array(256 * 1024 + 1))).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(recordPaperSignature(curator, id, { signedOn: TODAY, scan: null })).rejects.toMatchObject({
    code: 'signature-not-awaited',
  });
});

test('another school records nothing', async () => {
  const stranger = await actorWith(world, 'curator', world.sibling);
  await expect(recordPaperSignature(stranger, id, { signedOn: TODAY, scan: null })).rejects.toThrow(NotFound);
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pdf = async (path = paths.actPdf(id)) =>
  new Uint8Array(await (await site.get(path, { as: head.personId })).arrayBuffer());
const issues = () =>
  db.selectFrom('actIssue').select(['fileHash', 'isMarked', 'content']).where('actId', '=', id).orderBy('id').execute();

/** What the check page answers anybody who brings this file. */
async function checked(bytes: Uint8Array): Promise<string> {
  const { checkCode } = await db
    .selectFrom('localAct')
    .select('checkCode')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const form = new FormData();
  form.set('hash', '');
  form.set('file', new Blob([Uint8Array.from(bytes)]), 'приказ.pdf');
  const answer = await site.post(paths.check(checkCode), form);
  return decodeURIComponent(answer.headers.get('Set-Cookie') ?? '') + (await answer.text());
}

test('M-22: draft, review, signed, read by each named; unchangeable after; the hash of the PDF is stored and verified', async () => {
  const values = { curator: teacher, startedOn: TODAY };
  id = (await draftAct(curator, { kind: 'curator_order', unitId: world.school, values })).id;
  const hash = await makeSubmitted(curator, id);
  const approve = (signatureKind: SignatureKind) => approveAct(head, id, { hash, registeredOn: TODAY, signatureKind });
  await expect(approve('simple')).rejects.toMatchObject({ code: 'signature-refused' });
  await approve('qualified');
  // The program stores the hash by itself; whoever downloads gets that very file, now and again.
  await issueApproved(systemContext('act-issue', site.services), site.services);
  const [first] = await issues();
  const unsigned = await pdf();
  expect(hashOf(unsigned)).toBe(first?.fileHash);
  expect(await checked(unsigned)).toContain('Совпадает: это тот самый файл');
  await attachSignature(curator, reader, id, { signedOn: TODAY, file: file('detached.p7s') });
  const marked = await pdf();
  expect(hashOf(marked)).not.toBe(hashOf(unsigned));
  expect(Buffer.compare(await pdf(paths.actPdfSigned(id)), unsigned)).toBe(0);
  expect(await checked(marked)).toContain('Совпадает: это тот самый файл');
  expect(await checked(unsigned)).toContain('Совпадает: это тот самый файл');
  expect(await checked(marked.with(-20, 0x20))).toContain('изменён или пересохранён');
  expect((await issues()).map(({ isMarked, content }) => [isMarked, content !== null])).toEqual([
    [false, true],
    [true, false],
  ]);
  // Named in the order: he reads it, once, in the words that were approved.
  await confirmAcquaintance(await as(world, teacher), id, { hash });
  const left = db.selectFrom('actAcquaintance').select('id').where('actId', '=', id).where('acquaintedOn', 'is', null);
  expect(await left.execute()).toEqual([]);
  // Only a new version says anything else.
  await expect(editAct(curator, id, { values: { ownPoints: 'Иначе' }, version: 3 })).rejects.toThrow();
  await expect(db.updateTable('localAct').set({ heading: 'Иначе' }).where('id', '=', id).execute()).rejects.toThrow();
  await expect(db.deleteFrom('actIssue').where('actId', '=', id).execute()).rejects.toThrow(/append-only/);
  await expect(db.deleteFrom('actSignature').where('actId', '=', id).execute()).rejects.toThrow(/append-only/);
});

test('an act whose text was changed behind the program is given out by nobody, and holds up no other', async () => {
  const altered = id;
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`update local_act set document = jsonb_set(document, '{title}', '"О другом"') where id = ${id}`.execute(
      tx,
    );
  });
  expect((await site.get(paths.actPdf(altered), { as: head.personId })).status).toBe(500);
  await approved('paper');
  await issueApproved(systemContext('act-issue', site.services), site.services);
  const issued = db.selectFrom('actIssue').select('actId').where('actId', 'in', [altered, id]);
  expect(await issued.execute()).toEqual([{ actId: id }]);
});

const ROAD_MAP = () => ({
  yearsWords: '2026/27',
  stages: [{ stage: 'Начало', measure: 'Анкета', due: '10.12.2026', responsible: 'Куратор', result: 'Список' }],
  curator: teacher,
});

test('the mark of the signature stands under the signer in page, PDF and DOCX: the certificate, or the product’s own words', async () => {
  await approved('qualified');
  expect(await (await site.get(`/acts/${id}`, { as: head.personId })).text()).not.toContain('ДОКУМЕНТ ПОДПИСАН');
  await attachSignature(curator, reader, id, { signedOn: TODAY, file: file('detached.p7s') });
  const page = await (await site.get(`/acts/${id}`, { as: head.personId })).text();
  expect(page).toMatch(
    /doc-mark[\s\S]*ДОКУМЕНТ ПОДПИСАН[\s\S]*Сертификат: [0-9A-Fa-f]+[\s\S]*Ершова Татьяна Викторовна[\s\S]*Действителен: с/,
  );
  const docx = await site.get(paths.actDocx(id), { as: head.personId });
  const parts = await readZip(Buffer.from(await docx.arrayBuffer()));
  expect(parts.get('word/document.xml')).toContain('Владелец: Ершова Татьяна Викторовна');
  id = (await draftAct(curator, { kind: 'road_map', unitId: world.school, values: ROAD_MAP() })).id;
  await makeApproved({ curator, head }, id, { signatureKind: 'simple' });
  expect(await (await site.get(`/acts/${id}`, { as: head.personId })).text()).toContain(
    'ПОДПИСАНО ПРОСТОЙ ЭЛЕКТРОННОЙ ПОДПИСЬЮ',
  );
});

test('a submission of a person with short tenure says what is missing; a report, who signs on paper', async () => {
  const minutes = { minutesOn: TODAY, minutesNumber: '1' };
  const merits = { merits: 'Учит учителей', evidence: 'Приказ № 1', earlierTenure: 'нет' };
  const values = { candidate: teacher, award: 'Знак отличия «За наставничество»', ...merits, ...minutes };
  id = (await draftAct(curator, { kind: 'award_submission', unitId: world.school, values })).id;
  const page = async () => (await site.get(`/acts/${id}`, { as: head.personId })).text();
  expect(await page()).toContain('не меньше пяти лет личного наставничества');
  const people = { moderator: teacher, writer: teacher };
  const words = {
    practiceTitle: 'Пары',
    author: 'Автор',
    tags: 'пары',
    problem: 'Что',
    action: 'Как',
    outcome: 'Итог',
  };
  const card = {
    kind: 'practice_card',
    unitId: world.school,
    values: { ...words, conditions: 'Везде', ...people },
  } as const;
  id = (await draftAct(curator, card)).id;
  await makeApproved({ curator, head }, id, { signatureKind: 'paper' });
  expect(await page()).toContain('Те, чьи подписи стоят под текстом, подписывают распечатанный экземпляр');
});
