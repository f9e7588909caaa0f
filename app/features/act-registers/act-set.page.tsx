import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { actText } from '../local-acts/local-act.text.ts';
import { placeSchema } from './act-registers.schema.ts';
import { setNames, registersText as t } from './act-registers.text.ts';
import { findSet } from './act-set.queries.server.ts';
import { isWhole, type SetItem, type SetState } from './act-set.ts';
import { findKeptUnits } from './numbering.queries.server.ts';

/** Which of the obligatory documents is there, missing or old, with one click to make it. */
export const loader = pageLoader({ need: 'act.edit', query: placeSchema }, async ({ ctx, query }) => {
  const { units, unit } = await findKeptUnits(ctx, query.unit);
  return { units, unit, set: unit ? await findSet(ctx, unit.id) : [] };
});

export const meta: MetaFunction = () => [{ title: `${t.setTitle} — ${uiText.brand}` }];

const tones: Record<SetState['kind'], Tone> = { there: 'ok', old: 'warn', inWork: 'info', missing: 'bad' };

export default function ActSetPage() {
  const { units, unit, set } = useLoaderData<typeof loader>();
  const back = { href: paths.acts(), text: actText.back };
  if (!unit) {
    return (
      <Page title={t.setTitle} back={back} narrow>
        <Empty>{t.noUnit}</Empty>
      </Page>
    );
  }
  const whole = isWhole(set.map(({ state }) => state));
  return (
    <Page
      title={t.setTitle}
      lede={t.setLede(unit.name, whole)}
      back={back}
      actions={<ButtonLink href={paths.published(unit.id)} text={t.published} />}
    >
      {units.length > 1 ? (
        <Tabs
          label={t.unit}
          items={units.map(({ id, shortName }) => ({
            href: `${paths.actSet()}?unit=${id}`,
            text: shortName,
            current: id === unit.id,
          }))}
        />
      ) : null}
      <Card>
        <SummaryList
          rows={set.map(({ item, state }) => ({
            key: setNames[item],
            value: <State item={item} state={state} />,
            ...changeOf(item, state, unit.id),
          }))}
        />
        <p className="mute">{t.setNote}</p>
      </Card>
    </Page>
  );
}

function State({ item, state }: { item: SetItem; state: SetState }) {
  const isOfPairs = item === 'assignment_order' || item === 'programme';
  return (
    <>
      <Tag tone={tones[state.kind]}>{t.setStates[state.kind]}</Tag>{' '}
      {state.kind === 'missing' && isOfPairs ? t.wanting(state.count) : null}
      {(state.kind === 'there' || state.kind === 'old') && state.since ? t.since(state.since) : null}
      {state.kind === 'there' && !state.since && isOfPairs ? t.noPairs : null}
    </>
  );
}

function changeOf(item: SetItem, state: SetState, unitId: string) {
  const change = actOf(item, state, unitId);
  return change ? { change } : {};
}

/** The one click that brings a document of the set about. */
function actOf(item: SetItem, state: SetState, unitId: string): { href: string; text: string } | null {
  if (item === 'programme') return state.kind === 'missing' ? { href: paths.missingPapers(), text: t.toPapers } : null;
  switch (state.kind) {
    case 'there':
      return state.actId ? { href: paths.act(state.actId), text: t.open } : null;
    case 'inWork':
      return { href: paths.act(state.actId), text: t.open };
    case 'old':
      return { href: paths.actVersion(state.actId), text: t.renew };
    case 'missing':
      return { href: item === 'assignment_order' ? paths.orderDraft() : paths.actNew(item, unitId), text: t.make };
  }
}
