import { counted, formatMoney } from '#app/ui/numbers.ts';
import { type PayKind, type PayPeriod, typedPercent, type VolumePeriod, type WorkForm } from './mentor-work.ts';

/** Forms of the work. */
export const workFormNames: Record<WorkForm, string> = {
  in_person: 'очно',
  remote: 'дистанционно',
  blended: 'очно и дистанционно',
};

/** Kinds of pay. */
export const payKindNames: Record<PayKind, string> = {
  percent: 'доля оклада',
  fixed: 'твёрдая сумма',
  none: 'без оплаты',
};

/** Periods of pay. */
export const payPeriodNames: Record<PayPeriod, string> = {
  monthly: 'каждый месяц',
  quarterly: 'раз в квартал',
  once: 'один раз, по окончании',
};

/** Periods of the volume. */
export const volumePeriodNames: Record<VolumePeriod, string> = { week: 'в неделю', month: 'в месяц' };

/** The pay in one line: '15 % оклада, каждый месяц; основание: …'. */
export function payLine(pay: {
  payKind: PayKind;
  payPercentHundredths: number | null;
  payKopecks: number | null;
  payPeriod: PayPeriod | null;
  payGround: string;
  zeroPayGround: string | null;
}): string {
  if (pay.payKind === 'none') {
    return pay.zeroPayGround === null
      ? 'без оплаты; нужно письменное основание руководителя'
      : `без оплаты; основание: ${pay.zeroPayGround}`;
  }
  const size =
    pay.payPercentHundredths === null
      ? formatMoney(pay.payKopecks)
      : `${typedPercent(pay.payPercentHundredths)}\u00a0% оклада`;
  const period = pay.payPeriod === null ? '' : `, ${payPeriodNames[pay.payPeriod]}`;
  return `${size}${period}; основание: ${pay.payGround}`;
}

/** '4 часа в месяц'. */
export const volumeLine = (hours: number, per: VolumePeriod) =>
  `${counted(hours, 'час', 'часа', 'часов')} ${volumePeriodNames[per]}`;
