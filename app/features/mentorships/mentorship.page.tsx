import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Columns, Page } from '#app/ui/Page.tsx';
import { StateList } from '#app/ui/StateList.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listClosingWords } from './closing-word.queries.server.ts';
import { closingWordText } from './closing-word.text.ts';
import { isNearEnd } from './closing-word.ts';
import { ClosingWords } from './closing-words.tsx';
import { listAnswers } from './consent.queries.server.ts';
import { findMentorship } from './mentorship.queries.server.ts';
import { basisWords } from './mentorship.text.ts';
import { type MentorshipState, UNHELD_STATES } from './mentorship.ts';
import { EndingNotice, EndingSteps } from './mentorship-ending-notice.tsx';
import { listHistory, listOrders } from './mentorship-history.queries.server.ts';
import { findEnding } from './mentorship-notice.queries.server.ts';
import {
  groundWords,
  permitWords,
  stateSentences,
  mentorshipText as t,
  timelineWords,
} from './mentorship-pages.text.ts';
import type { ShownPaper } from './mentorship-paper-links.ts';
import { missingWords, paperActs, paperNames } from './mentorship-papers.text.ts';
import type { Paper } from './mentorship-papers.ts';
import { findPath } from './mentorship-path.queries.server.ts';
import { pathOf } from './mentorship-path.ts';
import { MentorshipPath } from './mentorship-path.tsx';
import { listPermits, type Permit } from './mentorship-permits.queries.server.ts';
import { progressOf } from './mentorship-progress.ts';
import { StageTag } from './mentorship-stage-tag.tsx';
import { MentorshipSteps } from './mentorship-steps.tsx';
import { findOptionalPapers } from './own-papers.queries.server.ts';

const params = z.object({ id: id() });
/** Papers that stand beside consents and order in the list of what is there. */
const BESIDE_PROGRESS = ['terms', 'supplement', 'programme', 'regulation'] as const satisfies readonly Paper[];

/** One mentorship: who, on what terms, what is missing now, what has been done. */
export const loader = pageLoader({ need: 'mentorship.read', params }, async ({ ctx, params }) => {
  const mentorship = await findMentorship(ctx, params.id);
  const answers = await listAnswers(ctx, params.id);
  const orders = await listOrders(ctx, params.id);
  const papers = await findOptionalPapers(ctx, params.id);
  const permits = await listPermits(ctx, params.id);
  const ending = await findEnding(ctx, params.id);
  const isEnding = isNearEnd({ state: mentorship.state, endsOn: ending.endsOn ?? mentorship.endedOn }, ctx.today);
  const words = mentorship.showsAnswers ? await listClosingWords(ctx, params.id) : [];
  const { mentorIds, menteeIds, ...shown } = mentorship;
  const me = personOf(ctx);
  return {
    mentorship: shown,
    menteeId: mentorship.canRecord ? (menteeIds[0] ?? null) : null,
    isMember: [...mentorIds, ...menteeIds].includes(me),
    progress: progressOf(mentorship, answers, orders),
    toRecord: mentorship.canRecord
      ? answers.flatMap(({ personId, shortName, answer }) => (answer === null ? [{ personId, name: shortName }] : []))
      : [],
    papers: (papers?.papers ?? []).filter(({ paper }) => BESIDE_PROGRESS.some((one) => one === paper)),
    permits,
    next: nextStep(papers?.next ?? null),
    order: orders[0] ? { id: orders[0].id, state: orders[0].state } : null,
    ending,
    path: isBegun(mentorship.state) ? pathOf(await findPath(ctx, params.id), ctx.today) : null,
    today: ctx.today,
    isEnding,
    words: isEnding || words.length > 0 ? words : null,
    history: await listHistory(ctx, params.id),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t.pageTitle(data?.mentorship.mentee ?? '')} — ${uiText.brand}` },
];

export default function MentorshipPage() {
  const data = useLoaderData<typeof loader>();
  const { mentorship, progress, papers, permits, history, words } = data;
  return (
    <Page
      title={t.pageTitle(mentorship.mentee)}
      lede={ledeOf(mentorship)}
      back={{ href: paths.mentorships(), text: t.back }}
      actions={
        <>
          <MentorshipSteps {...data} />
          <EndingSteps id={mentorship.id} ending={data.ending} />
          {data.isMember && data.isEnding ? (
            <ButtonLink href={paths.closingWord(mentorship.id)} text={closingWordText.write} />
          ) : null}
          {mentorship.state === 'active' || mentorship.state === 'closed' ? (
            <ButtonLink href={paths.bundleOf(mentorship.id)} text={t.bundle} />
          ) : null}
        </>
      }
    >
      <EndingNotice id={mentorship.id} ending={data.ending} />
      <Columns
        main={
          <Card title={t.terms} aside={<StageTag stage={mentorship.stage} isEnding={data.ending.endsOn !== null} />}>
            <SummaryList rows={termsRows(mentorship)} />
          </Card>
        }
        aside={
          <Card title={progressTitle(mentorship.state, progress.isComplete)}>
            <StateList
              items={[
                ...progress.items.map(({ orderId, ...item }) => ({
                  ...item,
                  href: orderId ? paths.act(orderId) : undefined,
                })),
                ...permits.map((permit) => permitItem(mentorship.id, permit)),
                ...papers.map(paperItem),
              ]}
            />
          </Card>
        }
      />
      {words && mentorship.showsAnswers ? <ClosingWords words={words} /> : null}
      {data.path ? <MentorshipPath path={data.path} today={data.today} /> : null}
      <Card title={t.history}>
        <Table
          caption={t.history}
          rows={history}
          rowKey={(line) => line.id}
          empty={t.historyEmpty}
          columns={[
            { title: t.when, cell: (line) => formatDay(line.happenedOn) },
            { title: t.what, heading: true, cell: (line) => timelineWords[line.act] },
            { title: t.who, cell: (line) => line.by ?? t.system },
          ]}
        />
      </Card>
    </Page>
  );
}

/** Before it began there is no life to draw. */
function isBegun(state: MentorshipState): boolean {
  return state === 'active' || state === 'closed';
}

function nextStep(next: ShownPaper | null): { href: string; text: string } | null {
  if (next?.state.kind !== 'missing' || !next.href || !BESIDE_PROGRESS.some((one) => one === next.paper)) return null;
  return { href: next.href, text: paperActs[next.state.rule] };
}

function permitItem(id: string, { kind, name, state, personId, consentId, canRecord }: Permit) {
  const words = permitWords[kind];
  const record = consentId ? paths.guardianConsentWithdraw(consentId) : paths.guardianConsent(id, personId);
  return {
    state: words[state],
    tone: permitTones[state],
    text: words.name(name),
    href: kind === 'guardian' && canRecord ? record : undefined,
  };
}

const permitTones = { asked: 'warn', given: 'ok', refused: 'bad', withdrawn: 'bad' } as const;

function paperItem({ paper, state, href }: ShownPaper) {
  const name = paperNames[paper];
  const link = href ?? undefined;
  switch (state.kind) {
    case 'there':
      return { state: t.there, tone: 'ok' as const, text: t.paperThere(name, state.on), href: link };
    case 'missing':
      return { state: t.missing, tone: 'warn' as const, text: t.paper(name, missingWords[state.rule]), href: link };
    case 'unneeded':
      return { state: t.needless, tone: 'grey' as const, text: name };
  }
}

function ledeOf({ state, stage, needsOrder }: Shown): string {
  if (stage === 'paused') return t.activePaused;
  return state === 'active' && !needsOrder ? t.activeByConsents : stateSentences[state];
}

function progressTitle(state: MentorshipState, isComplete: boolean): string {
  if (UNHELD_STATES.some((one) => one === state)) return t.progressOver;
  return isComplete ? t.progress : t.progressMissing;
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['mentorship'];

function termsRows(mentorship: Shown) {
  const { startedOn, endedOn, finishedOn } = mentorship;
  const period = finishedOn ? t.finished(startedOn, endedOn, finishedOn) : t.periodOf(startedOn, endedOn);
  return [
    ...(mentorship.isReverse
      ? [{ key: t.both, value: t.mutual(mentorship.mentor, mentorship.mentee) }]
      : [
          { key: t.mentor, value: mentorship.mentor },
          { key: t.mentee, value: mentorship.mentee },
        ]),
    ...(mentorship.reverseGrounds.length > 0
      ? [{ key: t.lower, value: t.lowerBy(mentorship.reverseGrounds.map((ground) => groundWords[ground]).join(', ')) }]
      : []),
    { key: t.unit, value: mentorship.unitName },
    { key: t.period, value: period },
    ...(mentorship.pause
      ? [{ key: t.pauses, value: t.pausedUntil(mentorship.pause.startedOn, mentorship.pause.endedOn) }]
      : []),
    { key: t.form, value: mentorship.form },
    { key: t.kind, value: mentorship.kind },
    { key: t.basis, value: basisWords[mentorship.legalBasis].name },
    ...(mentorship.outcome === '' ? [] : [{ key: t.outcome, value: mentorship.outcome }]),
    ...(mentorship.focus === null ? [] : [{ key: t.focus, value: mentorship.focus }]),
  ];
}
