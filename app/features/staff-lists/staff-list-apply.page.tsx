import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStaffList } from './staff-list.queries.server.ts';
import { listParams, versionSchema } from './staff-list.schema.ts';
import { rowsToApply, ruleAgainstApplying } from './staff-list.ts';
import { applyStaffList } from './staff-list-apply.operations.server.ts';
import { staffListSentences, staffListText } from './staff-list-import.text.ts';

/** The numbers of a checked list once more, and the act. */
export const loader = pageLoader({ need: 'staffList.import', params: listParams }, async ({ ctx, params }) => {
  const list = await findStaffList(ctx, params.id);
  const { id, fileName, unitName, counts, version, scope } = list;
  return { list: { id, fileName, unitName, counts, version, scope }, refusal: ruleAgainstApplying(list) };
});

export const action = formAction(
  {
    need: 'staffList.import',
    params: listParams,
    schema: versionSchema,
    labels: staffListText.labels,
    sentences: staffListSentences,
  },
  async ({ ctx, params, input, services }) => {
    const { isDone } = await applyStaffList(ctx, params.id, input);
    if (!isDone) services.wake('staff-list');
    return { to: paths.staffList(params.id), done: isDone ? staffListText.applied : staffListText.applyTaken };
  },
);

export const meta: MetaFunction = () => [{ title: `${staffListText.applyTitle} — ${uiText.brand}` }];

export default function StaffListApplyPage() {
  const { list, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.staffList(list.id);
  const { counts } = list;
  return (
    <Page
      title={rowsToApply(counts) > 0 ? staffListText.applyTitle : staffListText.applyClose}
      lede={staffListText.applyLede(list.fileName, list.unitName)}
      back={{ href: back, text: list.fileName }}
    >
      {refusal && !problem ? (
        <Notice tone="warn">
          <p>{staffListSentences[refusal]}</p>
        </Notice>
      ) : (
        <Card>
          <Figures
            plain
            items={[
              { value: formatNumber(counts.new), label: staffListText.applyNew },
              { value: formatNumber(counts.changed), label: staffListText.applyChanged },
              { value: formatNumber(counts.unchanged), label: staffListText.applyUnchanged },
              { value: formatNumber(counts.refused + counts.unplaced), label: staffListText.applyRefused },
            ]}
          />
          {list.scope === 'consolidated' ? <p className="mute">{staffListText.consolidatedNote}</p> : null}
          <Form
            problem={problem}
            version={list.version}
            submit={rowsToApply(counts) > 0 ? staffListText.applySubmit : staffListText.applyClose}
            cancel={back}
            actions={
              problem ? <ButtonLink href={paths.staffListRecheck(list.id)} text={staffListText.recheck} /> : undefined
            }
          />
        </Card>
      )}
    </Page>
  );
}
