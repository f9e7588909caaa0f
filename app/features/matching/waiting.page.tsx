import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { waitingFilterSchema } from './matching.schema.ts';
import { matchingText } from './matching.text.ts';
import { countWaiting, listWaiting } from './waiting.queries.server.ts';

/** People without a mentor, young teachers unless asked for everybody. */
export const loader = pageLoader({ need: 'mentorship.propose', query: waitingFilterSchema }, async ({ ctx, query }) => {
  const people = await listWaiting(ctx, query);
  const isOneUnit = new Set(people.map(({ unitName }) => unitName)).size < 2;
  return {
    filter: query,
    total: await countWaiting(ctx, query),
    people: people.map(({ id, name, post, subject, teachingSince, unitName }) => ({
      id,
      name,
      work: [post, subject].filter(Boolean).join(', '),
      since: teachingSince ? matchingText.sinceDay(formatDay(teachingSince)) : matchingText.sinceUnknown,
      unitName: isOneUnit ? null : unitName,
    })),
  };
});

export const meta: MetaFunction = () => [{ title: `${matchingText.title} — ${uiText.brand}` }];

export default function WaitingPage() {
  const { filter, total, people } = useLoaderData<typeof loader>();
  const isNarrowed = filter.search !== '';
  const emptyWhole = filter.who === 'young' ? matchingText.emptyYoung : matchingText.emptyAll;
  return (
    <Page
      title={matchingText.title}
      lede={total > 0 ? matchingText.lede(total) : undefined}
      actions={
        <>
          <ButtonLink href={paths.scenarioNew()} text={matchingText.forAll} />
          <a href={paths.mentors()}>{matchingText.mentors}</a>
          <a href={paths.scenarios()}>{matchingText.scenarios}</a>
          <a href={paths.weights()}>{matchingText.weightsLink}</a>{' '}
          <a href={paths.requests()}>{matchingText.requests}</a>
        </>
      }
    >
      <Card>
        <Filter reset={isNarrowed || filter.who === 'all' ? paths.peopleWithoutMentor() : undefined}>
          <TextField name="search" label={matchingText.search} defaultValue={filter.search} />
          <SelectField
            name="who"
            label={matchingText.who}
            defaultValue={filter.who}
            options={[
              { value: 'young', text: matchingText.whoOptions.young },
              { value: 'all', text: matchingText.whoOptions.all },
            ]}
          />
        </Filter>
        <TaskList
          empty={isNarrowed ? matchingText.emptyFound : emptyWhole}
          items={people.map((person) => ({
            key: person.id,
            title: person.name,
            href: paths.match(person.id),
            why: [person.work, person.unitName].filter(Boolean).join(' · '),
            tag: person.since,
            action: { href: paths.match(person.id), text: matchingText.choose },
          }))}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) =>
            `${paths.peopleWithoutMentor()}?${new URLSearchParams({ search: filter.search, who: filter.who, page: String(page) })}`
          }
        />
      </Card>
    </Page>
  );
}
