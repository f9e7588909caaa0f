import { formatDay } from '#app/core/dates.ts';
import { formatMoney } from '#app/ui/numbers.ts';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { stimulusKindNames, stimulusLabels, stimulusText } from './stimulus.text.ts';
import type { StimulusKind } from './stimulus.ts';

/** The facts of one record; `readsSum` false leaves out the sum and the basis. */
export function StimulusView(props: {
  record: {
    isMoney: boolean;
    kind: StimulusKind;
    recipient: string;
    basis: string | null;
    amountKopecks: number | null;
    startedOn: string;
    endedOn: string | null;
    paidOn: string | null;
    proposer: string | null;
    approver: string | null;
    payer: string | null;
    readsSum: boolean;
  };
}) {
  const { record } = props;
  const { startedOn, endedOn } = record;
  const period = endedOn
    ? { key: stimulusText.period, value: stimulusText.from(formatDay(startedOn), formatDay(endedOn)) }
    : { key: stimulusText.day, value: formatDay(startedOn) };
  const paid = record.paidOn ? stimulusText.paidOn(formatDay(record.paidOn), record.payer) : null;
  return (
    <SummaryList
      rows={[
        { key: stimulusText.recipient, value: record.recipient },
        { key: stimulusText.kind, value: stimulusKindNames[record.kind] },
        ...(record.readsSum ? [{ key: stimulusLabels.basis, value: record.basis }] : []),
        period,
        ...(record.isMoney
          ? [
              {
                key: stimulusText.amount,
                value: record.readsSum ? formatMoney(record.amountKopecks) : stimulusText.hidden,
              },
            ]
          : []),
        { key: stimulusText.proposedBy, value: record.proposer },
        { key: stimulusText.approvedBy, value: record.approver },
        ...(record.isMoney ? [{ key: stimulusText.paidBy, value: paid }] : []),
      ]}
    />
  );
}
