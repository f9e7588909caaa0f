import type { CandidateFacts, MenteeFacts } from '#app/features/matching/matching.ts';
import { usualAllowance } from '#app/features/mentor-profiles/workload.ts';
import type { Work } from '#app/features/mentorships/mentorship-rules.ts';

/** The day the unit tests of matching live on. */
export const TODAY = '2026-11-22';
/** The period they ask about. */
export const PERIOD = { startedOn: TODAY, endedOn: '2027-05-31' };

/** A teacher's post, mathematics since 2015 unless said otherwise. */
export function post(overrides: Partial<Work> = {}): Work {
  return {
    postCode: 'teacher',
    isTeaching: true,
    subject: 'математика',
    startedOn: '2015-09-01',
    endedOn: null,
    ...overrides,
  };
}

/** A first-year teacher of mathematics. */
export function menteeOf(overrides: Partial<MenteeFacts> = {}): MenteeFacts {
  return {
    personId: 'mentee',
    unitId: 'school',
    teachingSince: '2026-09-01',
    work: [post({ startedOn: '2026-09-01' })],
    ...overrides,
  };
}

/** An experienced colleague without mentees. */
export function candidate(overrides: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    personId: 'mentor',
    unitId: 'school',
    nameKey: 'иванов пётр',
    category: 'highest',
    teachingSince: '2001-09-01',
    work: [post()],
    allowance: usualAllowance(3),
    hoursTaken: [],
    hasResults: true,
    isTaking: true,
    isReadyRemote: true,
    taken: [],
    withMentee: [],
    pauseEndsOn: null,
    ...overrides,
  };
}
