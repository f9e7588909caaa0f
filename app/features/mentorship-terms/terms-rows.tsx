import { payLine, volumeLine, workFormNames } from '../mentorships/mentor-work.text.ts';
import type { PayKind, PayPeriod, VolumePeriod, WorkForm } from '../mentorships/mentor-work.ts';
import { basisWords } from '../mentorships/mentorship.text.ts';
import type { LegalBasis } from '../mentorships/mentorship.ts';
import { termsText as t } from './terms.text.ts';
import type { PayTerms } from './terms.ts';

/** Terms as pages show them. */
export interface ShownTerms {
  mentor: string;
  mentees: string;
  legalBasis: LegalBasis;
  content: string;
  jobDescription: string;
  work: {
    workForm: WorkForm;
    volumePer: VolumePeriod;
    volumeHours: number;
    startedOn: string;
    endedOn: string;
    contractNumber: string;
    contractOn: string;
  } | null;
  pay: (PayTerms & { payKind: PayKind; payPeriod: PayPeriod | null; zeroPayGround: string | null }) | null;
}

/** The rows of a summary list: what is written, and what is not yet. */
export function termsRows(terms: ShownTerms) {
  const { work, pay } = terms;
  const people = [
    { key: t.mentor, value: terms.mentor },
    { key: t.mentee, value: terms.mentees },
    { key: t.basis, value: basisWords[terms.legalBasis].name },
  ];
  if (terms.legalBasis === 'job_function') return [...people, { key: t.job, value: terms.jobDescription || t.notYet }];
  return [
    ...people,
    { key: t.content, value: terms.content || t.notYet },
    { key: t.term, value: work ? t.period(work.startedOn, work.endedOn) : t.notYet },
    { key: t.form, value: work ? workFormNames[work.workForm] : t.notYet },
    { key: t.volume, value: work ? volumeLine(work.volumeHours, work.volumePer) : t.notYet },
    { key: t.contract, value: work ? t.contractLine(work.contractNumber, work.contractOn) : t.notYet },
    { key: t.pay, value: pay ? payLine(pay) : t.notYet },
  ];
}
