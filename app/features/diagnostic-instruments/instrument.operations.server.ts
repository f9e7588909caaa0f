import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { blockNames } from './instrument.text.ts';
import { type BlockCode, blocksOf, type Scheme, USUAL_BLOCK } from './instrument.ts';

/** What a new instrument or edition is. */
export interface NewInstrument {
  unitId: Id;
  scheme: Scheme;
  name: string;
  edition: string;
  provider: string | null;
  /** Most points of every block. */
  maximum: number;
  lowCutPercent: number;
  highCutPercent: number;
  startedOn: Day;
  /** Block by area, in the scheme of four; areas left out fall where they usually do. */
  blocks?: Partial<Record<Area, BlockCode>>;
}

/** Records an instrument. Throws NotFound for a unit where one may not, RuleBroken with an InstrumentRule. */
export async function addInstrument(ctx: Context, input: NewInstrument): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'instrument.manage', input.unitId);
    const { unitId, scheme, maximum, provider, blocks = {}, ...columns } = input;
    if (input.lowCutPercent >= input.highCutPercent) throw new RuleBroken('instrument-cuts-in-order', 'highCutPercent');
    const unit = await tx.db
      .selectFrom('orgUnit')
      .select('regionId')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    const instrumentId = newId();
    const place = { unitId, regionId: unit.regionId };
    await tx.db
      .insertInto('diagnosticInstrument')
      .values({ id: instrumentId, ...place, ...columns, scheme, provider: provider ?? '' })
      .execute();
    const rows = blocksOf(scheme).map((code, index) => {
      return { instrumentId, code, name: blockNames[code], position: index + 1, maximum };
    });
    await tx.db.insertInto('instrumentBlock').values(rows).execute();
    const blockOf = (area: Area) => (scheme === 'nine' ? area : (blocks[area] ?? USUAL_BLOCK[area]));
    const areas = AREAS.map((area) => ({ instrumentId, areaCode: area, blockCode: blockOf(area) }));
    await tx.db.insertInto('instrumentArea').values(areas).execute();
    const object = { objectKind: 'diagnostic_instrument', objectId: instrumentId, ...place };
    await journal(tx, { act: 'addInstrument', ...object, after: { name: input.name, startedOn: input.startedOn } });
    return { id: instrumentId };
  });
}

/** Ends the use of an edition. Throws StaleWrite, RuleBroken `instrument-ends-before-start`, `instrument-already-ended`. */
export async function endInstrument(ctx: Context, id: Id, input: { endedOn: Day; version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('diagnosticInstrument')
      .select(['unitId', 'regionId', 'startedOn', 'endedOn', 'version'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound('instrument');
    await assertCan(tx, 'instrument.manage', id);
    if (row.endedOn !== null && row.endedOn < tx.today) throw new RuleBroken('instrument-already-ended');
    if (row.version !== input.version)
      throw new StaleWrite({ endedOn: row.endedOn ?? '', version: String(row.version) });
    const { endedOn } = input;
    if (endedOn < row.startedOn) throw new RuleBroken('instrument-ends-before-start', 'endedOn');
    await tx.db
      .updateTable('diagnosticInstrument')
      .set({ endedOn, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    const place = { unitId: row.unitId, regionId: row.regionId };
    const object = { objectKind: 'diagnostic_instrument', objectId: id, ...place };
    await journal(tx, { act: 'endInstrument', ...object, before: { endedOn: row.endedOn }, after: { endedOn } });
  });
}
