import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { areaOf, stepKind } from '../educational-routes/route.ts';
import { REVISION_CAUSES, type RevisionCause, type RevisionChange } from '../educational-routes/route-revision.ts';
import { PRESENTATION_LEVELS, type WholePlan, wholePlan } from '../educational-routes/route-step.ts';
import { fullName, shortName } from '../people/person-name.ts';

/** Revisions are part of the plan: whoever sees the plan sees them; the reason in words is for those who see the whole. */
function seesPlan(ctx: Context) {
  return sql<boolean>`(${within(ctx, 'route.read')} or ${within(ctx, 'route.shared')})`;
}

function revisions(ctx: Context) {
  return ctx.db
    .selectFrom('routeRevision')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeRevision.routeId')
    .innerJoin('person as author', 'author.id', 'routeRevision.madeBy')
    .select(['routeRevision.id', 'routeRevision.number', 'routeRevision.cause', 'routeRevision.madeOn'])
    .select(['author.lastName', 'author.firstName', 'author.middleName'])
    .select(sql<boolean>`author.id = educational_route.person_id`.as('isByOwner'))
    .select(sql<string | null>`case when ${within(ctx, 'route.read')} then route_revision.reason end`.as('reason'))
    .select(within(ctx, 'route.read').as('seesWhole'))
    .where(seesPlan(ctx));
}

/** Revisions of a route, the latest first, at most 200. */
export async function listRevisions(ctx: Context, routeId: Id) {
  const rows = await revisions(ctx)
    .select(
      sql<number>`(select count(*)::integer from route_revision_step made where made.revision_id = route_revision.id)`.as(
        'steps',
      ),
    )
    .where('routeRevision.routeId', '=', routeId)
    .orderBy('routeRevision.number', 'desc')
    .limit(200)
    .execute();
  return rows.map(shownRevision);
}

/** One revision with its changes. Throws NotFound unless the actor sees the plan. */
export async function findRevision(ctx: Context, id: Id) {
  const row = await revisions(ctx)
    .innerJoin('person as owner', 'owner.id', 'educationalRoute.personId')
    .select(['routeRevision.routeId', 'educationalRoute.personId'])
    .select(['owner.lastName as ownerLast', 'owner.firstName as ownerFirst', 'owner.middleName as ownerMiddle'])
    .where('routeRevision.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('revision');
  const { routeId, personId, ownerLast, ownerFirst, ownerMiddle } = row;
  const owner = fullName({ lastName: ownerLast, firstName: ownerFirst, middleName: ownerMiddle });
  return { ...shownRevision({ ...row, steps: 0 }), routeId, personId, owner };
}

/** What each revision of a route from a number on changed. The reach is the caller's: ask after `findRevision`. */
export async function listChangesSince(
  ctx: Context,
  routeId: Id,
  number: number,
): Promise<{ number: number; changes: RevisionChange[] }[]> {
  const rows = await ctx.db
    .selectFrom('routeRevisionStep')
    .innerJoin('routeRevision', 'routeRevision.id', 'routeRevisionStep.revisionId')
    .select(['routeRevision.number', 'routeRevisionStep.stepId', 'routeRevisionStep.before'])
    .select('routeRevisionStep.after')
    .where('routeRevision.routeId', '=', routeId)
    .where('routeRevision.number', '>=', number)
    .orderBy('routeRevision.number')
    .orderBy('routeRevisionStep.stepId')
    .limit(5000)
    .execute();
  const byNumber = new Map<number, RevisionChange[]>();
  for (const { number: made, stepId, before, after } of rows) {
    const changes = byNumber.get(made) ?? [];
    // Written by `correcting` alone and never changed: the table's trigger keeps them.
    changes.push({ stepId, before: before as WholePlan | null, after: after as WholePlan });
    byNumber.set(made, changes);
  }
  return [...byNumber].map(([made, changes]) => ({ number: made, changes }));
}

/** The plan of every step as it stands now, by step. The reach is the caller's. */
export async function findPlanNow(ctx: Context, routeId: Id): Promise<Map<Id, WholePlan>> {
  const rows = await ctx.db
    .selectFrom('routeStep')
    .select(['id', 'kind', 'areaCode', 'title', 'expectedProduct', 'startedOn', 'dueOn', 'goal', 'alternatives'])
    .select(['choiceReason', 'organisation', 'registerNumber', 'hours', 'presentationForm', 'presentationLevel'])
    .select(['presentationPlace', 'presentedOn'])
    .where('routeId', '=', routeId)
    .orderBy('startedOn')
    .orderBy('id')
    .limit(500)
    .execute();
  return new Map(
    rows.map(({ id, kind, areaCode, presentationLevel, ...columns }) => {
      const level = PRESENTATION_LEVELS.find((known) => known === presentationLevel) ?? null;
      const area = areaOf(areaCode) ?? 'methodical';
      return [id, wholePlan({ ...columns, kind: stepKind(kind), area, presentationLevel: level })];
    }),
  );
}

interface RevisionRow {
  id: Id;
  number: number;
  cause: string;
  madeOn: string;
  isByOwner: boolean;
  reason: string | null;
  seesWhole: boolean;
  steps: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
}

function shownRevision({ lastName, firstName, middleName, cause, ...row }: RevisionRow) {
  const { id, number, madeOn, isByOwner, reason, seesWhole, steps } = row;
  const known: RevisionCause = REVISION_CAUSES.find((one) => one === cause) ?? 'organisation';
  const author = seesWhole ? shortName({ lastName, firstName, middleName }) : null;
  return { id, number, madeOn, isByOwner, reason, steps, cause: known, author, seesWhole: Boolean(seesWhole) };
}
