import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { isDrawn } from './act-values.ts';
import { orderWords } from './assignment-order.text.ts';
import { editOrder } from './local-act.operations.server.ts';
import { findAct } from './local-act.queries.server.ts';
import { orderEditSchema } from './local-act.schema.ts';
import { actSentences, actText, nameCaseLabels } from './local-act.text.ts';
import { ruleAgainstEditing } from './local-act.ts';
import { listNameForms } from './name-forms.queries.server.ts';
import { correctionsFrom } from './name-forms.server.ts';

const params = z.object({ id: id() });

/** Correcting the text of an order: names in their cases, term, control. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit || isDrawn(act.values)) throw new NotFound('act');
  const { programmeDueOn, control } = act.values;
  return {
    id: act.id,
    version: act.version,
    refusal: ruleAgainstEditing(act.state),
    document: act.document,
    programmeDueOn,
    control: control === orderWords.keepControl ? 'head' : 'author',
    names: await listNameForms(ctx, act.id),
  };
});

export const action = formAction(
  { need: 'act.edit', params, schema: orderEditSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params, input }) => {
    const { nameKey, nameText, ...choices } = input;
    await editOrder(ctx, params.id, { ...choices, corrections: correctionsFrom(nameKey ?? [], nameText ?? []) });
    return { to: paths.act(params.id), done: actText.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${actText.editTitle} — ${uiText.brand}` }];

export default function ActEditPage() {
  const { id, version, refusal, document, programmeDueOn, control, names } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const typed = problem?.values.nameText;
  return (
    <Page title={actText.editTitle} lede={actText.editLede} back={{ href: paths.act(id), text: uiText.back }}>
      <Card>
        <Form refusal={refusal && actSentences[refusal]} problem={problem} version={version} cancel={paths.act(id)}>
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{actText.names}</legend>
            {names.map((name, position) => (
              <div className="govuk-form-group" key={`${name.personId}:${name.nameCase}`}>
                <label className="govuk-label" htmlFor={`name-${position}`}>
                  {name.nominative}, {nameCaseLabels[name.nameCase]}
                </label>
                <input type="hidden" name="nameKey" value={`${name.personId}:${name.nameCase}`} />
                <input
                  id={`name-${position}`}
                  className="govuk-input"
                  name="nameText"
                  maxLength={300}
                  autoComplete="off"
                  defaultValue={Array.isArray(typed) ? typed[position] : (typed ?? name.fullName)}
                />
              </div>
            ))}
          </fieldset>
          <DateField name="programmeDueOn" label={actText.labels.programmeDueOn} defaultValue={programmeDueOn} />
          <RadioField
            name="control"
            label={actText.labels.control}
            defaultValue={control}
            options={[
              { value: 'head', text: actText.controlOptions.head },
              { value: 'author', text: actText.controlOptions.author },
            ]}
          />
        </Form>
      </Card>
      <Card title={actText.preview}>
        <DocumentPreview document={document} />
      </Card>
    </Page>
  );
}
