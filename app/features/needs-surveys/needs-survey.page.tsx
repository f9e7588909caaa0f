import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PAGE_SIZE } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { remindOfSurvey } from './needs-survey.operations.server.ts';
import { countUnanswered, findSurvey, listUnanswered } from './needs-survey.queries.server.ts';
import { onlySentSchema, surveyParams, unansweredFilterSchema } from './needs-survey.schema.ts';
import { surveySentences, surveyText as t } from './needs-survey.text.ts';
import { ruleAgainstReminding } from './needs-survey.ts';

/** One survey in numbers, who has not answered, and a reminder to them. */
export const loader = pageLoader(
  { need: 'needsSurvey.manage', params: surveyParams, query: unansweredFilterSchema },
  async ({ ctx, params, query }) => {
    const { startedOn, endedOn, remindedOn, ...survey } = await findSurvey(ctx, params.id);
    const refusal =
      survey.left === 0 ? ('nobody-left' as const) : ruleAgainstReminding({ endedOn, remindedOn }, ctx.today);
    return {
      survey: { ...survey, remindedOn },
      period: t.period(startedOn, endedOn),
      refusal,
      filter: query,
      isGoing: endedOn >= ctx.today,
      total: await countUnanswered(ctx, { ...survey, endedOn }, query.search),
      people: await listUnanswered(ctx, { ...survey, endedOn }, query),
    };
  },
);

export const action = formAction(
  {
    need: 'needsSurvey.manage',
    params: surveyParams,
    schema: onlySentSchema,
    labels: t.labels,
    sentences: surveySentences,
  },
  async ({ ctx, params }) => {
    await remindOfSurvey(ctx, params.id);
    return { to: paths.needsSurvey(params.id), done: t.reminded };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.surveyTitle} — ${uiText.brand}` }];

export default function NeedsSurveyPage() {
  const { survey, period, refusal, filter, isGoing, total, people } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const notNeeded = survey.answered - survey.needs;
  return (
    <Page
      title={t.surveyTitle}
      lede={`${survey.unitName} · ${period}`}
      back={{ href: paths.needsSurveys(), text: t.back }}
    >
      <Card>
        <Figures
          items={[
            { value: survey.asked, label: t.asked },
            { value: survey.answered, label: t.answered },
            { value: survey.needs, label: t.needs, href: paths.requests() },
            { value: notNeeded, label: t.notNeeded },
          ]}
        />
      </Card>
      <Card title={t.unanswered}>
        {survey.left === 0 ? null : (
          <Filter reset={filter.search === '' ? undefined : paths.needsSurvey(survey.id)}>
            <TextField name="search" label={t.search} defaultValue={filter.search} />
          </Filter>
        )}
        <TaskList
          empty={survey.left === 0 ? t.allAnswered : t.noneFound}
          items={people.map((person) => ({
            key: person.id,
            title: person.name,
            action: isGoing ? { href: paths.requestNewFor(person.id), text: t.onBehalf } : null,
          }))}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) =>
            `${paths.needsSurvey(survey.id)}?${new URLSearchParams({ search: filter.search, page: String(page) })}`
          }
        />
      </Card>
      <Card>
        {survey.remindedOn ? <p className="mute">{t.remindedOn(survey.remindedOn)}</p> : null}
        <Form problem={problem} refusal={refusal && surveySentences[refusal]} submit={t.remind} />
      </Card>
    </Page>
  );
}
