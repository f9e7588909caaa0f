import { formatDayLong } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import { type Document, paragraph, plain } from '#reports/document.ts';
import { type ActTemplate, filled } from '../local-acts/act-template.ts';
import type { Side } from '../mentorships/mentorship.ts';
import { participationWords as words } from './participation-document.text.ts';

/** What a consent to take part says (DT-06, DT-07). */
export interface ParticipationValues {
  side: Side;
  person: string;
  /** Initials before the surname. */
  signature: string;
  organisation: string;
  others: string;
  content: string;
  startedOn: Day;
  endedOn: Day;
  form: string;
  kind: string;
  basis: string;
  work: string;
  pay: string;
  /** Day of the answer; null while there is none: the paper is signed by hand. */
  answeredOn: Day | null;
  /** Text of the simple signature; null on paper. */
  mark: string | null;
}

/** A consent to take part as a document: with its date and mark once given, with empty lines before. */
export function participationDocument(template: ActTemplate, values: ParticipationValues): Document {
  const { side, mark, answeredOn, ...said } = values;
  const fields = { ...said, startedOn: formatDayLong(values.startedOn), endedOn: formatDayLong(values.endedOn) };
  const date = answeredOn === null ? words.blankDate : words.date(formatDayLong(answeredOn));
  return {
    language: 'ru',
    title: `${words.titles[side]}: ${values.person}`,
    kind: template.code,
    profile: 'orders',
    orientation: 'portrait',
    footer: null,
    blocks: [
      { kind: 'heading', level: 1, text: words.titles[side] },
      ...template.preamble.map((line) => paragraph(filled(line, fields))),
      {
        kind: 'points',
        startAt: 1,
        points: template.points.map((point) => ({ runs: plain(filled(point.text, fields)) })),
      },
      { kind: 'paragraph', runs: plain(date), align: 'left', firstLineIndent: false },
      { kind: 'signature', post: words.signature, name: values.signature, mark },
    ],
  };
}
