import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { WhyList } from '#app/ui/WhyList.tsx';
import { partWords, refusalWords } from '../matching/matching.text.ts';
import { weigh } from '../mentor-choice/suggestions.server.ts';
import { findLiveOffer, findOutwardRequest, listOpenMentors, partnersInForce } from './outward-offer.queries.server.ts';
import { outwardMentorsFilter, outwardParams } from './outward-offer.schema.ts';
import { outwardText as t } from './outward-offer.text.ts';

/** So many are shown; the search narrows. */
const MOST_SHOWN = 50;

/** Mentors who opened themselves outside, ranked for one request, with the reasons for and against. */
export const loader = pageLoader(
  { need: 'request.offer', params: outwardParams, query: outwardMentorsFilter },
  async ({ ctx, params, query }) => {
    const request = await findOutwardRequest(ctx, params.id);
    const open = await listOpenMentors(ctx, request.unitId, query.search);
    const { result, candidates } = await weigh(ctx, request, [...open.keys()]);
    const partners = await partnersInForce(ctx, request.unitId);
    const nameOf = (id: string) => candidates.get(id)?.name ?? '';
    const live = await findLiveOffer(ctx, params.id);
    return {
      id: request.id,
      lede: t.mentorsLede(request.name, request.unitName, request.subject),
      search: query.search,
      live: live?.mentor && live.homeName ? { mentor: live.mentor, home: live.homeName, state: live.state } : null,
      suitable: result.ranked.length,
      mentors: result.ranked.slice(0, MOST_SHOWN).map(({ personId, parts }) => ({
        id: personId,
        name: nameOf(personId),
        unitName: open.get(personId)?.unitName ?? '',
        strengths: open.get(personId)?.strengths ?? '',
        hasAgreement: partners.has(open.get(personId)?.unitId ?? ''),
        reasons: parts.map((part) => ({ text: partWords[part.code](part.values, part.points), fits: part.points > 0 })),
      })),
      refusedCount: result.refused.length,
      refused: result.refused.slice(0, MOST_SHOWN).map(({ personId, refusals }) => ({
        name: nameOf(personId),
        rules: refusals.map(({ code, values }) => refusalWords[code](values)).join('. '),
      })),
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.mentorsTitle} — ${uiText.brand}` }];

export default function OutwardMentorsPage() {
  const { id, lede, search, live, suitable, mentors, refused, refusedCount } = useLoaderData<typeof loader>();
  return (
    <Page title={t.mentorsTitle} lede={lede} back={{ href: paths.request(id), text: t.backToRequest }}>
      {live ? (
        <Notice>
          {live.state === 'agreed' ? t.liveAgreed(live.mentor, live.home) : t.liveOffered(live.mentor, live.home)}
        </Notice>
      ) : null}
      <Card title={t.suitable}>
        <Filter reset={search === '' ? undefined : paths.outwardMentors(id)}>
          <TextField name="search" label={t.search} defaultValue={search} />
        </Filter>
        <TaskList
          wide
          empty={search === '' ? t.suitableNone : t.suitableFound}
          items={mentors.map((mentor, index) => ({
            key: mentor.id,
            title: `${mentor.name}, ${mentor.unitName}`,
            mark: mentor.hasAgreement ? <Tag tone="ok">{t.agreement}</Tag> : <Tag tone="warn">{t.noAgreement}</Tag>,
            why: (
              <>
                <WhyList reasons={mentor.reasons} />
                {mentor.strengths ? <p>{t.strengths(mentor.strengths)}</p> : null}
              </>
            ),
            action: live
              ? null
              : { href: paths.outwardOffer(id, mentor.id), text: t.offer, primary: index === 0 && mentor.hasAgreement },
          }))}
        />
        {mentors.length < suitable ? <p className="mute">{t.more(mentors.length, suitable)}</p> : null}
      </Card>
      {refusedCount > 0 ? (
        <Details card summary={t.refused(refusedCount)}>
          <SummaryList rows={refused.map(({ name, rules }) => ({ key: name, value: rules }))} />
          {refused.length < refusedCount ? <p className="mute">{t.more(refused.length, refusedCount)}</p> : null}
        </Details>
      ) : null}
    </Page>
  );
}
