import { form, id, type Line, page, REGION, SEARCH } from './expectation.ts';

const ENTRY = { directory: '=form', code: '=partner_teacher' } as const;
const FROM_TODAY = { startedOn: '22.11.2026', endedOn: '' };

/** Forms and kinds of mentoring, and the production calendar: read by everyone, kept by federation and region. */
export const directories: readonly Line[] = [
  page('directories', undefined, 'signedIn', ['?list=reverse']),
  page('directories/:directory/:code', ENTRY, 'signedIn'),
  {
    ...form('directories/:directory/add', { directory: '=form' }, ['federalOperator', 'methodologist']),
    fills: FROM_TODAY,
  },
  { ...form('directories/:directory/:code/version', ENTRY, ['federalOperator']), fills: FROM_TODAY },
  form('directories/:directory/:code/switch', ENTRY, ['methodologist']),
  page('legal-references', undefined, 'signedIn', SEARCH),
  {
    ...form('legal-references/add', undefined, ['federalOperator', 'methodologist']),
    fills: { datedOn: '20.11.2026', startedOn: '22.11.2026', replaces: '' },
  },
  page('working-days', undefined, 'signedIn', ['?year=2025']),
  { ...form('working-days/add', undefined, ['methodologist']), fills: { day: '02.12.2026' } },
  {
    ...form('working-days/year', undefined, ['administrator', 'federalOperator']),
    fills: { version: '0', workingDays: '' },
  },
  form('working-days/:id/remove', id('dayOff'), { methodologist: REGION }),
];
