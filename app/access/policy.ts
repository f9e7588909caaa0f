import { ROLES, type Role } from './roles.ts';

/**
 * How far a line reaches.
 * `own`: rows that name the actor; `unit`: rows of the unit of the grant; `subtree`: that unit and all below;
 * `below`: all below, that unit itself not; `municipality`, `region`: the whole of it in which the unit of the grant
 * stands. A word after the dot narrows the reach to rows for which the condition of that name in `objects.server.ts` holds.
 */
export type Reach =
  | 'own'
  | 'unit'
  | 'subtree'
  | 'below'
  | 'region'
  | 'unit.referred'
  | 'unit.nonMoney'
  | 'unit.inForce'
  | 'subtree.crossOrganisation'
  | 'subtree.openOutside'
  | 'subtree.consolidated'
  | 'municipality.openOutside'
  | 'subtree.outward'
  | 'region.withRoute'
  | 'own.transferStands'
  | 'region.transferStands';

/** Roles of the table; `everyone` stands for any signed-in person about what names that person. */
export type Holder = Role | 'everyone';

type Line = Partial<Record<Holder, Reach>>;

/**
 * THE table: who may do what, how far. No line, no reach. Printed into README.
 * Source: DOMAIN 6.1, BR-44, BR-85 to BR-88.
 */
export const policy = {
  'unit.read': {
    everyone: 'own',
    municipalCoordinator: 'subtree',
    methodologist: 'subtree',
    centreHead: 'region',
    ministryOfficer: 'subtree',
    federalOperator: 'subtree',
    administrator: 'subtree',
  },
  'unit.add': { administrator: 'subtree' },
  'unit.manage': { administrator: 'below' },
  'grant.manage': { administrator: 'subtree', head: 'unit', curator: 'unit', centreHead: 'unit' },
  'account.add': { administrator: 'subtree' },
  'account.invite': { administrator: 'subtree', head: 'unit', curator: 'unit', centreHead: 'unit' },
  'person.read': {
    everyone: 'own',
    head: 'unit',
    curator: 'unit',
    psychologist: 'unit',
    hrOfficer: 'unit',
    mentor: 'own',
    mentee: 'own',
    tutor: 'own',
    centreHead: 'region.withRoute',
    municipalCoordinator: 'subtree.openOutside',
  },
  'person.private': { everyone: 'own', head: 'unit', hrOfficer: 'unit', curator: 'unit' },
  'person.manage': { curator: 'unit', hrOfficer: 'unit' },
  // A tutor does not look through teachers he does not accompany: routes are opened by the head of the centre.
  'person.findForRoute': { centreHead: 'region' },
  'staffList.import': { curator: 'unit', hrOfficer: 'unit', municipalCoordinator: 'subtree.consolidated' },
  // Inside the organisation everybody sees whom one may learn from; opened outside, the neighbours do.
  'mentorProfile.read': {
    everyone: 'own',
    head: 'unit',
    curator: 'unit',
    mentor: 'unit',
    mentee: 'unit',
    psychologist: 'unit',
    hrOfficer: 'unit',
    municipalCoordinator: 'subtree.openOutside',
  },
  'mentorProfile.readNearby': { curator: 'municipality.openOutside' },
  'mentorProfile.load': { head: 'unit', curator: 'unit' },
  // Whoever wants to mentor says so by the own profile before any role is given.
  'mentorProfile.edit': { everyone: 'own', curator: 'unit' },
  'mentorResult.confirm': { head: 'unit', curator: 'unit' },
  'mentorResult.withdraw': { everyone: 'own', curator: 'unit' },
  'freeSlot.edit': { everyone: 'own', curator: 'unit' },
  'mentoringLimits.set': { head: 'unit', curator: 'unit' },
  'scenario.run': { curator: 'unit' },
  'weights.set': { curator: 'unit' },
  'request.read': { everyone: 'own', curator: 'unit', municipalCoordinator: 'subtree.outward' },
  'request.edit': { everyone: 'own', curator: 'unit' },
  // Whom somebody would rather not have is told to nobody, the curator included.
  'request.wish': { everyone: 'own' },
  'openRequest.read': { everyone: 'own' },
  'ask.answer': { everyone: 'own' },
  // A request goes outside by the mentee's own act alone (BR-10).
  'request.outward': { everyone: 'own' },
  'request.offer': { municipalCoordinator: 'subtree.outward' },
  'outwardOffer.answer': { everyone: 'own' },
  'lentMentor.agree': { curator: 'unit' },
  'candidate.propose': { curator: 'unit' },
  'needsSurvey.manage': { curator: 'unit' },
  'needsSurvey.answer': { everyone: 'own' },
  'matching.run': { curator: 'unit', municipalCoordinator: 'subtree.openOutside' },
  'mentorship.read': {
    mentor: 'own',
    mentee: 'own',
    partner: 'own',
    federalCentre: 'own',
    guardian: 'own',
    head: 'unit',
    curator: 'unit',
    hrOfficer: 'unit',
    psychologist: 'unit.referred',
    municipalCoordinator: 'subtree.crossOrganisation',
  },
  // Who declined or how each side answered: on the mentorship's own page only (BR-04).
  'mentorship.answers': { head: 'unit', curator: 'unit' },
  'mentorship.content': { mentor: 'own', mentee: 'own', head: 'unit', curator: 'unit' },
  'mentorship.propose': { curator: 'unit' },
  'mentorship.consent': { mentor: 'own', mentee: 'own', everyone: 'own' },
  'mentorship.recordConsent': { curator: 'unit' },
  'mentorship.close': { curator: 'unit' },
  'mentorship.overrideLimit': { head: 'unit' },
  // A side gives up by itself; for the organisation, and from paper, head or curator record the notice (BR-03, BR-04).
  'mentorship.giveUp': { mentor: 'own', mentee: 'own' },
  // Roles end with the mentorship: each says the closing words as one who was there.
  'mentorship.closingWord': { everyone: 'own' },
  'mentorship.endEarly': { head: 'unit', curator: 'unit' },
  'mentorship.pause': { curator: 'unit' },
  // The two of a reverse mentorship write their topics before any order gives them a role.
  'mentorship.topics': { everyone: 'own', curator: 'unit', head: 'unit' },
  'mentorship.changeMembers': { curator: 'unit' },
  'mentorship.startProgramme': { mentor: 'own', mentee: 'own', curator: 'unit' },
  // Which papers are there and which are missing; the pay itself is `terms.read`.
  'mentorship.papers': { head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  'mentorship.setTerms': { curator: 'unit' },
  'mentorship.groundZeroPay': { head: 'unit' },
  // The mentor alone of the two sides: a mentee never sees the mentor's pay.
  'terms.read': { everyone: 'own', head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  'supplement.read': { everyone: 'own', head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  'supplement.sign': { curator: 'unit', hrOfficer: 'unit' },
  'regulation.record': { head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  // A refused invitation is told to head and curator only (BR-04).
  'membershipChange.read': { everyone: 'own', head: 'unit', curator: 'unit' },
  'membershipChange.answer': { everyone: 'own' },
  'membershipChange.manage': { curator: 'unit' },
  'act.read': { everyone: 'own', head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  'act.edit': { curator: 'unit', hrOfficer: 'unit', head: 'unit' },
  'act.approve': { head: 'unit' },
  // An organisation's own texts of templates.
  'template.manage': { curator: 'unit' },
  // Consents about personal data (BR-80): the person signs and takes back, the curator keeps what is on paper.
  'consentText.manage': { methodologist: 'unit', head: 'unit', curator: 'unit' },
  'personalConsent.read': { everyone: 'own', head: 'unit', curator: 'unit' },
  'personalConsent.withdraw': { everyone: 'own' },
  'personalConsent.recordWithdrawal': { curator: 'unit' },
  'consentPaper.read': { head: 'unit', curator: 'unit' },
  'consentPaper.record': { curator: 'unit' },
  'act.publish': { head: 'unit', curator: 'unit' },
  'review.answer': { everyone: 'own' },
  'acquaintance.confirm': { everyone: 'own' },
  'acquaintance.record': { curator: 'unit', hrOfficer: 'unit', head: 'unit' },
  // A bundle is its asker's alone; rights to each paper in it are asked again when it is given out.
  'bundle.read': { everyone: 'own' },
  'bundle.ofYear': { head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  // By which standard of requisites documents are printed.
  'outputStandard.set': { head: 'unit', curator: 'unit', hrOfficer: 'unit' },
  'guardian.manage': { curator: 'unit' },
  'guardianConsent.withdraw': { curator: 'unit' },
  // What a withdrawn consent leaves to be destroyed, and the acts of it (BR-84).
  'erasure.manage': { head: 'unit' },
  'destructionAct.read': { head: 'unit', curator: 'unit' },
  // The home organisation of a mentor who works elsewhere too.
  'homeAgreement.answer': { head: 'unit', curator: 'unit' },
  'agreement.manage': { head: 'unit', curator: 'unit', municipalCoordinator: 'unit' },
  'contour.read': {
    head: 'unit',
    curator: 'unit',
    municipalCoordinator: 'subtree',
    methodologist: 'subtree',
    ministryOfficer: 'subtree',
  },
  'contour.place': { head: 'unit' },
  // Those above see who provides a component, not what the program knows of people and papers inside.
  'contour.hint': { head: 'unit', curator: 'unit' },
  'contour.offer': { municipalCoordinator: 'subtree', methodologist: 'subtree' },
  'programme.read': { mentor: 'own', mentee: 'own', tutor: 'own', head: 'unit', curator: 'unit' },
  'programme.edit': { mentor: 'own', mentee: 'own', curator: 'unit' },
  'programme.approve': { head: 'unit' },
  // Who took back the consent to transfer data to the centre shows it the state alone, until he consents anew.
  'route.read': { everyone: 'own', tutor: 'own.transferStands', centreHead: 'region.transferStands' },
  'route.shared': { mentor: 'own', curator: 'unit' },
  'route.state': { head: 'unit', tutor: 'own', centreHead: 'region' },
  'route.edit': { everyone: 'own' },
  'route.accompany': { tutor: 'own.transferStands' },
  // What of the plan the school and the centre agree on: the curator speaks about it, never about the product.
  'route.agreePlan': { curator: 'unit' },
  // How many have an open deficit; who, only where the whole route is read.
  'deficits.count': {
    tutor: 'own',
    centreHead: 'region',
    methodologist: 'region',
    municipalCoordinator: 'subtree',
  },
  'groupPlan.read': { tutor: 'own' },
  'proposal.answer': { everyone: 'own' },
  // A teacher says himself that he moves; the organisation he moves to takes him on (BR-22).
  'personMove.read': { everyone: 'own', curator: 'unit', hrOfficer: 'unit' },
  'personMove.withdraw': { everyone: 'own' },
  'personMove.answer': { curator: 'unit', hrOfficer: 'unit' },
  'routeTransfer.oversee': { centreHead: 'region' },
  'routeTransfer.decide': { everyone: 'own' },
  'route.open': { centreHead: 'region' },
  'route.assignTutor': { centreHead: 'region.transferStands' },
  // The register holds no personal data; the federation's entries are shared, a region keeps its own.
  'offer.read': { everyone: 'own' },
  'offer.manage': { methodologist: 'region', centreHead: 'region', federalOperator: 'unit' },
  'offerImport.read': { methodologist: 'region', centreHead: 'region', federalOperator: 'unit' },
  'route.diagnose': { centreHead: 'region.transferStands', tutor: 'own.transferStands' },
  // The federation's instruments serve every region; each keeper adds and ends only his own.
  'instrument.read': {
    tutor: 'region',
    centreHead: 'region',
    methodologist: 'region',
    federalOperator: 'subtree',
  },
  // The head of the centre loads results of all its people, a tutor those of his own; each sees the files he loaded.
  'diagnosisImport.load': { centreHead: 'unit', tutor: 'unit' },
  'diagnosisImport.manage': { centreHead: 'unit', tutor: 'own' },
  'instrument.manage': { centreHead: 'unit', methodologist: 'unit', federalOperator: 'unit' },
  'stimulus.read': { everyone: 'own', head: 'unit', hrOfficer: 'unit', curator: 'unit.nonMoney' },
  'stimulus.fact': { curator: 'unit' },
  'stimulus.propose': { curator: 'unit' },
  'stimulus.approve': { head: 'unit' },
  'stimulus.pay': { hrOfficer: 'unit' },
  'monitoring.read': {
    head: 'unit',
    curator: 'unit',
    municipalCoordinator: 'subtree',
    methodologist: 'subtree',
    centreHead: 'region',
    ministryOfficer: 'subtree',
    federalOperator: 'subtree',
  },
  'journal.read': { auditor: 'subtree', head: 'unit', everyone: 'own' },
  // Whose data an act was about, by name, in lines that one's role opens.
  'journal.people': { auditor: 'subtree', head: 'unit' },
  // Forms and kinds of mentoring, days off: the federation's for all, a region's own and switching.
  'directory.manage': { federalOperator: 'unit', methodologist: 'unit' },
  // Holidays and moved days of a year, the same for the whole country.
  'calendar.manage': { federalOperator: 'unit', administrator: 'unit' },
  'installation.manage': { administrator: 'subtree' },
} as const satisfies Record<string, Line>;

/** Name of a permission: object, dot, act. */
export type Permission = keyof typeof policy;

/** The lines of a permission as pairs of holder and reach. */
export function linesOf(permission: Permission): [Holder, Reach][] {
  return Object.entries<Reach>(policy[permission]).map(([holder, reach]) => [holder as Holder, reach]);
}

/**
 * Which roles a holder of `grant.manage` may give. Nobody gives a role to himself, nor outside his reach.
 * The administrator of the lower tiers is given only from above: see `ruleAgainstGranting`.
 */
export const mayGrant: Partial<Record<Role, readonly Role[]>> = {
  administrator: ROLES,
  head: ['curator', 'mentor', 'mentee', 'psychologist', 'hrOfficer'],
  curator: ['mentor', 'mentee'],
  centreHead: ['tutor'],
};
