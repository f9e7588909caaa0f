import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findEmployment } from './person.queries.server.ts';
import { employmentEndSchema, idParams } from './person.schema.ts';
import { personSentences, personText } from './person.text.ts';
import { endEmployment } from './person-card.operations.server.ts';
import { fullName } from './person-name.ts';

/** The last day of an employment. */
export const loader = pageLoader({ need: 'person.manage', params: idParams }, async ({ ctx, params }) => {
  const work = await findEmployment(ctx, params.id);
  return {
    work: { version: work.version, post: work.post, from: formatDay(work.startedOn), isOver: work.endedOn !== null },
    person: { id: work.personId, name: fullName(work) },
    today: ctx.today,
  };
});

export const action = formAction(
  {
    need: 'person.manage',
    params: idParams,
    schema: employmentEndSchema,
    labels: personText.labels,
    sentences: personSentences,
  },
  async ({ ctx, params, input }) => {
    const { personId } = await endEmployment(ctx, params.id, input);
    return { to: paths.person(personId), done: personText.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${personText.endTitle} — ${uiText.brand}` }];

export default function EmploymentEndPage() {
  const { work, person, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.person(person.id);
  return (
    <Page
      title={personText.endTitle}
      lede={personText.endLede(person.name, work.post, work.from)}
      back={{ href: back, text: person.name }}
      narrow
    >
      {work.isOver && !problem ? (
        <Notice tone="warn">
          <p>{personSentences['already-ended']}</p>
        </Notice>
      ) : (
        <Form problem={problem} version={work.version} submit={personText.endSubmit} danger cancel={back}>
          <DateField name="endedOn" label={personText.labels.endedOn} defaultValue={today} />
        </Form>
      )}
    </Page>
  );
}
