import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unitsWhere } from '#app/access/can.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { StateList } from '#app/ui/StateList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import type { ShownPaper } from '../mentorships/mentorship-paper-links.ts';
import { missingWords, paperNames } from '../mentorships/mentorship-papers.text.ts';
import { PAPERS } from '../mentorships/mentorship-papers.ts';
import { StageTag } from '../mentorships/mentorship-stage-tag.tsx';
import { listPapers, type PapersFilter, pageOfList } from './missing-papers.queries.server.ts';
import { papersFilterSchema } from './papers.schema.ts';
import { papersText as t } from './papers.text.ts';

/** Which paper is missing for which mentorship, since when, and one click to bring it about. */
export const loader = pageLoader({ need: 'mentorship.papers', query: papersFilterSchema }, async ({ ctx, query }) => {
  const rows = await listPapers(ctx, query);
  return {
    filter: query,
    rows: pageOfList(rows, query.page),
    total: rows.length,
    units: (await unitsWhere(ctx, 'mentorship.papers')).length,
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MissingPapersPage() {
  const { filter, rows, total, units } = useLoaderData<typeof loader>();
  const isWhole = filter.search === '' && filter.lack === 'any';
  return (
    <Page
      title={t.title}
      lede={t.lede(total, filter.lack)}
      actions={
        <>
          {total > 0 ? <ButtonLink href={address(paths.missingPapersXlsx(), filter)} text={t.export} download /> : null}
          <ButtonLink href={paths.regulations()} text={t.toRegulation} />
        </>
      }
    >
      <Filter reset={isWhole ? undefined : paths.missingPapers()}>
        <TextField name="search" label={t.search} type="search" width="20" defaultValue={filter.search} />
        <SelectField
          name="lack"
          label={t.lack}
          empty={null}
          defaultValue={filter.lack}
          options={[
            { value: 'any', text: t.lackAny },
            { value: 'all', text: t.lackAll },
            ...PAPERS.map((paper) => ({ value: paper, text: t.lackOne(paperNames[paper]) })),
          ]}
        />
      </Filter>
      {rows.length === 0 ? (
        <Card>
          <Empty>{isWhole ? t.empty : t.emptyFound}</Empty>
        </Card>
      ) : null}
      {rows.map((row) => (
        <Card
          key={row.id}
          title={<a href={paths.mentorship(row.id)}>{t.pairOf(row.mentors, row.mentees)}</a>}
          aside={<StageTag stage={row.stage} />}
        >
          {units > 1 ? <p className="mute">{row.unitName}</p> : null}
          <Missing papers={row.papers} />
          <Present papers={row.papers} />
        </Card>
      ))}
      <Paging
        page={filter.page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(page) => address(paths.missingPapers(), filter, page)}
      />
    </Page>
  );
}

function Missing({ papers }: { papers: readonly ShownPaper[] }) {
  const items = papers.flatMap(({ paper, state, href }) =>
    state.kind === 'missing'
      ? [
          {
            state: paperNames[paper],
            tone: 'warn' as const,
            text: t.since(missingWords[state.rule], state.since),
            href: href ?? undefined,
          },
        ]
      : [],
  );
  return items.length === 0 ? <p>{t.nothingMissing}</p> : <StateList items={items} />;
}

function Present({ papers }: { papers: readonly ShownPaper[] }) {
  const there = papers.flatMap(({ paper, state }) =>
    state.kind === 'there' ? [t.thereSince(paperNames[paper], state.on)] : [],
  );
  return there.length === 0 ? null : <p className="mute">{t.presentLine(there.join('; '))}</p>;
}

function address(path: string, filter: PapersFilter, page = 1): string {
  const query = new URLSearchParams();
  if (filter.search !== '') query.set('search', filter.search);
  if (filter.lack !== 'any') query.set('lack', filter.lack);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}
