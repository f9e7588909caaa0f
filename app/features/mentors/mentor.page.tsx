import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { personOf } from '#app/core/context.server.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { missingWords } from '../mentor-profiles/mentor-profile.text.ts';
import { missingIn } from '../mentor-profiles/mentor-profile.ts';
import { listResults } from '../mentor-profiles/mentor-result.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import {
  findLoadRights,
  findLoads,
  findMentor,
  findOptionalLimits,
  listOverrides,
  listWork,
} from './mentor.queries.server.ts';
import { MentorLoadCard } from './mentor-load-card.tsx';
import { MentorOffer, shownOffer } from './mentor-offer.tsx';
import { MentorResults, shownResult } from './mentor-results.tsx';
import { stepTo } from './mentor-step.ts';
import { mentorViewSchema, personParams } from './mentors.schema.ts';
import { mentorText as t } from './mentors.text.ts';

/** The whole profile of a mentor: for the owner and the curator with what is missing, for others what is offered. */
export const loader = pageLoader(
  { need: 'mentorProfile.read', params: personParams, query: mentorViewSchema },
  async ({ ctx, params, query }) => {
    const card = await findMentor(ctx, params.personId);
    const found = (await findLoads(ctx, [card.personId])).get(card.personId);
    if (!found) throw new Error('a mentor within reach has facts');
    const isOwn = card.personId === personOf(ctx);
    const isInside = query.view === 'own' && (card.canEdit || card.showsLoad);
    const results = await listResults(ctx, card.personId, isInside ? 'all' : 'counting');
    const rights = await findLoadRights(ctx, card.unitId);
    const canEdit = isInside && card.canEdit;
    return {
      id: card.personId,
      name: fullName(card),
      lede: t.lede((await listWork(ctx, [card.personId])).get(card.personId) ?? '', card.unitName),
      isOwn,
      isPreview: isOwn && query.view === 'others',
      canEdit,
      offer: shownOffer(found.facts, card.category, isInside),
      missing: isInside ? missingIn(found.facts) : [],
      results: results.map((result) => shownResult(result, isInside)),
      load: isInside
        ? {
            day: found.load,
            own: { people: found.facts.allowance.ownPeople, hours: found.facts.allowance.ownHours },
            act: (await findOptionalLimits(ctx, card.unitId, ctx.today)) ?? null,
            overrides: await listOverrides(ctx, card.personId, card.unitId),
            ...rights,
            unitId: card.unitId,
          }
        : null,
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.isOwn ? t.ownTitle : (data?.name ?? '')} — ${uiText.brand}` },
];

export default function MentorPage() {
  const mentor = useLoaderData<typeof loader>();
  const { id, isOwn, isPreview, canEdit, load } = mentor;
  return (
    <Page
      title={isOwn && !isPreview ? t.ownTitle : mentor.name}
      lede={mentor.lede}
      back={{ href: paths.mentors(), text: t.back }}
      actions={
        canEdit ? (
          <>
            <ButtonLink href={paths.mentorProfileEdit(id)} text={t.offer} primary={mentor.missing.length === 0} />
            <ButtonLink href={paths.mentorResultAdd(id)} text={t.addResult} />
            {isOwn ? <ButtonLink href={paths.mentorProfileForOthers(id)} text={t.asOthers} /> : null}
          </>
        ) : undefined
      }
    >
      {isPreview ? (
        <Notice>
          {t.asOthersNote} <a href={paths.mentorProfile(id)}>{t.asOwn}</a>
        </Notice>
      ) : null}
      {canEdit ? (
        <Card title={t.missingTitle}>
          <TaskList
            empty={t.complete}
            items={mentor.missing.map((part, index) => {
              const step = stepTo(part, id, isOwn);
              return {
                key: part,
                title: missingWords[part].todo,
                why: missingWords[part].why,
                action: step ? { href: step, text: t.editOffer, primary: index === 0 } : null,
              };
            })}
          />
        </Card>
      ) : null}
      <MentorOffer id={id} offer={mentor.offer} canEdit={canEdit} isOwn={isOwn} />
      <MentorResults results={mentor.results} isOwn={isOwn} />
      {load ? <MentorLoadCard id={id} load={load} /> : null}
    </Page>
  );
}
