import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addEntry } from './directory.operations.server.ts';
import { listKeepers } from './directory.queries.server.ts';
import { addEntrySchema, directoryParams } from './directory.schema.ts';
import { directorySentences, listNames, directoryText as t } from './directory.text.ts';
import { FORM_LISTS } from './directory.ts';
import { EntryFields } from './entry-fields.tsx';
import { traitsFrom } from './entry-traits.ts';

/** A new entry of a directory: the region's own, or one for all. */
export const loader = pageLoader({ need: 'directory.manage', params: directoryParams }, async ({ ctx, params }) => {
  const keepers = await listKeepers(ctx);
  if (keepers.length === 0) throw new NotFound('keeper of directories');
  return { directory: params.directory, keepers, today: ctx.today, onceKey: newId() };
});

export const action = formAction(
  {
    need: 'directory.manage',
    params: directoryParams,
    schema: addEntrySchema,
    labels: t.labels,
    sentences: directorySentences,
  },
  async ({ ctx, params, input, onceKey }) => {
    const { unitId, traits, ...entry } = input;
    const { code } = await addEntry(ctx, unitId, { ...entry, ...params, ...traitsFrom(traits) }, onceKey);
    return { to: paths.directoryEntry(params.directory, code), done: t.added };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t.addTitle[data?.directory ?? 'form']} — ${uiText.brand}` },
];

export default function EntryAddPage() {
  const { directory, keepers, today, onceKey } = useLoaderData<typeof loader>();
  const back = paths.directories();
  return (
    <Page title={t.addTitle[directory]} lede={t.addLede} back={{ href: back, text: t.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} once={onceKey} submit={t.save} cancel={back}>
          <SelectField
            name="unitId"
            label={t.labels.unitId}
            empty={null}
            defaultValue={keepers[0]?.unitId}
            options={keepers.map(({ unitId, name }) => ({ value: unitId, text: name }))}
          />
          {directory === 'form' ? (
            <CheckboxList
              name="lists"
              label={t.labels.lists}
              options={FORM_LISTS.map((list) => ({ value: list, text: listNames[list] }))}
              defaultValue={['teacher']}
            />
          ) : null}
          <EntryFields directory={directory} entry={null} today={today} />
        </Form>
      </Card>
    </Page>
  );
}
