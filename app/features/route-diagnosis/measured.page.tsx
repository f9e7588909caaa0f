import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id, optionalId } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { findMeasuring } from './measured.queries.server.ts';
import { recordMeasured } from './route-diagnosis.operations.server.ts';
import { measuredSchema, pointsOf } from './route-diagnosis.schema.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';

const params = z.object({ id: id() });

/** The centre or the tutor enters results of an instrument: first the instrument, then its points. */
export const loader = pageLoader(
  { need: 'route.diagnose', params, query: z.object({ instrument: optionalId().catch(null).optional() }) },
  async ({ ctx, params, query }) => {
    const measuring = await findMeasuring(ctx, params.id, query.instrument ?? null);
    const { id, owner } = await findRoute(ctx, params.id);
    return { id, owner, today: ctx.today, ...measuring };
  },
);

export const action = formAction(
  {
    need: 'route.diagnose',
    params,
    schema: measuredSchema,
    labels: diagnosisText.labels,
    sentences: diagnosisSentences,
  },
  async ({ ctx, params, input }) => {
    const { instrumentId, madeOn, evidence = '' } = input;
    await recordMeasured(ctx, params.id, { instrumentId, madeOn, evidence, points: pointsOf(input) });
    return { to: paths.routeDiagnosis(params.id), done: diagnosisText.measuredSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${diagnosisText.measuredTitle} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MeasuredPage() {
  const data = useLoaderData<typeof loader>();
  const { id, owner, instruments, chosen } = data;
  return (
    <Page
      title={diagnosisText.measuredTitle}
      lede={`${owner}. ${diagnosisText.measuredLede}`}
      back={{ href: paths.routeDiagnosis(id), text: diagnosisText.back }}
      narrow
    >
      {chosen ? (
        <PointsForm data={data} chosen={chosen} />
      ) : (
        <Card>
          {instruments.length === 0 ? (
            <p>
              {diagnosisText.noInstruments} <a href={paths.instruments()}>{diagnosisText.toInstruments}</a>
            </p>
          ) : (
            <Filter submit={diagnosisText.chooseInstrument}>
              <SelectField
                name="instrument"
                label={diagnosisText.labels.instrumentId}
                empty={null}
                options={instruments.map(({ id: value, name, edition }) => ({
                  value,
                  text: diagnosisText.instrument(name, edition),
                }))}
              />
            </Filter>
          )}
        </Card>
      )}
    </Page>
  );
}

function PointsForm({ data: { id, today }, chosen }: { data: Data; chosen: NonNullable<Data['chosen']> }) {
  const { labels } = diagnosisText;
  return (
    <Card
      title={diagnosisText.instrument(chosen.name, chosen.edition)}
      aside={<a href={paths.routeMeasured(id)}>{diagnosisText.anotherInstrument}</a>}
    >
      <Form problem={useActionData<typeof action>()} cancel={paths.routeDiagnosis(id)} keep>
        <HiddenField name="instrumentId" value={chosen.id} />
        <DateField name="madeOn" label={labels.madeOn} defaultValue={today} />
        {chosen.blocks.map(({ code, name, maximum }) => (
          <NumberField key={code} name={`points_${code}`} label={diagnosisText.ofMaximum(name, maximum)} optional />
        ))}
        <TextField name="evidence" label={labels.evidence} hint={diagnosisText.evidenceHint} maxLength={500} optional />
      </Form>
    </Card>
  );
}
