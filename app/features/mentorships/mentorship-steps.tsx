import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import type { Id } from '#db/schema.ts';
import type { MentorshipState } from './mentorship.ts';
import { mentorshipText as t } from './mentorship-pages.text.ts';

/** What decides which buttons a mentorship shows; every right was asked about in the query. */
export interface StepsFacts {
  mentorship: {
    id: Id;
    state: MentorshipState;
    canRecord: boolean;
    canWithdraw: boolean;
    canClose: boolean;
    showsContent: boolean;
    canPause: boolean;
    isReverse: boolean;
    pause: { id: Id } | null;
  };
  /** Set for those who match people. */
  menteeId: Id | null;
  isMember: boolean;
  /** Members whose paper answer may be recorded. */
  toRecord: readonly { personId: Id; name: string }[];
  /** The living order, when the viewer may read it. */
  order: { id: Id; state: string } | null;
  /** The paper the viewer can bring about next, besides what the buttons of the state do. */
  next: { href: string; text: string } | null;
}

/** The next step of a mentorship by its state; only one button is filled. */
export function MentorshipSteps({ mentorship, menteeId, isMember, toRecord, order, next }: StepsFacts) {
  const { id, state } = mentorship;
  const step = next ? <ButtonLink href={next.href} text={next.text} primary /> : null;
  switch (state) {
    case 'proposed':
      return (
        <>
          {step}
          {isMember ? <ButtonLink href={paths.mentorshipConsent(id)} text={t.answerOwn} primary={!next} /> : null}
          {toRecord.map(({ personId, name }) => (
            <ButtonLink key={personId} href={paths.mentorshipPaperConsent(id, personId)} text={t.recordConsent(name)} />
          ))}
          {mentorship.showsContent ? <ButtonLink href={paths.mentorshipMembers(id)} text={t.members} /> : null}
          <TopicsStep {...mentorship} isMember={isMember} />
          {mentorship.canWithdraw ? <ButtonLink href={paths.mentorshipWithdraw(id)} text={t.withdraw} /> : null}
        </>
      );
    case 'consented':
      return (
        <>
          {step}
          <TopicsStep {...mentorship} isMember={isMember} />
          {order ? <ButtonLink href={paths.act(order.id)} text={t.openOrder} primary={!next} /> : null}
          {!order && mentorship.canWithdraw ? (
            <ButtonLink href={paths.orderDraft()} text={t.draw} primary={!next} />
          ) : null}
          {mentorship.canWithdraw ? <WithdrawStep id={id} isInOrder={order !== null} /> : null}
        </>
      );
    case 'active':
      return (
        <>
          {mentorship.showsContent ? <ButtonLink href={paths.programme(id)} text={t.programme} primary /> : null}
          {mentorship.showsContent ? <ButtonLink href={paths.mentorshipMembers(id)} text={t.members} /> : null}
          <TopicsStep {...mentorship} isMember={isMember} />
          {mentorship.canPause ? <PauseStep {...mentorship} /> : null}
          {mentorship.canClose ? <ButtonLink href={paths.mentorshipClose(id)} text={t.close} /> : null}
        </>
      );
    case 'closed':
      return mentorship.showsContent ? <ButtonLink href={paths.programme(id)} text={t.programme} /> : null;
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return menteeId ? <ButtonLink href={paths.match(menteeId)} text={t.again} primary /> : null;
  }
}

function TopicsStep({ id, isReverse, showsContent, isMember }: StepsFacts['mentorship'] & { isMember: boolean }) {
  const isShown = isReverse && (showsContent || isMember);
  return isShown ? <ButtonLink href={paths.mentorshipTopics(id)} text={t.topics} /> : null;
}

function PauseStep({ id, pause }: StepsFacts['mentorship']) {
  return pause ? (
    <ButtonLink href={paths.mentorshipResume(pause.id)} text={t.resume} />
  ) : (
    <ButtonLink href={paths.mentorshipPause(id)} text={t.pause} />
  );
}

function WithdrawStep({ id, isInOrder }: { id: Id; isInOrder: boolean }) {
  return isInOrder ? (
    <DisabledAct text={t.withdraw} reason={t.waitsOrder} />
  ) : (
    <ButtonLink href={paths.mentorshipWithdraw(id)} text={t.withdraw} />
  );
}
