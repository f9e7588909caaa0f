import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { recordDestruction } from './erasure.operations.server.ts';
import { listDue } from './erasure.queries.server.ts';
import { destructionSchema } from './erasure.schema.ts';
import { classWords, erasureSentences, erasureText as t } from './erasure.text.ts';

const need = 'erasure.manage';

/** The act of destruction: what of the nearest lines, when, by whom. */
export const loader = pageLoader({ need }, async ({ ctx }) => ({
  due: (await listDue(ctx, 1)).map(({ id, person, dueOn, dataClass }) => ({ id, person, dueOn, dataClass })),
  today: ctx.today,
  onceKey: newId(),
}));

export const action = formAction(
  { need, schema: destructionSchema, labels: t.labels, sentences: erasureSentences },
  async ({ ctx, input, onceKey }) => {
    const { id, settled } = await recordDestruction(ctx, input, onceKey);
    if (id === null) return { to: paths.erasures(), done: t.settledOnly };
    return { to: paths.destructionAct(id), done: settled > 0 ? t.savedAndSettled : t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.actTitle} — ${uiText.brand}` }];

export default function DestructionActNewPage() {
  const { due, today, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.erasures();
  return (
    <Page title={t.actTitle} lede={t.actLede} back={{ href: back, text: t.title }} narrow>
      <Card>
        {due.length === 0 && !problem ? (
          <Empty>{t.empty}</Empty>
        ) : (
          <Form problem={problem} once={onceKey} submit={t.submit} danger cancel={back}>
            <CheckboxList
              name="dueIds"
              label={t.labels.dueIds}
              options={due.map(({ id, person, dueOn, dataClass }) => ({
                value: id,
                text: t.line(classWords[dataClass].name, person, dueOn),
              }))}
            />
            <DateField name="actedOn" label={t.labels.actedOn} defaultValue={today} />
            <TextArea name="commission" label={t.labels.commission} hint={t.commissionHint} maxLength={1000} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
