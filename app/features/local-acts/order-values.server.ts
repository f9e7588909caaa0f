import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { members, membersAndInvited } from '../mentorships/invited.server.ts';
import { REVERSE_KIND } from '../mentorships/mentorship.ts';
import { fullName, type PersonName, shortName } from '../people/person-name.ts';
import { orderWords } from './assignment-order.text.ts';
import type { Assignment, OrderValues } from './assignment-order.ts';
import { declined, type NameCase } from './name-cases.ts';

/** What the author of an order decides; everything else is in the records already (BR-60). */
export interface OrderChoices {
  unitId: Id;
  mentorshipIds: Id[];
  programmeDueOn: Day;
  /** Who controls: the head who signs, or the author. */
  control: 'head' | 'author';
  authorId: Id;
}

/** Somebody of a mentorship as documents name him. */
export interface Side extends PersonName {
  mentorshipId: Id;
  personId: Id;
  side: string;
  post: string | null;
  subject: string | null;
}

/** Collects what an order says. Throws RuleBroken `no-head` when nobody could sign it. */
export async function orderValues(tx: Context, choices: OrderChoices): Promise<OrderValues> {
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select('name')
    .where('id', '=', choices.unitId)
    .executeTakeFirstOrThrow();
  const signer = await findSigner(tx, choices.unitId);
  if (!signer) throw new RuleBroken('no-head');
  const sides = await sidesOf(tx, choices.mentorshipIds);
  const forms = await correctedForms(tx, [...sides.map(({ personId }) => personId), choices.authorId]);
  const pairs = await tx.db
    .selectFrom('mentorship')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .select(['mentorship.id', 'mentorship.kindCode', 'mentorship.legalBasis'])
    .select(['mentorship.startedOn', 'mentorship.endedOn'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind'])
    .where('mentorship.id', 'in', choices.mentorshipIds)
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .execute();
  const work: Work[] = await tx.db
    .selectFrom('mentorshipTerms')
    .select(['mentorshipId', 'personId', 'content', 'jobDescription'])
    .where('mentorshipId', 'in', choices.mentorshipIds)
    .orderBy('id')
    .execute();
  const topics = await topicsOf(tx, choices.mentorshipIds);
  const author = await tx.db
    .selectFrom('person')
    .select(['lastName', 'firstName', 'middleName'])
    .where('id', '=', choices.authorId)
    .executeTakeFirstOrThrow();
  return {
    organisation: unit.name,
    signerId: signer.personId,
    signerName: signedName(signer),
    signerPost: signer.post ?? orderWords.headPost,
    control:
      choices.control === 'head'
        ? orderWords.keepControl
        : orderWords.giveControl(inCase(forms, choices.authorId, author, 'accusative')),
    programmeDueOn: choices.programmeDueOn,
    regulation: await regulationOf(tx, choices.unitId),
    assignments: pairs.flatMap(({ id, kindCode, ...terms }) => {
      const rows = assignmentsOf(id, terms, sides, { forms, work });
      return kindCode === REVERSE_KIND ? mutually(rows, id, sides, forms, topics) : rows;
    }),
  };
}

async function regulationOf(tx: Context, unitId: Id): Promise<OrderValues['regulation']> {
  const row = await tx.db
    .selectFrom('regulationReference')
    .select(['orderNumber', 'approvedOn'])
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .executeTakeFirst();
  return row ?? null;
}

type Work = Pick<Assignment, 'content' | 'jobDescription'> & { mentorshipId: Id; personId: Id };

interface Topic {
  mentorshipId: Id;
  teacherId: Id;
  topic: string;
}

/** The two of a reverse mentorship, assigned to each other. */
function mutually(
  rows: Assignment[],
  mentorshipId: Id,
  sides: Side[],
  forms: Map<string, string>,
  topics: readonly Topic[],
): Assignment[] {
  const own = sides.filter((side) => side.mentorshipId === mentorshipId);
  const mentee = own.find(({ side }) => side === 'mentee');
  const taught = topics.flatMap((one) => {
    const teacher = own.find(({ personId }) => personId === one.teacherId);
    return one.mentorshipId === mentorshipId && teacher ? [{ teacherName: fullName(teacher), topic: one.topic }] : [];
  });
  const menteeAccusative = mentee ? inCase(forms, mentee.personId, mentee, 'accusative') : '';
  return rows.map((row) => ({ ...row, mutual: { menteeAccusative, topics: taught } }));
}

async function topicsOf(tx: Context, mentorshipIds: Id[]): Promise<Topic[]> {
  return tx.db
    .selectFrom('mentorshipTopic')
    .select(['mentorshipId', 'teacherId', 'topic'])
    .where('mentorshipId', 'in', mentorshipIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

type Terms = Pick<Assignment, 'form' | 'kind' | 'legalBasis' | 'startedOn' | 'endedOn'>;

function assignmentsOf(
  mentorshipId: Id,
  terms: Terms,
  sides: Side[],
  { forms, work }: { forms: Map<string, string>; work: Work[] },
): Assignment[] {
  const of = (side: string) => sides.filter((one) => one.mentorshipId === mentorshipId && one.side === side);
  return of('mentor').flatMap((mentor) =>
    of('mentee').map((mentee) => ({
      mentorshipId,
      mentorName: fullName(mentor),
      mentorAccusative: inCase(forms, mentor.personId, mentor, 'accusative'),
      mentorPost: postWords(mentor),
      menteeName: fullName(mentee),
      menteeInstrumental: inCase(forms, mentee.personId, mentee, 'instrumental'),
      menteePost: postWords(mentee),
      ...workWords(work, mentorshipId, mentor.personId),
      ...terms,
    })),
  );
}

function workWords(work: Work[], mentorshipId: Id, mentorId: Id): Pick<Assignment, 'content' | 'jobDescription'> {
  const own = work.find((one) => one.mentorshipId === mentorshipId && one.personId === mentorId);
  return { content: own?.content ?? '', jobDescription: own?.jobDescription ?? '' };
}

/** Everybody of these mentorships, or whoever is invited to them too, with the post held at home, in order of names. */
export async function sidesOf(
  tx: Context,
  mentorshipIds: Id[],
  who: 'members' | 'membersAndInvited' = 'members',
): Promise<Side[]> {
  const source = who === 'members' ? members : membersAndInvited;
  return tx.db
    .selectFrom(source.as('mentorshipMember'))
    .innerJoin('person', 'person.id', 'mentorshipMember.personId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('employment')
          .innerJoin('post', 'post.code', 'employment.postCode')
          .select([sql<string>`lower(post.name)`.as('post'), 'employment.subject'])
          .whereRef('employment.personId', '=', 'mentorshipMember.personId')
          .whereRef('employment.unitId', '=', 'mentorshipMember.unitId')
          // What is held today stands before what is to come or is over.
          .orderBy(
            sql`employment.started_on <= ${tx.today}::date and coalesce(employment.ended_on >= ${tx.today}::date, true)`,
            'desc',
          )
          .orderBy('employment.startedOn', 'desc')
          .orderBy('employment.id')
          .limit(1)
          .as('work'),
      (join) => join.onTrue(),
    )
    .select(['mentorshipMember.mentorshipId', 'mentorshipMember.personId', 'mentorshipMember.side'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'work.post', 'work.subject'])
    .where('mentorshipMember.mentorshipId', 'in', mentorshipIds)
    .orderBy('person.searchName')
    .orderBy('person.id')
    .execute();
}

/** The head in force at an organisation and the post to sign with; null when there is none. */
export async function findSigner(
  tx: Context,
  unitId: Id,
): Promise<(PersonName & { personId: Id; post: string | null }) | null> {
  const row = await tx.db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['roleGrant.personId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select(sql<string | null>`null`.as('post'))
    .where('roleGrant.unitId', '=', unitId)
    .where('roleGrant.role', '=', 'head')
    .where('roleGrant.startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('roleGrant.endedOn', 'is', null), eb('roleGrant.endedOn', '>=', tx.today)]))
    .orderBy('roleGrant.startedOn', 'desc')
    .orderBy('roleGrant.id')
    .executeTakeFirst();
  return row ?? null;
}

/** Corrected forms of these people's names by 'person:case'. */
export async function correctedForms(tx: Context, personIds: Id[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('personNameForm')
    .select(['personId', 'grammaticalCase', 'fullName'])
    .where('personId', 'in', personIds)
    .execute();
  return new Map(rows.map((row) => [`${row.personId}:${row.grammaticalCase}`, row.fullName]));
}

/** A full name in a case: the corrected form, or what the rules of declension give. */
export function inCase(forms: Map<string, string>, personId: Id, person: PersonName, nameCase: NameCase): string {
  return forms.get(`${personId}:${nameCase}`) ?? declined(person, nameCase);
}

/** The post in words, a dash where none is known. */
export function postWords({ post, subject }: Side): string {
  return [post, subject].filter(Boolean).join(', ') || '—';
}

/** Initials before the surname, as signatures are written. */
export function signedName(person: PersonName): string {
  const [lastName, ...initials] = shortName(person).split('\u00A0');
  return [...initials, lastName].join('\u00A0');
}
