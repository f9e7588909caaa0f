import { describe, expect, test } from 'vitest';
import {
  earliestEnd,
  type NoticeFacts,
  ruleAgainstAnyNotice,
  ruleAgainstNoticeDays,
} from '#app/features/mentorships/mentorship-notice.ts';
import { calendar2026 } from '#tests/features/working-days/russian-years.ts';

const mentorship: NoticeFacts = {
  state: 'active',
  startedOn: '2025-09-10',
  endedOn: '2026-05-31',
  isEnding: false,
  members: [
    { personId: 'mentor', side: 'mentor' },
    { personId: 'mentee', side: 'mentee' },
  ],
};

describe('the earliest last day (BR-03)', () => {
  test('over the May holidays: 30 April, 4 and 5 May are worked, 1 to 3 May are not', () => {
    expect(earliestEnd('2026-04-29', mentorship.startedOn, calendar2026())).toEqual({
      endsOn: '2026-05-05',
      skipped: [
        { day: '2026-05-01', name: 'Праздник Весны и Труда' },
        { day: '2026-05-02', name: null },
        { day: '2026-05-03', name: null },
      ],
    });
  });

  test('is never before the mentorship starts', () => {
    expect(earliestEnd('2026-04-29', '2026-05-20', calendar2026()).endsOn).toBe('2026-05-20');
  });
});

test.each([
  [{}, 'mentor', null],
  [{}, null, null],
  [{ state: 'consented' as const }, 'mentor', 'notice-not-active'],
  [{ state: 'closed' as const }, null, 'notice-not-active'],
  [{ isEnding: true }, 'mentee', 'notice-already-given'],
])('with %j a notice of %s: %s', (changed, giver, expected) => {
  expect(ruleAgainstAnyNotice({ ...mentorship, ...changed }, giver)).toBe(expected);
});

test('one mentee of a group does not end it for the others; the mentor and the organisation may', () => {
  const group = { ...mentorship, members: [...mentorship.members, { personId: 'second', side: 'mentee' as const }] };
  expect(ruleAgainstAnyNotice(group, 'second')).toBe('notice-in-group');
  expect(ruleAgainstAnyNotice(group, 'mentor')).toBeNull();
  expect(ruleAgainstAnyNotice(group, null)).toBeNull();
});

const TODAY = '2026-04-29';
const EARLIEST = '2026-05-05';

test.each([
  [{ givenOn: TODAY, endsOn: EARLIEST }, null],
  [{ givenOn: TODAY, endsOn: '2026-05-30' }, null],
  [{ givenOn: TODAY, endsOn: '2026-05-04' }, 'notice-too-early'],
  [{ givenOn: TODAY, endsOn: '2026-05-31' }, 'notice-after-term'],
  [{ givenOn: '2026-04-30', endsOn: EARLIEST }, 'notice-in-future'],
  [{ givenOn: '2026-03-30', endsOn: EARLIEST }, null],
  [{ givenOn: '2026-03-29', endsOn: EARLIEST }, 'notice-too-old'],
])('a notice %j: %s', (notice, expected) => {
  expect(ruleAgainstNoticeDays(notice, mentorship, EARLIEST, TODAY)?.rule ?? null).toBe(expected);
});

test('a mentorship that ends by itself before the three days needs no notice', () => {
  const term = { startedOn: '2025-09-10', endedOn: EARLIEST };
  expect(ruleAgainstNoticeDays({ givenOn: TODAY, endsOn: EARLIEST }, term, EARLIEST, TODAY)?.rule).toBe(
    'notice-needless',
  );
});
