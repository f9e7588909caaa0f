import type { Field, Mark, Part, Relation } from './canary-marks.ts';
import type { ActorName } from './canary-world.ts';

interface Knowledge {
  fields: readonly Field[];
  of: readonly Relation[];
  parts?: readonly Part[];
  /** Only on addresses of the site map that begin so. */
  on?: string;
}

const UNIT = ['own', 'colleague'] as const;
const MUNICIPALITY = ['own', 'colleague', 'sibling'] as const;
const BY_WHOM = ['head', 'curator', 'hrOfficer', 'mentor', 'tutor', 'centreHead'] as const;
/** The journal tells everybody who acted upon his data. */
const WHO_ACTED: Knowledge = { fields: ['name'], of: ['own', 'far'], parts: BY_WHOM, on: 'journal' };
/** Inside the organisation everybody reads whom one may learn from. */
const OFFERED: readonly Knowledge[] = ['mentors', 'people/:personId/mentor-profile'].map((on) => ({
  ...{ fields: ['name', 'strengths'], of: UNIT, parts: ['mentor', 'spareMentor'], on },
}));
/** Who agreed what of a plan is told to those who see the plan. */
const AGREED: Knowledge = { fields: ['name'], of: ['far'], parts: ['tutor', 'otherTutor'], on: 'route-steps/:id/talk' };
const REGION = ['own', 'colleague', 'sibling', 'far'] as const;

/** Who may know what about whom, besides everybody what names himself; copied by hand from the table of rights. */
const entitlements: Partial<Record<ActorName, readonly Knowledge[]>> = {
  head: [
    { fields: ['fileName'], of: UNIT, on: 'journal' },
    { fields: ['name', 'email', 'phone', 'strengths', 'evidence'], of: UNIT },
    { fields: ['name'], of: ['far'], parts: ['tutor', 'otherTutor', 'centreHead'], on: 'journal' },
    { fields: ['focus', 'idea', 'plan', 'result', 'returnReason', 'money', 'award', 'work', 'pay'], of: UNIT },
  ],
  curator: [
    AGREED,
    {
      fields: ['name', 'email', 'phone', 'strengths', 'evidence', 'staffList', 'fileName', 'scenarioWords'],
      of: UNIT,
    },
    { fields: ['focus', 'idea', 'plan', 'result', 'returnReason', 'award', 'routePlan', 'work', 'pay'], of: UNIT },
    { fields: ['focus', 'idea', 'plan', 'result', 'returnReason', 'award', 'routePlan', 'need'], of: UNIT },
    { fields: ['name', 'strengths'], of: ['sibling'], parts: ['mentor', 'spareMentor'] },
  ],
  hrOfficer: [
    ...OFFERED,
    { fields: ['name', 'email', 'phone', 'money', 'award', 'staffList', 'fileName', 'returnReason'], of: UNIT },
    { fields: ['work', 'pay'], of: UNIT },
  ],
  psychologist: [...OFFERED, { fields: ['name'], of: UNIT }],
  mentor: [
    AGREED,
    ...OFFERED,
    WHO_ACTED,
    {
      fields: ['name', 'focus', 'idea', 'plan', 'result'],
      of: ['own'],
      parts: ['mentee', 'otherMentee', 'outwardMentee'],
    },
    { fields: ['routePlan'], of: ['own'], parts: ['mentee'] },
    { fields: ['name'], of: ['own'], parts: ['head', 'curator'] },
  ],
  mentee: [
    ...OFFERED,
    WHO_ACTED,
    { fields: ['name', 'strengths', 'work'], of: ['own'], parts: ['mentor'] },
    { fields: ['name', 'strengths'], of: ['own'], parts: ['mentor'] },
    { fields: ['name'], of: UNIT, on: 'requests/:id/wishes' },
    { fields: ['name', 'strengths'], of: UNIT, on: 'requests/:id/choose' },
    { fields: ['name'], of: ['own'], parts: ['head', 'curator'] },
    { fields: ['name'], of: ['far'], parts: ['tutor'] },
    // Whoever looked at the own route is named to its owner (BR-86).
    { fields: ['name'], of: ['far'], parts: ['centreHead'], on: 'educational-routes/:id/looks' },
    { fields: ['name'], of: ['far'], parts: ['centreHead'], on: 'educational-routes/:id/route.json' },
  ],
  proposedMentee: [
    WHO_ACTED,
    { fields: ['name'], of: ['own'], parts: ['mentor'] },
    { fields: ['name'], of: ['own'], parts: ['head', 'curator'] },
  ],
  askedMentor: [
    WHO_ACTED,
    { fields: ['name'], of: ['own'], parts: ['mentee', 'spareMentee', 'head', 'curator'] },
    { fields: ['need'], of: ['own'], parts: ['mentee'] },
    { fields: ['name', 'need'], of: ['sibling'], parts: ['outwardMentee'], on: 'outward-offers' },
    { fields: ['focus'], of: ['own'], parts: ['spareMentee'] },
  ],
  tutor: [
    WHO_ACTED,
    { fields: ['name', 'plan', 'routePlan', 'routeWords'], of: ['own'], parts: ['mentee'] },
    { fields: ['name'], of: ['own'], parts: ['head'], on: 'mentorships/:id/programme' },
  ],
  centreHead: [
    { fields: ['name', 'routePlan', 'routeWords'], of: REGION, parts: ['mentee'] },
    { fields: ['name'], of: ['far'], parts: ['tutor', 'otherTutor', 'centreHead'] },
    { fields: ['name'], of: REGION, on: 'educational-routes/open' },
    // Colleagues of the centre.
    { fields: ['name'], of: REGION, parts: ['teacher'], on: 'accounts' },
  ],
  municipalCoordinator: [
    { fields: ['name', 'strengths'], of: ['sibling'], parts: ['mentor', 'spareMentor'] },
    { fields: ['name', 'need'], of: MUNICIPALITY, parts: ['outwardMentee'] },
    { fields: ['name', 'strengths'], of: ['sibling'], parts: ['spareMentor'] },
  ],
  administrator: [
    { fields: ['name'], of: REGION, on: 'accounts' },
    { fields: ['name'], of: REGION, on: 'people/:id/grants' },
    { fields: ['name', 'email'], of: REGION, on: 'people/:id/invite' },
    { fields: ['name'], of: REGION, on: 'grants/' },
  ],
  teacher: [WHO_ACTED],
  auditor: [
    { fields: ['name', 'fileName'], of: MUNICIPALITY, on: 'journal' },
    { fields: ['name'], of: ['far'], parts: ['otherTutor', 'tutor', 'centreHead'], on: 'journal' },
  ],
};

/** Whether this actor may meet this mark on this address. */
export function mayKnow(actor: ActorName, personId: string | null, path: string, mark: Mark): boolean {
  if (mark.id === personId) return true;
  return (entitlements[actor] ?? []).some(
    ({ fields, of, parts, on }) =>
      fields.includes(mark.field) &&
      of.includes(mark.relation) &&
      (parts?.includes(mark.part) ?? true) &&
      (on === undefined || path.startsWith(on)),
  );
}
