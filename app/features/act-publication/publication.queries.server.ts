import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { registeredDocument } from '../local-acts/assignment-order.ts';
import { withoutNames } from './nameless.ts';
import { publicHider } from './public-names.server.ts';

const MOST_ACTS = 200;

/** The public page of an organisation: what is published and in force. No reach is asked: it is for everybody. Throws NotFound. */
export async function findPublicPage(ctx: Context, unitId: Id) {
  const unit = await ctx.db.selectFrom('orgUnit').select(['id', 'name']).where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw new NotFound('unit');
  const [acts, hide] = await Promise.all([
    publishedActs(ctx)
      .where('localAct.unitId', '=', unitId)
      .orderBy('localAct.registeredOn', 'desc')
      .orderBy('localAct.id')
      .limit(MOST_ACTS)
      .execute(),
    publicHider(ctx, unitId),
  ]);
  return { unit, acts: acts.map((act) => ({ ...act, heading: hide(act.heading) })) };
}

/** A published text with only the names of those who consented. Throws NotFound for whatever is not published now. */
export async function findPublicText(ctx: Context, unitId: Id, actId: Id) {
  const act = await publishedActs(ctx)
    .select('localAct.document')
    .where('localAct.unitId', '=', unitId)
    .where('localAct.id', '=', actId)
    .executeTakeFirst();
  if (!act?.number || !act.registeredOn) throw new NotFound('act');
  const { document, number, registeredOn } = act;
  // Written only by the operations of local acts, from this type.
  const whole = registeredDocument(document as Document, number, registeredOn);
  const hide = await publicHider(ctx, unitId);
  return { heading: hide(act.heading), document: withoutNames(whole, hide) };
}

/** The document as everybody may read it just now: names only of those whose consent stands at this moment. */
export async function publicDocument(ctx: Context, unitId: Id, document: Document): Promise<Document> {
  return withoutNames(document, await publicHider(ctx, unitId));
}

function publishedActs(ctx: Context) {
  return ctx.db
    .selectFrom('localAct')
    .innerJoin('actPublication', (join) =>
      join.onRef('actPublication.actId', '=', 'localAct.id').on('actPublication.withdrawnAt', 'is', null),
    )
    .select(['localAct.id', 'localAct.heading', 'localAct.number', 'localAct.registeredOn', 'localAct.inForceOn'])
    .where('localAct.state', '=', 'approved')
    .where((eb) => eb.or([eb('localAct.endedOn', 'is', null), eb('localAct.endedOn', '>=', ctx.today)]));
}
