import { mayHold } from '#app/access/actor.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { listOwnGaps, listTopContours } from '#app/features/contours/contour.queries.server.ts';
import { countContours } from '#app/features/contours/contour-area.queries.server.ts';
import { listWaitingOffers } from '#app/features/contours/contour-offer.queries.server.ts';
import { isOrganisation } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { contourGaps } from './home.text.ts';
import { type HomeFigure, READ_OF_A_KIND, type Task } from './home.ts';

/** Offers that wait for the head's answer, and what his organisation lacks, as one task. */
export async function tasksOfContours(ctx: Context): Promise<Task[]> {
  const [offers, gaps] = await Promise.all([listWaitingOffers(ctx, READ_OF_A_KIND), listOwnGaps(ctx, READ_OF_A_KIND)]);
  return [
    ...offers.map(
      (offer): Task => ({
        kind: 'component-offer',
        key: `${offer.id}-${offer.unitId}`,
        href: paths.offerAccept(offer.unitId, offer.id),
        about: `${offer.component}, ${offer.provider}`,
        since: dayOf(offer.createdAt, ctx.timeZone),
        until: offer.endedOn,
      }),
    ),
    ...gaps.map(
      ({ id, missing }): Task => ({
        kind: 'contour-gaps',
        key: id,
        href: paths.contour(id),
        about: contourGaps(missing),
        since: null,
        until: null,
      }),
    ),
  ];
}

/** How many organisations of the areas one helps lack a component. */
export async function figuresOfContours(ctx: Context): Promise<HomeFigure[]> {
  if (!mayHold(ctx.actor, 'contour.offer')) return [];
  const [area] = (await listTopContours(ctx)).filter(({ kind }) => !isOrganisation(kind));
  if (!area) return [];
  const { withGaps } = await countContours(ctx, area.id, ctx.today, { search: '', gaps: undefined });
  return [{ kind: 'with-gaps', value: withGaps, href: `${paths.contourArea(area.id)}?gaps=yes` }];
}
