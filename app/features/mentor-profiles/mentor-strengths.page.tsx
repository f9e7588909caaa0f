import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { fullName } from '../people/person-name.ts';
import { findMentorProfile } from './mentor-profile.queries.server.ts';
import { profileSentences } from './mentor-profile.text.ts';
import { setStrengths } from './mentor-strengths.operations.server.ts';
import { strengthsSchema } from './mentor-strengths.schema.ts';
import { strengthsText as t } from './portfolio.text.ts';
import { findProfileFacts } from './profile-facts.server.ts';

const params = z.object({ personId: id() });

/** Strengths by the nine areas, edited by the mentor or by the curator on behalf. */
export const loader = pageLoader({ need: 'mentorProfile.edit', params }, async ({ ctx, params }) => {
  const profile = await findMentorProfile(ctx, params.personId);
  const facts = (await findProfileFacts(ctx, [params.personId])).get(params.personId);
  const levels = new Map(facts?.strengths.map(({ areaCode, level }) => [areaCode, level]));
  const areas = AREAS.map((area) => ({ area, level: levels.get(area) ?? 0 }));
  return { personId: params.personId, name: fullName(profile), areas };
});

export const action = formAction(
  { need: 'mentorProfile.edit', params, schema: strengthsSchema, labels: areaNames, sentences: profileSentences },
  async ({ ctx, params, input }) => {
    const strengths = AREAS.map((areaCode) => ({ areaCode, level: input[areaCode] })).filter(({ level }) => level > 0);
    await setStrengths(ctx, params.personId, strengths);
    return { to: paths.mentorProfile(params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MentorStrengthsPage() {
  const { personId, name, areas } = useLoaderData<typeof loader>();
  const back = paths.mentorProfile(personId);
  return (
    <Page title={t.title} lede={t.lede(name)} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} cancel={back}>
          {areas.map(({ area, level }) => (
            <RadioField
              key={area}
              name={area}
              label={areaNames[area]}
              inline
              defaultValue={String(level)}
              options={t.levels.map((text, value) => ({ value: String(value), text }))}
            />
          ))}
        </Form>
      </Card>
    </Page>
  );
}
