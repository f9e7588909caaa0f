import { z } from 'zod';
import { id } from '#app/core/form.ts';

/** Publishing and taking down say nothing more. */
export const publicationSchema = z.object({});
/** The public page of an organisation. */
export const pageParams = z.object({ unitId: id() });
/** A published text. */
export const textParams = z.object({ unitId: id(), id: id() });
