import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { discardStaffList } from './staff-list.operations.server.ts';
import { findStaffList } from './staff-list.queries.server.ts';
import { listParams, versionSchema } from './staff-list.schema.ts';
import { ruleAgainstDiscarding } from './staff-list.ts';
import { staffListSentences, staffListText } from './staff-list-import.text.ts';

/** Putting a list aside. */
export const loader = pageLoader({ need: 'staffList.import', params: listParams }, async ({ ctx, params }) => {
  const { id, fileName, version, state } = await findStaffList(ctx, params.id);
  return { list: { id, fileName, version }, refusal: ruleAgainstDiscarding({ state }) };
});

export const action = formAction(
  {
    need: 'staffList.import',
    params: listParams,
    schema: versionSchema,
    labels: staffListText.labels,
    sentences: staffListSentences,
  },
  async ({ ctx, params, input }) => {
    await discardStaffList(ctx, params.id, input);
    return { to: paths.staffLists(), done: staffListText.discarded };
  },
);

export const meta: MetaFunction = () => [{ title: `${staffListText.discard} — ${uiText.brand}` }];

export default function StaffListDiscardPage() {
  const { list, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.staffList(list.id);
  return (
    <Page
      title={staffListText.discardTitle}
      lede={staffListText.discardLede}
      back={{ href: back, text: list.fileName }}
      narrow
    >
      {refusal && !problem ? (
        <Notice tone="warn">
          <p>{staffListSentences[refusal]}</p>
        </Notice>
      ) : (
        <Form problem={problem} version={list.version} submit={staffListText.discardSubmit} danger cancel={back} />
      )}
    </Page>
  );
}
