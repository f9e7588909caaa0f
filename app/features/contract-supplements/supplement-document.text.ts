import { formatDay } from '#app/core/dates.ts';
import { counted, formatMoney } from '#app/ui/numbers.ts';
import { type PayPeriod, typedPercent, type VolumePeriod, type WorkForm } from '../mentorships/mentor-work.ts';

/** Words of the supplement that depend on its values. */
export const supplementWords = {
  title: 'Дополнительное соглашение к трудовому договору',
};

const forms: Record<WorkForm, string> = {
  in_person: 'очно, по месту работы',
  remote: 'дистанционно, с использованием средств связи',
  blended: 'очно и дистанционно',
};

const periods: Record<PayPeriod, string> = {
  monthly: 'ежемесячно',
  quarterly: 'один раз в квартал',
  once: 'единовременно по окончании срока работы',
};

const perWords: Record<VolumePeriod, string> = { week: 'в неделю', month: 'в месяц' };

/** The form of the work as the supplement says it. */
export const formWords = (form: WorkForm) => forms[form];

/** '4 часа в месяц'. */
export const volumeWords = (hours: number, per: VolumePeriod) =>
  `${counted(hours, 'час', 'часа', 'часов')} ${perWords[per]}`;

/** The point about pay: size, conditions and the act that sets them (L-1, 002-28). */
export function payWords(pay: {
  payPercentHundredths: number | null;
  payKopecks: number | null;
  payPeriod: PayPeriod;
  payGround: string;
}): string {
  const size =
    pay.payPercentHundredths === null
      ? `в размере ${formatMoney(pay.payKopecks)}`
      : `в размере ${typedPercent(pay.payPercentHundredths)}\u00a0% оклада (должностного оклада), ставки заработной платы`;
  return `За работу по наставничеству работнику устанавливается выплата ${size}. Выплата производится ${periods[pay.payPeriod]}. Размер и условия оплаты установлены в соответствии со следующим актом: ${pay.payGround}.`;
}

/** The point about pay when there is none (BR-05). */
export const noPayWords = (ground: string, day: string) =>
  `Работа по наставничеству выполняется без дополнительной оплаты. Письменное основание руководителя от ${formatDay(day)}: ${ground}`;
