import { paths } from '#app/paths.ts';
import type { Day } from '#db/schema.ts';
import { noticePageText as t } from './mentorship-notice.text.ts';
import type { EarliestEnd } from './mentorship-notice.ts';

/** From what day the three working days are counted, which days are not counted, and the day they lead to. */
export function Earliest(props: { pair: string; today: Day; earliest: EarliestEnd; endedOn: Day }) {
  const { pair, today, earliest, endedOn } = props;
  return (
    <>
      <p>
        <b>{pair}</b>
      </p>
      <p>
        {t.given(today)} {t.termEnds(endedOn)}
      </p>
      <p>
        <b>{t.earliest(earliest.endsOn)}</b> {t.three}
      </p>
      {earliest.skipped.length > 0 ? <p>{t.skipped(earliest.skipped)}</p> : null}
      <p>
        <a href={paths.workingDays()}>{t.calendar}</a>
      </p>
    </>
  );
}
