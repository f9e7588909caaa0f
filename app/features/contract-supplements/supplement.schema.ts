import { z } from 'zod';
import { day, id, text, version } from '#app/core/form.ts';

/** Parameter of the pages about one supplement. */
export const supplementParams = z.object({ id: id() });

/** The two dates on the signed paper. */
export const signedSchema = z.object({ employeeSignedOn: day(), employerSignedOn: day(), version: version() });

/** Why a supplement is given up. */
export const annulSchema = z.object({ reason: text(500), version: version() });
