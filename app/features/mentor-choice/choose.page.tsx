import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { WhyList } from '#app/ui/WhyList.tsx';
import { partWords } from '../matching/matching.text.ts';
import { requestText } from '../mentoring-requests/mentoring-request.text.ts';
import { findRequestToChoose, listLiveOffers } from './mentor-choice.queries.server.ts';
import { choiceParams } from './mentor-choice.schema.ts';
import { choiceText as t } from './mentor-choice.text.ts';
import { suggestMentors } from './suggestions.server.ts';

/** Up to five colleagues for the author or the curator to ask; who offered himself comes first. */
export const loader = pageLoader({ need: 'request.edit', params: choiceParams }, async ({ ctx, params }) => {
  const request = await findRequestToChoose(ctx, params.id);
  const offers = await listLiveOffers(ctx, params.id);
  const isOpen = request.state === 'open';
  const live = offers.find(({ state }) => state === 'asked' || state === 'accepted');
  const volunteers = offers.filter(({ state }) => state === 'volunteered');
  const { suggested, suitable, ofOtherSubject, refused } =
    isOpen && !live
      ? await suggestMentors(ctx, request)
      : { suggested: [], suitable: 0, ofOtherSubject: 0, refused: 0 };
  const offered = new Set(volunteers.map(({ mentorId }) => mentorId));
  return {
    id: params.id,
    name: request.name,
    isOpen,
    // Who did not answer is named nowhere: only the one asked now is.
    live: live ? { name: live.name, state: live.state, expiresOn: live.expiresOn } : null,
    proposeHref:
      live?.state === 'accepted' && !request.isOwn ? paths.mentorshipPropose(request.personId, live.mentorId) : null,
    suitable,
    // Only numbers: whose day is full is nobody's business.
    others: t.others(ofOtherSubject, refused),
    volunteers:
      isOpen && !live ? volunteers.map(({ mentorId, name, strengths }) => ({ id: mentorId, name, strengths })) : [],
    suggested: suggested
      .filter(({ personId }) => !offered.has(personId))
      .map(({ personId, name, strengths, isPreferred, parts }) => ({
        id: personId,
        name,
        strengths,
        // The curator learns no wish: a wish is the author's own.
        mark: isPreferred && request.isOwn ? t.preferred : null,
        reasons: parts
          .filter(({ code, points }) => points > 0 && (code !== 'wishes' || request.isOwn))
          .map((part) => ({ text: partWords[part.code](part.values, part.points), fits: true })),
      })),
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function ChoosePage() {
  const { id, name, isOpen, live, proposeHref, suitable, others, volunteers, suggested } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title={t.title}
      lede={t.lede(name, suitable)}
      back={{ href: paths.request(id), text: requestText.backToRequest }}
    >
      {isOpen ? null : <Notice>{t.closed}</Notice>}
      {live ? (
        <Card title={t.live}>
          <p>{live.state === 'accepted' ? t.accepted(live.name) : t.waits(live.name, live.expiresOn ?? '')}</p>
          {proposeHref ? <ButtonLink href={proposeHref} text={t.propose} primary /> : null}
        </Card>
      ) : null}
      {volunteers.length > 0 ? (
        <Card title={t.volunteers}>
          <TaskList
            wide
            items={volunteers.map((one, index) => ({
              key: one.id,
              title: one.name,
              why: one.strengths ? t.strengths(one.strengths) : null,
              action: { href: paths.requestAsk(id, one.id), text: t.take, primary: index === 0 },
            }))}
          />
        </Card>
      ) : null}
      {isOpen && !live ? (
        <Card title={t.suggested}>
          <TaskList
            wide
            empty={suitable > 0 ? t.noneLeft : t.none}
            items={suggested.map((one, index) => ({
              key: one.id,
              title: one.name,
              mark: one.mark ? <Tag tone="ok">{one.mark}</Tag> : null,
              why: (
                <>
                  <WhyList reasons={one.reasons} />
                  {one.strengths ? <p>{t.strengths(one.strengths)}</p> : null}
                </>
              ),
              action: {
                href: paths.requestAsk(id, one.id),
                text: t.ask,
                primary: volunteers.length === 0 && index === 0,
              },
            }))}
          />
          {others === '' ? null : <p className="mute">{others}</p>}
        </Card>
      ) : null}
    </Page>
  );
}
