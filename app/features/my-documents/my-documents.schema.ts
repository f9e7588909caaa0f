import { z } from 'zod';
import { id, pageNumber } from '#app/core/form.ts';

/** The list's page. */
export const documentsFilterSchema = z.object({ page: pageNumber() });

/** A member of a mentorship in the address. */
export const participationParams = z.object({ id: id(), personId: id() });
