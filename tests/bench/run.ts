import { acts } from './acts.ts';
import { assignment } from './assignment.ts';
import { desk } from './desk.ts';
import { type Figure, isOk, lineOf } from './figure.ts';
import { growth } from './growth.ts';
import { pages } from './pages.ts';
import { papers } from './papers.ts';
import { type BenchSite, openSite } from './site.ts';
import { staffList } from './staff-list.ts';
import { start } from './start.ts';
import { waiting } from './waiting.ts';
import { years } from './years.ts';

/** Groups of figures by the name `npm run bench -- NAME …` takes; a new group is one file and one line. */
const groups: Record<string, (site: BenchSite) => Promise<Figure[]>> = {
  start,
  papers,
  acts,
  pages,
  growth,
  'staff-list': staffList,
  assignment,
  waiting,
  desk,
};

/** Groups too long for the whole list: run only when named. */
const longGroups: Record<string, (site: BenchSite) => Promise<Figure[]>> = { years };

const asked = process.argv.slice(2);
const all = { ...groups, ...longGroups };
const unknown = asked.filter((name) => !(name in all));
if (unknown.length > 0) {
  console.error(`No such figures: ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}.`);
  process.exit(1);
}

const site = await openSite();
let isShort = false;
try {
  for (const [name, measure] of Object.entries(asked.length > 0 ? all : groups)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await measure(site)) {
      console.log(lineOf(figure));
      isShort ||= !isOk(figure);
    }
  }
} finally {
  await site.stop();
}
process.exit(isShort ? 1 : 0);
