import type { Context } from '#app/core/context.server.ts';
import { makeResult } from '#app/demo/factories/mentor-profiles.ts';
import { makeBareProposal } from '#app/demo/factories/mentorships.ts';
import { makeDrawn, makeSupplement, makeTerms, makeUnpaid } from '#app/demo/factories/papers.ts';
import { overrideLoadLimit } from '#app/features/mentors/mentoring-limits.operations.server.ts';
import { recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { addPlanItem, markPlanItemDone } from '#app/features/programmes/plan-item.operations.server.ts';
import { approveProgramme, draftProgramme } from '#app/features/programmes/programme.operations.server.ts';
import { addGoal } from '#app/features/programmes/programme-goal.operations.server.ts';
import { approveStimulus, proposeAward, proposeMoney } from '#app/features/stimuli/stimulus.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { checked, csv, HEADER, person } from '#tests/features/staff-lists/lists.ts';
import { as, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';
import { actsOf } from './canary-acts.ts';
import { type ConsentObject, consentsOf } from './canary-consents.ts';
import { lives } from './canary-lives.ts';
import type { Canary, Field, Marks, Part, Relation } from './canary-marks.ts';
import { type RequestObject, requestsOf } from './canary-requests.ts';
import { routeOf } from './canary-route.ts';
import { scenarioOf } from './canary-scenario.ts';

const PERIOD = { startedOn: '2026-10-01', endedOn: '2027-05-31' };

/** The people a set of mentorships stands on. */
export interface SetPlace {
  relation: Relation;
  unitId: Id;
  centreId: Id;
  head: Id;
  curator: Id;
  centreHead: Id;
  tutor: Id;
}

/** One mentor with his mentees in every state, their papers, programmes and a route. */
export interface CanarySet {
  mentor: Canary;
  mentee: Canary;
  spareMentor: Canary;
  proposedMentee: Canary;
  /** Ids by kind of object. */
  objects: Record<SetObject, Id>;
}

/** Kinds of objects a set holds. */
export type SetObject =
  | 'person'
  | 'mentorPerson'
  | 'mentorResult'
  | 'employment'
  | 'active'
  | 'drafting'
  | 'proposed'
  | 'consented'
  | 'approvedAct'
  | 'checkCode'
  | 'bundle'
  | 'waitingBundle'
  | 'reviewAct'
  | 'draftAct'
  | 'draftRegulation'
  | 'roadMap'
  | 'drawnAct'
  | 'introOrder'
  | 'actFile'
  | 'goal'
  | 'draftItem'
  | 'item'
  | 'route'
  | 'step'
  | 'instrument'
  | 'shift'
  | 'routeFile'
  | 'revision'
  | 'reflection'
  | 'diagnosis'
  | 'diagnosisImport'
  | 'proposedPerson'
  | 'spareMentorPerson'
  | 'moneyProposed'
  | 'moneyApproved'
  | 'award'
  | 'member'
  | 'memberChange'
  | 'agreedChange'
  | 'pause'
  | 'reverse'
  | 'reverseTeacher'
  | 'staffList'
  | 'unpaid'
  | 'unpaidPerson'
  | 'drawnSupplement'
  | 'signedSupplement'
  | 'scenario'
  | 'scenarioMentee'
  | 'scenarioPin'
  | ConsentObject
  | RequestObject;

/** Builds a set through the real operations, every text in it marked. */
export async function buildSet(world: World, marks: Marks, place: SetPlace): Promise<CanarySet> {
  const make = (part: Part) => canary(world, marks, { ...place, part });
  const curator = await as(world, place.curator);
  const mentor = await make('mentor');
  const spareMentor = await make('spareMentor');
  const mentees = {
    active: await make('mentee'),
    drafting: await make('otherMentee'),
    proposed: await make('outwardMentee'),
    draft: await make('outwardMentee'),
    review: await make('otherMentee'),
    consented: await make('spareMentee'),
  };
  const strengths = marks.word('strengths', mentor);
  const isOpenOutside = place.relation === 'sibling';
  await world.db
    .insertInto('mentorProfile')
    .values({ personId: mentor.id, unitId: place.unitId, regionId: null, loadLimitPeople: 5, strengths, isOpenOutside })
    .execute();
  const pair = (mentee: Canary, by = mentor) => ({ menteeId: mentee.id, mentorId: by.id });
  const terms = (mentee: Canary) => ({ ...PERIOD, focus: marks.word('focus', mentee) });
  const withTerms = async (mentee: Canary, by = mentor) => {
    const { id } = await makeBareProposal(curator, pair(mentee, by), terms(mentee));
    const pay = { payKind: 'fixed', payPercentHundredths: null, payKopecks: marks.amount(by, 'pay') } as const;
    await makeTerms(curator, id, { content: marks.word('work', by), payGround: marks.word('pay', by), ...pay });
    return id;
  };
  const consented = async (mentee: Canary, by = mentor) => {
    const id = await withTerms(mentee, by);
    for (const { id: personId } of [by, mentee])
      await recordPaperConsent(curator, id, { personId, answer: 'given', answeredOn: TODAY });
    return id;
  };
  const proposed = await withTerms(mentees.proposed);
  const active = await consented(mentees.active);
  const drafting = await consented(mentees.drafting);
  const drafted = await consented(mentees.draft);
  const reviewed = await consented(mentees.review);
  const free = await consented(mentees.consented, spareMentor);
  await makeUnpaid(curator, free);
  const people = { active: mentees.active, drafting: mentees.drafting, reviewed: mentees.review };
  const parts = await programmes(world, marks, place, { active, drafting, reviewed }, people);
  for (const id of [active, reviewed]) await makeSupplement(curator, id);
  const [signedSupplement, drawnSupplement] = [await supplementOf(world, active), await makeDrawn(curator, drafting)];
  const acts = await actsOf(world, { ...place, reviewer: mentor.id }, curator, { active, drafted, reviewed });
  const resultNote = marks.word('result', mentees.active);
  await markPlanItemDone(await as(world, mentor.id), parts.done, { doneOn: '2026-11-20', resultNote, version: 1 });
  const route = await routeOf(world, marks, place, mentees.active);
  const employment = await world.db
    .selectFrom('employment')
    .select('id')
    .where('personId', '=', mentees.active.id)
    .executeTakeFirstOrThrow();
  const own = {
    person: mentees.active.id,
    mentorPerson: mentor.id,
    employment: employment.id,
    active,
    drafting,
    proposed,
    consented: free,
  };
  const mentorResult = await offered(world, marks, place, mentor);
  const coMentor = await hire(world, place.unitId);
  const lived = await lives(world, curator, { active, newcomer: spareMentor.id, coMentor });
  const backwards = { mentorId: mentees.consented.id, menteeId: spareMentor.id };
  const reverse = (await makeBareProposal(curator, backwards, { ...terms(mentees.consented), kindCode: 'reverse' })).id;
  const stimuli = await recognise(world, marks, place, curator, { mentorshipId: active, mentor });
  const others = {
    ...{ proposedPerson: mentees.proposed.id, spareMentorPerson: spareMentor.id },
    ...{ unpaid: free, unpaidPerson: spareMentor.id, signedSupplement, drawnSupplement },
  };
  const curatorMark: Canary = { id: place.curator, relation: place.relation, part: 'teacher' };
  const lastName = marks.word('staffList', curatorMark);
  const fileName = `${marks.word('fileName', curatorMark)}.csv`;
  const file = { ...csv(HEADER, person(lastName)), fileName };
  const staffList = (await checked(world, curator, place.unitId, file)).id;
  const { done: _, ...written } = parts;
  const scenario = await scenarioOf(world, marks, curator, { unitId: place.unitId, about: curatorMark });
  const signed = await consentsOf(
    world,
    curator,
    { unitId: place.unitId, headId: place.head },
    {
      ...{ personId: mentees.active.id, mentorshipId: proposed, mentorId: mentor.id },
    },
  );
  const made = {
    ...{ staffList, mentorResult, ...signed, ...scenario },
    ...(await requestsOf(world, marks, mentees, spareMentor)),
  };
  const twoWays = { reverse, reverseTeacher: mentees.consented.id };
  const objects = { ...own, ...others, ...made, ...acts, ...written, ...route, ...stimuli, ...lived, ...twoWays };
  return { mentor, mentee: mentees.active, spareMentor, proposedMentee: mentees.proposed, objects };
}

async function supplementOf(world: World, mentorshipId: Id): Promise<Id> {
  const living = world.db.selectFrom('contractSupplement').select('id').where('mentorshipId', '=', mentorshipId);
  return (await living.where('state', '=', 'signed').executeTakeFirstOrThrow()).id;
}

/** Somebody with a marked name, e-mail and phone. */
export async function canary(
  world: World,
  marks: Marks,
  place: { unitId: Id; relation: Relation; part: Part },
): Promise<Canary> {
  const about: Canary = { id: '', relation: place.relation, part: place.part };
  const { lastName, email, phone } = marks.person(about);
  const isOffice = ['official', 'tutor', 'otherTutor', 'centreHead'].includes(place.part);
  const noPost = { employment: null, category: 'none', teachingSince: null } as const;
  const isYoung = ['mentee', 'otherMentee', 'outwardMentee', 'spareMentee'].includes(place.part);
  const makes = isYoung ? hireYoung : hire;
  about.id = await makes(world, place.unitId, { lastName, email, phone, ...(isOffice ? noPost : {}) });
  for (const mark of marks.byKey.values()) if (mark.id === '') mark.id = about.id;
  return about;
}

async function programmes(
  world: World,
  marks: Marks,
  place: SetPlace,
  ids: { active: Id; drafting: Id; reviewed: Id },
  people: { active: Canary; drafting: Canary; reviewed: Canary },
) {
  const curator = await as(world, place.curator);
  const write = async (mentorshipId: Id, about: Canary) => {
    const word = (field: Field) => marks.word(field, about);
    const period = { startedOn: '2026-10-10', endedOn: '2027-05-20' };
    await draftProgramme(curator, mentorshipId, { problem: word('idea'), aim: word('idea'), ...period });
    const goal = { aim: word('idea'), indicator: word('idea'), startValue: '1 урок', targetValue: '5 уроков' };
    const item = { kind: 'meeting', topic: word('plan'), dueOn: '2026-11-20', product: word('plan') } as const;
    return {
      goal: (await addGoal(curator, mentorshipId, goal)).id,
      done: (await addPlanItem(curator, mentorshipId, { ...item, topic: word('plan') })).id,
      item: (await addPlanItem(curator, mentorshipId, item)).id,
    };
  };
  const approved = await write(ids.active, people.active);
  const draft = await write(ids.drafting, people.drafting);
  await write(ids.reviewed, people.reviewed);
  const head = await as(world, place.head);
  for (const id of [ids.active, ids.reviewed]) {
    const programme = world.db.selectFrom('programme').select('version').where('mentorshipId', '=', id);
    const { version } = await programme.executeTakeFirstOrThrow();
    await approveProgramme(head, id, { version });
  }
  return { goal: draft.goal, draftItem: draft.item, item: approved.item, done: approved.done };
}

/** An unconfirmed result and a raised limit: what only the owner, the curator and the head may read. */
async function offered(world: World, marks: Marks, place: SetPlace, mentor: Canary): Promise<Id> {
  const raised = {
    startedOn: TODAY,
    endedOn: '2027-05-31',
    people: 6,
    hours: 10,
    reason: marks.word('evidence', mentor),
  };
  await overrideLoadLimit(await as(world, place.head), mentor.id, raised);
  return makeResult(await as(world, mentor.id), mentor.id, { title: marks.word('evidence', mentor) });
}

async function recognise(
  world: World,
  marks: Marks,
  place: SetPlace,
  curator: Context,
  { mentorshipId, mentor }: { mentorshipId: Id; mentor: Canary },
) {
  const member = await world.db
    .selectFrom('mentorshipMember')
    .select('id')
    .where('mentorshipId', '=', mentorshipId)
    .where('side', '=', 'mentor')
    .executeTakeFirstOrThrow();
  const money = async () => {
    const basis = marks.word('money', mentor);
    const terms = { kind: 'stimulating', startedOn: '2026-10-01', endedOn: '2026-12-31' } as const;
    return (await proposeMoney(curator, { memberId: member.id, basis, amountKopecks: marks.amount(mentor), ...terms }))
      .id;
  };
  const head = await as(world, place.head);
  const moneyApproved = await money();
  await approveStimulus(head, moneyApproved, { version: 1 });
  const award = { memberId: member.id, kind: 'diploma', startedOn: TODAY, basis: marks.word('award', mentor) } as const;
  const { id } = await proposeAward(curator, award);
  await approveStimulus(head, id, { version: 1 });
  return { moneyApproved, moneyProposed: await money(), award: id };
}
