import { z } from 'zod';
import { day, text } from '#app/core/form.ts';

/** The form that proposes another first day. */
export const proposeShiftSchema = z.object({ newStartOn: day(), reason: text(1000) });

/** The owner's answer. */
export const answerShiftSchema = z.object({ answer: z.enum(['accepted', 'declined']) });
