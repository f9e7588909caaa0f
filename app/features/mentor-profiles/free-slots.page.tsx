import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { setFreeSlots } from './free-slots.operations.server.ts';
import { freeSlotsSchema } from './free-slots.schema.ts';
import { formatIntervals, slotsOn, WEEKDAYS } from './free-slots.ts';
import { profileSentences } from './mentor-profile.text.ts';
import { findSlotOwner } from './mentor-strengths.queries.server.ts';
import { slotsText as t } from './portfolio.text.ts';
import { listFreeSlots } from './profile-facts.server.ts';

const params = z.object({ personId: id() });

/** Free time of a usual week: a mentor's or a mentee's, by the person or by the curator on behalf. */
export const loader = pageLoader({ need: 'freeSlot.edit', params }, async ({ ctx, params }) => {
  const name = await findSlotOwner(ctx, params.personId);
  const slots = (await listFreeSlots(ctx, [params.personId])).get(params.personId) ?? [];
  const week = WEEKDAYS.map((day) => ({ day, typed: formatIntervals(slotsOn(slots, day)) }));
  return { personId: params.personId, name, week };
});

export const action = formAction(
  { need: 'freeSlot.edit', params, schema: freeSlotsSchema, labels: t.labels, sentences: profileSentences },
  async ({ ctx, params, input }) => {
    await setFreeSlots(ctx, params.personId, input);
    return { to: paths.freeSlots(params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function FreeSlotsPage() {
  const { personId, name, week } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede(name)} back={{ href: paths.person(personId), text: uiText.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()}>
          <p className="mute">{t.hint}</p>
          {week.map(({ day, typed }) => (
            <TextField key={day} name={day} label={t.labels[day]} width="20" maxLength={100} defaultValue={typed} />
          ))}
        </Form>
      </Card>
    </Page>
  );
}
