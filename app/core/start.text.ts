/** What the console says while the program starts and stops: to the person who started it. */
export const startText = {
  portTaken: (host: string, port: number) =>
    `Порт ${port} на ${host} уже занят: остановите программу, которая его заняла, или укажите другой порт в PORT.`,
  portForbidden: (port: number) =>
    `Занять порт ${port} не разрешает система: укажите в PORT номер от 1024 или запустите программу с нужными правами.`,
  hostUnknown: (host: string) => `У этого компьютера нет адреса «${host}»: проверьте HOST.`,
  badSetting: (name: string, expected: string) => `Настройка ${name} задана неверно: нужно ${expected}.`,
  notBuilt: 'Программа не собрана: выполните «npm run build» и запустите её снова.',
  listening: (origin: string) => `«Рядом» открывается по адресу ${origin}`,
  fillingDemonstration: 'Наполняю демонстрационную область: два учебных года жизни, это займёт около минуты…',
  notDemonstration:
    'В этой базе уже есть настоящие данные: демонстрация открывается только в пустой. Укажите другую папку в DATA_DIR.',
  accounts: ({
    password,
    accounts,
  }: {
    password?: string | undefined;
    accounts: readonly { who: string; login: string }[];
  }) =>
    [
      `Учётные записи демонстрации, пароль у всех «${password ?? ''}»:`,
      ...accounts.map(({ who, login }) => `  ${who.padEnd(28)} ${login}`),
    ].join('\n'),
  stopping: 'Останавливаюсь: заканчиваю начатое…',
  stopped: 'Остановлено.',
  unexpected: (line: string) => `Запустить не получилось: ${line}`,
  expected: {
    port: 'число от 0 до 65535',
    host: 'адрес компьютера, например 127.0.0.1',
    databaseUrl: 'адрес вида postgres://имя:пароль@сервер/база',
    smtpUrl: 'адрес вида smtp://имя:пароль@сервер:порт',
    origin: 'адрес вида https://ryadom.example.ru, без пути',
    other: 'другое значение',
  },
};
