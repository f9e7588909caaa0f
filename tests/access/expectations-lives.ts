import { form, id, type Line, OWN, page, SEARCH, UNIT } from './expectation.ts';

/** Members, pauses and topics of a mentorship in force. */
export const lives: Line[] = [
  form('mentorships/:id/pause', id('active'), { curator: UNIT }, 'mentorships/:id'),
  form('mentorship-pauses/:id/resume', id('pause'), { curator: UNIT }, 'mentorships/:id'),
  // The words of a side are its own: neither head nor curator nor anybody else writes them.
  form('mentorships/:id/closing-word', id('active'), { mentor: OWN, mentee: OWN }, 'mentorships/:id'),
  page('mentorships/:id/topics', id('reverse'), { askedMentor: OWN, head: UNIT, curator: UNIT }),
  form(
    'mentorships/:id/topics/:teacherId',
    { id: 'reverse', teacherId: 'reverseTeacher' },
    { askedMentor: OWN, head: UNIT, curator: UNIT },
    'mentorships/:id',
  ),
  form(
    'mentorships/:id/topics/:teacherId/result',
    { id: 'reverse', teacherId: 'reverseTeacher' },
    { askedMentor: OWN, head: UNIT, curator: UNIT },
    'mentorships/:id',
  ),
  page('mentorships/:id/members', id('active'), { mentor: OWN, mentee: OWN, head: UNIT, curator: UNIT }),
  page('mentorships/:id/members', id('drafting'), { mentor: OWN, head: UNIT, curator: UNIT }),
  {
    ...form(
      'mentorships/:id/members/add/:side',
      { id: 'proposed', side: '=mentor' },
      { curator: UNIT },
      'mentorships/:id',
    ),
    queries: SEARCH,
  },
  { ...form('mentorships/:id/members/replace', id('active'), { curator: UNIT }, 'mentorships/:id'), queries: SEARCH },
  form('mentorship-members/:id/leave', id('member'), { curator: UNIT }, 'mentorships/:id'),
  {
    ...page('membership-changes/:id', id('memberChange'), { head: UNIT, curator: UNIT }),
    acts: {},
    fills: { answer: 'given' },
    under: 'membership-changes/:id',
  },
  form('membership-changes/:id/paper', id('memberChange'), { curator: UNIT }, 'membership-changes/:id'),
  form('membership-changes/:id/done', id('agreedChange'), { curator: UNIT }, 'membership-changes/:id'),
  form('membership-changes/:id/withdraw', id('memberChange'), { curator: UNIT }, 'membership-changes/:id'),
];
