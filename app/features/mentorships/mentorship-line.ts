import { paths } from '#app/paths.ts';
import type { NewNotice, NoticeKind } from '../notifications/notice.ts';
import type { LockedMentorship } from './locked-mentorship.server.ts';

/** Where the journal files a mentorship. */
export function journalPlace({ id, unitId, regionId, mentee }: LockedMentorship) {
  return { objectKind: 'mentorship', objectId: id, unitId, regionId, personId: mentee.personId };
}

/** One notice to everyone who stays to the end, naming the other side. */
export function noticesToSides({ id, mentors, mentees }: LockedMentorship, kind: NoticeKind): NewNotice[] {
  // Before the order the sides hold no role yet, after the end no longer: then only the page of their own side opens.
  const opensPage = kind === 'mentorship-active' || kind === 'mentorship-begun';
  const ownPage = kind === 'mentorship-closed' ? paths.closingWord(id) : paths.mentorshipConsent(id);
  const path = opensPage ? paths.mentorship(id) : ownPage;
  const namesOf = (side: readonly { name: string }[]) => side.map(({ name }) => name).join(', ');
  return [
    ...mentors.map(({ personId }) => ({ personId, kind, path, details: { person: namesOf(mentees) } })),
    ...mentees.map(({ personId }) => ({ personId, kind, path, details: { person: namesOf(mentors) } })),
  ];
}
