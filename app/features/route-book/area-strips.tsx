import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Meter } from '#app/ui/Meter.tsx';
import type { Id } from '#db/schema.ts';
import type { MasteryLevel } from '../educational-routes/mastery.ts';
import { masteryNames } from '../educational-routes/route.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { AreaResult } from '../route-diagnosis/route-diagnosis.queries.server.ts';
import { bookText } from './route-book.text.ts';

const tones: Record<MasteryLevel, 'ok' | 'warn' | 'bad'> = { deficit: 'bad', basic: 'warn', strength: 'ok' };

/** The nine areas before and after as strips, self-assessment unless only an instrument measured; the table is one click away. */
export function AreaStrips(props: { routeId: Id; areas: readonly AreaResult[]; isWhole: boolean }) {
  const shown = props.areas.flatMap(({ area, self, external }) => {
    const result = self ?? external;
    return result ? [{ area, ...result, way: self ? bookText.self : bookText.external }] : [];
  });
  return (
    <Card title={bookText.areas} aside={<a href={paths.routeDiagnosis(props.routeId)}>{bookText.toDiagnosis}</a>}>
      {shown.length === 0 ? <p className="empty">{bookText.areasEmpty}</p> : null}
      {shown.map(({ area, first, last, way }) => (
        <Meter
          key={area}
          label={areaNames[area]}
          text={`${
            first.madeOn === last.madeOn ? bookText.percent(last.percent) : bookText.change(first.percent, last.percent)
          }, ${masteryNames[last.level]}, ${way}`}
          share={last.percent / 100}
          tone={tones[last.level]}
          {...(first.madeOn === last.madeOn ? {} : { before: first.percent / 100 })}
        />
      ))}
      <p className="mute">{props.isWhole ? bookText.areasLine : bookText.areasShared}</p>
    </Card>
  );
}
