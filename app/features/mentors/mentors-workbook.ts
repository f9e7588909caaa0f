import type { Day } from '#db/schema.ts';
import type { Workbook } from '#reports/workbook.ts';
import { formatNames, profileText } from '../mentor-profiles/mentor-profile.text.ts';
import { missingIn } from '../mentor-profiles/mentor-profile.ts';
import type { ListedMentor } from './mentor-list.queries.server.ts';
import { strongestAreas } from './mentor-words.ts';
import type { MentorFilter } from './mentors.schema.ts';
import { mentorsText as t } from './mentors.text.ts';

/** The list of mentors whose load the actor may know, as a workbook: numbers apart, the filter in words above. */
export function mentorsWorkbook(rows: readonly ListedMentor[], filter: MentorFilter, today: Day): Workbook {
  return {
    title: t.fileName,
    sheets: [
      {
        name: t.sheet,
        notes: [t.fileName, t.chosen(t.whoOptions[filter.who], filter.search), t.asOf(today)],
        columns: [
          { title: t.name, kind: 'text', width: 36 },
          { title: t.work, kind: 'text', width: 30 },
          { title: t.unit, kind: 'text', width: 24 },
          { title: t.people, kind: 'integer', width: 10 },
          { title: t.peopleMost, kind: 'integer', width: 10 },
          { title: t.hours, kind: 'integer', width: 10 },
          { title: t.hoursMost, kind: 'integer', width: 10 },
          { title: t.taking, kind: 'text', width: 24 },
          { title: t.results, kind: 'text', width: 12 },
          { title: t.formats, kind: 'text', width: 24 },
          { title: t.strengths, kind: 'text', width: 40 },
          { title: t.profile, kind: 'text', width: 18 },
        ],
        rows: rows.flatMap(({ name, work, unitName, facts, load }) =>
          load
            ? [
                [
                  ...[name, work, unitName],
                  ...[load.people, load.mostPeople, load.hours, load.mostHours],
                  facts.isTaking ? t.takes : profileText.pauseUntil(facts.notTakingUntil),
                  facts.hasResults ? t.hasResults : t.noResults,
                  facts.formats.map((format) => formatNames[format]).join(', '),
                  strongestAreas(facts.strengths),
                  missingIn(facts).length === 0 ? t.ready : t.lacks(missingIn(facts).length),
                ],
              ]
            : [],
        ),
        totals: null,
      },
    ],
  };
}
