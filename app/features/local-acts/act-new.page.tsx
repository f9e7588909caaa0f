import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id, optionalId } from '#app/core/form.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOutdated } from '../legal-references/legal-reference.queries.server.ts';
import { OutdatedNotice } from '../legal-references/outdated-notice.tsx';
import { listChoices, listDrawingUnits } from './act-choices.queries.server.ts';
import { draftAct } from './act-draft.operations.server.ts';
import { drawSentences, drawText as t } from './act-fields.text.ts';
import { type DrawnKind, drawnKind, fieldsOf } from './act-fields.ts';
import { ActFields } from './act-fields.tsx';
import { actFormLabels, actFormSchema, askedFields, givenFrom } from './act-form.ts';
import { knownValues } from './act-known.server.ts';
import { actTypeOf } from './act-type.ts';
import { knownRows } from './known-words.ts';
import { actSentences, actText } from './local-act.text.ts';
import { templateInForce } from './template-in-force.server.ts';

const params = z.object({ kind: z.string() });

/** Drawing up a document: what is known is shown, what is missing is asked. */
export const loader = pageLoader(
  { need: 'act.edit', params, query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, params, query }) => {
    const kind = kindOf(params.kind);
    const units = await listDrawingUnits(ctx);
    const unitId = units.find((unit) => unit.id === query.unit)?.id ?? units[0]?.id;
    if (unitId === undefined) throw new NotFound('act.edit');
    const fields = fieldsOf(kind);
    const [known, choices, { template, variantId }] = await Promise.all([
      knownValues(ctx, kind, unitId),
      listChoices(ctx, unitId, fields),
      templateInForce(ctx, unitId, kind),
    ]);
    const asked = askedFields(fields, known);
    return {
      title: actTypeOf(kind).title,
      kind,
      units,
      unitId,
      onceKey: newId(),
      asked,
      given: known,
      choices,
      known: knownRows(
        fields.filter((field) => !asked.includes(field)),
        known,
        choices,
      ),
      isOwn: variantId !== null,
      outdated: await listOutdated(ctx, template.references),
    };
  },
);

export const action = formAction(
  {
    need: 'act.edit',
    params,
    formFor: async ({ params }) => {
      const fields = fieldsOf(kindOf(params.kind));
      return {
        schema: actFormSchema(fields).safeExtend({ unitId: id() }),
        labels: actFormLabels(fields),
        sentences: { ...actSentences, ...drawSentences },
      };
    },
  },
  async ({ ctx, params, input, onceKey }) => {
    const kind = kindOf(params.kind);
    const draft = { kind, unitId: String(input.unitId), values: givenFrom(fieldsOf(kind), input) };
    const act = await draftAct(ctx, draft, onceKey);
    return { to: paths.act(act.id), done: t.created };
  },
);

/** Throws NotFound for a type that is not drawn up from fields. */
function kindOf(word: string): Exclude<DrawnKind, 'assignment_order'> {
  const kind = drawnKind(word);
  if (kind === null || kind === 'assignment_order') throw new NotFound('type of document');
  return kind;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? t.newTitle} — ${uiText.brand}` },
];

export default function ActNewPage() {
  const { title, kind, units, unitId, onceKey, asked, given, choices, known, isOwn, outdated } =
    useLoaderData<typeof loader>();
  const back = `${paths.actTypes()}?unit=${unitId}`;
  return (
    <Page title={title} lede={isOwn ? t.ownLede : undefined} back={{ href: back, text: t.back }} narrow>
      {units.length > 1 ? (
        <Tabs
          label={actText.labels.unitId}
          items={units.map((unit) => ({
            href: paths.actNew(kind, unit.id),
            text: unit.name,
            current: unit.id === unitId,
          }))}
        />
      ) : null}
      <OutdatedNotice outdated={outdated} />
      <Card title={asked.length > 0 ? t.missing : undefined}>
        {asked.length > 0 ? null : <p>{t.nothingMissing}</p>}
        <Form problem={useActionData<typeof action>()} once={onceKey} submit={t.create} cancel={back}>
          <HiddenField name="unitId" value={unitId} />
          <ActFields fields={asked} given={given} choices={choices} />
        </Form>
      </Card>
      {known.length > 0 ? (
        <Details summary={t.known} card open>
          <p className="mute">{t.knownLede}</p>
          <SummaryList rows={known} />
        </Details>
      ) : null}
    </Page>
  );
}
