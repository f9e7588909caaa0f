import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Meter } from '#app/ui/Meter.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import type { Day, Id } from '#db/schema.ts';
import type { DayLoad, LoadLimits } from '../mentor-profiles/workload.ts';
import { loadTone } from './load-tone.ts';
import { mentorText as t } from './mentors.text.ts';

/** The load of a mentor today, beside what is allowed and by whom. */
export interface ShownLoad {
  day: DayLoad;
  own: { people: number | null; hours: number | null };
  act: (LoadLimits & { sourceAct: string }) | null;
  overrides: { id: Id; startedOn: Day; endedOn: Day; people: number; hours: number; reason: string }[];
  unitId: Id;
  canOverride: boolean;
  canSetLimits: boolean;
}

/** How much the mentor carries, what limits it, and the head's way to raise it. */
export function MentorLoadCard({ id, load }: { id: Id; load: ShownLoad }) {
  const { day, own, act, overrides } = load;
  const limits = act ? [t.actWords(act.peopleHard, act.hoursHard), act.sourceAct].join('. ') : t.actUsual;
  return (
    <Card
      title={t.load}
      aside={load.canOverride ? <ButtonLink href={paths.loadOverride(id)} text={t.raise} /> : undefined}
    >
      <Meter
        label={t.loadPeople}
        text={t.of(day.people, day.mostPeople)}
        share={shareOf(day.people, day.mostPeople)}
        tone={loadTone(day.people, day.mostPeople, day.peopleSoft)}
      />
      <Meter
        label={t.loadHours}
        text={t.of(day.hours, day.mostHours)}
        share={shareOf(day.hours, day.mostHours)}
        tone={loadTone(day.hours, day.mostHours, day.hoursSoft)}
      />
      <SummaryList
        rows={[
          { key: t.own, value: ownWords(own) },
          {
            key: t.act,
            value: limits,
            ...(load.canSetLimits ? { change: { href: paths.mentoringLimits(load.unitId), text: t.limits } } : {}),
          },
          ...overrides.map(({ people, hours, startedOn, endedOn, reason }) => ({
            key: t.override,
            value: (
              <>
                {t.overrideWords(people, hours, startedOn, endedOn)}
                <div className="mute">{reason}</div>
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}

function ownWords({ people, hours }: ShownLoad['own']): string {
  const said = [people === null ? '' : t.ownPeople(people), hours === null ? '' : t.ownHours(hours)].filter(Boolean);
  return said.length === 0 ? t.ownUnsaid : said.join(', ');
}

function shareOf(busy: number, most: number): number {
  return most === 0 ? 1 : busy / most;
}
