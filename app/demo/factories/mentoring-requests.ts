import type { Context } from '#app/core/context.server.ts';
import { openRequest } from '#app/features/mentoring-requests/mentoring-request.operations.server.ts';
import type { RequestContent } from '#app/features/mentoring-requests/mentoring-request.ts';
import type { Id } from '#db/schema.ts';

/** Opens a request of the person as whoever acts: the person, or the curator on behalf. */
export function makeRequest(
  ctx: Context,
  { personId, ...overrides }: { personId: Id } & Partial<RequestContent>,
): Promise<{ id: Id }> {
  const request: RequestContent = {
    occasion: 'young_specialist',
    menteeCategory: 'beginner',
    subject: 'математика',
    difficulties: 'Не успеваю объяснить новую тему за урок, часть класса скучает.',
    expectation: 'Спокойно разобрать вместе два-три урока.',
    formats: [],
    remoteReason: null,
    isShared: false,
    ...overrides,
  };
  return openRequest(ctx, { personId, ...request }, null);
}
