import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findOptionalOpenOffer, listOffers } from '../offers/offer.queries.server.ts';
import { offerFilterSchema } from '../offers/offer.schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { groupQuery, groupSchema } from './desk.schema.ts';
import { deskSentences } from './desk.text.ts';
import { assertGroup } from './group.operations.server.ts';
import { listGroupPlans, listRoutesToPropose } from './group.queries.server.ts';
import { groupText as t } from './group.text.ts';

const OFFERS_SHOWN = 10;

/** One offer for several routes: the offer, the days, the routes; nothing is sent yet. */
export const loader = pageLoader({ need: 'route.accompany', query: groupQuery }, async ({ ctx, query }) => {
  const offer = query.offer ? await findOptionalOpenOffer(ctx, query.offer) : null;
  const filter = offerFilterSchema.parse({ search: query.search });
  const [offers, routes, plans] = await Promise.all([
    offer ? [] : listOffers(ctx, filter).then(({ offers }) => offers.slice(0, OFFERS_SHOWN)),
    listRoutesToPropose(ctx, offer !== null),
    listGroupPlans(ctx),
  ]);
  const chosen = offer && {
    ...{ id: offer.id, title: offer.title, areas: offer.areas },
    startsOn: offer.startsOn && offer.startsOn > ctx.today ? offer.startsOn : ctx.today,
    dueOn: offer.endsOn,
  };
  const found = offers.map(({ id, title, providerName }) => ({ id, title, providerName }));
  return { search: query.search, chosen, found, routes, plans };
});

export const action = formAction(
  { need: 'route.accompany', schema: groupSchema, labels: t.labels, sentences: deskSentences },
  async ({ input }) => {
    assertGroup(input);
    return paths.groupPreview(input);
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function GroupPage() {
  const data = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede} back={{ href: paths.desk(), text: t.backToDesk }}>
      {data.chosen ? <Plan chosen={data.chosen} routes={data.routes} /> : <Offers data={data} />}
      <Card title={t.recent}>
        <Table
          caption={t.recent}
          rows={data.plans}
          rowKey={(plan) => plan.id}
          empty={t.recentEmpty}
          columns={[
            {
              title: t.columns.offer,
              heading: true,
              cell: (plan) => <a href={paths.groupPlanMade(plan.id)}>{plan.title}</a>,
            },
            { title: t.columns.day, cell: (plan) => formatDay(plan.madeOn) },
            {
              title: t.columns.answers,
              cell: (plan) => (plan.undoneOn ? t.undoneTag : t.answers(plan.accepted, plan.declined, plan.total)),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

function Offers({ data: { search, found } }: { data: Data }) {
  return (
    <Card title={t.chooseOffer}>
      <Filter reset={search === '' ? undefined : paths.groupPlan()}>
        <TextField name="search" label={t.searchOffer} type="search" width="20" defaultValue={search} />
      </Filter>
      <TaskList
        empty={t.noOffers}
        items={found.map((offer) => ({
          key: offer.id,
          title: offer.title,
          why: offer.providerName,
          action: { href: paths.groupPlan(offer.id), text: t.choose },
        }))}
      />
    </Card>
  );
}

function Plan({ chosen, routes }: { chosen: NonNullable<Data['chosen']>; routes: Data['routes'] }) {
  const problem = useActionData<typeof action>();
  return (
    <Card title={t.offer(chosen.title)} aside={<a href={paths.groupPlan()}>{t.chooseAnother}</a>}>
      <Form problem={problem} submit={t.toPreview} cancel={paths.desk()} keep>
        <HiddenField name="offerId" value={chosen.id} />
        <SelectField
          name="area"
          label={t.labels.area}
          empty={null}
          options={chosen.areas.map((area) => ({ value: area, text: areaNames[area] }))}
        />
        <DateField name="startsOn" label={t.labels.startsOn} defaultValue={chosen.startsOn} />
        <DateField name="dueOn" label={t.labels.dueOn} defaultValue={chosen.dueOn} />
        <TextField name="expectedProduct" label={t.labels.expectedProduct} maxLength={500} />
        {routes.length === 0 ? (
          <p className="empty">{t.nobody}</p>
        ) : (
          <CheckboxList
            name="routeIds"
            label={t.labels.routeIds}
            options={routes.map((route) => ({ value: route.id, text: route.owner, hint: route.unitName }))}
          />
        )}
      </Form>
    </Card>
  );
}
