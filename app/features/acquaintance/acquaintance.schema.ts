import { z } from 'zod';
import { day, id, pageNumber } from '#app/core/form.ts';

const people = z.union([z.array(id()).max(500), id().transform((one) => [one])]).optional();

/** Confirming says only which text was read. */
export const confirmSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
/** Whom to add to the list. */
export const addSchema = z.object({ personIds: people });
/** Who signed the paper list, and when. */
export const paperSchema = z.object({ personIds: people, acquaintedOn: day() });
/** Filters of the list. */
export const listSchema = z.object({ page: pageNumber(), show: z.enum(['all', 'waiting']).catch('all') });
