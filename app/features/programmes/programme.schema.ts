import { z } from 'zod';
import { day, id, line, optionalText, text, version } from '#app/core/form.ts';
import { PLAN_ITEM_KINDS } from './programme.ts';

/** Parameter of pages about the programme of a mentorship, or about one of its parts. */
export const programmeParams = z.object({ id: id() });

/** A new draft: a draft may still lack its problem and aim. */
export const draftSchema = z.object({
  problem: optionalText(2000),
  aim: optionalText(1000),
  startedOn: day(),
  endedOn: day(),
});

/** The same of an existing draft. */
export const editSchema = draftSchema.extend({ version: version() });

/** A measurable goal. */
export const goalSchema = z.object({
  aim: line(300),
  indicator: line(200),
  startValue: line(100),
  targetValue: line(100),
});

/** The same of an existing goal. */
export const goalEditSchema = goalSchema.extend({ version: version() });

/** An item of the plan. */
export const planItemSchema = z.object({
  kind: z.enum(PLAN_ITEM_KINDS),
  topic: line(300),
  dueOn: day(),
  product: optionalText(500),
});

/** The same of an existing item. */
export const planItemEditSchema = planItemSchema.extend({ version: version() });

/** What came of an item. */
export const doneSchema = z.object({ doneOn: day(), resultNote: text(1000), version: version() });

/** A form that only says which version it was opened at. */
export const versionSchema = z.object({ version: version() });
