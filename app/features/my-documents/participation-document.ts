import { formatDay, formatDayLong } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { Block, Document } from '#reports/document.ts';
import type { ActTemplate } from '../local-acts/act-template.ts';
import { templateDocument } from '../local-acts/template-document.ts';
import type { Side } from '../mentorships/mentorship.ts';
import { participationWords as words } from './participation-document.text.ts';

/** What a consent to take part says (DT-06, DT-07). */
export interface ParticipationValues {
  side: Side;
  personName: string;
  /** Initials before the surname. */
  personSigned: string;
  personPost: string;
  organisation: string;
  /** Names of the other side. */
  others: string;
  content: string;
  startedOn: Day;
  endedOn: Day;
  form: string;
  kind: string;
  workForm: string;
  pay: string;
  /** Name of the guardian who agreed to a minor's part; empty for adults. */
  guardian: string;
  /** Day of the answer; null while there is none: the paper is signed by hand. */
  answeredOn: Day | null;
  /** Text of the simple signature; empty on paper. */
  mark: string;
}

/** A consent to take part as a document: with its date and mark once given, with empty lines before. */
export function participationDocument(template: ActTemplate, values: ParticipationValues): Document {
  const { side, answeredOn, organisation, others, ...said } = values;
  const title = `${words.titles[side]}: ${values.personName}`;
  const document = templateDocument(
    template,
    { organisation, title },
    {
      ...said,
      organisation,
      mentors: others,
      mentees: others,
      references: words.references[side],
      startedOn: formatDayLong(values.startedOn),
      endedOn: formatDayLong(values.endedOn),
    },
  );
  const dated = (block: Block): Block =>
    block.kind === 'letterhead' && answeredOn !== null
      ? { ...block, date: formatDay(answeredOn), number: words.noNumber }
      : block;
  return { ...document, blocks: document.blocks.map(dated) };
}
