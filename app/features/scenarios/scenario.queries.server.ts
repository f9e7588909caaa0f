import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { listEntries } from '../directories/directory.queries.server.ts';
import { type Entry, isOpen } from '../directories/directory.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { explanationOf, type StoredExplanation, scenarioOf, scenarioRows } from './locked-scenario.server.ts';
import { isForMany, type PinState, type ScenarioState } from './scenario.ts';

/** Which outcomes are shown. */
export interface OutcomeFilter {
  page: number;
  search: string;
  show: 'all' | 'placed' | 'unplaced' | 'proposed';
}

/** Someone by name. */
export interface Named {
  id: Id;
  name: string;
}

/** An outcome with names. */
export interface OutcomeLine extends StoredExplanation {
  mentee: Named;
  mentor: Named | null;
  total: number | null;
  isPinned: boolean;
  mentorshipId: Id | null;
  refusalCode: string | null;
}

/** The scenario for its pages. Throws NotFound. */
export async function findScenario(ctx: Context, id: Id) {
  const row = await scenarioRows(ctx)
    .innerJoin('person as author', 'author.id', 'matchingScenario.createdBy')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'matchingScenario.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'matchingScenario.kindCode')
    .select(['matchingScenario.createdAt', 'matchingScenario.solvedAt', 'matchingScenario.publishedAt'])
    .select(['author.lastName', 'author.firstName', 'author.middleName'])
    .select(['mentoringForm.name as formName', 'mentoringKind.name as kindName'])
    .where('matchingScenario.id', '=', id)
    .where(within(ctx, 'scenario.run'))
    .executeTakeFirst();
  if (!row) throw new NotFound('scenario');
  const { lastName, firstName, middleName, createdAt, solvedAt, publishedAt, formName, kindName, ...stored } = row;
  const author = { lastName, firstName, middleName };
  return { ...scenarioOf(stored), author, createdAt, solvedAt, publishedAt, formName, kindName };
}

/** Scenarios of the actor's organisations, the newest first; those put aside are left out. */
export async function listScenarios(ctx: Context, page: number) {
  const rows = await ctx.db
    .selectFrom('matchingScenario')
    .innerJoin('orgUnit', 'orgUnit.id', 'matchingScenario.unitId')
    .select(['matchingScenario.id', 'matchingScenario.name', 'matchingScenario.state', 'matchingScenario.createdAt'])
    .select(['orgUnit.shortName as unitName', 'orgUnit.timeZone', 'matchingScenario.unitId'])
    .select([
      sql<number | null>`(matching_scenario.figures ->> 'placed')::integer`.as('placed'),
      sql<number | null>`(matching_scenario.figures ->> 'mentees')::integer`.as('mentees'),
    ])
    .where(within(ctx, 'scenario.run'))
    .where('matchingScenario.state', '<>', 'discarded')
    .orderBy('matchingScenario.createdAt', 'desc')
    .orderBy('matchingScenario.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  // The words of states are a constraint of the table.
  return rows.map(({ state, ...row }) => ({ ...row, state: state as ScenarioState }));
}

/** How many there are. */
export async function countScenarios(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('matchingScenario')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(within(ctx, 'scenario.run'))
    .where('state', '<>', 'discarded')
    .executeTakeFirstOrThrow();
  return row.count;
}

function outcomesOf(ctx: Context, scenarioId: Id, filter: OutcomeFilter) {
  return ctx.db
    .selectFrom('scenarioMentee')
    .innerJoin('matchingScenario', 'matchingScenario.id', 'scenarioMentee.scenarioId')
    .innerJoin('person as mentee', 'mentee.id', 'scenarioMentee.personId')
    .where(within(ctx, 'scenario.run'))
    .where('scenarioMentee.scenarioId', '=', scenarioId)
    .$if(filter.show === 'placed', (query) => query.where('scenarioMentee.mentorId', 'is not', null))
    .$if(filter.show === 'proposed', (query) => query.where('scenarioMentee.mentorshipId', 'is not', null))
    .$if(filter.show === 'unplaced', (query) => query.where('scenarioMentee.mentorId', 'is', null))
    .where((eb) => eb.and(searchPatterns(filter.search).map((pattern) => eb('mentee.searchName', 'like', pattern))));
}

/** A page of outcomes in the order of the mentees' names; `personId` narrows to one mentee. */
export async function listOutcomes(
  ctx: Context,
  scenarioId: Id,
  filter: OutcomeFilter,
  personId: Id | null = null,
): Promise<OutcomeLine[]> {
  const rows = await outcomesOf(ctx, scenarioId, filter)
    .leftJoin('person as mentor', 'mentor.id', 'scenarioMentee.mentorId')
    .select(['scenarioMentee.personId', 'scenarioMentee.mentorId', 'scenarioMentee.total', 'scenarioMentee.isPinned'])
    .select(['scenarioMentee.mentorshipId', 'scenarioMentee.refusalCode', 'scenarioMentee.explanation'])
    .select(['mentee.lastName', 'mentee.firstName', 'mentee.middleName'])
    .select(['mentor.lastName as mentorLast', 'mentor.firstName as mentorFirst', 'mentor.middleName as mentorMiddle'])
    .$if(personId !== null, (query) => query.where('scenarioMentee.personId', '=', personId))
    .orderBy('scenarioMentee.position')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map((row) => ({
    ...explanationOf(row.explanation),
    mentee: { id: row.personId, name: fullName(row) },
    mentor:
      row.mentorId === null
        ? null
        : {
            id: row.mentorId,
            name: fullName({
              lastName: row.mentorLast ?? '',
              firstName: row.mentorFirst ?? '',
              middleName: row.mentorMiddle,
            }),
          },
    total: row.total,
    isPinned: row.isPinned,
    mentorshipId: row.mentorshipId,
    refusalCode: row.refusalCode,
  }));
}

/** How many outcomes the filter finds. */
export async function countOutcomes(ctx: Context, scenarioId: Id, filter: OutcomeFilter): Promise<number> {
  const row = await outcomesOf(ctx, scenarioId, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The possible mentors of a scenario by position, with names and load. */
export async function listScenarioMentors(ctx: Context, scenarioId: Id) {
  const rows = await ctx.db
    .selectFrom('scenarioMentor')
    .innerJoin('matchingScenario', 'matchingScenario.id', 'scenarioMentor.scenarioId')
    .innerJoin('person', 'person.id', 'scenarioMentor.personId')
    .select(['scenarioMentor.position', 'person.id', 'scenarioMentor.capacity', 'scenarioMentor.used'])
    .select(['scenarioMentor.explanation', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where(within(ctx, 'scenario.run'))
    .where('scenarioMentor.scenarioId', '=', scenarioId)
    .orderBy('scenarioMentor.position')
    .execute();
  return rows.map(({ explanation, lastName, firstName, middleName, ...row }) => ({
    ...row,
    ...(explanation as { taken: number; limit: number }),
    name: fullName({ lastName, firstName, middleName }),
  }));
}

/** Pins and bans of a scenario with names, those to be counted next time marked. */
export async function listPins(ctx: Context, scenarioId: Id, pinId: Id | null = null) {
  const rows = await ctx.db
    .selectFrom('scenarioPin')
    .innerJoin('matchingScenario', 'matchingScenario.id', 'scenarioPin.scenarioId')
    .innerJoin('person as mentee', 'mentee.id', 'scenarioPin.menteeId')
    .innerJoin('person as mentor', 'mentor.id', 'scenarioPin.mentorId')
    .select(['scenarioPin.id', 'scenarioPin.kind', 'scenarioPin.reason', 'scenarioPin.state'])
    .select(['scenarioPin.menteeId', 'scenarioPin.mentorId'])
    .select(['mentee.lastName', 'mentee.firstName', 'mentee.middleName'])
    .select(['mentor.lastName as mentorLast', 'mentor.firstName as mentorFirst', 'mentor.middleName as mentorMiddle'])
    .where(within(ctx, 'scenario.run'))
    .where('scenarioPin.scenarioId', '=', scenarioId)
    .$if(pinId !== null, (query) => query.where('scenarioPin.id', '=', pinId))
    .orderBy('mentee.searchName')
    .orderBy('scenarioPin.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    menteeId: row.menteeId,
    mentorId: row.mentorId,
    isPin: row.kind === 'pin',
    reason: row.reason,
    // The words of states are a constraint of the table.
    state: row.state as PinState,
    mentee: fullName(row),
    mentor: fullName({ lastName: row.mentorLast, firstName: row.mentorFirst, middleName: row.mentorMiddle }),
  }));
}

/** The scenario a pin belongs to. Throws NotFound. */
export async function findPinScenario(ctx: Context, pinId: Id): Promise<Id> {
  const row = await ctx.db
    .selectFrom('scenarioPin')
    .innerJoin('matchingScenario', 'matchingScenario.id', 'scenarioPin.scenarioId')
    .select('scenarioPin.scenarioId')
    .where('scenarioPin.id', '=', pinId)
    .where(within(ctx, 'scenario.run'))
    .executeTakeFirst();
  if (!row) throw new NotFound('scenario');
  return row.scenarioId;
}

/** Open organisations where the actor may start a scenario, by name. */
export async function listScenarioUnits(ctx: Context): Promise<Named[]> {
  const rows = await ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name'])
    .where(withinUnits(ctx, 'scenario.run'))
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', ctx.today)]))
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(200)
    .execute();
  return rows;
}

/** Forms and kinds that may be chosen for many at once, in the region of the actor's first organisation. */
export async function listChoices(ctx: Context) {
  const unit = await ctx.db
    .selectFrom('orgUnit')
    .select('orgUnit.regionId')
    .where(withinUnits(ctx, 'scenario.run'))
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(1)
    .executeTakeFirst();
  const entries = (await listEntries(ctx, unit?.regionId ?? null, ctx.today)).filter(isOpen);
  const named = ({ code, name }: Entry) => ({ code, name });
  const isForTeachers = ({ directory, lists }: Entry) => directory === 'form' && lists.includes('teacher');
  return {
    forms: entries.filter(isForTeachers).map(named),
    kinds: entries.filter((entry) => entry.directory === 'kind' && isForMany(entry)).map(named),
  };
}
