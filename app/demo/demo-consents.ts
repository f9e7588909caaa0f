import { addDays } from '#app/core/dates.ts';
import { withdrawConsent } from '#app/features/personal-consents/consent-withdrawal.operations.server.ts';
import type { Category } from '#app/features/personal-consents/personal-consent.ts';
import type { Database } from '#db/database.ts';
import type { Day } from '#db/schema.ts';
import type { DemoStaff } from './demo-people.ts';
import { personOn } from './demo-time.ts';
import { makeConsent } from './factories/consents.ts';

const SHOWN: Category[][] = [
  ['name', 'post', 'subject', 'achievements'],
  ['name', 'post'],
  ['name', 'post', 'subject', 'qualification'],
  ['name'],
];
const WITHDRAWN = 3;

/** Some experienced teachers let the school publish what they chose; the last of them thought better of it ten days ago. */
export async function liveConsents(db: Database, staff: DemoStaff, today: Day): Promise<void> {
  const day = addDays(today, -20);
  for (const [index, categories] of SHOWN.entries()) {
    // The demonstration's mentor is the first and finds the consent still to be signed.
    const teacher = staff.experienced[index + 1];
    if (!teacher || teacher.hiredOn > day) continue;
    const own = await personOn(db, teacher.id, day);
    const id = await makeConsent(own, 'dissemination', { categories });
    if (index === WITHDRAWN)
      await withdrawConsent(await personOn(db, teacher.id, addDays(today, -10)), id, { version: 1 });
    else if (index === 0) await makeConsent(own, 'data_processing');
  }
}
