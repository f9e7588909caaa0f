import type { ActorName } from './canary-world.ts';
import { COUNTRY, form, id, type Line, MUNICIPALITY, OWN, page, REGION, SEARCH, UNIT } from './expectation.ts';
import { actLives } from './expectations-acts.ts';
import { consents } from './expectations-consents.ts';
import { contours } from './expectations-contours.ts';
import { desk } from './expectations-desk.ts';
import { directories } from './expectations-directories.ts';
import { lives } from './expectations-lives.ts';
import { mentors } from './expectations-mentors.ts';
import { requestLines } from './expectations-requests.ts';
import { routeLines } from './expectations-routes.ts';
import { scenarios } from './expectations-scenarios.ts';

const units: Line[] = [
  page('units', undefined, 'signedIn', SEARCH),
  page('units/:id', id('unit'), {
    ...{ head: UNIT, curator: UNIT, mentor: UNIT, mentee: UNIT, psychologist: UNIT, hrOfficer: UNIT, guardian: UNIT },
    ...{ administrator: REGION, municipalCoordinator: MUNICIPALITY, methodologist: REGION, centreHead: REGION },
    ...{ ministryOfficer: REGION, federalOperator: COUNTRY },
  }),
  page('units/:id', id('municipality'), {
    ...{ head: MUNICIPALITY, curator: MUNICIPALITY, mentor: MUNICIPALITY, mentee: MUNICIPALITY },
    ...{ psychologist: MUNICIPALITY, hrOfficer: MUNICIPALITY, guardian: MUNICIPALITY, partner: MUNICIPALITY },
    ...{ administrator: REGION, auditor: MUNICIPALITY, municipalCoordinator: MUNICIPALITY },
    ...{ methodologist: REGION, centreHead: REGION, ministryOfficer: REGION, federalOperator: COUNTRY },
  }),
  form('units/:id/add', id('municipality'), { administrator: REGION }, 'units/:id'),
  form('units/:id/rename', id('unit'), { administrator: REGION }, 'units/:id'),
  form('units/:id/rename', id('municipality'), { administrator: REGION }, 'units/:id'),
  {
    ...form('units/:id/rename', id('region'), {}, 'units/:id'),
    fills: { name: 'Иная область', shortName: 'Иная', from: '22.11.2026', version: '1' },
  },
  form('units/:id/move', id('unit'), { administrator: REGION }, 'units/:id'),
  form('units/:id/close', id('unit'), { administrator: REGION }, 'units/:id'),
];

const STAFF = { head: UNIT, curator: UNIT, hrOfficer: UNIT } as const;
const KEEPERS = { curator: UNIT, hrOfficer: UNIT } as const;

const people: Line[] = [
  page('people', undefined, ['head', 'curator', 'hrOfficer'], SEARCH),
  page('people.xlsx', undefined, ['head', 'curator', 'hrOfficer'], SEARCH),
  form('people/add', undefined, ['curator', 'hrOfficer']),
  page('people/:id', id('person'), {
    ...{ ...STAFF, psychologist: UNIT, mentor: OWN, mentee: OWN, tutor: OWN, centreHead: REGION },
  }),
  page('people/:id', id('teacher'), { ...STAFF, psychologist: UNIT, teacher: OWN }),
  page('people/:id', id('mentorPerson'), {
    ...{ ...STAFF, psychologist: UNIT, mentor: OWN, mentee: OWN, municipalCoordinator: ['sibling'] },
  }),
  form('people/:id/edit', id('person'), KEEPERS, 'people/:id'),
  form('people/:id/employments/add', id('person'), KEEPERS, 'people/:id'),
  form('employments/:id/end', id('employment'), KEEPERS, 'people/:id'),
];

const LISTERS = ['curator', 'hrOfficer', 'municipalCoordinator'] as const;
const CONSOLIDATED = { municipalCoordinator: MUNICIPALITY } as const;

const staffLists: Line[] = [
  page('staff-lists', undefined, LISTERS),
  form('staff-lists/upload', undefined, LISTERS),
  page('staff-lists/:id', id('staffList'), KEEPERS),
  page('staff-lists/:id', id('consolidatedList'), CONSOLIDATED),
  form('staff-lists/:id/mapping', id('staffList'), KEEPERS),
  form('staff-lists/:id/organisations', id('consolidatedList'), CONSOLIDATED),
  form('staff-lists/:id/recheck', id('staffList'), KEEPERS),
  form('staff-lists/:id/apply', id('staffList'), KEEPERS),
  form('staff-lists/:id/discard', id('staffList'), KEEPERS),
  page('staff-lists/:id/refused.xlsx', id('staffList'), KEEPERS),
  page('staff-lists/:id/refused.xlsx', id('consolidatedList'), CONSOLIDATED),
];

const acts: Line[] = [
  page('acts', undefined, 'signedIn', SEARCH),
  { ...form('acts/order', undefined, ['head', 'curator', 'hrOfficer']), insider: 'curator' },
  page('acts/:id', id('approvedAct'), { ...STAFF, mentor: OWN, mentee: OWN }),
  page('acts/:id', id('draftAct'), STAFF),
  page('acts/:id', id('reviewAct'), { ...STAFF, mentor: OWN }),
  page('acts/:id/order.pdf', id('approvedAct'), { ...STAFF, mentor: OWN, mentee: OWN }),
  page('acts/:id/order.docx', id('approvedAct'), { ...STAFF, mentor: OWN, mentee: OWN }),
  { ...form('acts/:id/edit', id('draftAct'), STAFF, 'acts/:id'), insider: 'curator' },
  page('acts/templates', undefined, ['curator']),
  {
    ...form('acts/templates/:kind', { kind: '=curator_order' }, ['curator']),
    fills: { heading: 'О новом кураторе' },
  },
  form('acts/templates/:kind/end', { kind: '=road_map' }, ['curator']),
  page('acts/new', undefined, ['head', 'curator', 'hrOfficer']),
  {
    ...form('acts/new/:kind', { kind: '=curator_order' }, ['head', 'curator', 'hrOfficer']),
    insider: 'curator',
  },
  page('acts/:id', id('drawnAct'), STAFF),
  { ...form('acts/:id/text', id('drawnAct'), STAFF, 'acts/:id'), insider: 'curator' },
  form('acts/:id/cancel', id('draftAct'), STAFF, 'acts/:id'),
  { ...form('acts/:id/submit', id('draftAct'), STAFF, 'acts/:id'), insider: 'curator' },
  form('acts/:id/approve', id('reviewAct'), { head: UNIT }, 'acts/:id'),
  form('acts/:id/return', id('reviewAct'), { head: UNIT }, 'acts/:id'),
  ...actLives,
];

const outputs: Line[] = [
  form('output-standard', undefined, ['head', 'curator', 'hrOfficer']),
  page('bundles', undefined, 'signedIn'),
  { ...form('bundles/new', undefined, 'signedIn'), insider: 'curator' },
  page('bundles/:id', id('bundle'), { curator: UNIT }),
  page('bundles/:id/file', id('bundle'), { curator: UNIT }),
  form('bundles/:id/cancel', id('waitingBundle'), { curator: UNIT }),
  { path: 'check', opens: 'public', acts: 'public' },
  { path: 'check/:code', params: { code: 'checkCode' }, opens: 'public', acts: 'public', answersUnknown: true },
];

const GIVERS = { administrator: REGION, head: UNIT, curator: UNIT } as const;

const accounts: Line[] = [
  { path: 'sign-in', opens: 'public', acts: 'public', mayMove: true },
  { path: 'sign-out', opens: 'public', acts: 'public', mayMove: true },
  { path: 'invitation/:token', params: { token: '=unknown-token' }, opens: 'public', acts: 'public', mayMove: true },
  page('me/sessions', undefined, 'signedIn'),
  form('me/sessions/end-others', undefined, 'signedIn'),
  form('me/sessions/:id/end', { id: '=0000000000000000000000000000000000000000000000000000000000000000' }, {}),
  form('me/password', undefined, 'signedIn'),
  form('me/theme', undefined, 'signedIn'),
  page('accounts', undefined, ['administrator', 'head', 'curator', 'centreHead'], SEARCH),
  form('accounts/official', undefined, ['administrator']),
  page('people/:id/grants', id('person'), GIVERS),
  page('people/:id/grants', id('teacher'), GIVERS),
  form('people/:id/grants/add', id('teacher'), GIVERS, 'people/:id'),
  form('people/:id/invite', id('teacher'), GIVERS, 'people/:id'),
  form('people/:id/invite', id('spareMentorPerson'), GIVERS, 'people/:id'),
  form('grants/:id/end', id('grant'), GIVERS),
];

const installation: Line[] = [
  form('me/notices', undefined, 'signedIn'),
  page('', undefined, 'signedIn'),
  page('journal', undefined, 'signedIn'),
  { path: 'first-run', opens: 'public', mayMove: true },
  { path: 'first-run/setup', opens: 'public', acts: 'public', mayMove: true },
  { path: 'first-run/demonstration', opens: 'public', acts: 'public', mayMove: true },
  { ...form('demonstration/clock', undefined, ['administrator']), mayMove: true },
  { path: '*', opens: [] },
];

const WRITERS = { mentor: OWN, curator: UNIT } as const;

const programmes: Line[] = [
  page('mentorships/:id/programme', id('active'), { mentor: OWN, mentee: OWN, tutor: OWN, head: UNIT, curator: UNIT }),
  page('mentorships/:id/programme', id('drafting'), { mentor: OWN, head: UNIT, curator: UNIT }),
  form('mentorships/:id/programme/draft', id('consented'), { curator: UNIT }, 'mentorships/:id'),
  form('mentorships/:id/programme/edit', id('drafting'), WRITERS, 'mentorships/:id/programme'),
  form('mentorships/:id/programme/approve', id('drafting'), { head: UNIT }, 'mentorships/:id/programme'),
  page('mentorships/:id/programme.pdf', id('active'), { mentor: OWN, mentee: OWN, head: UNIT, curator: UNIT }),
  form('mentorships/:id/programme/goals/add', id('drafting'), WRITERS, 'mentorships/:id/programme'),
  form('programme-goals/:id/edit', id('goal'), WRITERS, 'mentorships/:id/programme'),
  form('programme-goals/:id/remove', id('goal'), WRITERS, 'mentorships/:id/programme'),
  form('mentorships/:id/programme/items/add', id('drafting'), WRITERS, 'mentorships/:id/programme'),
  form('plan-items/:id/edit', id('draftItem'), WRITERS, 'mentorships/:id/programme'),
  form('plan-items/:id/remove', id('draftItem'), WRITERS, 'mentorships/:id/programme'),
  form('plan-items/:id/done', id('item'), { ...WRITERS, mentee: OWN }, 'mentorships/:id/programme'),
];

const PAIRS_READERS = [
  ...['head', 'curator', 'hrOfficer', 'mentor', 'mentee', 'psychologist', 'guardian', 'municipalCoordinator'],
  ...['partner', 'federalCentre'],
] as readonly ActorName[];

const mentorships: Line[] = [
  page('mentorships', undefined, PAIRS_READERS, SEARCH),
  page('mentorships.xlsx', undefined, PAIRS_READERS, SEARCH),
  page('mentorships/:id', id('active'), { ...STAFF, mentor: OWN, mentee: OWN }),
  page('mentorships/:id', id('drafting'), { ...STAFF, mentor: OWN }),
  page('mentorships/:id', id('proposed'), { ...STAFF, mentor: OWN }),
  page('mentorships/:id', id('consented'), STAFF),
  ...lives,
  form('mentorships/:id/consent', id('proposed'), { mentor: OWN, proposedMentee: OWN }, 'mentorships/:id'),
  form(
    'mentorships/:id/paper-consent/:personId',
    { id: 'proposed', personId: 'proposedPerson' },
    { curator: UNIT },
    'mentorships/:id',
  ),
  form('mentorships/:id/withdraw', id('proposed'), { curator: UNIT }, 'mentorships/:id'),
  form('mentorships/:id/give-up', id('active'), { mentor: OWN, mentee: OWN }, 'mentorships/:id'),
  form('mentorships/:id/early-end', id('active'), { head: UNIT, curator: UNIT }, 'mentorships/:id'),
  // No mentorship of the world has a notice running: there is nothing to take back.
  form('mentorships/:id/keep', id('active'), {}, 'mentorships/:id'),
  page('mentorships/:id/notice.pdf', id('active'), {}),
  page('mentorships/:id/notice.docx', id('active'), {}),
  form('mentorships/:id/close', id('active'), { curator: UNIT }, 'mentorships/:id'),
  page('matching', undefined, ['curator'], SEARCH),
  page('matching/:personId', { personId: 'teacher' }, { curator: UNIT }),
  form(
    'matching/:menteeId/propose/:mentorId',
    { menteeId: 'teacher', mentorId: 'spareMentorPerson' },
    { curator: UNIT },
    'people/:id',
  ),
];

const HR = { curator: UNIT, hrOfficer: UNIT } as const;
const ofMentor = { id: 'proposed', personId: 'mentorPerson' } as const;
const ofUnpaid = { id: 'unpaid', personId: 'unpaidPerson' } as const;

const papers: Line[] = [
  page('mentorships/:id/terms', id('active'), { ...STAFF, mentor: OWN, askedMentor: OWN }),
  page('mentorships/:id/terms', id('proposed'), { ...STAFF, mentor: OWN }),
  form('mentorships/:id/terms/:personId/content', ofMentor, { curator: UNIT }, 'mentorships/:id'),
  form('mentorships/:id/terms/:personId/work', ofMentor, { curator: UNIT }, 'mentorships/:id'),
  {
    ...form('mentorships/:id/terms/:personId/pay', ofMentor, { curator: UNIT }, 'mentorships/:id'),
    fills: { payKind: 'percent', payPercentHundredths: '15', payKopecks: '' },
  },
  form('mentorships/:id/terms/:personId/job', ofMentor, { curator: UNIT }, 'mentorships/:id'),
  form('mentorships/:id/terms/:personId/zero-pay', ofUnpaid, { head: UNIT }, 'mentorships/:id'),
  form('mentorships/:id/terms/:personId/programme', ofMentor, { curator: UNIT }, 'mentorships/:id'),
  form('mentorships/:id/terms/:personId/check', ofMentor, { curator: UNIT }, 'mentorships/:id'),
  page('contract-supplements/:id', id('signedSupplement'), { ...STAFF, mentor: OWN }),
  page('contract-supplements/:id', id('drawnSupplement'), { ...STAFF, mentor: OWN }),
  page('contract-supplements/:id/supplement.pdf', id('signedSupplement'), { ...STAFF, mentor: OWN }),
  page('contract-supplements/:id/supplement.docx', id('signedSupplement'), { ...STAFF, mentor: OWN }),
  form('contract-supplements/:id/signed', id('drawnSupplement'), HR, 'contract-supplements/:id'),
  form('contract-supplements/:id/annul', id('drawnSupplement'), HR, 'contract-supplements/:id'),
  page('papers', undefined, ['head', 'curator', 'hrOfficer'], SEARCH),
  page('papers.xlsx', undefined, ['head', 'curator', 'hrOfficer'], SEARCH),
  form('papers/regulation', undefined, ['head', 'curator', 'hrOfficer']),
];

const PAYERS = { head: UNIT, curator: UNIT, hrOfficer: UNIT } as const;

const stimuli: Line[] = [
  page('stimuli', undefined, 'signedIn', SEARCH),
  form('stimuli/money', undefined, ['curator']),
  form('stimuli/award', undefined, ['curator']),
  page('stimuli/:id', id('moneyProposed'), PAYERS),
  page('stimuli/:id', id('moneyApproved'), { ...PAYERS, mentor: OWN }),
  page('stimuli/:id', id('award'), { ...PAYERS, mentor: OWN }),
  form('stimuli/:id/approve', id('moneyProposed'), { head: UNIT }, 'stimuli/:id'),
  form('stimuli/:id/pay', id('moneyApproved'), { hrOfficer: UNIT }, 'stimuli/:id'),
];

const ABOVE = {
  ...{ municipalCoordinator: MUNICIPALITY, methodologist: REGION, centreHead: REGION, ministryOfficer: REGION },
  federalOperator: COUNTRY,
} as const;
const COUNTED = { head: UNIT, curator: UNIT, ...ABOVE } as const;
const COUNTERS = [
  ...['head', 'curator', 'municipalCoordinator', 'methodologist', 'centreHead', 'ministryOfficer', 'federalOperator'],
] as readonly ActorName[];
const unitId = { unitId: 'unit' } as const;

const monitoring: Line[] = [
  { ...page('monitoring', undefined, COUNTERS), mayMove: true },
  page('monitoring/:unitId', unitId, COUNTED),
  page('monitoring/:unitId', { unitId: 'municipality' }, ABOVE),
  page('monitoring/:unitId/report.pdf', unitId, COUNTED),
  page('monitoring/:unitId/report.xlsx', unitId, COUNTED),
  page('monitoring/:unitId/report.xlsx', { unitId: 'municipality' }, ABOVE),
  page('monitoring/:unitId/records/:counter', { ...unitId, counter: '=youngTeachers' }, { head: UNIT, curator: UNIT }),
  page('monitoring/:unitId/records/:counter', { ...unitId, counter: '=mentorships' }, { head: UNIT, curator: UNIT }),
  page(
    'monitoring/:unitId/records/:counter',
    { ...unitId, counter: '=routeStepsDue' },
    {
      ...{ head: UNIT, curator: UNIT, centreHead: REGION },
    },
  ),
];

/** Every address of the product and what is expected of it. */
export const expectations: readonly Line[] = [
  // Before units: an act upon those moves a school away from its municipality.
  ...contours,
  // First: a later act moves the school to another municipality.
  ...requestLines,
  ...units,
  ...people,
  ...staffLists,
  ...acts,
  ...outputs,
  ...accounts,
  ...directories,
  ...scenarios,
  ...installation,
  ...desk,
  ...routeLines,
  ...programmes,
  ...mentorships,
  ...consents,
  ...papers,
  ...mentors,
  ...stimuli,
  ...monitoring,
];

const only = process.env.MATRIX_ONLY;

/** What a run probes: everything, or while a page is being built the addresses that hold `MATRIX_ONLY`; the count of probes then falls short. */
export const probedLines = expectations.filter(({ path }) => only === undefined || path.includes(only));
