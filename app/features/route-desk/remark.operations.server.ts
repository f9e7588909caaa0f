import { can } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { assertActive, journalRoute, lockedStep } from '../educational-routes/locked-route.server.ts';
import { tutorsToTell } from '../educational-routes/route-tutors.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';

/** What somebody says about a step. */
export interface NewRemark {
  text: string;
  /** Also for the curator of the school. */
  isAboutPlan: boolean;
  /** The plan of the step is agreed to. */
  isAgreed: boolean;
  /** What the tutor asked to add to the product. */
  isSupplement: boolean;
}

/**
 * Says something about a step: the owner, the tutor, and about the plan the curator of the owner's school. A supplement
 * puts the product before the tutor again. Throws NotFound, RuleBroken `remark-needs-text`, `nothing-asked-for`,
 * `route-not-active`.
 */
export async function remarkOnStep(
  ctx: Context,
  stepId: Id,
  input: NewRemark,
  onceKey: string | null = null,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    const [isOwner, isTutor, isCurator] = [
      await can(tx, 'route.edit', route.id),
      await can(tx, 'route.accompany', route.id),
      await can(tx, 'route.agreePlan', route.id),
    ];
    if (!isOwner && !isTutor && !isCurator) throw new NotFound('step');
    await once(tx, onceKey, { stepId, ...input }, async () => {
      assertActive(route);
      const kind = input.isSupplement && isOwner ? 'supplement' : input.isAgreed ? 'agreed' : 'remark';
      if (input.text === '' && kind !== 'agreed') throw new RuleBroken('remark-needs-text', 'text');
      // What a curator says is about the plan whatever was ticked: the product is not shown to him.
      const isAboutPlan = kind === 'agreed' || (!isOwner && !isTutor) || (input.isAboutPlan && kind === 'remark');
      if (kind === 'supplement') await putBefore(tx, stepId, step.version);
      await insertRemark(tx, { stepId, authorId: personOf(tx), kind, isAboutPlan, text: input.text });
      await journalRoute(tx, 'remarkOnStep', route, { stepId, after: { kind, isAboutPlan } });
      const people = await listeners(tx, route, isAboutPlan);
      const notice = {
        kind: 'route-step-remark',
        path: paths.stepTalk(stepId),
        details: { title: step.title },
      } as const;
      await notifyAll(
        tx,
        people.map((personId) => ({ personId, ...notice })),
      );
    });
  });
}

/** Writes a remark inside an act that has asked for the right. */
export async function insertRemark(
  tx: Context,
  remark: { stepId: Id; authorId: Id; kind: string; isAboutPlan: boolean; text: string },
): Promise<void> {
  await tx.db
    .insertInto('stepRemark')
    .values({ id: newId(), createdAt: tx.now, ...remark })
    .execute();
}

async function putBefore(tx: Context, stepId: Id, version: number): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('routeStep')
    .set({ reviewState: 'waits', version: version + 1 })
    .where('id', '=', stepId)
    .where('reviewState', '=', 'more')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new RuleBroken('nothing-asked-for');
}

/** The owner, the tutor of today and, of the plan, the curators of the school who have already taken part. */
async function listeners(
  tx: Context,
  route: { id: Id; personId: Id; unitId: Id },
  isAboutPlan: boolean,
): Promise<Id[]> {
  const tutors = await tutorsToTell(tx, route.id);
  const curators = isAboutPlan
    ? await tx.db
        .selectFrom('roleGrant')
        .select('personId')
        .distinct()
        .where('unitId', '=', route.unitId)
        .where('role', '=', 'curator')
        .where('startedOn', '<=', tx.today)
        .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('stepRemark')
              .innerJoin('routeStep', 'routeStep.id', 'stepRemark.stepId')
              .select('stepRemark.id')
              .where('routeStep.routeId', '=', route.id)
              .whereRef('stepRemark.authorId', '=', 'roleGrant.personId'),
          ),
        )
        .execute()
    : [];
  return [...new Set([route.personId, ...tutors, ...curators.map((one) => one.personId)])];
}
