import { form, id, type Line, OWN, page, UNIT } from './expectation.ts';

const STAFF = { head: UNIT, curator: UNIT, hrOfficer: UNIT } as const;
const READER = { mentor: OWN, mentee: OWN } as const;

const KEEPERS = ['head', 'curator', 'hrOfficer'] as const;
const journal = { unitId: 'unit', journal: '=orders' } as const;

/** Review, versions, acquaintance, register, numbers and publication of acts. */
export const actLives: Line[] = [
  // Before whatever takes the text back.
  form('acts/:id/review', id('reviewAct'), { mentor: OWN }, 'acts/:id'),
  form('acts/:id/council', id('draftRegulation'), STAFF, 'acts/:id'),
  form('acts/:id/union', id('draftRegulation'), STAFF, 'acts/:id'),
  { ...form('acts/:id/withdraw', id('reviewAct'), STAFF, 'acts/:id'), insider: 'curator' },
  form('acts/:id/version', id('roadMap'), STAFF, 'acts/:id'),
  form('acts/:id/repeal', id('roadMap'), { head: UNIT }, 'acts/:id'),
  form('acts/:id/acquaint', id('approvedAct'), READER, 'acts/:id'),
  page('acts/:id/acquaintance', id('approvedAct'), STAFF, ['?show=waiting']),
  form('acts/:id/acquaintance/add', id('approvedAct'), STAFF, 'acts/:id'),
  form('acts/:id/acquaintance/paper', id('approvedAct'), STAFF, 'acts/:id'),
  page('acts.xlsx', undefined, KEEPERS, ['?state=inForce&asOf=22.11.2026']),
  page('acts/set', undefined, KEEPERS),
  page('acts/numbering', undefined, KEEPERS),
  form('acts/paper', undefined, KEEPERS),
  form('acts/numbering/:unitId/:journal/mask', journal, STAFF),
  { ...form('acts/numbering/:unitId/:journal/skip', journal, STAFF), fills: { first: '900', last: '900' } },
  form('acts/:id/publish', id('introOrder'), { head: UNIT, curator: UNIT }, 'acts/:id'),
  form('acts/:id/unpublish', id('roadMap'), { head: UNIT, curator: UNIT }, 'acts/:id'),
  form('acts/:id/signature', id('introOrder'), STAFF, 'acts/:id'),
  page('act-files/:id', id('actFile'), STAFF),
  page('published/:unitId', { unitId: 'unit' }, 'public'),
  page('published/:unitId/:id', { unitId: 'unit', id: 'roadMap' }, 'public'),
];
