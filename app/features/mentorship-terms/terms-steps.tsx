import { paths } from '#app/paths.ts';
import { Tabs } from '#app/ui/Tabs.tsx';
import type { LegalBasis } from '../mentorships/mentorship.ts';
import { termsText as t } from './terms.text.ts';

/** The steps of the wizard as they are walked; each can be left and come back to. */
export function TermsSteps(props: { mentorshipId: string; personId: string; legalBasis: LegalBasis; current: number }) {
  const { mentorshipId, personId, legalBasis, current } = props;
  return (
    <Tabs
      label={t.stepsLabel}
      items={stepsOf(mentorshipId, personId, legalBasis).map(({ href, text }, position) => ({
        href,
        text,
        current: position === current,
      }))}
    />
  );
}

/** Address and name of each step for a legal basis. */
export function stepsOf(mentorshipId: string, personId: string, legalBasis: LegalBasis) {
  const [content = '', work = '', pay = '', programme = '', check = ''] = t.steps;
  const last = [
    { href: paths.termsProgramme(mentorshipId, personId), text: programme },
    { href: paths.termsCheck(mentorshipId, personId), text: check },
  ];
  if (legalBasis === 'job_function') return [{ href: paths.termsJob(mentorshipId, personId), text: t.job }, ...last];
  if (legalBasis !== 'labor_351_8') return last;
  return [
    { href: paths.termsContent(mentorshipId, personId), text: content },
    { href: paths.termsWork(mentorshipId, personId), text: work },
    { href: paths.termsPay(mentorshipId, personId), text: pay },
    ...last,
  ];
}
