import type { ActorName } from './canary-world.ts';
import { form, id, type Line, MUNICIPALITY, OWN, page, SEARCH, UNIT } from './expectation.ts';

const requests: Line[] = [
  page('requests', undefined, 'signedIn', SEARCH),
  { ...form('requests/new', undefined, 'signedIn'), insider: 'teacher' },
  page('requests/:id', id('request'), { mentee: OWN, curator: UNIT }),
  page('requests/:id', id('outwardRequest'), {
    proposedMentee: OWN,
    curator: UNIT,
    municipalCoordinator: MUNICIPALITY,
  }),
  form('requests/:id/edit', id('request'), { mentee: OWN, curator: UNIT }, 'requests/:id'),
  form('requests/:id/areas', id('request'), { mentee: OWN, curator: UNIT }, 'requests/:id'),
  {
    ...form('requests/:id/wishes', id('request'), { mentee: OWN }, 'requests/:id'),
    insider: 'mentee',
  },
  form('requests/:id/withdraw', id('request'), { mentee: OWN, curator: UNIT }, 'requests/:id'),
];

const choices: Line[] = [
  page('requests/:id/choose', id('request'), { mentee: OWN, curator: UNIT }),
  {
    ...form(
      'requests/:id/ask/:mentorId',
      { id: 'freeRequest', mentorId: 'spareMentorPerson' },
      { curator: UNIT },
      'requests/:id',
    ),
  },
  form('asks/:id', id('ask'), { askedMentor: OWN }),
  page('open-requests', undefined, 'signedIn', ['?subject=%D0%BC']),
  { ...form('open-requests/:id', id('freeRequest'), { askedMentor: UNIT, mentor: UNIT }), insider: 'askedMentor' },
];

const ASKED: readonly ActorName[] = [
  ...(['head', 'curator', 'hrOfficer', 'mentor', 'mentee', 'proposedMentee', 'askedMentor', 'teacher'] as const),
  'formerCurator',
];
const TEACHERS: Line['opens'] = Object.fromEntries(ASKED.map((actor) => [actor, UNIT]));

const outward: Line[] = [
  form('requests/:id/outward', id('request'), { mentee: OWN }, 'requests/:id'),
  form('requests/:id/outward/withdraw', id('outwardRequest'), { proposedMentee: OWN }, 'requests/:id'),
  page('requests/:id/mentors', id('outwardRequest'), { municipalCoordinator: MUNICIPALITY }, SEARCH),
  form(
    'requests/:id/offer/:mentorId',
    { id: 'outwardRequest', mentorId: 'openMentor' },
    { municipalCoordinator: UNIT },
    'requests/:id',
  ),
  form('outward-offers/:id/answer', id('outwardOffer'), { askedMentor: OWN }),
  form('outward-offers/:id/home', id('outwardOffer'), { curator: UNIT }),
  page('needs-surveys', undefined, ['curator']),
  form('needs-surveys/open', undefined, ['curator']),
  form('needs-surveys/:id', id('needsSurvey'), { curator: UNIT }),
  form('needs-surveys/:id/answer', id('needsSurvey'), TEACHERS),
];

/** Addresses of requests for a mentor. */
export const requestLines: readonly Line[] = [...requests, ...choices, ...outward];
