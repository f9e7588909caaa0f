import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { ORGANISATION_KINDS } from '../org-units/unit.ts';
import { fullName } from '../people/person-name.ts';

/** Fewest letters a search among organisations needs. */
const LEAST_LETTERS = 3;
const MOST_UNITS = 20;

/** Open organisations of the country by a part of the name, with their regions; none until enough letters are typed. */
export async function listOrganisations(ctx: Context, search: string) {
  if (search.length < LEAST_LETTERS) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .leftJoin('orgUnit as region', 'region.id', 'orgUnit.regionId')
    .select(['orgUnit.id', 'orgUnit.name', 'region.shortName as region'])
    .where('orgUnit.kind', 'in', [...ORGANISATION_KINDS])
    .where('orgUnit.endedOn', 'is', null)
    .where('orgUnit.name', 'ilike', `%${search.replace(/[\\%_]/g, (special) => `\\${special}`)}%`)
    .orderBy('orgUnit.name')
    .orderBy('orgUnit.id')
    .limit(MOST_UNITS)
    .execute();
}

/** The actor's own latest word about moving, and whether there is a route to go along. */
export async function findOwnMove(ctx: Context) {
  const me = personOf(ctx);
  const [person, move] = await Promise.all([
    ctx.db
      .selectFrom('person')
      .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
      .select(['orgUnit.shortName as unitName'])
      .select(
        sql<boolean>`exists (select 1 from educational_route his where his.person_id = person.id
          and his.state = 'active')`.as('hasRoute'),
      )
      .where('person.id', '=', me)
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('personMove')
      .innerJoin('orgUnit', 'orgUnit.id', 'personMove.unitId')
      .select(['personMove.id', 'personMove.state', 'personMove.startsOn', 'personMove.askedOn'])
      .select(['personMove.takesRoute', 'orgUnit.shortName as unitName'])
      .where('personMove.personId', '=', me)
      .where(within(ctx, 'personMove.read'))
      .orderBy('personMove.createdAt', 'desc')
      .orderBy('personMove.id')
      .limit(1)
      .executeTakeFirst(),
  ]);
  return {
    unitName: person.unitName,
    hasRoute: Boolean(person.hasRoute),
    move: move ? { ...move, state: moveState(move.state) } : null,
  };
}

/** Teachers who say they move to the actor's organisations, those without an answer first. */
export async function listMoves(ctx: Context, page: number) {
  const rows = await moves(ctx)
    .select(sql<number>`count(*) over ()`.as('found'))
    .where(within(ctx, 'personMove.answer'))
    .orderBy(sql`person_move.state = 'asked'`, 'desc')
    .orderBy('personMove.askedOn', 'desc')
    .orderBy('personMove.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return { total: rows[0]?.found ?? 0, moves: rows.map(({ found: _, ...row }) => shownMove(row)) };
}

/** One such word. Throws NotFound. */
export async function findMove(ctx: Context, id: Id) {
  const row = await moves(ctx)
    .where('personMove.id', '=', id)
    .where(within(ctx, 'personMove.read'))
    .select(within(ctx, 'personMove.answer').as('mayAnswer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('move');
  const { mayAnswer, ...move } = row;
  return { ...shownMove(move), mayAnswer: Boolean(mayAnswer) };
}

function moves(ctx: Context) {
  return ctx.db
    .selectFrom('personMove')
    .innerJoin('person', 'person.id', 'personMove.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'personMove.unitId')
    .innerJoin('orgUnit as former', 'former.id', 'personMove.fromUnitId')
    .innerJoin('post', 'post.code', 'personMove.postCode')
    .select(['personMove.id', 'personMove.state', 'personMove.startsOn', 'personMove.askedOn', 'personMove.subject'])
    .select([
      'personMove.version',
      'orgUnit.shortName as unitName',
      'former.shortName as fromName',
      'post.name as post',
    ])
    .select(['person.lastName', 'person.firstName', 'person.middleName']);
}

type MoveRow = Awaited<ReturnType<ReturnType<typeof moves>['execute']>>[number];

function shownMove({ lastName, firstName, middleName, state, ...move }: MoveRow) {
  return { ...move, state: moveState(state), name: fullName({ lastName, firstName, middleName }) };
}

const MOVE_STATES = ['asked', 'accepted', 'declined', 'withdrawn'] as const;

/** How a word about moving stands. */
export type MoveState = (typeof MOVE_STATES)[number];

function moveState(word: string): MoveState {
  const found = MOVE_STATES.find((state) => state === word);
  if (!found) throw new Error(`unknown state of a move: ${word}`);
  return found;
}
