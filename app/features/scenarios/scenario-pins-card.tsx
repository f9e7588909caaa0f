import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Table } from '#app/ui/Table.tsx';
import { pairName } from '../mentorships/mentorship.text.ts';
import { pinStateNames } from './scenario.text.ts';
import { scenarioText } from './scenario-pages.text.ts';
import type { ShownPin } from './scenario-shown.ts';

/** The curator's own decisions about pairs. */
export function PinsCard({ pins, isOpen }: { pins: readonly ShownPin[]; isOpen: boolean }) {
  return (
    <Card title={scenarioText.pins}>
      <Table
        caption={scenarioText.pinsCaption}
        rows={pins}
        rowKey={(pin) => pin.id}
        empty={scenarioText.pinsEmpty}
        columns={[
          { title: scenarioText.pair, heading: true, cell: (pin) => pairName(pin.mentor, pin.mentee) },
          {
            title: scenarioText.decision,
            cell: (pin) => (pin.isPin ? scenarioText.pinKinds.pin : scenarioText.pinKinds.ban),
          },
          { title: scenarioText.reason, cell: (pin) => pin.reason },
          { title: scenarioText.counted, cell: (pin) => pinStateNames[pin.state] },
          ...(isOpen
            ? [
                {
                  title: '',
                  cell: (pin: ShownPin) =>
                    pin.state === 'dropped' ? null : (
                      <a href={paths.scenarioPinTakeBack(pin.id)}>
                        {scenarioText.takeBack}
                        <span className="govuk-visually-hidden">: {pairName(pin.mentor, pin.mentee)}</span>
                      </a>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
