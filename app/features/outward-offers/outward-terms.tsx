import { SummaryList } from '#app/ui/SummaryList.tsx';
import { formatNames, remoteReasonNames } from '../mentoring-requests/mentoring-request.text.ts';
import type { Format, RemoteReason } from '../mentoring-requests/mentoring-request.ts';
import { outwardText as t } from './outward-offer.text.ts';

/** Where to, how and upon which agreement a mentor is offered. */
export function OutwardTermsList({
  unitName,
  terms,
}: {
  unitName: string;
  terms: { format: Format; remoteReason: RemoteReason | null; agreement: { number: string; signedOn: string } };
}) {
  const { format, remoteReason, agreement } = terms;
  return (
    <SummaryList
      rows={[
        { key: t.to, value: unitName },
        {
          key: t.format,
          value: remoteReason ? `${formatNames[format]}: ${remoteReasonNames[remoteReason]}` : formatNames[format],
        },
        { key: t.ground, value: t.agreementOption(agreement.number, agreement.signedOn) },
      ]}
    />
  );
}
