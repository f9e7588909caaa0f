import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { assignTutor } from './route.operations.server.ts';
import { findRoute } from './route.queries.server.ts';
import { assignTutorSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { listTutorPeriods, listTutors } from './route-tutor.queries.server.ts';

const params = z.object({ id: id() });

/** The head of the centre says who accompanies a route, and from when. */
export const loader = pageLoader({ need: 'route.assignTutor', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayAssign) throw new NotFound('route');
  const [periods, tutors] = await Promise.all([listTutorPeriods(ctx, params.id), listTutors(ctx, route.centreId)]);
  const present = periods.find(({ endedOn }) => endedOn === null)?.personId;
  return {
    id: route.id,
    owner: route.owner,
    tutors: tutors.filter(({ id }) => id !== present),
    isAlone: present !== undefined,
    periods: periods.map(({ name, startedOn, endedOn }) => ({ name, startedOn, endedOn })),
    from: ctx.today > route.startedOn ? ctx.today : route.startedOn,
  };
});

export const action = formAction(
  { need: 'route.assignTutor', params, schema: assignTutorSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input }) => {
    await assignTutor(ctx, params.id, input);
    return { to: paths.route(params.id), done: routeText.tutorAssigned };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.tutorTitle} — ${uiText.brand}` }];

export default function RouteTutorPage() {
  const { id, owner, tutors, isAlone, periods, from } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.route(id), text: routeText.backToRoute };
  return (
    <Page title={routeText.tutorTitle} lede={routeText.tutorLede(owner)} back={back} narrow>
      <Card>
        {tutors.length === 0 ? (
          <DisabledAct text={routeText.assign} reason={isAlone ? routeText.noOtherTutors : routeText.noTutors} />
        ) : (
          <Form problem={problem} submit={routeText.assign} cancel={paths.route(id)}>
            <SelectField
              name="tutorId"
              label={routeText.labels.tutorId}
              options={tutors.map((tutor) => ({ value: tutor.id, text: tutor.name }))}
              autocomplete={tutors.length > 10}
            />
            <DateField name="from" label={routeText.labels.from} defaultValue={from} />
          </Form>
        )}
      </Card>
      {periods.length > 0 ? (
        <Card title={routeText.tutorPeriods}>
          <SummaryList
            rows={periods.map((period) => ({
              key: period.name,
              value: period.endedOn
                ? routeText.term(formatDay(period.startedOn), formatDay(period.endedOn))
                : routeText.periodOpen(formatDay(period.startedOn)),
            }))}
          />
        </Card>
      ) : null}
    </Page>
  );
}
