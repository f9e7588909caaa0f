import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatMoment } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countScenarios, listScenarios } from './scenario.queries.server.ts';
import { scenariosFilter } from './scenario.schema.ts';
import { scenarioText } from './scenario-pages.text.ts';
import { ScenarioStateTag } from './scenario-state-tag.tsx';

/** Scenarios of the actor's organisations. */
export const loader = pageLoader({ need: 'scenario.run', query: scenariosFilter }, async ({ ctx, query }) => ({
  page: query.page,
  total: await countScenarios(ctx),
  scenarios: (await listScenarios(ctx, query.page)).map(({ id, name, state, unitName, placed, mentees, ...row }) => ({
    ...{ id, name, state, unitName, placed, mentees },
    when: formatMoment(row.createdAt, row.timeZone),
  })),
}));

export const meta: MetaFunction = () => [{ title: `${scenarioText.title} — ${uiText.brand}` }];

export default function ScenariosPage() {
  const { scenarios, page, total } = useLoaderData<typeof loader>();
  return (
    <Page
      title={scenarioText.title}
      lede={scenarioText.lede}
      back={{ href: paths.peopleWithoutMentor(), text: scenarioText.back }}
      actions={<ButtonLink href={paths.scenarioNew()} text={scenarioText.start} primary />}
    >
      <Card>
        <Table
          caption={scenarioText.caption}
          rows={scenarios}
          rowKey={(one) => one.id}
          empty={scenarioText.empty}
          columns={[
            {
              title: scenarioText.name,
              heading: true,
              cell: (one) => <a href={paths.scenario(one.id)}>{one.name}</a>,
            },
            { title: scenarioText.state, cell: (one) => <ScenarioStateTag state={one.state} /> },
            {
              title: scenarioText.result,
              cell: (one) =>
                one.placed === null || one.mentees === null
                  ? uiText.notCounted
                  : scenarioText.resultOf(one.placed, one.mentees),
            },
            { title: scenarioText.when, cell: (one) => one.when },
            { title: scenarioText.unit, cell: (one) => one.unitName },
          ]}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={total} href={(to) => `${paths.scenarios()}?page=${to}`} />
      </Card>
    </Page>
  );
}
