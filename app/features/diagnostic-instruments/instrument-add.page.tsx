import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { addInstrument } from './instrument.operations.server.ts';
import { listKeepers } from './instrument.queries.server.ts';
import { blocksOfForm, instrumentSchema, schemeQuery } from './instrument.schema.ts';
import { blockNames, instrumentSentences, instrumentText, schemeNames } from './instrument.text.ts';
import { FOUR_BLOCKS, USUAL_BLOCK } from './instrument.ts';

/** A new instrument, or a new edition of one. */
export const loader = pageLoader({ need: 'instrument.manage', query: schemeQuery }, async ({ ctx, query }) => ({
  scheme: query.scheme,
  keepers: await listKeepers(ctx),
  today: ctx.today,
}));

export const action = formAction(
  {
    need: 'instrument.manage',
    schema: instrumentSchema,
    labels: instrumentText.labels,
    sentences: instrumentSentences,
  },
  async ({ ctx, input }) => {
    const { unitId, scheme, name, edition, provider, maximum, lowCutPercent, highCutPercent, startedOn } = input;
    const scale = { maximum, lowCutPercent, highCutPercent, startedOn };
    const words = { unitId, scheme, name, edition, provider };
    const { id } = await addInstrument(ctx, { ...words, ...scale, blocks: blocksOfForm(input) });
    return { to: paths.instrument(id), done: instrumentText.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${instrumentText.addTitle} — ${uiText.brand}` }];

export default function InstrumentAddPage() {
  const { scheme, keepers, today } = useLoaderData<typeof loader>();
  const { labels } = instrumentText;
  return (
    <Page
      title={instrumentText.addTitle}
      lede={instrumentText.addLede}
      back={{ href: paths.instruments(), text: instrumentText.back }}
      narrow
    >
      <Card title={schemeNames[scheme]}>
        <Form problem={useActionData<typeof action>()} cancel={paths.instruments()} keep>
          <HiddenField name="scheme" value={scheme} />
          <SelectField
            name="unitId"
            label={labels.unitId}
            empty={null}
            options={keepers.map((unit) => ({ value: unit.id, text: unit.shortName }))}
          />
          <TextField name="name" label={labels.name} maxLength={200} />
          <TextField name="edition" label={labels.edition} width="10" maxLength={60} />
          <TextField name="provider" label={labels.provider} maxLength={200} optional />
          <NumberField name="maximum" label={labels.maximum} defaultValue={100} />
          <NumberField name="lowCutPercent" label={labels.lowCutPercent} defaultValue={60} />
          <NumberField name="highCutPercent" label={labels.highCutPercent} defaultValue={80} />
          <DateField name="startedOn" label={labels.startedOn} defaultValue={today} />
          {scheme === 'four' ? <Mapping /> : null}
        </Form>
      </Card>
    </Page>
  );
}

function Mapping() {
  return (
    <Details summary={instrumentText.mapping} open>
      {AREAS.map((area) => (
        <SelectField
          key={area}
          name={`block_${area}`}
          label={areaNames[area]}
          empty={null}
          defaultValue={USUAL_BLOCK[area]}
          options={FOUR_BLOCKS.map((code) => ({ value: code, text: blockNames[code] }))}
        />
      ))}
    </Details>
  );
}
