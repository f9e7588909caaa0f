import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { switchEntry } from './directory.operations.server.ts';
import { findEntry, listKeepers } from './directory.queries.server.ts';
import { entryParams, switchSchema } from './directory.schema.ts';
import { directorySentences, directoryText as t } from './directory.text.ts';
import { viewedRegion } from './viewed-region.server.ts';

/** Switching an entry off or on in the region. */
export const loader = pageLoader({ need: 'directory.manage', params: entryParams }, async ({ ctx, params }) => {
  const { region } = await viewedRegion(ctx, undefined);
  const keepers = await listKeepers(ctx);
  if (!region || !keepers.some(({ regionId }) => regionId === region.id)) throw new NotFound('region');
  const { directory, code, name, isOff } = await findEntry(ctx, params, region.id, ctx.today);
  return { directory, code, name, willBeOff: !isOff, region, today: ctx.today };
});

export const action = formAction(
  {
    need: 'directory.manage',
    params: entryParams,
    schema: switchSchema,
    labels: t.labels,
    sentences: directorySentences,
  },
  async ({ ctx, params, input }) => {
    const isOff = input.isOff === 'yes';
    await switchEntry(ctx, input.regionId, params, { isOff, from: input.from });
    return { to: paths.directoryEntry(params.directory, params.code), done: isOff ? t.switched.off : t.switched.on };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t.switchTitle(data?.name ?? '', data?.willBeOff ?? true)} — ${uiText.brand}` },
];

export default function EntrySwitchPage() {
  const { directory, code, name, willBeOff, region, today } = useLoaderData<typeof loader>();
  const back = paths.directoryEntry(directory, code);
  return (
    <Page
      title={t.switchTitle(name, willBeOff)}
      lede={willBeOff ? t.switchOffLede : t.switchOnLede}
      back={{ href: back, text: name }}
      narrow
    >
      <Card>
        <p>
          {t.region}: <b>{region.name}</b>
        </p>
        <Form problem={useActionData<typeof action>()} submit={willBeOff ? t.switchOff : t.switchOn} cancel={back}>
          <HiddenField name="regionId" value={region.id} />
          <HiddenField name="isOff" value={willBeOff ? 'yes' : 'no'} />
          <DateField name="from" label={t.labels.from} defaultValue={today} />
        </Form>
      </Card>
    </Page>
  );
}
