import type { FileFormat, SignatureRule } from './act-file.ts';

/** One sentence per rule. */
export const signatureSentences: Record<SignatureRule | 'act-signature-of-act', string> = {
  'file-missing': 'Выберите файл.',
  'file-too-large': 'Файл слишком большой: скан до 10\u00a0МБ, файл подписи до 256\u00a0КБ.',
  'scan-format': 'Скан нужен в PDF, JPEG или PNG. Проверьте, тот ли файл выбран.',
  'signature-unreadable':
    'Это не похоже на файл электронной подписи. Нужен файл .sig или .p7s, который создала программа подписания.',
  'signature-not-detached':
    'В файле вместе с подписью лежит сам документ. Создайте откреплённую подпись и приложите её.',
  'signature-without-certificate': 'В файле нет сертификата подписавшего. Создайте подпись с включённым сертификатом.',
  'signature-not-awaited': 'К этому документу подпись не прикладывают: он ещё не утверждён или подписан в системе.',
  'signed-already': 'Подпись уже приложена. Запись не меняется.',
  'act-signature-of-act': 'Подпись уже приложена. Запись не меняется.',
  'signed-in-future': 'Дата подписи ещё не наступила.',
  'signed-before-act': 'Подписать раньше даты документа нельзя. Проверьте дату.',
  'certificate-not-valid': 'В день подписи сертификат не действовал. Проверьте дату и файл подписи.',
};

/** Names of given-out files by their format. */
export const fileNames: Record<FileFormat, string> = {
  pdf: 'Скан документа.pdf',
  jpeg: 'Скан документа.jpg',
  png: 'Скан документа.png',
  cms: 'Подпись документа.p7s',
};

/** Words of the page. */
export const signatureText = {
  paperTitle: 'Подпись на бумаге',
  paperLede: (heading: string) =>
    `${heading}. Укажите, когда подписан бумажный экземпляр, и приложите скан, если он есть.`,
  fileTitle: 'Файл электронной подписи',
  fileLede: (heading: string) =>
    `${heading}. Скачайте PDF документа, подпишите его откреплённой подписью и приложите файл. Система покажет, чей сертификат; саму подпись проверяет ваша программа подписания.`,
  labels: { signedOn: 'Дата подписи', file: 'Файл' },
  scanHint: 'PDF, JPEG или PNG, до 10 МБ. Не обязательно',
  signatureHint: 'Файл .sig или .p7s, до 256 КБ',
  save: 'Записать подпись',
  saved: 'Подпись записана.',
};
