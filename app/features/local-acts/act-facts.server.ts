import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { addDays, formatDayLong } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Id } from '#db/schema.ts';
import { defaultWords } from './act-fields.text.ts';
import type { DrawnKind } from './act-fields.ts';
import type { Given } from './act-form.ts';
import { latestAct, regulationInForce } from './act-precedents.queries.server.ts';
import { mentoringOf, tenureWordsOf } from './mentoring-tenure.server.ts';
import { inCase, type Side, sidesOf } from './order-values.server.ts';
import { pairReport } from './pair-report.server.ts';
import { periodIndicators } from './period-indicators.server.ts';
import type { TemplateValues } from './template-document.ts';

/** What facts are asked about. */
export interface FactsAsked {
  kind: DrawnKind;
  unitId: Id;
  given: Given;
  /** Corrected forms of names. */
  forms: Map<string, string>;
}

/** What the records know, and whom it names besides the people chosen. */
export interface Facts {
  words: TemplateValues;
  named: Id[];
}

/** What a template of this type gets from the records (BR-60). Throws RuleBroken `mentorship-elsewhere`, `period-reversed`, `mentor-not-new`. */
export async function factsOf(tx: Context, asked: FactsAsked): Promise<Facts> {
  const { kind, unitId, given } = asked;
  refuseReversed(given, 'startedOn', 'endedOn');
  refuseReversed(given, 'from', 'to');
  switch (kind) {
    case 'introduction_order':
      return known({ ...(await regulationWords(tx, unitId)), ...(await roadMapWords(tx, unitId)) });
    case 'regulation':
      return known({ ...(await listsOfForms(tx)), ...(await introductionWords(tx, unitId)) });
    case 'replacement_order':
      return replacementFacts(tx, asked);
    case 'curator_report':
      return known({
        madeOn: formatDayLong(tx.today),
        indicators: await periodIndicators(tx, unitId, text(given, 'from'), text(given, 'to')),
      });
    case 'participant_report': {
      const sides = await sidesAt(tx, unitId, text(given, 'mentorship'));
      return { words: await pairReport(tx, text(given, 'mentorship'), sides), named: idsOf(sides) };
    }
    case 'mentor_portfolio': {
      const held = await mentoringOf(tx, unitId, text(given, 'mentor'));
      return known({
        madeOn: formatDayLong(tx.today),
        tenureWords: tenureWordsOf(held, tx.today),
        mentorships: held.rows,
      });
    }
    case 'award_submission':
      return known({ tenureWords: tenureWordsOf(await mentoringOf(tx, unitId, text(given, 'candidate')), tx.today) });
    default:
      return known({});
  }
}

const known = (words: TemplateValues): Facts => ({ words, named: [] });

function text(given: Given, name: string): string {
  const value = given[name];
  return typeof value === 'string' ? value : '';
}

function refuseReversed(given: Given, first: string, last: string): void {
  if (text(given, first) && text(given, last) && text(given, last) < text(given, first)) {
    throw new RuleBroken('period-reversed', last);
  }
}

async function regulationWords(tx: Context, unitId: Id): Promise<TemplateValues> {
  const regulation = await regulationInForce(tx, unitId);
  return {
    regulationOn: regulation ? formatDayLong(regulation.approvedOn) : '',
    regulationNumber: regulation?.orderNumber ?? '',
  };
}

async function roadMapWords(tx: Context, unitId: Id): Promise<TemplateValues> {
  const act = await latestAct(tx, unitId, 'road_map');
  return { roadMapOn: act ? formatDayLong(act.registeredOn) : '', roadMapNumber: act?.number ?? '' };
}

async function introductionWords(tx: Context, unitId: Id): Promise<TemplateValues> {
  const act = await latestAct(tx, unitId, 'introduction_order');
  return { orderOn: act ? formatDayLong(act.registeredOn) : '', orderNumber: act?.number ?? '' };
}

async function listsOfForms(tx: Context): Promise<TemplateValues> {
  const forms = await tx.db
    .selectFrom('mentoringForm')
    .select('name')
    .where('unitId', 'is', null)
    .where(sql<boolean>`'teacher' = any(mentoring_form.lists)`)
    .orderBy('position')
    .orderBy('code')
    .limit(50)
    .execute();
  const kinds = await tx.db
    .selectFrom('mentoringKind')
    .select('name')
    .where('unitId', 'is', null)
    .orderBy('position')
    .orderBy('code')
    .limit(50)
    .execute();
  const words = (rows: { name: string }[]) =>
    rows.map(({ name }) => `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`).join(', ');
  return { forms: words(forms), kinds: words(kinds) };
}

async function replacementFacts(tx: Context, { unitId, given, forms }: FactsAsked): Promise<Facts> {
  const mentorshipId = text(given, 'mentorship');
  const sides = await sidesAt(tx, unitId, mentorshipId);
  const newMentor = text(given, 'newMentor');
  if (sides.some(({ personId }) => personId === newMentor)) throw new RuleBroken('mentor-not-new', 'newMentor');
  const mentorship = await tx.db
    .selectFrom('mentorship')
    .select('endedOn')
    .where('id', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  const order = await orderOf(tx, mentorshipId);
  const of = (side: string, nameCase: 'genitive' | 'accusative' | 'instrumental') =>
    sides.flatMap((one) => (one.side === side ? [inCase(forms, one.personId, one, nameCase)] : [])).join(', ');
  const words = {
    replacementWords: newMentor ? defaultWords.replacement : '',
    orderWords: order ? defaultWords.byOrder(order.number, order.registeredOn) : '',
    newFrom: formatDayLong(addDays(text(given, 'endsOn'), 1)),
    endedOn: formatDayLong(mentorship.endedOn),
    mentorsGenitive: of('mentor', 'genitive'),
    mentorsAccusative: of('mentor', 'accusative'),
    menteesGenitive: of('mentee', 'genitive'),
    menteesInstrumental: of('mentee', 'instrumental'),
  };
  return { words, named: idsOf(sides) };
}

/** The sides of a mentorship of this unit. Throws RuleBroken `mentorship-elsewhere`. */
async function sidesAt(tx: Context, unitId: Id, mentorshipId: Id): Promise<Side[]> {
  const own = await tx.db
    .selectFrom('mentorship')
    .select('id')
    .where('id', '=', mentorshipId)
    .where('unitId', '=', unitId)
    .executeTakeFirst();
  if (!own) throw new RuleBroken('mentorship-elsewhere', 'mentorship');
  return sidesOf(tx, [mentorshipId]);
}

function idsOf(sides: readonly Side[]): Id[] {
  return sides.map(({ personId }) => personId);
}

async function orderOf(tx: Context, mentorshipId: Id): Promise<{ number: string; registeredOn: string } | null> {
  const row = await tx.db
    .selectFrom('localActMentorship')
    .innerJoin('localAct', 'localAct.id', 'localActMentorship.actId')
    .select(['localAct.number', 'localAct.registeredOn'])
    .where('localActMentorship.mentorshipId', '=', mentorshipId)
    .where('localAct.number', 'is not', null)
    .orderBy('localAct.approvedAt', 'desc')
    .orderBy('localAct.id')
    .executeTakeFirst();
  return row?.number && row.registeredOn ? { number: row.number, registeredOn: row.registeredOn } : null;
}
