import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import {
  findUnit,
  listChildren,
  listNames,
  listParents,
  listUnitsAbove,
  listWorkers,
  type UnitPeriod,
} from './unit.queries.server.ts';
import { unitParams } from './unit.schema.ts';
import { kindNames, timeZoneNames, unitSentences, unitText } from './unit.text.ts';
import { isOrganisation, kindsUnder } from './unit.ts';
import { lifeAfter } from './unit-life.server.ts';
import { ruleAgainstLife } from './unit-rules.ts';

/** One unit: what it is, where it stands, who is below, who works there, how it was called. */
export const loader = pageLoader({ need: 'unit.read', params: unitParams }, async ({ ctx, params }) => {
  const unit = await findUnit(ctx, params.id, 'unit.read');
  const isOpen = unit.endedOn === null;
  const mayManage = unit.mayManage && isOpen;
  return {
    unit: { ...unit, mayManage, mayAdd: unit.mayAdd && isOpen && kindsUnder(unit.kind).length > 0 },
    closingRefusal: mayManage ? ruleAgainstLife(await lifeAfter(ctx, unit.id, ctx.today)) : null,
    above: await listUnitsAbove(ctx, unit.id),
    children: await listChildren(ctx, unit.id),
    workers:
      isOrganisation(unit.kind) && holdsByRole(ctx.actor, 'person.read') ? await listWorkers(ctx, unit.id) : null,
    names: await listNames(ctx, unit.id),
    parents: await listParents(ctx, unit.id),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.unit.shortName ?? unitText.title} — ${uiText.brand}` },
];

export default function UnitPage() {
  const { unit, above, children, workers, names, parents } = useLoaderData<typeof loader>();
  return (
    <Page
      title={unit.name}
      lede={kindNames[unit.kind]}
      back={{ href: paths.units(), text: unitText.backToList }}
      actions={<Acts />}
    >
      <Card>
        <SummaryList
          rows={[
            { key: unitText.place, value: <Chain above={above} /> },
            { key: unitText.shortName, value: unit.shortName },
            { key: unitText.timeZone, value: zoneName(unit.timeZone) },
            { key: unitText.since, value: formatDay(unit.startedOn) },
            ...(unit.endedOn ? [{ key: unitText.until, value: formatDay(unit.endedOn) }] : []),
          ]}
        />
      </Card>
      {kindsUnder(unit.kind).length > 0 || children.length > 0 ? (
        <Card title={unitText.children}>
          <Table
            caption={unitText.children}
            rows={children}
            rowKey={(child) => child.id}
            empty={unitText.noChildren}
            columns={[
              {
                title: unitText.name,
                heading: true,
                cell: (child) => (
                  <>
                    <a href={paths.unit(child.id)}>{child.name}</a>{' '}
                    {child.endedOn ? <Tag>{unitText.closingOn(formatDay(child.endedOn))}</Tag> : null}
                  </>
                ),
              },
              { title: unitText.kind, cell: (child) => kindNames[child.kind] },
            ]}
          />
        </Card>
      ) : null}
      {workers ? (
        <Card title={unitText.workers}>
          <Table
            caption={unitText.workers}
            rows={workers}
            rowKey={(worker) => worker.id}
            empty={unitText.noWorkers}
            columns={[
              {
                title: unitText.person,
                heading: true,
                cell: (worker) => <a href={paths.person(worker.id)}>{worker.name}</a>,
              },
              { title: unitText.posts, cell: (worker) => worker.posts },
            ]}
          />
        </Card>
      ) : null}
      {names.length > 1 ? <Periods title={unitText.names} periods={names} /> : null}
      {parents.length > 1 ? <Periods title={unitText.parents} periods={parents} /> : null}
    </Page>
  );
}

function Acts() {
  const { unit, closingRefusal } = useLoaderData<typeof loader>();
  if (!unit.mayAdd && !unit.mayManage && !unit.mayGrant) return null;
  return (
    <>
      {unit.mayAdd ? <ButtonLink href={paths.unitAdd(unit.id)} text={unitText.add} /> : null}
      {unit.mayGrant ? <ButtonLink href={paths.accountsAt(unit.id)} text={unitText.access} /> : null}
      {unit.mayManage ? (
        <>
          <ButtonLink href={paths.unitRename(unit.id)} text={unitText.rename} />
          {unit.kind === 'region' ? null : <ButtonLink href={paths.unitMove(unit.id)} text={unitText.move} />}
          {closingRefusal ? (
            <DisabledAct text={unitText.close} reason={unitSentences[closingRefusal]} />
          ) : (
            <ButtonLink href={paths.unitClose(unit.id)} text={unitText.close} />
          )}
        </>
      ) : null}
    </>
  );
}

function Chain({ above }: { above: { id: string; name: string }[] }) {
  if (above.length === 0) return unitText.noParents;
  return above.map((unit, index) => (
    <span key={unit.id}>
      {index > 0 ? ' → ' : null}
      <a href={paths.unit(unit.id)}>{unit.name}</a>
    </span>
  ));
}

function Periods(props: { title: string; periods: UnitPeriod[] }) {
  return (
    <Card title={props.title}>
      <Table
        caption={props.title}
        rows={props.periods}
        rowKey={(period) => period.id}
        empty={null}
        columns={[
          { title: unitText.name, heading: true, cell: (period) => period.text },
          { title: unitText.from, cell: (period) => formatDay(period.startedOn) },
          { title: unitText.to, cell: (period) => (period.endedOn ? formatDay(period.endedOn) : unitText.now) },
        ]}
      />
    </Card>
  );
}

function zoneName(zone: string): string {
  const names: Partial<Record<string, string>> = timeZoneNames;
  return names[zone] ?? zone;
}
