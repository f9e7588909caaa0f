import { z } from 'zod';
import { day, id, optionalId, optionalText, version } from '#app/core/form.ts';
import { OWN_PURPOSES } from '../consent-texts/consent-text.ts';
import { CATEGORIES } from './personal-consent.ts';

/** The purpose in the address of the own page. */
export const ownPurposeParams = z.object({ purpose: z.enum(OWN_PURPOSES) });

/** One consent in the address. */
export const consentParams = z.object({ id: id() });

/** A person in the address. */
export const personParams = z.object({ id: id() });

/** A person and a purpose in the address. */
export const personPurposeParams = z.object({ id: id(), purpose: z.enum(OWN_PURPOSES) });

// A form sends one ticked answer as a word and several as a list.
const categories = z
  .union([z.enum(CATEGORIES).transform((one) => [one]), z.array(z.enum(CATEGORIES))])
  .optional()
  .transform((chosen) => chosen ?? []);

/** The own signature: the hash of what was shown, and for publication what may be shown under which conditions. */
export const signSchema = z.object({
  shownHash: z.string().regex(/^[0-9a-f]{64}$/),
  categories,
  conditions: optionalText(500)
    .optional()
    .transform((typed) => typed ?? ''),
});

/** A paper signed by hand. */
export const paperSchema = z.object({
  givenOn: day(),
  guardianId: optionalId()
    .optional()
    .transform((chosen) => chosen ?? null),
  categories,
  conditions: optionalText(500)
    .optional()
    .transform((typed) => typed ?? ''),
});

/** The own withdrawal. */
export const withdrawSchema = z.object({ version: version() });

/** A withdrawal that came on paper. */
export const paperWithdrawSchema = z.object({ withdrawnOn: day(), version: version() });
