import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#db/database.ts';
import { TooMany } from './errors.ts';

/** How often one network may do something open to everybody. */
export interface VisitLimit {
  /** Name of what is counted. */
  name: string;
  /** Times within `seconds`. */
  times: number;
  seconds: number;
}

/** Counts a visit of the request's network. Throws TooMany beyond the limit. The address is kept as a hash only. */
export async function countVisit(db: Database, request: Request, limit: VisitLimit): Promise<void> {
  const network = request.headers.get('X-Client-Address') ?? '';
  const limiter = new RateLimiterPostgres({
    storeClient: {
      query: async ({ text, values }: { text: string; values: unknown[] }) => {
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
        return { rows, rowCount: rows.length };
      },
    },
    storeType: 'client',
    tableName: 'sign_in_attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.times,
    duration: limit.seconds,
  });
  try {
    await limiter.consume(createHash('sha256').update(network).digest('hex'), 1);
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? new TooMany() : refusal;
  }
}
