import { formatDayLong } from '#app/core/dates.ts';
import type { Document } from '#reports/document.ts';
import type { ActTemplate } from '../local-acts/act-template.ts';
import { templateDocument } from '../local-acts/template-document.ts';
import type { SupplementValues } from './supplement.ts';
import { supplementWords } from './supplement-document.text.ts';

/** The supplement as a document; date and number are lines to fill in by hand, as it is signed on paper (DOMAIN 7). */
export function supplementDocument(template: ActTemplate, values: SupplementValues): Document {
  const title = `${supplementWords.title}: ${values.employeeName}`;
  const { organisation } = values;
  return templateDocument(
    template,
    { organisation, title },
    {
      ...values,
      mentees: values.mentees.join(', '),
      content: sentence(values.content),
      contractOn: formatDayLong(values.contractOn),
      startedOn: formatDayLong(values.startedOn),
      endedOn: formatDayLong(values.endedOn),
      received: [{ name: values.employeeName }],
    },
  );
}

/** What was typed, closed by a full stop when it has no end of its own. */
function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
