import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countSurveys, listSurveys } from './needs-survey.queries.server.ts';
import { surveysFilterSchema } from './needs-survey.schema.ts';
import { surveyText as t } from './needs-survey.text.ts';

/** Surveys of needs of the actor's organisations. */
export const loader = pageLoader(
  { need: 'needsSurvey.manage', query: surveysFilterSchema },
  async ({ ctx, query }) => ({
    page: query.page,
    total: await countSurveys(ctx),
    surveys: (await listSurveys(ctx, query.page)).map(({ id, startedOn, endedOn, unitName }) => ({
      id,
      unitName,
      period: t.period(startedOn, endedOn),
      isGoing: endedOn >= ctx.today,
    })),
  }),
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function NeedsSurveysPage() {
  const { page, total, surveys } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.title}
      lede={t.lede}
      back={{ href: paths.requests(), text: t.requests }}
      actions={<ButtonLink href={paths.needsSurveyOpen()} text={t.open} primary />}
    >
      <Card>
        <TaskList
          empty={t.empty}
          items={surveys.map((survey) => ({
            key: survey.id,
            title: survey.period,
            href: paths.needsSurvey(survey.id),
            why: survey.unitName,
            tag: <Tag tone={survey.isGoing ? 'info' : 'grey'}>{survey.isGoing ? t.going : t.over}</Tag>,
            action: { href: paths.needsSurvey(survey.id), text: t.look },
          }))}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={total} href={(to) => `${paths.needsSurveys()}?page=${to}`} />
      </Card>
    </Page>
  );
}
