import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole, mayHold } from '#app/access/actor.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { formatMoney } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countStimuli, listStimuli } from './stimulus.queries.server.ts';
import { stimulusFilterSchema } from './stimulus.schema.ts';
import { stimulusKindNames, stimulusStateNames, stimulusText } from './stimulus.text.ts';
import { STIMULUS_STATES } from './stimulus.ts';
import { StimulusStateTag } from './stimulus-state-tag.tsx';

/** Recognition within reach: an organisation's records, or one's own. */
export const loader = pageLoader({ need: 'stimulus.read', query: stimulusFilterSchema }, async ({ ctx, query }) => ({
  filter: query,
  records: await listStimuli(ctx, query),
  total: await countStimuli(ctx, query),
  canPropose: mayHold(ctx.actor, 'stimulus.propose'),
  readsOthers: holdsByRole(ctx.actor, 'stimulus.read'),
}));

export const meta: MetaFunction = () => [{ title: `${stimulusText.title} — ${uiText.brand}` }];

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function StimuliPage() {
  const { filter, records, total, canPropose, readsOthers } = useLoaderData<typeof loader>();
  const isFiltered = filter.search !== '' || filter.state !== '' || filter.what !== '';
  const propose = (
    <>
      <ButtonLink href={paths.stimulusMoney()} text={stimulusText.proposeMoney} primary />
      <ButtonLink href={paths.stimulusAward()} text={stimulusText.proposeAward} />
    </>
  );
  return (
    <Page title={stimulusText.title} lede={stimulusText.lede} actions={canPropose ? propose : undefined}>
      <Card>
        {readsOthers && (total > 0 || isFiltered) ? <Narrowing filter={filter} isFiltered={isFiltered} /> : null}
        <Table
          caption={stimulusText.title}
          empty={isFiltered ? stimulusText.emptyFiltered : readsOthers ? stimulusText.empty : stimulusText.emptyOwn}
          rows={records}
          rowKey={(record) => record.id}
          columns={[
            {
              title: stimulusText.recipient,
              heading: true,
              cell: (record) => (
                <>
                  <a href={paths.stimulus(record.id)}>{record.recipient}</a>{' '}
                  {record.isMine ? <Tag>{stimulusText.mine}</Tag> : null}
                </>
              ),
            },
            { title: stimulusText.kind, cell: (record) => stimulusKindNames[record.kind] },
            {
              title: stimulusText.period,
              cell: (record) =>
                record.endedOn
                  ? stimulusText.from(formatDay(record.startedOn), formatDay(record.endedOn))
                  : formatDay(record.startedOn),
            },
            { title: stimulusText.amount, align: 'num', cell: amountOf },
            {
              title: stimulusText.state,
              cell: (record) => <StimulusStateTag state={record.state} isMoney={record.isMoney} />,
            },
          ]}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={total} href={(page) => hrefOf(filter, page)} />
      </Card>
    </Page>
  );
}

function Narrowing({ filter, isFiltered }: { filter: Shown['filter']; isFiltered: boolean }) {
  const everything = { value: '', text: stimulusText.all };
  return (
    <Filter reset={isFiltered ? paths.stimuli() : undefined}>
      <TextField name="search" label={stimulusText.search} type="search" width="20" defaultValue={filter.search} />
      <SelectField
        name="what"
        label={stimulusText.whatFilter}
        empty={null}
        defaultValue={filter.what}
        options={[
          everything,
          { value: 'money', text: stimulusText.money },
          { value: 'award', text: stimulusText.award },
        ]}
      />
      <SelectField
        name="state"
        label={stimulusText.stateFilter}
        empty={null}
        defaultValue={filter.state}
        options={[everything, ...STIMULUS_STATES.map((state) => ({ value: state, text: stimulusStateNames[state] }))]}
      />
    </Filter>
  );
}

function amountOf(record: Shown['records'][number]) {
  if (!record.isMoney) return '—';
  return record.amountKopecks === null ? (
    <span className="mute">{stimulusText.hidden}</span>
  ) : (
    formatMoney(record.amountKopecks)
  );
}

function hrefOf({ search, state, what }: Shown['filter'], page: number): string {
  return `${paths.stimuli()}?${new URLSearchParams({ search, state, what, page: String(page) })}`;
}
