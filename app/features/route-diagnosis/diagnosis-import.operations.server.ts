import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { findInstrumentInUse } from '../diagnostic-instruments/instrument.queries.server.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { fullName } from '../people/person-name.ts';
import { readSheetsInWorker } from '../staff-lists/staff-list-reader.server.ts';
import { plainWords } from '../staff-lists/staff-list-source.ts';
import { UnreadableFile } from '../staff-lists/staff-list-unreadable.ts';
import { routesHere } from './diagnosis-import.queries.server.ts';
import { type ImportRule, MOST_RESULT_ROWS, type RefusedRow, type ResultRow, readResults } from './diagnosis-sheet.ts';
import { recordMeasured } from './route-diagnosis.operations.server.ts';

/**
 * Reads a file with results of a group in the worker and keeps what it says until it is applied: people of the whole
 * centre for its head, his own for a tutor; whoever else is named is refused. Throws NotFound for a centre where one
 * may not, RuleBroken with an ImportRule, `instrument-not-in-use`, `diagnosis-in-future`.
 */
export async function uploadDiagnoses(
  ctx: Context,
  services: Pick<AppServices, 'staffLists'>,
  input: { unitId: Id; instrumentId: Id; madeOn: Day; fileName: string; bytes: Uint8Array },
): Promise<{ id: Id }> {
  const { unitId, instrumentId, madeOn, bytes } = input;
  if (bytes.length === 0) refuseFile('results-file-missing');
  if (madeOn > ctx.today) throw new RuleBroken('diagnosis-in-future', 'madeOn');
  await assertCanAt(ctx, 'diagnosisImport.load', unitId);
  const sheets = await sheetsOf(services, input);
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'diagnosisImport.load', unitId);
    const { regionId } = await tx.db
      .selectFrom('orgUnit')
      .select('regionId')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    const instrument = await findInstrumentInUse(tx, instrumentId, madeOn, regionId);
    if (!instrument) throw new RuleBroken('instrument-not-in-use', 'instrumentId');
    const read = readResults(sheets, instrument.blocks, await routesOf(tx, unitId));
    if (!read) return refuseFile('results-file-columns');
    if (read.results.length + read.refusals.length > MOST_RESULT_ROWS) refuseFile('results-file-too-many');
    const id = newId();
    const place = { unitId, regionId };
    const about = { instrumentId, madeOn, fileName: input.fileName.slice(0, 200), uploadedBy: personOf(tx) };
    const found = { results: JSON.stringify(read.results), refusals: JSON.stringify(read.refusals) };
    await tx.db
      .insertInto('diagnosisImport')
      .values({ id, ...place, ...about, ...found })
      .execute();
    const after = { people: read.results.length, refused: read.refusals.length };
    await journal(tx, { act: 'uploadDiagnoses', objectKind: 'diagnosis_import', objectId: id, ...place, after });
    return { id };
  });
}

/**
 * Writes what a checked file says: one sheet of diagnosis for each person whose route the centre still accompanies. Of
 * the file itself only numbers stay: names in it may be of strangers, and a route may leave the centre (BR-22). Throws
 * NotFound, StaleWrite, RuleBroken `results-already-applied`, `results-nothing-to-apply`, and what `recordMeasured` refuses.
 */
export async function applyDiagnoses(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const file = await tx.db
      .selectFrom('diagnosisImport')
      .select(['unitId', 'regionId', 'instrumentId', 'madeOn', 'fileName', 'state', 'results', 'refusals', 'version'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!file) throw new NotFound('import');
    await assertCan(tx, 'diagnosisImport.manage', id);
    if (file.state === 'applied') throw new RuleBroken('results-already-applied');
    if (file.version !== input.version) throw new StaleWrite({ version: String(file.version) });
    // Written by `uploadDiagnoses` alone.
    const [results, refusals] = [file.results as ResultRow[], file.refusals as RefusedRow[]];
    if (results.length === 0) throw new RuleBroken('results-nothing-to-apply');
    const { instrumentId, madeOn, fileName: evidence, unitId, regionId } = file;
    const byRoute = new Map(results.map(({ routeId, points }) => [routeId, points]));
    const here = await routesHere(tx, unitId, results).forUpdate().execute();
    if (here.length === 0) throw new RuleBroken('results-nothing-to-apply');
    for (const { id: routeId } of here)
      await recordMeasured(tx, routeId, { instrumentId, madeOn, evidence, points: new Map(byRoute.get(routeId)) });
    const counts = { takenCount: here.length, goneCount: results.length - here.length, refusedCount: refusals.length };
    const emptied = { results: '[]', refusals: '[]', state: 'applied', version: file.version + 1 };
    await tx.db
      .updateTable('diagnosisImport')
      .set({ ...emptied, ...counts })
      .where('id', '=', id)
      .execute();
    const object = { objectKind: 'diagnosis_import', objectId: id, unitId, regionId };
    await journal(tx, { act: 'applyDiagnoses', ...object, after: { people: here.length } });
  });
}

async function sheetsOf(services: Pick<AppServices, 'staffLists'>, file: { bytes: Uint8Array; fileName: string }) {
  try {
    return await readSheetsInWorker(services, file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.code === 'too-many-rows') return refuseFile('results-file-too-many');
    return refuseFile(error.code === 'too-large' ? 'results-file-too-large' : 'results-file-unreadable');
  }
}

/** Routes of the centre that the actor may enter results into, by the owner's plain name. */
async function routesOf(tx: Context, centreId: Id) {
  const rows = await tx.db
    .selectFrom('educationalRoute')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['educationalRoute.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('educationalRoute.centreId', '=', centreId)
    .where('educationalRoute.state', '=', 'active')
    .where(within(tx, 'route.diagnose'))
    .orderBy('educationalRoute.id')
    .limit(20_000)
    .execute();
  const byName = new Map<string, { routeId: Id; name: string }[]>();
  for (const { id, ...person } of rows) {
    const name = fullName(person);
    const key = plainWords(name);
    byName.set(key, [...(byName.get(key) ?? []), { routeId: id, name }]);
  }
  return byName;
}

function refuseFile(rule: ImportRule): never {
  throw new RuleBroken(rule, 'file');
}
