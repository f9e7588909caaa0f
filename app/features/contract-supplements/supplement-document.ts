import { formatDayLong } from '#app/core/dates.ts';
import { type Document, paragraph, plain } from '#reports/document.ts';
import { type ActTemplate, filled } from '../local-acts/act-template.ts';
import type { SupplementValues } from './supplement.ts';
import { supplementWords } from './supplement-document.text.ts';

/** The supplement as a document; date and number are lines to fill in by hand, as it is signed on paper (DOMAIN 7). */
export function supplementDocument(template: ActTemplate, values: SupplementValues): Document {
  const words = {
    ...values,
    mentees: values.mentees.join(', '),
    content: sentence(values.content),
    contractOn: formatDayLong(values.contractOn),
    startedOn: formatDayLong(values.startedOn),
    endedOn: formatDayLong(values.endedOn),
  };
  return {
    language: 'ru',
    title: `${supplementWords.title}: ${values.employeeName}`,
    kind: template.code,
    profile: 'orders',
    orientation: 'portrait',
    footer: null,
    blocks: [
      {
        kind: 'letterhead',
        layout: 'centred',
        organisation: [values.organisation],
        details: [],
        documentKind: supplementWords.documentKind,
        date: '',
        number: '',
        place: '',
      },
      { kind: 'subject', text: template.heading },
      ...template.preamble.map((text) => paragraph(filled(text, words))),
      {
        kind: 'points',
        startAt: 1,
        points: template.points.map((point) => ({ runs: plain(filled(point.text, words)) })),
      },
      { kind: 'signature', post: supplementWords.employer, name: values.signerName, mark: null },
      { kind: 'signature', post: supplementWords.employee, name: values.employeeSignature, mark: null },
      { kind: 'acquaintance', title: supplementWords.received, names: [values.employeeName] },
    ],
  };
}

/** What was typed, closed by a full stop when it has no end of its own. */
function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
