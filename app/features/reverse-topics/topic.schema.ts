import { z } from 'zod';
import { line, text, version } from '#app/core/form.ts';

/** What one teaches the other, and to which goal. */
export const topicSchema = z.object({ topic: line(300), goal: text(1000), version: version() });

/** What came out of it. */
export const topicResultSchema = z.object({ result: text(2000), version: version() });
