import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayHold } from '#app/access/actor.ts';
import { optionalId } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { legalText } from '../legal-references/legal-reference.text.ts';
import { listDrawingUnits } from './act-choices.queries.server.ts';
import { drawText as t } from './act-fields.text.ts';
import { actGroupNames } from './act-type.text.ts';
import { type ActGroup, actTypes } from './act-type.ts';
import { actText } from './local-act.text.ts';
import { variantText } from './template-variant.text.ts';

const GROUPS: readonly ActGroup[] = ['system', 'pairs', 'reports', 'recognition', 'outside'];

/** Which document to draw up. */
export const loader = pageLoader(
  { need: 'act.edit', query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, query }) => {
    const units = await listDrawingUnits(ctx);
    const mayKeep = mayHold(ctx.actor, 'template.manage');
    return { mayKeep, units, unitId: units.find(({ id }) => id === query.unit)?.id ?? units[0]?.id ?? null };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.newTitle} — ${uiText.brand}` }];

export default function ActTypesPage() {
  const { mayKeep, units, unitId } = useLoaderData<typeof loader>();
  const back = { href: paths.acts(), text: actText.back };
  if (unitId === null) {
    return (
      <Page title={t.newTitle} back={back}>
        <Empty>{t.noUnit}</Empty>
      </Page>
    );
  }
  return (
    <Page
      title={t.newTitle}
      lede={t.newLede}
      back={back}
      actions={
        <>
          {mayKeep ? <ButtonLink href={paths.actTemplates(unitId)} text={variantText.toTemplates} /> : null}
          <ButtonLink href={paths.legalReferences()} text={legalText.title} />
        </>
      }
    >
      {units.length > 1 ? (
        <Tabs
          label={actText.labels.unitId}
          items={units.map(({ id, name }) => ({
            href: `${paths.actTypes()}?unit=${id}`,
            text: name,
            current: id === unitId,
          }))}
        />
      ) : null}
      {GROUPS.map((group) => (
        <Card key={group} title={actGroupNames[group]}>
          <TaskList items={itemsOf(group, unitId)} />
        </Card>
      ))}
    </Page>
  );
}

function itemsOf(group: ActGroup, unitId: string) {
  return actTypes
    .filter((type) => type.group === group && type.keptIn === 'local_act')
    .map(({ code, title, isObligatory }) => ({
      key: code,
      title,
      mark: isObligatory ? <Tag tone="warn">{t.obligatory}</Tag> : null,
      action: {
        href: code === 'assignment_order' ? `${paths.orderDraft()}?unit=${unitId}` : paths.actNew(code, unitId),
        text: t.create,
      },
    }));
}
