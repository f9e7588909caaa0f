import { z } from 'zod';
import { day, id, line, optionalDay, optionalLine, pageNumber, version } from '#app/core/form.ts';

/** An offer in the address. */
export const offerParams = z.object({ id: id() });

/** An offer and the organisation that answers. */
export const offerAnswerParams = z.object({ unitId: id(), offerId: id() });

/** Which component the form begins with. */
export const offerQuery = z.object({
  component: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
});

/** A new offer; to whom stands in the address. */
export const offerSchema = z.object({
  componentCode: z.string().regex(/^[a-z_]{1,40}$/),
  providerUnitId: id(),
  startedOn: day(),
  endedOn: optionalDay(),
  ground: line(300),
});

/** Accepting: from which day. */
export const offerAcceptSchema = z.object({ from: day(), version: version() });

/** Declining, with a reason if one likes. */
export const offerDeclineSchema = z.object({ reason: optionalLine(500) });

/** Taking an offer back. */
export const offerWithdrawSchema = z.object({ version: version() });

/** Filter of the offers an area has made. */
export const offersQuery = z.object({ open: z.literal('yes').optional().catch(undefined), page: pageNumber() });

/** How the list of offers is narrowed. */
export type OffersQuery = z.output<typeof offersQuery>;
