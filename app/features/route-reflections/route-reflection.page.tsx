import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { findReflection } from './reflection.queries.server.ts';
import { motiveNames, progressNames, reflectionNames, reflectionText } from './reflection.text.ts';
import { MOTIVES } from './reflection.ts';

/** One reflection as it was written. */
export const loader = pageLoader({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const { personId, unitName: _, ...reflection } = await findReflection(ctx, params.id);
  await recordLook(ctx, { id: reflection.routeId, personId }, 'reflection');
  return { reflection };
});

export const meta: MetaFunction = () => [{ title: `${reflectionText.title} — ${uiText.brand}` }];

export default function RouteReflectionPage() {
  const { reflection } = useLoaderData<typeof loader>();
  const { labels, deficitColumns } = reflectionText;
  const { kind, cycleNumber, motivation } = reflection;
  const title =
    kind === 'final' || cycleNumber === null ? reflectionNames.final : reflectionText.yearTitle(cycleNumber);
  return (
    <Page
      title={title}
      lede={`${reflection.owner}, ${formatDay(reflection.madeOn)}`}
      back={{ href: paths.routeReflectionsOf(reflection.routeId), text: reflectionText.back }}
      actions={<ButtonLink href={paths.reflectionSheet(reflection.id)} text={reflectionText.sheet} />}
    >
      <Card title={reflectionText.deficits}>
        <Table
          caption={reflectionText.deficits}
          rows={reflection.deficits}
          rowKey={(row) => row.id}
          empty={reflectionText.noDeficits}
          columns={[
            {
              title: deficitColumns.area,
              heading: true,
              cell: (row) => reflectionText.since(areaNames[row.area], row.description),
            },
            { title: deficitColumns.progress, cell: (row) => progressNames[row.progress] },
            { title: deficitColumns.note, cell: (row) => row.note || uiText.notCounted },
          ]}
        />
      </Card>
      <Card title={reflectionText.own}>
        <SummaryList
          rows={[
            { key: reflectionText.image, value: reflection.targetImage },
            { key: labels.nearness, value: reflectionText.ofTen(reflection.nearness) },
            { key: labels.tried, value: reflection.tried },
            { key: labels.changed, value: reflection.changed },
            { key: labels.kept, value: reflection.kept },
            { key: labels.troubles, value: reflection.troubles },
            { key: labels.needs, value: reflection.needs },
          ]}
        />
      </Card>
      {motivation ? (
        <Card title={reflectionText.motivation}>
          <SummaryList
            rows={MOTIVES.map((motive) => ({
              key: motiveNames[motive],
              value: reflectionText.ofFive(String(motivation[motive])),
            }))}
          />
        </Card>
      ) : null}
    </Page>
  );
}
