import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listPosts } from '../people/person.queries.server.ts';
import { askToMove } from './move.operations.server.ts';
import { findOwnMove, listOrganisations } from './move.queries.server.ts';
import { moveQuery, moveSchema } from './move.schema.ts';
import { moveSentences, moveStateNames, moveText as t } from './move.text.ts';

/** A teacher says which organisation he has moved to, and whether the route goes along. */
export const loader = pageLoader({ need: 'signedIn', query: moveQuery }, async ({ ctx, query }) => {
  const [own, units, posts] = await Promise.all([
    findOwnMove(ctx),
    listOrganisations(ctx, query.search),
    listPosts(ctx),
  ]);
  return { search: query.search, ...own, units, posts, today: ctx.today, onceKey: newId() };
});

export const action = formAction(
  { need: 'signedIn', schema: moveSchema, labels: t.labels, sentences: moveSentences },
  async ({ ctx, input, onceKey }) => {
    await askToMove(ctx, input, onceKey);
    return { to: paths.myMove(), done: t.asked };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MyMovePage() {
  const data = useLoaderData<typeof loader>();
  const { search, unitName, move } = data;
  return (
    <Page title={t.title} lede={t.lede(unitName)} back={{ href: paths.home(), text: t.backHome }} narrow>
      {move ? <Standing move={move} /> : null}
      {move?.state === 'asked' ? null : (
        <Card>
          <Filter reset={search === '' ? undefined : paths.myMove()}>
            <TextField name="search" label={t.find} hint={t.findHint} type="search" defaultValue={search} />
          </Filter>
          <MoveForm data={data} />
        </Card>
      )}
    </Page>
  );
}

function Standing({ move }: { move: NonNullable<Data['move']> }) {
  return (
    <Card title={t.standingTitle}>
      <p>
        {t.standing(move.unitName, formatDay(move.startsOn))} <Tag tone="info">{moveStateNames[move.state]}</Tag>
      </p>
      {move.state === 'asked' ? <ButtonLink href={paths.personMoveWithdraw(move.id)} text={t.withdraw} /> : null}
    </Card>
  );
}

function MoveForm({ data: { search, units, posts, hasRoute, today, onceKey } }: { data: Data }) {
  const problem = useActionData<typeof action>();
  if (units.length === 0) return search === '' ? null : <p className="empty">{t.foundNothing}</p>;
  return (
    <Form problem={problem} submit={t.send} cancel={paths.home()} once={onceKey} keep>
      <RadioField
        name="unitId"
        label={t.found}
        options={units.map((unit) => ({ value: unit.id, text: unit.name, hint: unit.region ?? undefined }))}
      />
      <SelectField
        name="postCode"
        label={t.labels.postCode}
        autocomplete
        options={posts.map((post) => ({ value: post.code, text: post.name }))}
      />
      <TextField name="subject" label={t.labels.subject} hint={t.hints.subject} optional maxLength={120} />
      <DateField name="startsOn" label={t.labels.startsOn} defaultValue={today} />
      {hasRoute ? <CheckboxField name="takesRoute" label={t.labels.takesRoute} hint={t.takesRouteHint} /> : null}
    </Form>
  );
}
