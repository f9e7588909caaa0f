import { form, id, type Line, page, SEARCH, UNIT } from './expectation.ts';

const CURATOR = { curator: UNIT } as const;
const MENTEE = { id: 'scenario', personId: 'scenarioMentee' } as const;

/** Scenarios of matching and its weights: the curator's alone. */
export const scenarios: readonly Line[] = [
  form('matching/weights', undefined, ['curator']),
  page('matching/scenarios', undefined, ['curator']),
  form('matching/scenarios/new', undefined, ['curator']),
  page('matching/scenarios/:id', id('scenario'), CURATOR, SEARCH),
  page('matching/scenarios/:id/mentees/:personId', MENTEE, CURATOR),
  {
    ...form('matching/scenarios/:id/mentees/:personId/pin', MENTEE, CURATOR),
    fills: { kind: 'ban', reason: 'Вместе уже работали' },
  },
  form('scenario-pins/:id/take-back', id('scenarioPin'), CURATOR),
  page('matching/scenarios/:id/compare', id('scenario'), CURATOR),
  form('matching/scenarios/:id/publish', id('scenario'), CURATOR),
  form('matching/scenarios/:id/discard', id('scenario'), CURATOR),
];
