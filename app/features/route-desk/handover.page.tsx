import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { listCentres, listTutors } from '../educational-routes/route-tutor.queries.server.ts';
import { listTutorLoads } from './desk.queries.server.ts';
import { handoverQuery, handoverSchema } from './desk.schema.ts';
import { deskSentences } from './desk.text.ts';
import { handOverRoutes } from './handover.operations.server.ts';
import { listRoutesToHandOver } from './handover.queries.server.ts';
import { handoverText as t } from './handover.text.ts';

const sentences = { ...routeSentences, ...deskSentences };

/** The head of the centre gives routes of one tutor to another, with a note. */
export const loader = pageLoader({ need: 'route.assignTutor', query: handoverQuery }, async ({ ctx, query }) => {
  const [loads, centres] = await Promise.all([listTutorLoads(ctx), listCentres(ctx)]);
  const from = loads.find(({ id }) => id === query.tutor) ?? loads[0] ?? null;
  const routes = from ? await listRoutesToHandOver(ctx, from.id) : [];
  const centreId = routes[0]?.centreId ?? centres[0]?.id;
  const tutors = centreId ? await listTutors(ctx, centreId) : [];
  return {
    from: from && { id: from.id, name: from.name },
    loads: loads.map(({ id, name }) => ({ id, name })),
    tutors: tutors.filter(({ id }) => id !== from?.id),
    routes: routes.map(({ id, owner, unitName }) => ({ id, owner, unitName })),
    today: ctx.today,
  };
});

export const action = formAction(
  { need: 'route.assignTutor', schema: handoverSchema, labels: t.labels, sentences },
  async ({ ctx, input }) => {
    const { handed } = await handOverRoutes(ctx, input);
    return { to: paths.desk(), done: t.handed(handed) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function HandoverPage() {
  const { from, loads, tutors, routes, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.title} lede={t.lede} back={{ href: paths.desk(), text: t.back }} narrow>
      {loads.length > 1 ? (
        <Filter>
          <SelectField
            name="tutor"
            label={t.fromWhom}
            empty={null}
            defaultValue={from?.id}
            options={loads.map(({ id, name }) => ({ value: id, text: name }))}
          />
        </Filter>
      ) : null}
      <Card title={from ? t.fromTutor(from.name) : undefined}>
        {routes.length === 0 ? (
          <p className="empty">{t.nothing}</p>
        ) : tutors.length === 0 ? (
          <p className="empty">{t.nobody}</p>
        ) : (
          <Form problem={problem} submit={t.hand} cancel={paths.desk()} keep>
            <SelectField
              name="tutorId"
              label={t.labels.tutorId}
              options={tutors.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <DateField name="from" label={t.labels.from} defaultValue={today} />
            <TextArea name="note" label={t.labels.note} hint={t.noteHint} rows={5} />
            <CheckboxList
              name="routeIds"
              label={t.labels.routeIds}
              options={routes.map((route) => ({ value: route.id, text: route.owner, hint: route.unitName }))}
            />
          </Form>
        )}
      </Card>
    </Page>
  );
}
