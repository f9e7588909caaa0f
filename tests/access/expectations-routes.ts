import { COUNTRY, form, id, type Line, OWN, page, REGION, SEARCH, UNIT } from './expectation.ts';

const WHOLE = { mentee: OWN, tutor: OWN, centreHead: REGION } as const;
const MOTIVATION = { interest: '3', meaning: '3', confidence: '3', readiness: '3' };

/** Addresses of educational routes, their diagnosis and instruments. */
export const routeLines: Line[] = [
  page('educational-routes', undefined, 'signedIn', SEARCH),
  {
    ...form('educational-routes/open', undefined, ['centreHead']),
    queries: SEARCH,
    formAt: '?person=:teacher',
  },
  page('educational-routes/:id', id('route'), {
    ...{ mentee: OWN, tutor: OWN, centreHead: REGION, mentor: OWN, curator: UNIT, head: UNIT },
  }),
  form('educational-routes/:id/target-image', id('route'), { mentee: OWN }, 'educational-routes/:id'),
  form('educational-routes/:id/tutor', id('route'), { centreHead: REGION }, 'educational-routes/:id'),
  {
    ...form(
      'educational-routes/:id/positions/:position',
      { id: 'route', position: '=5' },
      { mentee: OWN },
      'educational-routes/:id',
    ),
    fills: { note: 'Сделано' },
  },
  form('educational-routes/:id/steps/add', id('route'), { mentee: OWN, tutor: OWN }, 'educational-routes/:id'),
  form('route-steps/:id/edit', id('step'), { mentee: OWN, tutor: OWN }, 'educational-routes/:id'),
  {
    ...form('route-steps/:id/close', id('step'), { mentee: OWN }, 'educational-routes/:id'),
    fills: { productLink: 'https://example.ru/urok' },
  },
  form('route-steps/:id/note', id('step'), { tutor: OWN }, 'educational-routes/:id'),
  form('route-steps/:id/files', id('step'), { mentee: OWN }, 'educational-routes/:id'),
  page('route-files/:id', id('routeFile'), WHOLE),
  form('route-files/:id/remove', id('routeFile'), { mentee: OWN }, 'educational-routes/:id'),
  {
    ...page('route-diagnoses/:id/files', id('diagnosis'), WHOLE),
    acts: { mentee: OWN },
    under: 'educational-routes/:id',
  },
  page('instruments', undefined, ['tutor', 'centreHead', 'methodologist', 'federalOperator']),
  form('instruments/add', undefined, ['centreHead', 'methodologist', 'federalOperator']),
  page('instruments/:id', id('instrument'), {
    ...{ tutor: REGION, centreHead: REGION, methodologist: REGION, federalOperator: COUNTRY },
  }),
  form('instruments/:id/end', id('instrument'), { centreHead: REGION }, 'instruments/:id'),
  page('educational-routes/:id/diagnosis', id('route'), {
    ...{ mentee: OWN, tutor: OWN, centreHead: REGION, mentor: OWN, curator: UNIT },
  }),
  form('educational-routes/:id/diagnosis/strengths', id('route'), { mentee: OWN }, 'educational-routes/:id'),
  {
    ...form('educational-routes/:id/diagnosis/difficulties', id('route'), { mentee: OWN }, 'educational-routes/:id'),
    fills: { mark_health: '9' },
  },
  {
    ...form(
      'educational-routes/:id/diagnosis/measured',
      id('route'),
      { tutor: OWN, centreHead: REGION },
      'educational-routes/:id',
    ),
    formAt: '?instrument=:instrument',
    fills: {
      points_legal_block: '20',
      points_subject_block: '9',
      points_methodical_block: '',
      points_psychological_block: '',
    },
  },
  {
    ...form('educational-routes/:id/deficits/add', id('route'), { mentee: OWN, tutor: OWN }, 'educational-routes/:id'),
    fills: { area: 'health' },
  },
  form('educational-routes/:id/share', id('route'), { mentee: OWN }, 'educational-routes/:id'),
  form('diagnosis-imports', undefined, ['tutor', 'centreHead']),
  form('diagnosis-imports/:id', id('diagnosisImport'), { centreHead: REGION }),
  page('educational-routes/:id/images', id('route'), WHOLE),
  page('educational-routes/:id/looks', id('route'), { mentee: OWN }),
  page('educational-routes/:id/route.pdf', id('route'), WHOLE),
  page('educational-routes/:id/route.json', id('route'), { mentee: OWN }),
  page('route-diagnoses/:id/protocol.pdf', id('diagnosis'), WHOLE),
  page('route-reflections/:id/sheet.pdf', id('reflection'), WHOLE),
  page('route-reflections/:id', id('reflection'), WHOLE),
  page('educational-routes/:id/reflection', id('route'), WHOLE),
  page('educational-routes/:id/revisions', id('route'), { ...WHOLE, mentor: OWN, curator: UNIT }),
  page('route-revisions/:id', id('revision'), { ...WHOLE, mentor: OWN, curator: UNIT }),
  form('educational-routes/:id/motivation', id('route'), { mentee: OWN }, 'educational-routes/:id'),
  form(
    'educational-routes/:id/years/:number',
    { id: 'route', number: '=2' },
    { mentee: OWN },
    'educational-routes/:id',
  ),
  {
    ...form('educational-routes/:id/final-reflection', id('route'), { mentee: OWN }, 'educational-routes/:id'),
    fills: { ...MOTIVATION, nearness: '5', tried: 'Пробы', changed: 'Дети спрашивают' },
  },
  form('educational-routes/:id/shift', id('route'), { tutor: OWN, centreHead: REGION }, 'educational-routes/:id'),
  {
    ...form('route-shifts/:id', id('shift'), { mentee: OWN }, 'educational-routes/:id'),
    fills: { answer: 'declined' },
  },
];
