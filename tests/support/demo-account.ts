import { systemOn } from '#app/demo/demo-time.ts';
import { openAccountHashed } from '#app/features/accounts/account.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { demoLogin } from './visitor.ts';

/** The login of a person of the demonstration; opened with everybody's password on a day when there is none. */
export async function demoAccountOf(db: Database, personId: Id, day: Day): Promise<string> {
  const known = await db.selectFrom('account').select('login').where('personId', '=', personId).executeTakeFirst();
  if (known) return known.login;
  const login = `${personId}@demo.ryadom`;
  const tutor = db.selectFrom('account').select('passwordHash').where('login', '=', demoLogin('tutor'));
  const { passwordHash } = await tutor.executeTakeFirstOrThrow();
  await openAccountHashed(systemOn(db, day), { personId, login, passwordHash: passwordHash ?? '' });
  return login;
}
