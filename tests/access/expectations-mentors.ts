import { form, id, type Line, MUNICIPALITY, OWN, page, SEARCH, UNIT } from './expectation.ts';

const OFFERERS = { mentor: OWN, curator: UNIT } as const;
const mentorPerson = { personId: 'mentorPerson' } as const;
const NO_TIME = { monday: '', tuesday: '', wednesday: '', thursday: '', friday: '', saturday: '' };

/** Profiles of mentors with their results, free time, readiness and load. */
export const mentors: readonly Line[] = [
  page('mentors', undefined, 'signedIn', SEARCH),
  page('mentors.xlsx', undefined, ['head', 'curator'], SEARCH),
  page(
    'people/:personId/mentor-profile',
    mentorPerson,
    {
      ...{ head: UNIT, curator: MUNICIPALITY, mentor: UNIT, mentee: UNIT, psychologist: UNIT, hrOfficer: UNIT },
      municipalCoordinator: ['sibling'],
    },
    ['?view=others'],
  ),
  {
    ...form('people/:personId/mentor-profile/edit', mentorPerson, OFFERERS, 'people/:id'),
    fills: { notTakingUntil: '' },
  },
  form('people/:personId/mentor-profile/strengths', mentorPerson, OFFERERS, 'people/:id'),
  {
    ...form('people/:personId/mentor-profile/results/add', mentorPerson, OFFERERS, 'people/:id'),
    fills: { evidenceLink: 'https://example.ru/itog' },
  },
  form('mentor-results/:id/confirm', id('mentorResult'), { head: UNIT, curator: UNIT }),
  form('mentor-results/:id/withdraw', id('mentorResult'), OFFERERS),
  {
    ...form('people/:personId/free-slots', { personId: 'teacher' }, { curator: UNIT, teacher: OWN }, 'people/:id'),
    fills: NO_TIME,
  },
  form('me/readiness/:side', { side: '=mentor' }, 'signedIn'),
  form('people/:personId/load-override', { personId: 'spareMentorPerson' }, { head: UNIT }, 'people/:id'),
  form('units/:id/mentoring-limits', id('unit'), { head: UNIT, curator: UNIT }),
];
