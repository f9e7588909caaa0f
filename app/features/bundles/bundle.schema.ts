import { z } from 'zod';
import { id, optionalId, optionalWholeNumber, pageNumber, version } from '#app/core/form.ts';
import { BUNDLE_FORMATS } from './bundle.ts';

/** A bundle in the address. */
export const bundleParams = z.object({ id: id() });

/** The form that asks for a bundle: of a mentorship, or of an organisation's year. */
export const bundleSchema = z.object({
  mentorshipId: optionalId().optional(),
  unitId: optionalId().optional(),
  year: optionalWholeNumber(2000, 2100).optional(),
  format: z.enum(BUNDLE_FORMATS),
});

/** What the form is opened for. */
export const bundleNewFilter = z.object({ mentorshipId: id().optional().catch(undefined) });

/** Page of the list. */
export const bundlesFilter = z.object({ page: pageNumber() });

/** Stopping a bundle. */
export const bundleVersion = z.object({ version: version() });
