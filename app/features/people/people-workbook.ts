import { formatDay } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { Workbook } from '#reports/workbook.ts';
import type { listPeople, PeopleFilter } from './person.queries.server.ts';
import { categoryNames, personText } from './person.text.ts';
import { fullName } from './person-name.ts';
import { isYoungTeacher } from './young-teacher.ts';

type ListedPerson = Awaited<ReturnType<typeof listPeople>>[number];

/** The list of people as a workbook: the same columns as on the page. */
export function peopleWorkbook(
  people: readonly ListedPerson[],
  about: { unitName: string | null; filter: PeopleFilter; today: Day },
): Workbook {
  const { unitName, filter, today } = about;
  const who = personText.whoOptions[filter.who];
  const chosen = filter.search === '' ? who : `${who}, «${filter.search}»`;
  return {
    title: personText.fileName,
    sheets: [
      {
        name: personText.sheet,
        notes: [
          `${personText.fileName}: ${unitName ?? personText.myUnits}`,
          personText.exportNote(formatDay(today), chosen),
        ],
        columns: [
          { title: personText.name, kind: 'text', width: 36 },
          { title: personText.post, kind: 'text', width: 30 },
          { title: personText.subject, kind: 'text', width: 24 },
          { title: personText.category, kind: 'text', width: 18 },
          { title: personText.teachingSince, kind: 'date', width: 12 },
          { title: personText.young, kind: 'text', width: 12 },
        ],
        rows: people.map((person) => [
          fullName(person),
          person.post,
          person.subject,
          categoryNames[person.category],
          person.teachingSince,
          person.isTeaching && isYoungTeacher('three-years', person, today) === true ? personText.classYes : null,
        ]),
        totals: null,
      },
    ],
  };
}
