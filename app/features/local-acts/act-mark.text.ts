import { formatDay } from '#app/core/dates.ts';

/** Words of the mark of an electronic signature. Source: GOST R 7.0.97-2025, mark of an electronic signature; law 63-FZ. */
export const markText = {
  simple: (signer: string, day: string) =>
    `ПОДПИСАНО ПРОСТОЙ ЭЛЕКТРОННОЙ ПОДПИСЬЮ\nв системе «Рядом»\n${signer}\n${formatDay(day)}`,
  heading: 'ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ',
  kinds: { unqualified: 'усиленной неквалифицированной', qualified: 'усиленной квалифицированной' },
  certificate: (serial: string) => `Сертификат: ${serial}`,
  holder: (holder: string) => `Владелец: ${holder}`,
  valid: (from: string, to: string) => `Действителен: с ${formatDay(from)} по ${formatDay(to)}`,
};
