import { z } from 'zod';
import { id, pageNumber, searchText } from '#app/core/form.ts';
import { ASK_ANSWERS } from './mentor-choice.ts';

/** Address of a request or an ask. */
export const choiceParams = z.object({ id: id() });

/** Address of asking one colleague. */
export const askParams = z.object({ id: id(), mentorId: id() });

/** A form that is only sent. */
export const nothingSchema = z.object({});

/** Answer to an ask. */
export const answerSchema = z.object({ answer: z.enum(ASK_ANSWERS) });

/** Filters of open requests. */
export const openRequestFilterSchema = z.object({ page: pageNumber(), subject: searchText() });
