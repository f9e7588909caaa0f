import { form, id, type Line, OWN, page, UNIT } from './expectation.ts';

const KEEPERS = { head: UNIT, curator: UNIT } as const;
const READERS = { ...KEEPERS, mentee: OWN } as const;
const TEXT_KEEPERS = ['head', 'curator', 'methodologist'] as const;
const AT = 'personal-consents/:id';

/** Consents about personal data and everybody's own documents. */
export const consents: readonly Line[] = [
  page('consent-texts', undefined, TEXT_KEEPERS),
  form('consent-texts/:purpose/add', { purpose: '=dissemination' }, TEXT_KEEPERS),
  form('me/consents/:purpose', { purpose: '=centre_transfer' }, 'signedIn'),
  page('me/consents/:purpose/blank.pdf', { purpose: '=data_processing' }, 'signedIn'),
  page('me/documents', undefined, 'signedIn', ['?page=2']),
  page(AT, id('ownConsent'), READERS),
  page('personal-consents/:id/consent.pdf', id('ownConsent'), READERS),
  page('personal-consents/:id/consent.docx', id('ownConsent'), READERS),
  form('personal-consents/:id/withdraw', id('ownConsent'), { mentee: OWN }, AT),
  form('personal-consents/:id/paper-withdraw', id('paperConsent'), { curator: UNIT }, AT),
  page(AT, id('paperConsent'), READERS),
  form('people/:id/guardians/add', id('teacher'), { curator: UNIT }, 'people/:id/consents'),
  form('guardians/:id/edit', id('guardian'), { curator: UNIT }),
  form(
    'mentorships/:id/guardian-consent/:personId',
    { id: 'minorPair', personId: 'minorPerson' },
    { curator: UNIT },
    'mentorships/:id',
  ),
  page(
    'mentorships/:id/guardian-consent/:personId/blank.pdf',
    { id: 'minorPair', personId: 'minorPerson' },
    { curator: UNIT },
  ),
  form('guardian-consents/:id/withdraw', id('guardianConsent'), { curator: UNIT }),
  page('erasures', undefined, ['head'], ['?page=2']),
  form('erasures/act', undefined, ['head']),
  page('destruction-acts/:id', id('destructionAct'), KEEPERS),
  page('destruction-acts/:id/act.pdf', id('destructionAct'), KEEPERS),
  page('destruction-acts/:id/act.docx', id('destructionAct'), KEEPERS),
  form('home-agreements/:id', id('homeAgreement'), KEEPERS),
  page('people/:id/consents', id('person'), KEEPERS),
  page('people/:id/consents/:purpose/blank.pdf', { id: 'person', purpose: '=data_processing' }, KEEPERS),
  form(
    'people/:id/consents/:purpose/paper',
    { id: 'teacher', purpose: '=data_processing' },
    { curator: UNIT },
    'people/:id/consents',
  ),
  page(
    'mentorships/:id/consents/:personId/consent.pdf',
    { id: 'active', personId: 'person' },
    { curator: UNIT, mentee: OWN },
  ),
  page(
    'mentorships/:id/consents/:personId/consent.docx',
    { id: 'active', personId: 'person' },
    { curator: UNIT, mentee: OWN },
  ),
];
