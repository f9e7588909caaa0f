import { z } from 'zod';
import { day, id, line, pageNumber, searchText, version } from '#app/core/form.ts';
import { TIME_ZONES, UNIT_KINDS } from './unit.ts';

/** A unit's id in the address. */
export const unitParams = z.object({ id: id() });

/** A new unit under the one in the address. */
export const addUnitSchema = z.object({
  kind: z.enum(UNIT_KINDS),
  name: line(300),
  shortName: line(120),
  startedOn: day(),
  timeZone: z.enum(TIME_ZONES),
});

/** A new name from a day on. */
export const renameUnitSchema = z.object({ name: line(300), shortName: line(120), from: day(), version: version() });

/** A new place from a day on. */
export const moveUnitSchema = z.object({ parentId: id(), from: day(), version: version() });

/** The last day of a unit. */
export const closeUnitSchema = z.object({ endedOn: day(), version: version() });

/** Filter of the list of units: part of a name, a kind, closed ones too. */
export const unitFilter = z.object({
  search: searchText(),
  kind: z.enum(UNIT_KINDS).optional().catch(undefined),
  closed: z.literal('yes').optional().catch(undefined),
  page: pageNumber(),
});
