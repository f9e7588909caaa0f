/** What a mentor's work and its pay are made of; the terms themselves are written in `mentorship-terms`. Source: DOMAIN 2.3. */
export const WORK_FORMS = ['in_person', 'remote', 'blended'] as const;

/** Form of the work. */
export type WorkForm = (typeof WORK_FORMS)[number];

/** Per what the volume is counted. */
export const VOLUME_PERIODS = ['week', 'month'] as const;

/** Period of the volume. */
export type VolumePeriod = (typeof VOLUME_PERIODS)[number];

/** How the work is paid: a share of the salary, a sum, or not at all. */
export const PAY_KINDS = ['percent', 'fixed', 'none'] as const;

/** Kind of pay. */
export type PayKind = (typeof PAY_KINDS)[number];

/** How often it is paid. */
export const PAY_PERIODS = ['monthly', 'quarterly', 'once'] as const;

/** Period of pay. */
export type PayPeriod = (typeof PAY_PERIODS)[number];

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;

/** Hundredths of a per cent of a typed share: '12,5' → 1250. Null for anything else. */
export function parsePercent(typed: string): number | null {
  const match = PERCENT.exec(typed.trim().replace(/\s*%$/u, ''));
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** The share the way a person types it: 1250 → '12,5'. */
export function typedPercent(hundredths: number): string {
  return String(hundredths / 100).replace('.', ',');
}
