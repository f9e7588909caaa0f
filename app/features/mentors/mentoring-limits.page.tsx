import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { profileSentences } from '../mentor-profiles/mentor-profile.text.ts';
import { USUAL_LIMITS } from '../mentor-profiles/workload.ts';
import { setMentoringLimits } from './mentoring-limits.operations.server.ts';
import { findUnitOfLimits, listLimits } from './mentoring-limits.queries.server.ts';
import { limitsSchema, unitParams } from './mentors.schema.ts';
import { limitsText as t } from './mentors.text.ts';

/** Limits of a mentor's load at an organisation: those of its acts, with their history, and a form for new ones. */
export const loader = pageLoader({ need: 'mentoringLimits.set', params: unitParams }, async ({ ctx, params }) => {
  const unit = await findUnitOfLimits(ctx, params.id);
  const limits = await listLimits(ctx, params.id);
  return { unit, limits, from: ctx.today, present: limits[0] ?? USUAL_LIMITS };
});

export const action = formAction(
  {
    need: 'mentoringLimits.set',
    params: unitParams,
    schema: limitsSchema,
    labels: t.labels,
    sentences: profileSentences,
  },
  async ({ ctx, params, input }) => {
    await setMentoringLimits(ctx, params.id, input);
    return { to: paths.mentoringLimits(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

const NUMBERS = ['peopleSoft', 'peopleHard', 'hoursSoft', 'hoursHard'] as const;

export default function MentoringLimitsPage() {
  const { unit, limits, from, present } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede(unit.name)} back={{ href: paths.mentors(), text: uiText.back }} narrow>
      <Card title={t.history}>
        <Table
          caption={t.history}
          empty={t.usual}
          rows={limits}
          rowKey={(row) => row.id}
          columns={[
            { title: t.period, heading: true, cell: (row) => t.since(row.startedOn, row.endedOn) },
            { title: t.people, cell: (row) => t.pairOf(row.peopleSoft, row.peopleHard) },
            { title: t.hours, cell: (row) => t.pairOf(row.hoursSoft, row.hoursHard) },
            { title: t.act, cell: (row) => row.sourceAct },
            { title: t.by, cell: (row) => row.by },
          ]}
        />
      </Card>
      <Card title={t.newLimits}>
        <Form problem={useActionData<typeof action>()} submit={t.submit}>
          <DateField name="startedOn" label={t.labels.startedOn} defaultValue={from} />
          {NUMBERS.map((name) => (
            <NumberField key={name} name={name} label={t.labels[name]} width="2" defaultValue={present[name]} />
          ))}
          <TextField name="sourceAct" label={t.labels.sourceAct} hint={t.sourceHint} maxLength={300} />
        </Form>
      </Card>
    </Page>
  );
}
