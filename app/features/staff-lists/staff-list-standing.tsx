import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { ConfirmPanel } from '#app/ui/ConfirmPanel.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { LiveRegion } from '#app/ui/LiveRegion.tsx';
import { Meter } from '#app/ui/Meter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { formatNumber, formatPercent } from '#app/ui/numbers.ts';
import { fieldNames } from './staff-list.text.ts';
import { type RowCounts, rowsToApply, type StaffListScope, type StaffListState } from './staff-list.ts';
import type { StaffListField } from './staff-list-columns.ts';
import { staffListText } from './staff-list-import.text.ts';
import { listRefusalSentence } from './staff-list-words.ts';

/** What the page knows about how a list stands. */
export interface ShownList {
  id: string;
  state: StaffListState;
  scope: StaffListScope;
  counts: RowCounts;
  undecided: number;
  organisations: number;
  /** 0–100. */
  progress: number;
  refusalCode: string | null;
  missing: StaffListField[];
  appliedWhen: string | null;
  appliedWho: string | null;
}

/** How a list is getting on, and what is asked of the person now. */
export function StandingOfList({ list }: { list: ShownList }) {
  switch (list.state) {
    case 'uploaded':
    case 'checking':
    case 'applying':
      return <Working list={list} />;
    case 'refused':
      return (
        <Notice tone="bad" title={staffListText.refusedTitle}>
          <p>{listRefusalSentence(list.refusalCode ?? 'fault')}</p>
        </Notice>
      );
    case 'checked':
      return <Checked list={list} />;
    case 'applied':
      return (
        <ConfirmPanel
          title={staffListText.appliedTitle}
          next={<ButtonLink href={paths.people()} text={staffListText.toPeople} />}
        >
          <p>
            {staffListText.appliedText(
              list.counts.new,
              list.counts.changed,
              list.appliedWhen ?? '',
              list.appliedWho ?? '',
            )}
          </p>
        </ConfirmPanel>
      );
    case 'discarded':
      return (
        <Notice>
          <p>{staffListText.discardedText}</p>
        </Notice>
      );
  }
}

const SECONDS_BETWEEN_LOOKS = 1;

function Working({ list }: { list: ShownList }) {
  const text = { uploaded: staffListText.waiting, checking: staffListText.checking, applying: staffListText.applying };
  const state = list.state === 'uploaded' || list.state === 'applying' ? list.state : 'checking';
  return (
    <LiveRegion id="staff-list-work" href={paths.staffList(list.id)} seconds={SECONDS_BETWEEN_LOOKS}>
      <Meter label={text[state]} text={formatPercent(list.progress / 100, 0)} share={list.progress / 100} />
    </LiveRegion>
  );
}

function Checked({ list }: { list: ShownList }) {
  const { counts } = list;
  return (
    <>
      {list.refusalCode ? (
        <Notice tone="warn" title={staffListText.givenBackTitle}>
          <p>{listRefusalSentence(list.refusalCode)}</p>
        </Notice>
      ) : null}
      {list.missing.length > 0 ? (
        <Notice tone="warn" title={staffListText.missingTitle}>
          <p>{staffListText.missingText(list.missing.map((field) => fieldNames[field].toLowerCase()).join(', '))}</p>
          <ButtonLink href={paths.staffListMapping(list.id)} text={staffListText.correct} primary />
        </Notice>
      ) : null}
      {list.undecided > 0 ? (
        <Notice tone="warn" title={staffListText.undecidedTitle}>
          <p>{staffListText.undecidedText(list.undecided)}</p>
          <ButtonLink href={paths.staffListOrganisations(list.id)} text={staffListText.decide} primary />
        </Notice>
      ) : null}
      {list.missing.length === 0 ? (
        <Figures
          items={[
            { value: formatNumber(counts.new), label: staffListText.applyNew },
            { value: formatNumber(counts.changed), label: staffListText.applyChanged },
            { value: formatNumber(counts.unchanged), label: staffListText.applyUnchanged },
            { value: formatNumber(counts.refused + counts.unplaced), label: staffListText.applyRefused },
          ]}
        />
      ) : null}
      {rowsToApply(counts) === 0 && counts.unchanged > 0 && list.undecided === 0 ? (
        <Notice tone="ok">
          <p>{staffListText.allKnown}</p>
        </Notice>
      ) : null}
      {list.scope === 'consolidated' && counts.unchanged > 0 ? (
        <p className="mute">{staffListText.consolidatedNote}</p>
      ) : null}
    </>
  );
}
