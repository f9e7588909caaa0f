import { z } from 'zod';
import { day, id, line, optionalDay, searchText, text, version } from '#app/core/form.ts';

/** Search for who may come. */
export const candidatesSchema = z.object({ search: searchText() });

/** Somebody taken in. */
export const takeInSchema = z.object({ personId: id(), startedOn: optionalDay() });

/** A mentor replaced. */
export const replaceSchema = z.object({ memberId: id(), personId: id(), startedOn: day(), reason: text(1000) });

/** The own answer to an invitation. */
export const changeAnswerSchema = z.object({ answer: z.enum(['given', 'declined']) });

/** An answer on paper. */
export const changePaperSchema = z.object({ answer: z.enum(['given', 'declined']), answeredOn: day() });

/** The ground on which a change is carried out. */
export const carryOutSchema = z.object({ startedOn: day(), ground: line(200), orderedOn: day(), version: version() });

/** A form that only says which version it was opened at. */
export const changeVersionSchema = z.object({ version: version() });

/** A member's last day. */
export const leaveSchema = z.object({ lastOn: day() });
