import { sql } from 'kysely';
import type { Day, Id } from '#db/schema.ts';
import {
  type AccessObject,
  below,
  institutional,
  type List,
  nearby,
  strictlyBelow,
  transferStands,
} from './access-object.server.ts';
import { acquaintance, act, review } from './act-objects.server.ts';
import * as consents from './consent-objects.server.ts';
import { groupPlan, offer, offerImport, personMove, proposal, routeTransfer } from './desk-objects.server.ts';
import {
  ask,
  candidate,
  lentMentor,
  needsSurvey,
  openRequest,
  outwardOffer,
  request,
} from './request-objects.server.ts';

export type { AccessObject } from './access-object.server.ts';

const memberOn = (side: 'mentor' | 'mentee', mentorship: string) => (person: Id, today: Day, units: List) =>
  sql<boolean>`exists (select 1 from mentorship_member own_side where own_side.mentorship_id = ${sql.ref(mentorship)}
    and own_side.side = ${side} and own_side.person_id = ${person} and own_side.unit_id in (${units})
    and (own_side.ended_on >= ${today}::date or own_side.started_on > ${today}::date))`;

const anyMember = (mentorship: string) => (person: Id) =>
  sql<boolean>`exists (select 1 from mentorship_member own_side where own_side.mentorship_id = ${sql.ref(mentorship)}
    and own_side.person_id = ${person})`;

const counterpart = (mine: 'mentor' | 'mentee') => (person: Id, today: Day, units: List) =>
  sql<boolean>`exists (select 1 from mentorship_member me
    join mentorship_member other on other.mentorship_id = me.mentorship_id and other.side <> me.side
    join mentorship pair on pair.id = me.mentorship_id
    where me.person_id = ${person} and me.side = ${mine} and me.unit_id in (${units}) and me.ended_on >= ${today}::date
      and other.person_id = person.id and other.ended_on >= ${today}::date
      and pair.state in ('proposed', 'consented', 'active'))`;

const tutorOf = (route: string) => (person: Id, today: Day, units: List) =>
  sql<boolean>`exists (select 1 from route_tutor mine join educational_route tutored on tutored.id = mine.route_id
    where mine.route_id = ${sql.ref(route)} and mine.person_id = ${person} and tutored.centre_id in (${units})
    and mine.started_on <= ${today}::date and (mine.ended_on is null or mine.ended_on >= ${today}::date))`;

const person: AccessObject = {
  table: 'person',
  inUnits: (units, today) =>
    sql<boolean>`(person.unit_id in (${units}) or exists (select 1 from employment work where work.person_id = person.id
      and work.unit_id in (${units}) and work.started_on <= ${today}::date
      and (work.ended_on is null or work.ended_on >= ${today}::date)))`,
  inSubtrees: (units) => below(sql.ref('person.unit_id'), units),
  inRegions: (regions) => sql<boolean>`person.region_id in (${regions})`,
  own: {
    everyone: (me) => sql<boolean>`person.id = ${me}`,
    mentor: counterpart('mentor'),
    mentee: counterpart('mentee'),
    tutor: (me, today, units) =>
      sql<boolean>`exists (select 1 from educational_route his
        where his.person_id = person.id and ${tutorOf('his.id')(me, today, units)})`,
  },
  only: {
    withRoute: sql<boolean>`exists (select 1 from educational_route his where his.person_id = person.id)`,
    openOutside: sql<boolean>`(exists (select 1 from mentor_profile offer
        where offer.person_id = person.id and offer.unit_id = person.unit_id and offer.is_open_outside)
      or exists (select 1 from mentoring_request went
        where went.person_id = person.id and went.unit_id = person.unit_id
          and went.state = 'open' and went.outward_on is not null))`,
  },
};

const account: AccessObject = {
  ...person,
  inSubtrees: (units, today) =>
    sql<boolean>`(${below(sql.ref('person.unit_id'), units)} or exists (select 1 from employment work
      where work.person_id = person.id and work.started_on <= ${today}::date
      and (work.ended_on is null or work.ended_on >= ${today}::date) and ${below(sql.ref('work.unit_id'), units)}))`,
  own: {},
};

const mentorship: AccessObject = {
  ...institutional('mentorship'),
  own: {
    mentor: memberOn('mentor', 'mentorship.id'),
    mentee: memberOn('mentee', 'mentorship.id'),
    partner: memberOn('mentor', 'mentorship.id'),
    // No row names the guardian of a minor yet.
    guardian: () => sql<boolean>`false`,
    federalCentre: memberOn('mentor', 'mentorship.id'),
    everyone: anyMember('mentorship.id'),
  },
  only: {
    // No row refers a mentorship to the psychologist yet.
    referred: sql<boolean>`false`,
    crossOrganisation: sql<boolean>`exists (select 1 from mentorship_member far where far.mentorship_id = mentorship.id
      and far.unit_id <> mentorship.unit_id)`,
  },
};

const route: AccessObject = {
  ...institutional('educational_route'),
  inUnits: (units) =>
    sql<boolean>`(educational_route.unit_id in (${units}) or educational_route.centre_id in (${units}))`,
  own: {
    everyone: (me) => sql<boolean>`educational_route.person_id = ${me}`,
    tutor: tutorOf('educational_route.id'),
    mentor: (me, today, units) =>
      sql<boolean>`exists (select 1 from mentorship_member mine
        join mentorship_member other on other.mentorship_id = mine.mentorship_id and other.side = 'mentee'
        join mentorship pair on pair.id = mine.mentorship_id and pair.state = 'active'
        where mine.person_id = ${me} and mine.side = 'mentor' and mine.unit_id in (${units}) and mine.ended_on >= ${today}::date
          and other.person_id = educational_route.person_id and other.ended_on >= ${today}::date)`,
  },
  only: { transferStands: transferStands('educational_route.person_id') },
};

/** Permissions about a unit as a whole, held by role alone. */
const units = {
  table: 'org_unit',
  inUnits: (ids: List) => sql<boolean>`org_unit.id in (${ids})`,
  inSubtrees: (ids: List) => below(sql.ref('org_unit.id'), ids),
  inRegions: (regions: List) => sql<boolean>`org_unit.region_id in (${regions})`,
  own: {},
} satisfies AccessObject;

/** Every object a permission may be about. A permission's first word names its object. */
export const objects = {
  unit: {
    table: 'org_unit',
    inUnits: (units) => sql<boolean>`org_unit.id in (${units})`,
    inSubtrees: (units) => below(sql.ref('org_unit.id'), units),
    inBelow: (units) => strictlyBelow(sql.ref('org_unit.id'), units),
    inRegions: (regions) => sql<boolean>`org_unit.region_id in (${regions})`,
    own: {
      everyone: (me, today) =>
        sql<boolean>`exists (select 1 from role_grant mine join org_unit_ancestor up on up.unit_id = mine.unit_id
          join org_unit held_at on held_at.id = mine.unit_id
          where mine.person_id = ${me} and up.ancestor_id = org_unit.id
            and (held_at.ended_on is null or held_at.ended_on >= ${today}::date)
            and mine.started_on <= ${today}::date and (mine.ended_on is null or mine.ended_on >= ${today}::date))`,
    },
  },
  account,
  grant: { ...institutional('role_grant'), own: {} },
  person,
  staffList: {
    ...institutional('staff_list'),
    own: {},
    only: { consolidated: sql<boolean>`staff_list.scope = 'consolidated'` },
  },
  mentorProfile: {
    ...institutional('mentor_profile'),
    own: { everyone: (me) => sql<boolean>`mentor_profile.person_id = ${me}` },
    inMunicipalities: (units) => nearby(sql.ref('mentor_profile.unit_id'), units),
    // Not the profile of an organisation the person has left.
    only: {
      openOutside: sql<boolean>`(mentor_profile.is_open_outside and exists (select 1 from person here
        where here.id = mentor_profile.person_id and here.unit_id = mentor_profile.unit_id))`,
    },
  },
  mentorResult: {
    ...institutional('mentor_result'),
    own: { everyone: (me) => sql<boolean>`mentor_result.person_id = ${me}` },
  },
  freeSlot: person,
  mentoringLimits: { ...institutional('mentoring_limits'), own: {} },
  mentorship,
  terms: {
    ...institutional('mentorship_terms'),
    own: { everyone: (me) => sql<boolean>`mentorship_terms.person_id = ${me}` },
  },
  supplement: {
    ...institutional('contract_supplement'),
    own: { everyone: (me) => sql<boolean>`contract_supplement.person_id = ${me}` },
  },
  regulation: { ...institutional('regulation_reference'), own: {} },
  template: { ...institutional('act_template_variant'), own: {} },
  membershipChange: {
    ...institutional('membership_change'),
    own: { everyone: (me) => sql<boolean>`membership_change.person_id = ${me}` },
  },
  matching: person,
  scenario: { ...institutional('matching_scenario'), own: {} },
  weights: { ...institutional('matching_weights'), own: {} },
  ...consents,
  act,
  review,
  acquaintance,
  bundle: {
    ...institutional('paper_bundle'),
    own: { everyone: (me) => sql<boolean>`paper_bundle.requested_by = ${me}` },
  },
  outputStandard: { ...institutional('output_standard'), own: {} },
  agreement: { ...institutional('cooperation_agreement'), own: {} },
  programme: {
    ...institutional('programme'),
    own: {
      mentor: memberOn('mentor', 'programme.mentorship_id'),
      mentee: memberOn('mentee', 'programme.mentorship_id'),
      tutor: (me, today, units) =>
        sql<boolean>`exists (select 1 from mentorship_member taught
          join educational_route his on his.person_id = taught.person_id
          where taught.mentorship_id = programme.mentorship_id and taught.side = 'mentee'
            and ${transferStands('his.person_id')} and ${tutorOf('his.id')(me, today, units)})`,
    },
  },
  route,
  diagnosisImport: {
    ...institutional('diagnosis_import'),
    own: {
      tutor: (me, _, units) =>
        sql<boolean>`(diagnosis_import.uploaded_by = ${me} and diagnosis_import.unit_id in (${units}))`,
    },
  },
  instrument: {
    ...institutional('diagnostic_instrument'),
    inRegions: (regions) =>
      sql<boolean>`(diagnostic_instrument.region_id in (${regions}) or diagnostic_instrument.region_id is null)`,
    own: {},
  },
  stimulus: {
    ...institutional('stimulus'),
    own: { everyone: (me) => sql<boolean>`stimulus.person_id = ${me} and stimulus.state <> 'proposed'` },
    only: { nonMoney: sql<boolean>`not stimulus.is_money` },
  },
  // A directory is asked about by the unit that keeps it: the federation or a region.
  directory: units,
  // The federation, for who holds a role there or in a region: an installation of one region has no one above.
  calendar: {
    ...units,
    inUnits: (ids) =>
      sql<boolean>`(org_unit.kind = 'federation' and exists (select 1 from org_unit_ancestor up
        join org_unit held on held.id = up.unit_id and held.kind in ('federation', 'region')
        where up.ancestor_id = org_unit.id and up.unit_id in (${ids})))`,
  },
  contour: units,
  monitoring: units,
  journal: {
    ...institutional('journal_entry'),
    own: { everyone: (me) => sql<boolean>`(journal_entry.person_id = ${me} or journal_entry.actor_id = ${me})` },
  },
  offer,
  offerImport,
  // Numbers about routes, for those who may see no names.
  deficits: route,
  groupPlan,
  proposal,
  personMove,
  routeTransfer,
  request,
  openRequest,
  ask,
  outwardOffer,
  lentMentor,
  candidate,
  needsSurvey,
  installation: { ...institutional('role_grant'), own: {} },
} as const satisfies Record<string, AccessObject>;

/** Name of an object of access. */
export type ObjectName = keyof typeof objects;
