import { formatDay, formatDayLong } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { Block, Document } from '#reports/document.ts';
import type { ActTemplate } from '../local-acts/act-template.ts';
import { templateDocument } from '../local-acts/template-document.ts';
import { classWords, erasureText } from './erasure.text.ts';
import type { DestroyedClass } from './erasure.ts';

/** What the act says: no name but those of who destroyed. */
export interface DestructionValues {
  organisation: string;
  signerName: string;
  actedOn: Day;
  commission: string;
  classes: readonly DestroyedClass[];
}

/** The act of destruction as a document (DT-34). */
export function destructionDocument(template: ActTemplate, values: DestructionValues): Document {
  const words = erasureText.document;
  const { organisation, signerName, actedOn, classes } = values;
  const members = values.commission
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const document = templateDocument(
    template,
    { organisation, title: erasureText.actTitle },
    {
      ...{ organisation, signerName, signerPost: words.signerPost, references: words.references },
      commission: members.join('; '),
      destroyedOn: formatDayLong(actedOn),
      journalMark: words.journalMark(actedOn),
      classes: classes.map(({ dataClass, records, people }) => ({
        category: classWords[dataClass].act,
        subjects: `${classWords[dataClass].subjects}, ${people}`,
        count: String(records),
        ground: words.ground,
        method: words.method,
      })),
      members: members.map((signed) => ({ signed })),
    },
  );
  const dated = (block: Block): Block =>
    block.kind === 'letterhead' ? { ...block, date: formatDay(actedOn), number: words.number } : block;
  return { ...document, blocks: document.blocks.map(dated) };
}
