import { z } from 'zod';
import { id, pageNumber, searchText, version } from '#app/core/form.ts';
import { FORMATS, REMOTE_REASONS } from '../mentoring-requests/mentoring-request.ts';

/** Address of a request or an offer. */
export const outwardParams = z.object({ id: id() });

/** Address of an offer of one mentor. */
export const outwardMentorParams = z.object({ id: id(), mentorId: id() });

/** A form that only says which version it was opened at. */
export const outwardVersionSchema = z.object({ version: version() });

/** Terms of an offer. */
export const outwardOfferSchema = z.object({
  agreementId: id(),
  format: z.enum(FORMATS),
  remoteReason: z.union([z.literal('').transform(() => null), z.enum(REMOTE_REASONS)]),
});

/** Answer of one side. */
export const outwardAnswerSchema = z.object({ answer: z.enum(['agreed', 'declined']) });

/** Filters of the mentors open outside. */
export const outwardMentorsFilter = z.object({ page: pageNumber(), search: searchText() });
