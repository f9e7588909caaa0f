import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import type { Day, Id } from '#db/schema.ts';
import { partyWords, noticePageText as t } from './mentorship-notice.text.ts';
import type { NoticeParty } from './mentorship-notice.ts';

/** How a mentorship comes to its early end, as far as the viewer may know. */
export interface Ending {
  endsOn: Day | null;
  notice: { givenOn: Day; party: NoticeParty; isPaper: boolean } | null;
  canGiveUp: boolean;
  canEndEarly: boolean;
  canWithdraw: boolean;
}

/** The last day by notice, above the page; nothing when the mentorship goes on. */
export function EndingNotice({ id, ending }: { id: Id; ending: Ending }) {
  const { endsOn, notice, canWithdraw } = ending;
  if (endsOn === null) return null;
  return (
    <Notice>
      <p>
        <b>{t.endsOnOf(endsOn)}</b>
      </p>
      {notice ? <p>{t.givenBy(partyWords[notice.party], notice.givenOn, notice.isPaper)}</p> : null}
      {notice ? <ButtonLink href={paths.noticePdf(id)} text={t.print} /> : null}
      {canWithdraw ? <ButtonLink href={paths.mentorshipKeep(id)} text={t.withdraw} /> : null}
    </Notice>
  );
}

/** The buttons that end a mentorship early, for a side and for the organisation. */
export function EndingSteps({ id, ending }: { id: Id; ending: Ending }) {
  return (
    <>
      {ending.canGiveUp ? <ButtonLink href={paths.mentorshipGiveUp(id)} text={t.giveUp} /> : null}
      {ending.canEndEarly ? <ButtonLink href={paths.mentorshipEarlyEnd(id)} text={t.earlyEnd} /> : null}
    </>
  );
}
