import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, schoolYearOf, schoolYearStart } from '#app/core/dates.ts';
import { formatMoney } from '#app/ui/numbers.ts';
import type { Id } from '#db/schema.ts';
import { fullName } from '../people/person-name.ts';
import { defaultWords, usualStages } from './act-fields.text.ts';
import { type DrawnKind, fieldsOf } from './act-fields.ts';
import type { Given, GivenRow } from './act-form.ts';
import { rememberedValues } from './act-precedents.queries.server.ts';
import { findHolder } from './colleagues.queries.server.ts';

const REQUEST_DAYS = 30;
const RESULT_DAYS = 14;

/** What the program knows for the fields of a type without asking anybody (BR-60); only fields of this type are given. */
export async function knownValues(ctx: Context, kind: DrawnKind, unitId: Id): Promise<Given> {
  const remembered = await rememberedValues(ctx, unitId);
  const curator = await findHolder(ctx, unitId, 'curator');
  const head = await findHolder(ctx, unitId, 'head');
  const start = schoolYearStart(ctx.today);
  const limit = await limitOf(ctx, unitId);
  const all: Given = {
    control: 'head',
    startedOn: ctx.today,
    heldOn: ctx.today,
    requestsDueOn: addDays(ctx.today, REQUEST_DAYS),
    resultsDueOn: addDays(ctx.today, RESULT_DAYS),
    reportDueOn: `${start + 1}-05-31`,
    ...halfYear(ctx.today),
    curator: curator ?? '',
    secretary: curator ?? '',
    moderator: curator ?? '',
    chair: head ?? '',
    payAct: defaultWords.payAct,
    menteesLimit: String(limit),
    yearsWords: defaultWords.yearsWords(schoolYearOf(ctx.today)),
    purpose: defaultWords.purpose,
    award: defaultWords.award,
    earlierTenure: defaultWords.earlierTenure,
    partnerGround: defaultWords.partnerGround,
    stages: kind === 'road_map' ? usualStages(start) : [],
    payments: kind === 'pay_order' ? await approvedPayments(ctx, unitId) : [],
    ...remembered,
  };
  const names = new Set(fieldsOf(kind).map(({ name }) => name));
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}

/** First and last day of the half of the school year a day belongs to: September to December, January to May. */
function halfYear(today: string): { from: string; to: string } {
  const year = today.slice(0, 4);
  return today.slice(5) >= '09-01'
    ? { from: `${year}-09-01`, to: `${year}-12-31` }
    : { from: `${year}-01-01`, to: `${year}-05-31` };
}

const USUAL_LIMIT = 3;

async function limitOf(ctx: Context, unitId: Id): Promise<number> {
  const row = await ctx.db
    .selectFrom('mentoringLimits')
    .select('peopleHard')
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', ctx.today)]))
    .executeTakeFirst();
  return row?.peopleHard ?? USUAL_LIMIT;
}

const MOST_PAYMENTS = 24;

/** Approved payments nobody has paid yet, as rows of an order. */
async function approvedPayments(ctx: Context, unitId: Id): Promise<GivenRow[]> {
  const rows = await ctx.db
    .selectFrom('stimulus')
    .innerJoin('person', 'person.id', 'stimulus.personId')
    .select(['stimulus.basis', 'stimulus.amountKopecks', 'stimulus.startedOn', 'stimulus.endedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('stimulus.unitId', '=', unitId)
    .where('stimulus.isMoney', '=', true)
    .where('stimulus.state', '=', 'approved')
    .where(within(ctx, 'stimulus.read'))
    .orderBy('person.searchName')
    .orderBy('stimulus.startedOn')
    .orderBy('stimulus.id')
    .limit(MOST_PAYMENTS)
    .execute();
  return rows.map((row) => ({
    recipient: fullName(row),
    payment: defaultWords.payment,
    size: formatMoney(row.amountKopecks),
    ground: row.basis,
    period: defaultWords.period(row.startedOn, row.endedOn ?? row.startedOn),
  }));
}
