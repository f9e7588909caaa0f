import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay, fullYears } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { WhyList } from '#app/ui/WhyList.tsx';
import { REVERSE_KIND, usualEnd } from '../mentorships/mentorship.ts';
import { describeWork, findMentee, listCandidates, listLiveOf } from './matching.queries.server.ts';
import { matchFilterSchema } from './matching.schema.ts';
import { changeWords, matchingText, partWords, refusalWords, warningWords } from './matching.text.ts';
import { match, type ScorePart } from './matching.ts';
import { experienceWords, scorePartNames } from './score.text.ts';
import { findWeights } from './weights.queries.server.ts';
import { FULL_SCORE, PART_CODES } from './weights.ts';

/** So many stand on the page at once; the others open below. */
const FIRST_MENTORS = 7;
/** Nobody reads further down than this; the page says how many there are. */
const MOST_SHOWN = 50;

/** Mentors for one person, ranked, with the reasons of each place and of each refusal. */
export const loader = pageLoader(
  { need: 'mentorship.propose', params: z.object({ personId: id() }), query: matchFilterSchema },
  async ({ ctx, params, query }) => {
    const mentee = await findMentee(ctx, params.personId);
    const candidates = (await listCandidates(ctx, mentee)).filter(({ personId }) => personId !== mentee.personId);
    const period = { startedOn: ctx.today, endedOn: usualEnd(ctx.today) };
    const { weights } = await findWeights(ctx, mentee.unitId);
    const kindCode = query.kind === 'reverse' ? REVERSE_KIND : 'one_to_one';
    const found = match({ mentee, candidates, period, kindCode, hoursPerWeek: null, today: ctx.today, weights });
    const names = new Map(candidates.map(({ personId, name }) => [personId, name]));
    const years = mentee.teachingSince === null ? null : fullYears(mentee.teachingSince, ctx.today);
    return {
      id: mentee.personId,
      kind: query.kind,
      weights,
      name: mentee.name,
      line: matchingText.menteeLine(await describeWork(ctx, mentee.work), years === null ? '' : experienceWords(years)),
      period: matchingText.period(formatDay(period.startedOn), formatDay(period.endedOn)),
      live: (await listLiveOf(ctx, mentee.personId)).map((pair) => ({ id: pair.id, mentor: pair.mentor })),
      suitable: found.ranked.length,
      mentors: found.ranked.slice(0, MOST_SHOWN).map(({ personId, parts, warnings }) => ({
        id: personId,
        name: names.get(personId) ?? '',
        warnings: warnings.map((warning) => warningWords[warning].mark),
        parts: parts.map(({ code, points }) => ({ label: scorePartNames[code], value: points })),
        isHome: parts.some(({ values }) => values.tier === 'organisation'),
        reasons: parts.map((part) => ({ text: partWords[part.code](part.values, part.points), fits: isReason(part) })),
      })),
      refusedCount: found.refused.length,
      refused: found.refused.slice(0, MOST_SHOWN).map(({ personId, refusals }) => ({
        id: personId,
        name: names.get(personId) ?? '',
        rules: refusals.map(({ code, values }) => refusalWords[code](values)),
        changes: refusals.map(({ whatWouldChange }) => changeWords[whatWouldChange.code](whatWouldChange.on)),
      })),
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${matchingText.matchTitle(data?.name ?? '')} — ${uiText.brand}` },
];

/** A subject speaks for a mentor only when it is the mentee's own; every other part does by any points. */
function isReason({ code, points, ceiling }: ScorePart): boolean {
  return code === 'subject' ? points === ceiling : points > 0;
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MatchPage() {
  const found = useLoaderData<typeof loader>();
  return (
    <Page
      title={matchingText.matchTitle(found.name)}
      lede={found.line}
      back={{ href: paths.peopleWithoutMentor(), text: matchingText.back }}
    >
      <Tabs
        label={matchingText.kinds}
        items={[
          { href: paths.match(found.id), text: matchingText.usualKind, current: found.kind === 'usual' },
          { href: paths.matchReverse(found.id), text: matchingText.reverseKind, current: found.kind === 'reverse' },
        ]}
      />
      {found.live.map((pair) => (
        <Notice key={pair.id}>
          <a href={paths.mentorship(pair.id)}>{matchingText.liveLine(pair.mentor)}</a>
        </Notice>
      ))}
      <Card title={matchingText.suitable(found.suitable)}>
        <p className="mute">{found.period}</p>
        <Mentors found={found} mentors={found.mentors.slice(0, FIRST_MENTORS)} isFirst />
      </Card>
      {found.suitable > FIRST_MENTORS ? (
        <Details card summary={matchingText.more(found.suitable - FIRST_MENTORS)}>
          <Mentors found={found} mentors={found.mentors.slice(FIRST_MENTORS)} />
          <Cut shown={found.mentors.length} all={found.suitable} />
        </Details>
      ) : null}
      {found.refused.length > 0 ? <Refusals found={found} /> : null}
      <Details summary={matchingText.weights}>
        {matchingText.weightsText(
          PART_CODES.map((code) => matchingText.weight(scorePartNames[code], found.weights[code])).join(', '),
        )}
      </Details>
    </Page>
  );
}

function Mentors({ found, mentors, isFirst }: { found: Found; mentors: Found['mentors']; isFirst?: boolean }) {
  return (
    <TaskList
      wide
      empty={found.refused.length > 0 ? matchingText.nobody : matchingText.nobodyAtAll}
      items={mentors.map((mentor, index) => ({
        key: mentor.id,
        title: mentor.name,
        href: paths.person(mentor.id),
        mark: <Marks texts={[...(mentor.isHome ? [] : [matchingText.elsewhere]), ...mentor.warnings]} />,
        why: <WhyList reasons={mentor.reasons} />,
        tag: <Bars parts={mentor.parts} max={FULL_SCORE} />,
        action: {
          href: paths.mentorshipPropose(found.id, mentor.id),
          text: matchingText.propose,
          primary: isFirst === true && index === 0,
        },
      }))}
    />
  );
}

function Marks({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <Tag key={text} tone="warn">
      {text}
    </Tag>
  ));
}

function Refusals({ found }: { found: Found }) {
  const { refused, refusedCount, suitable } = found;
  return (
    <Details card open={suitable === 0} summary={matchingText.refused(refusedCount)}>
      <Table
        caption={matchingText.refusedCaption}
        empty={null}
        rows={refused}
        rowKey={(row) => row.id}
        columns={[
          {
            title: matchingText.whoColumn,
            heading: true,
            cell: (row) => <a href={paths.person(row.id)}>{row.name}</a>,
          },
          { title: matchingText.rule, cell: (row) => <Lines texts={row.rules} /> },
          { title: matchingText.change, cell: (row) => <Lines texts={row.changes} /> },
        ]}
      />
      <Cut shown={refused.length} all={refusedCount} />
    </Details>
  );
}

function Cut({ shown, all }: { shown: number; all: number }) {
  return shown < all ? <p className="mute">{matchingText.cut(shown, all)}</p> : null;
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => <div key={text}>{text}</div>);
}
