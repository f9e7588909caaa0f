import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { typedCode } from '../local-acts/act-check-code.ts';
import { type ActForce, forceOn } from '../local-acts/act-force.ts';
import { actTypeOf } from '../local-acts/act-type.ts';

/** An act as anybody who holds its code may know it. */
export interface CheckedAct {
  act: {
    id: Id;
    unitId: Id;
    regionId: Id | null;
    number: string | null;
    registeredOn: Day | null;
    documentHash: string;
    checkCode: string;
  };
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
        .select(['localAct.documentHash', 'localAct.inForceOn', 'localAct.endedOn', 'localAct.endGround'])
        .select(['localAct.regionId', 'localAct.checkCode', 'orgUnit.name as organisation'])
        .where('localAct.checkCode', '=', code)
        .where('localAct.state', '=', 'approved')
        .where('localAct.origin', '=', 'program')
        .executeTakeFirst()
    : undefined;
  if (!row) return null;
  const { kind, organisation, inForceOn, endedOn, endGround, ...act } = row;
  return {
    act,
    kind: actTypeOf(kind).title,
    force: forceOn({ state: 'approved', inForceOn, endedOn, endGround }, ctx.today),
    inForceOn,
    endedOn,
    organisation,
  };
}
