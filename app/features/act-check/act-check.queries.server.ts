import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { typedCode } from '../local-acts/act-check-code.ts';
import { type ActForce, forceOn } from '../local-acts/act-force.ts';
import type { IssuedAct } from '../local-acts/act-issue.server.ts';
import { actTypeOf } from '../local-acts/act-type.ts';

/** An act as anybody who holds its code may know it. */
export interface CheckedAct {
  act: IssuedAct & { regionId: Id | null };
  /** Name of the type: never the heading, which could name somebody. */
  kind: string;
  organisation: string;
  force: ActForce | null;
  /** First day in force. */
  inForceOn: Day | null;
  /** Last day, inclusive. */
  endedOn: Day | null;
}

/** The approved act with this code. Throws NotFound, of which the answer to an act tells nothing more. */
export async function findCheckedAct(ctx: Context, typed: string): Promise<CheckedAct> {
  const found = await findOptionalCheckedAct(ctx, typed);
  if (!found) throw new NotFound('check');
  return found;
}

/** The approved act with this code; null for a draft's as for one nobody has. */
export async function findOptionalCheckedAct(ctx: Context, typed: string): Promise<CheckedAct | null> {
  const code = typedCode(typed);
  const row = code
    ? await ctx.db
        .selectFrom('localAct')
        .innerJoin('orgUnit', 'orgUnit.id', 'localAct.unitId')
        .select(['localAct.id', 'localAct.unitId', 'localAct.kind', 'localAct.number', 'localAct.registeredOn'])
        .select(['localAct.document', 'localAct.documentHash', 'localAct.approvedAt', 'localAct.createdAt'])
        .select(['localAct.inForceOn', 'localAct.endedOn', 'localAct.endGround'])
        .select(['localAct.regionId', 'localAct.checkCode', 'orgUnit.name as organisation'])
        .where('localAct.checkCode', '=', code)
        .where('localAct.state', '=', 'approved')
        .where('localAct.origin', '=', 'program')
        .executeTakeFirst()
    : undefined;
  if (!row) return null;
  const { kind, organisation, document, inForceOn, endedOn, endGround, ...act } = row;
  return {
    // The column is written only from this type.
    act: { ...act, state: 'approved', document: document as Document },
    kind: actTypeOf(kind).title,
    force: forceOn({ state: 'approved', inForceOn, endedOn, endGround }, ctx.today),
    inForceOn,
    endedOn,
    organisation,
  };
}
