import { form, id, type Line, OWN, page, UNIT } from './expectation.ts';

const STAFF = { head: UNIT, curator: UNIT, hrOfficer: UNIT } as const;
const READER = { mentor: OWN, mentee: OWN } as const;

/** Review, versions and acquaintance of acts. */
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
];
