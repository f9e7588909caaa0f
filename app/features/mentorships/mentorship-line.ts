import { paths } from '#app/paths.ts';
import type { NewNotice, NoticeKind } from '../notifications/notice.ts';
import type { LockedMentorship } from './locked-mentorship.server.ts';

/** Where the journal files a mentorship. */
export function journalPlace({ id, unitId, regionId, mentee }: LockedMentorship) {
  return { objectKind: 'mentorship', objectId: id, unitId, regionId, personId: mentee.personId };
}

/** One notice to each side, naming the other. */
export function noticesToSides({ id, mentor, mentee }: LockedMentorship, kind: NoticeKind): NewNotice[] {
  // Before the order the sides hold no role yet, after the end no longer: then only the page of their own side opens.
  const path = kind === 'mentorship-active' ? paths.mentorship(id) : paths.mentorshipConsent(id);
  return [
    { personId: mentor.personId, kind, path, details: { person: mentee.name } },
    { personId: mentee.personId, kind, path, details: { person: mentor.name } },
  ];
}
