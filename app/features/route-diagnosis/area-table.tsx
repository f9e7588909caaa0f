import { formatDay } from '#app/core/dates.ts';
import { Table } from '#app/ui/Table.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import type { MasteryLevel } from '../educational-routes/mastery.ts';
import { masteryNames } from '../educational-routes/route.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { AreaDiagnosis } from './route-diagnosis.queries.server.ts';
import { diagnosisText } from './route-diagnosis.text.ts';
import type { BeforeAfter } from './route-diagnosis.ts';

const tones: Record<MasteryLevel, Tone> = { deficit: 'bad', basic: 'grey', strength: 'ok' };

/** The areas with both ways of diagnosis before and after, achievements and deficits. */
export function AreaTable({ areas, empty }: { areas: readonly AreaDiagnosis[]; empty: string }) {
  const words = diagnosisText.columns;
  return (
    <Table
      caption={diagnosisText.areas}
      rows={areas}
      rowKey={(row) => row.area}
      empty={empty}
      columns={[
        { title: words.area, heading: true, cell: (row) => areaNames[row.area] },
        { title: words.self, cell: (row) => <Measured result={row.self} /> },
        { title: words.external, cell: (row) => <Measured result={row.external} /> },
        { title: words.deficit, cell: (row) => <Deficits row={row} /> },
        { title: words.strength, cell: (row) => <Strength row={row} /> },
      ]}
    />
  );
}

function Measured({ result }: { result: BeforeAfter | null }) {
  if (!result) return uiText.notCounted;
  const { first, last } = result;
  const text =
    first.madeOn === last.madeOn
      ? diagnosisText.percent(last.percent)
      : diagnosisText.change(first.percent, last.percent);
  return (
    <>
      {text} <Tag tone={tones[last.level]}>{masteryNames[last.level]}</Tag>
      <div className="mute">{formatDay(last.madeOn)}</div>
    </>
  );
}

function Deficits({ row }: { row: AreaDiagnosis }) {
  if (row.deficits.length === 0) return uiText.notCounted;
  return row.deficits.map((deficit) => (
    <div key={deficit.id}>
      {deficit.description}{' '}
      <Tag tone={deficit.closedOn ? 'ok' : 'warn'}>
        {deficit.closedOn ? diagnosisText.closedOn(formatDay(deficit.closedOn)) : diagnosisText.open}
      </Tag>{' '}
      <span className="mute">{diagnosisText.since(formatDay(deficit.openedOn))}</span>
    </div>
  ));
}

function Strength({ row: { strength } }: { row: AreaDiagnosis }) {
  if (!strength) return uiText.notCounted;
  return (
    <>
      {strength.note}
      {strength.evidence ? <div className="mute">{diagnosisText.evidence(strength.evidence)}</div> : null}
    </>
  );
}
