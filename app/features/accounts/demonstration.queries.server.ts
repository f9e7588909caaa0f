import { z } from 'zod';
import type { Database } from '#db/database.ts';

/** Setting `demo`: present only in a demonstration region. Days its clock is ahead, and who may come in with what. */
const demonstrationSetting = z.object({
  offsetDays: z.number().int().default(0),
  password: z.string().optional(),
  accounts: z.array(z.object({ who: z.string(), login: z.string() })).default([]),
});

/** What the demonstration region says about itself; null in an ordinary installation. */
export async function findOptionalDemonstration(db: Database): Promise<z.output<typeof demonstrationSetting> | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst();
  if (!row) return null;
  const read = demonstrationSetting.safeParse(row.value);
  return read.success ? read.data : demonstrationSetting.parse({});
}

/** The accounts the demonstration region offers on the sign-in page; null where there are none to offer. */
export async function findDemonstrationAccounts(
  db: Database,
): Promise<{ password: string; accounts: { who: string; login: string }[] } | null> {
  const found = await findOptionalDemonstration(db);
  if (!found?.password || found.accounts.length === 0) return null;
  return { password: found.password, accounts: found.accounts };
}
