import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { makeApproved } from '#app/demo/factories/acts.ts';
import { attachSignature, recordPaperSignature } from '#app/features/act-signatures/act-signature.operations.server.ts';
import { openSignatureReader } from '#app/features/act-signatures/act-signature-reader.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import type { SignatureKind } from '#app/features/local-acts/act-type.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

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
