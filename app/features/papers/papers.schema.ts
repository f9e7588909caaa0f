import { z } from 'zod';
import { day, id, line, optionalText, pageNumber, searchText, text, version } from '#app/core/form.ts';
import { SIGNATURE_KINDS } from '../local-acts/act-type.ts';
import { PAPERS } from '../mentorships/mentorship-papers.ts';
import { PLAN_ITEM_KINDS } from '../programmes/programme.ts';

/** Filters of the page of missing papers. */
export const papersFilterSchema = z.object({
  page: pageNumber(),
  search: searchText().default(''),
  lack: z.enum([...PAPERS, 'any', 'all']).catch('any'),
});

/** The regulation by which a unit works. */
export const regulationSchema = z.object({
  unitId: id(),
  orderNumber: line(50),
  approvedOn: day(),
  minutes: optionalText(200),
  startedOn: day(),
});

/** The header of a programme with its first goal and item. */
export const headerSchema = z.object({
  problem: text(2000),
  aim: text(1000),
  goalAim: line(300),
  indicator: line(200),
  startValue: line(100),
  targetValue: line(100),
  kind: z.enum(PLAN_ITEM_KINDS),
  topic: line(300),
  dueOn: day(),
  product: optionalText(500),
});

/** The check page only says which version of the terms it showed. */
export const checkSchema = z.object({ version: version() });

const several = <T extends z.ZodType>(one: T) => z.union([z.array(one).max(100), one.transform((value) => [value])]);

/** The head's approval of an order and of the programmes read with it: 'mentorship:version' each. */
export const approveOrderSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  registeredOn: day(),
  inForceOn: day().optional(),
  signatureKind: z.enum(SIGNATURE_KINDS).optional(),
  programme: several(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/)).optional(),
});
