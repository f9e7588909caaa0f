import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { PaperRights } from './mentorship-paper-links.ts';

/** The rights about papers as columns of a query that holds `mentorship` and its `org_unit`. */
export function paperRightColumns(ctx: Context) {
  return [
    within(ctx, 'mentorship.setTerms').as('canSet'),
    within(ctx, 'mentorship.groundZeroPay').as('canGround'),
    within(ctx, 'mentorship.recordConsent').as('canRecord'),
    within(ctx, 'mentorship.startProgramme').as('canWrite'),
    withinUnits(ctx, 'supplement.sign').as('canSign'),
    withinUnits(ctx, 'act.approve').as('canApprove'),
    withinUnits(ctx, 'act.edit').as('canDraw'),
  ] as const;
}

/** Those columns as rights. */
export function paperRightsOf(row: Record<keyof PaperRights, unknown>): PaperRights {
  const { canSet, canGround, canRecord, canSign, canWrite, canApprove, canDraw } = row;
  return {
    canSet: Boolean(canSet),
    canGround: Boolean(canGround),
    canRecord: Boolean(canRecord),
    canSign: Boolean(canSign),
    canWrite: Boolean(canWrite),
    canApprove: Boolean(canApprove),
    canDraw: Boolean(canDraw),
  };
}
