import { z } from 'zod';
import { day, id, line, optionalId, pageNumber, searchText, text, tick, version, wholeNumber } from '#app/core/form.ts';
import { LEGAL_BASES } from '../mentorships/mentorship.ts';
import { AIMS, POOLS } from './scenario.ts';

/** Address of a scenario. */
export const scenarioParams = z.object({ id: id() });
/** Address of one mentee of a scenario. */
export const menteeParams = z.object({ id: id(), personId: id() });

/** Page of the list. */
export const scenariosFilter = z.object({ page: pageNumber() });
/** From which scenario a new one is made, and with what changed. */
export const newFilter = z.object({
  from: id().nullable().catch(null).default(null),
  remote: z.literal('yes').nullable().catch(null).default(null),
});
/** Which outcomes are shown. */
export const outcomesFilter = z.object({
  page: pageNumber(),
  search: searchText(),
  show: z.enum(['all', 'placed', 'unplaced']).catch('all'),
});
/** The other scenario. */
export const compareFilter = z.object({ with: id().nullable().catch(null).default(null) });
/** The mentor and the decision the form begins with. */
export const pinFilter = z.object({
  mentor: id().nullable().catch(null).default(null),
  kind: z.enum(['pin', 'ban']).catch('pin'),
});

/** The form of a new scenario. */
export const startSchema = z.object({
  unitId: id(),
  basedOnId: optionalId(),
  name: line(120),
  pool: z.enum(POOLS),
  aim: z.enum(AIMS),
  threshold: wholeNumber(0, 100),
  isRemoteAllowed: tick(),
  formCode: line(60),
  kindCode: line(60),
  hoursPerWeek: wholeNumber(1, 18),
  startedOn: day(),
  endedOn: day(),
});

/** The form of a pin or ban. */
export const pinSchema = z.object({ mentorId: id(), kind: z.enum(['pin', 'ban']), reason: text(500) });
/** The form of publishing. */
export const publishSchema = z.object({ legalBasis: z.enum(LEGAL_BASES), focus: text(2000), version: version() });
/** A form with nothing but the version. */
export const versionSchema = z.object({ version: version() });
/** A form that only confirms. */
export const confirmSchema = z.object({});
