import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { reviewStateOf } from './review.queries.server.ts';

/** Kinds of what is said about a step. */
export const REMARK_KINDS = ['remark', 'agreed', 'accepted', 'more', 'supplement'] as const;

/** One of those kinds. */
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** A step as those see it who talk about it: whole route or plan. Throws NotFound. */
export async function findTalk(ctx: Context, stepId: Id) {
  const row = await ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['routeStep.id', 'routeStep.routeId', 'routeStep.title', 'routeStep.startedOn', 'routeStep.dueOn'])
    .select(['routeStep.reviewState', 'educationalRoute.state'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select([within(ctx, 'route.read').as('seesWhole'), within(ctx, 'route.edit').as('isOwner')])
    .select([within(ctx, 'route.accompany').as('isTutor'), within(ctx, 'route.agreePlan').as('isCurator')])
    .where('routeStep.id', '=', stepId)
    .where(sql<boolean>`(${within(ctx, 'route.read')} or ${within(ctx, 'route.shared')})`)
    .executeTakeFirst();
  if (!row) throw new NotFound('step');
  const { lastName, firstName, middleName, state, reviewState, seesWhole, isOwner, isTutor, isCurator, ...step } = row;
  const isLive = state === 'active';
  return {
    ...step,
    reviewState: seesWhole ? reviewStateOf(reviewState) : null,
    owner: shortName({ lastName, firstName, middleName }),
    isOwner: Boolean(isOwner),
    isWhole: Boolean(seesWhole),
    maySpeak: isLive && Boolean(isOwner || isTutor || isCurator),
    mayReview: isLive && Boolean(isTutor) && reviewState === 'waits',
  };
}

/** What was said about a step, oldest first: everything to those who see the whole route, else what concerns the plan. */
export async function listRemarks(ctx: Context, stepId: Id) {
  const rows = await ctx.db
    .selectFrom('stepRemark')
    .innerJoin('routeStep', 'routeStep.id', 'stepRemark.stepId')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('person as author', 'author.id', 'stepRemark.authorId')
    .select(['stepRemark.id', 'stepRemark.kind', 'stepRemark.text', 'stepRemark.isAboutPlan', 'stepRemark.createdAt'])
    .select(['author.lastName', 'author.firstName', 'author.middleName'])
    .where('stepRemark.stepId', '=', stepId)
    .where(
      sql<boolean>`(${within(ctx, 'route.read')} or (step_remark.is_about_plan and ${within(ctx, 'route.shared')}))`,
    )
    .orderBy('stepRemark.createdAt')
    .orderBy('stepRemark.id')
    .limit(200)
    .execute();
  return rows.map(({ lastName, firstName, middleName, kind, ...remark }) => ({
    ...remark,
    kind: remarkKind(kind),
    author: shortName({ lastName, firstName, middleName }),
  }));
}

function remarkKind(word: string): RemarkKind {
  const found = REMARK_KINDS.find((kind) => kind === word);
  if (!found) throw new Error(`unknown kind of a remark: ${word}`);
  return found;
}
