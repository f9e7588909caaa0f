import type { RegulationRule } from './regulation.ts';

/** One sentence per rule about a regulation. */
export const regulationSentences: Record<RegulationRule, string> = {
  'regulation-approved-after-start': 'Положение не может действовать раньше, чем его утвердили.',
  'regulation-in-future': 'Дата приказа ещё не наступила.',
  'regulation-overlaps': 'Новое положение должно начинаться позже прежнего. Проверьте первый день действия.',
};
