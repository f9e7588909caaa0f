import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { withdrawMove } from './move.operations.server.ts';
import { findMove } from './move.queries.server.ts';
import { moveParams, moveWithdrawSchema } from './move.schema.ts';
import { moveSentences, moveText as t } from './move.text.ts';

/** The teacher takes back the word that he moves. */
export const loader = pageLoader({ need: 'personMove.withdraw', params: moveParams }, async ({ ctx, params }) => {
  const move = await findMove(ctx, params.id);
  if (move.mayAnswer) throw new NotFound('move');
  const { id, unitName, startsOn, state, version } = move;
  return { id, unitName, startsOn, version, refusal: state === 'asked' ? null : moveSentences['move-answered'] };
});

export const action = formAction(
  {
    need: 'personMove.withdraw',
    params: moveParams,
    schema: moveWithdrawSchema,
    labels: t.labels,
    sentences: moveSentences,
  },
  async ({ ctx, params, input }) => {
    await withdrawMove(ctx, params.id, input);
    return { to: paths.myMove(), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function MoveWithdrawPage() {
  const { unitName, startsOn, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.withdrawTitle}
      lede={t.standing(unitName, formatDay(startsOn))}
      back={{ href: paths.myMove(), text: t.title }}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} version={version} submit={t.withdraw} cancel={paths.myMove()} />
      </Card>
    </Page>
  );
}
