import { z } from 'zod';
import { day, id, line, optionalDay, text } from '#app/core/form.ts';
import { DIRECTORIES, FORM_LISTS, PARTIES, TRAITS } from './directory.ts';

const several = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one).max(20), one.transform((value) => [value])])
    .optional()
    .transform((values) => [...new Set(values ?? [])]);

/** The directory in an address. */
export const directoryParams = z.object({ directory: z.enum(DIRECTORIES) });

/** The entry in an address. */
export const entryParams = z.object({ directory: z.enum(DIRECTORIES), code: line(60) });

/** Filter of the page: a list of forms or the kinds, and the region of who belongs to several. */
export const directoryFilter = z.object({
  list: z
    .enum([...FORM_LISTS, 'kinds'])
    .or(z.literal(''))
    .catch(''),
  region: id().optional().catch(undefined),
});

/** What an entry means from a day on. */
export const versionSchema = z.object({
  name: line(120),
  meaning: text(1000),
  source: line(300),
  mentorSides: several(z.enum(PARTIES)),
  menteeSides: several(z.enum(PARTIES)),
  traits: several(z.enum(TRAITS)),
  startedOn: day(),
  endedOn: optionalDay(),
});

/** A new entry. */
export const addEntrySchema = versionSchema.extend({ unitId: id(), lists: several(z.enum(FORM_LISTS)) });

/** Switching an entry off or on in a region. */
export const switchSchema = z.object({ regionId: id(), isOff: z.enum(['yes', 'no']), from: day() });
