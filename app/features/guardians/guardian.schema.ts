import { z } from 'zod';
import { day, id, line, version } from '#app/core/form.ts';

/** A person in the address. */
export const wardParams = z.object({ id: id() });

/** A guardian in the address. */
export const guardianParams = z.object({ id: id() });

/** A minor of a mentorship in the address. */
export const minorParams = z.object({ id: id(), personId: id() });

const facts = { fullName: line(200), rightDocument: line(300), contact: line(200) };

/** A new guardian. */
export const guardianSchema = z.object(facts);

/** A corrected one. */
export const guardianEditSchema = z.object({ ...facts, version: version() });

/** A guardian's consent on paper. */
export const guardianConsentSchema = z.object({ guardianId: id(), consentedOn: day() });

/** Its withdrawal on paper. */
export const guardianWithdrawSchema = z.object({ withdrawnOn: day(), version: version() });
